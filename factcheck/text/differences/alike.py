"""Words of like meaning, a group a line: wire news, statistics, sport, courts, trade, weather."""

WORDS_ALIKE = """
buy purchase acquire acquisition
sell sale retail
export shipment ship abroad overseas
price cost fare fee charge tariff rate
pay salary wage earn income earning
revenue turnover takings
big large great huge size
wind gust gale storm
sailor seaman crew navy
begin start launch open commence inaugurate
end finish close conclude stop cease halt lift expire
kill die death fatality dead toll perish victim
hurt injure wound injury casualty hospital burns
car vehicle automobile
lorry truck
bike bicycle cycle cyclist cycling
plane aircraft jet airliner flight fly air airline
ship vessel boat ferry galleon
boss chief head chair chairman chairwoman director president leader lead chairperson
firm company maker manufacturer business
worker employee staff employ workforce job employment
teacher staff
student pupil schoolchild
child minor kid youngster
doctor physician medic
court judge tribunal justice ruling magistrate
jail prison imprison sentence
police officer constable
vote ballot poll polls election electorate voter
voter elector electorate
elect election
law bill act legislation
rule regulation
government ministry minister cabinet authority
parliament assembly lawmaker deputy legislature mp
city town
village hamlet
house home dwelling household
flat apartment
people resident inhabitant population person
adult grown-up
tourist tourism visitor guest visit holidaymaker
passenger traveller rider customer people
farmer grower
harvest crop yield
shop store supermarket retailer
film movie
book volume title
disease illness ill sick virus infect infection caught fever
jab vaccine vaccinate dose
fire blaze
flood flooding
storm typhoon hurricane cyclone
ashore landfall
earthquake quake
rain rainfall downpour
road highway motorway
railway rail train
bridge viaduct
match game fixture final
win victory triumph beat defeat
goal score
team side club squad
coach manager
player footballer
travel run journey trip voyage ride
climb ascend rise ascent
bottle jar
discover find found unearth
build construct erect construction
destroy demolish raze
rescue save
arrest detain detention
flee escape
resign quit step
appoint name hire
sack dismiss fire oust
fund money financing finance grant
debt loan borrow
bank lender
deficit shortfall
profit surplus
budget spending expenditure
survey poll study questionnaire
sample respond respondent
germinate germination sprout
hive colony bee beekeeper beehive
last long duration run
weigh mass heavy
tall high elevation
use utilise usage
need require
annual year yearly
month monthly
day daily
week weekly
hour hourly
deliver delivery handed
produce output bottle manufacture make
hold keep store
member delegate seat
letter mail post
patient hospital
donor donate donation
fish catch fishery
forest wood tree
reserve park
penguin bird
migrant refugee
soldier troop
attack strike raid assault
wed marry wedding
crew sailor
injected used
waste rubbish refuse
thrown discard destroy
electricity power
sun solar
museum gallery
painting picture canvas
poem verse
song tune
bell church
unemployed jobless
quota limit cap
exam test
degree qualification
speed fast quick
approve approval
ownership own
hotel inn
guarantee backing
rocket missile
satellite probe
cure recover recovery
growth expand
sworn office inaugurate president
mutiny mutinied
photograph photo picture image
archive stock collection library
worth value valued valuation
cost price bill billed fee
drown drowned
rent tenant lease
injury injured hurt wounded
turnout turned attend ballot
bankrupt bankruptcy insolvent insolvency
hostage captive
court ruled ruling
design designed architect
locate situate
launch launched
summit meeting meet conference talk gather
pill drug medicine medication tablet
vote election poll
wage pay salary
toll charge fee
appeal petition
lift elevator
power electricity
visit visitor
pupil student
rebate refund
protest march demonstration demonstrate rally
marcher protester demonstrator
inquiry enquiry investigation investigate probe
blaze fire
crash accident collision
pension retirement
cut reduce
dock harbour port quay
donkey mule
landslide mudslide
possess own have belong ownership
give donate present hand award grant bestow
receive get obtain gain
show display exhibit exhibition
watch view spectator audience crowd attendance
speak talk address speech lecture
live reside inhabit inhabitant dwell resident home
move relocate transfer shift
transport carry haul
reach arrive come arrival
leave depart departure quit
write pen writer novelist
perform stage play performance
record log register registered note
count tally number census enumerate counted
measure gauge
estimate reckon assess
detect find discover spot
seek search look hunt
founder sink sunk lost wreck
overturn capsize
explode blast explosion detonation detonate
burn fire blaze
freeze ice frozen
melt thaw
cultivate farm plant sow
pick harvest gather reap
cull slaughter kill
rear breed
eat consume feed food meal
drink consume consumption
bake bread baker bakery loaf
smoke smoker cigarette tobacco
spend cost spending
save saving
tax levy duty
fine penalty fined
accuse charge prosecute indict prosecutor
sue lawsuit
ban prohibit forbid outlaw forbidden prohibition
allow permit permission authorise
pass adopt approve
reject refuse rejection refusal decline
suggest propose proposal
intend plan
choose pick select elect choice
lead head chair run direct leader
found establish create founder
merge merger fusion
rent lease hire let
repair restore renovate refurbish mend restoration
replace succeed substitute successor
prolong extend lengthen extension
widen broaden
evacuate evacuation
expel deport expulsion
tour travel
test trial examine check inspect inspection
treat treatment heal therapy
diagnose diagnosis
adopt adoption
inherit heir legacy bequeath
bury funeral burial grave
call name title
print publish release publication
broadcast air television tv
announce declare announcement
admit confess confession
apologise apology sorry
reply answer respond
delay late postpone delayed
mountain alp
river stream
lake reservoir
ocean sea
beach shore coast seaside
island isle atoll islet
gorge canyon ravine
mine pit colliery miner mining
quarry pit
factory plant works mill
office headquarters
warehouse depot
airport airfield
station stop
ticket fare admission entry
motorist driver
pilot captain
nurse nursing
surgeon doctor surgery
scientist researcher research science
academic professor scholar
lawyer solicitor barrister attorney advocate
defendant accused
burglar thief robber burglary theft
murder homicide kill
juror jury
priest vicar pastor clergy cleric parson
monastery abbey convent priory
cathedral church chapel
monarch king queen crown
premier prime minister
councillor council
senator senate
diplomat ambassador embassy
army military soldier troop
navy fleet naval
relief aid help
famine hunger starvation
cold frost
eruption erupt volcano
collision collide crash
taxi cab
truck lorry
engine motor
oil crude
nuclear reactor atomic
emission carbon
recycle recycling
sewer sewage
pipe pipeline
internet web online
phone telephone mobile call
football soccer
medal podium
champion title championship
arena stadium ground
concert gig recital
drama play theatre
artist painter
sculpture statue sculptor bust
manuscript codex
watch clock
spire tower
castle palace fortress
garden park
cattle cow herd
flock sheep
wheat grain cereal corn
youth teenager adolescent young
elderly pensioner old senior
baby infant newborn
household family
parent mother father
border frontier
area region district province county
agreement contract deal accord treaty pact convention
truce ceasefire armistice
conflict war fighting
walkout strike stoppage
union federation association
message email letter
study report research
proportion share percentage part
sum amount
mean average
top peak maximum highest
delayed late
vacant empty vacancy
unwell ill sick
wealth rich
poverty poor
inflation price
tuition fee
tide flood
drought dry
mast antenna
ship frigate destroyer tanker freighter
boat yacht dinghy
aircraft helicopter
carriage wagon coach
lane road street
square plaza
hall auditorium
shelter refuge
camp tent
prize award
donation donor gift
victim casualty
survivor survive
orphan orphanage
clinic hospital surgery
chemist pharmacy
operation surgery
pregnancy pregnant
diabetes diabetic insulin
obese obesity overweight
alcohol drink
university college
lesson class
diploma degree
test exam
pass succeed
headteacher head principal
childcare nursery kindergarten crèche
bookshop bookseller
newspaper paper daily
journalist reporter
editor editorial
reader readership
subscriber subscription
circulation copy copies
stamp postage
weapon arms gun
bomb mine shell
bullet shot
hostage captive kidnap
ransom
coup putsch
rebel insurgent guerrilla
treaty convention signatory
sanction embargo
tariff duty
deficit gap
bond debt
share stock
dividend payout
takeover acquisition bid
bankrupt insolvent
brewery brewer beer
vineyard winemaker wine cellar
dairy milk
cheese cheesemaker wheel
honey beekeeper
fisherman angler fishing fishery trawler
hunter hunting
shepherd sheep
forester forestry forest
carpenter joiner
builder construction
mason stonemason
engineer engineering
architect design
inventor invent invention patent
astronomer astronomy telescope observatory
comet asteroid meteorite
rocket missile launcher
crew astronaut
orbit circle
snow snowfall
hail hailstone
lightning thunderstorm
temperature heat
humidity moisture
height tall altitude
depth deep
width wide
volume capacity
hold seat accommodate capacity room
age old
speed pace
distance far away
"""

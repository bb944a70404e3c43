"""Forms of English words that no rule makes, as tables: the word, then its forms, a line each."""

# Verbs and nouns whose forms no rule makes, one word a line: the word, then its forms.
IRREGULAR = """
man men
woman women
child children
person people persons
foot feet
tooth teeth
mouse mice
goose geese
ox oxen
half halves
leaf leaves
wolf wolves
thief thieves theft thefts
loaf loaves
knife knives
shelf shelves
calf calves
life lives
wife wives
crisis crises
medium media
rise rose risen
fall fell fallen
grow grew grown growth
sell sold sale sales seller sellers
pay paid payment payments
make made maker makers
take took taken
hold held holder holders
win won winner winners winning
lose lost losing loss losses loser losers
buy bought buyer buyers
bring brought
build built builder builders
rebuild rebuilt
retake retook retaken
overcome overcame
undergo underwent
withhold withheld
undertake undertook undertaken
find found
come came
go went gone
give gave given
leave left
begin began begun beginning
run ran
sink sank sunk
spend spent
send sent
say said
tell told
shrink shrank shrunk
drive drove driven driver drivers
speak spoke spoken speech speeches
write wrote written writer writers
steal stole stolen
choose chose chosen choice
fly flew flown flight flights
catch caught
teach taught teacher teachers
think thought
meet met meeting meetings
lead led leader leaders
keep kept keeper keepers
sleep slept
feed fed
breed bred
die died death deaths dead dying dies
kill killed killing killings
bear born birth births
have had has
strike struck striker strikers
break broke broken
swim swam swum swimmer swimmers
sign signature signatures signed signs
sing sang sung singer singers song songs
sit sat
stand stood
fight fought fighter fighters
hide hid hidden
freeze froze frozen
draw drew drawn
shoot shot
hear heard hearing
lend lent loan loans
arrive arrival arrivals
survive survival survivor survivors
depart departure departures
remove removal
deny denial denies denied
see saw seen
ride rode ridden rider riders
eat ate eaten
bite bit bitten
blow blew blown
bend bent
bind bound
burn burnt
creep crept
deal dealt dealer dealers
dig dug
feel felt
flee fled
forget forgot forgotten
forbid forbade forbidden
grind ground
hang hung
kneel knelt
lay laid
leap leapt
learn learnt
light lit
mean meant
mow mown
prove proven
ring rang rung
seek sought
sew sewn
shake shook shaken
shine shone
show shown
slide slid
spin spun
spring sprang sprung
stick stuck
sting stung
sweep swept
swing swung
swear swore sworn
tear tore torn
throw threw thrown
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
withdraw withdrew withdrawn withdrawal
wind wound
bus buses
high height heights highest higher
long length longest longer
deep depth deepest deeper
wide width widest wider
strong strength strengthen strengthened stronger strongest strongly
broad breadth
warm warmth
poor poverty
young youth
weigh weight weighs weighed weights
hot heat hotter hottest
produce production producer producers output
reduce reduction reductions
receive receipt receipts reception
decide decision decisions
divide division
explode explosion explosions
invade invasion
extend extension
expand expansion
describe description
introduce introduction
destroy destruction
construct construction
succeed success successes successful
approve approval approvals
refuse refusal
propose proposal proposals
appear appearance
apply application applications applicant applicants
qualify qualification
recover recovery
deliver delivery deliveries
discover discovery
register registration registered
perform performance performances performer performers
admit admission admissions
permit permission
rob robbery robberies robber robbers
divorce divorced
marry marriage marriages
bury burial
poison poisonous
assist assistance assistant
inherit inheritance heir heirs
employ employment employee employees employer
visit visitor visitors
library libraries librarian librarians
music musician musicians musical
politics politician politicians political
history historian historians historic historical
medicine medical
electricity electric electrical electrician
coast coastal
region regional
nation national
agriculture agricultural
industry industrial
culture cultural
nature natural
centre central
province provincial
person personal
accident accidental
annual annually
series
species
news
means
euro euros
gas gases
"""
# What belongs to a country, and who lives there.
COUNTRY_WORDS = """
germany german germans
france french frenchman frenchmen
britain british briton britons
england english
scotland scottish scots
wales welsh
ireland irish
netherlands dutch holland
switzerland swiss
sweden swedish swede swedes
norway norwegian norwegians
denmark danish dane danes
finland finnish finn finns
iceland icelandic icelander icelanders
spain spanish spaniard spaniards
portugal portuguese
italy italian italians
greece greek greeks
cyprus cypriot cypriots
malta maltese
poland polish pole poles
hungary hungarian hungarians
slovakia slovak slovaks slovakian slovakians
slovenia slovene slovenes slovenian slovenians
croatia croat croats croatian croatians
serbia serb serbs serbian serbians
bosnia bosnian bosnians
albania albanian albanians
romania romanian romanians
bulgaria bulgarian bulgarians
ukraine ukrainian ukrainians
russia russian russians
belarus belarusian belarusians
latvia latvian latvians
lithuania lithuanian lithuanians
estonia estonian estonians
austria austrian austrians
belgium belgian belgians
turkey turkish turk turks türkiye
israel israeli israelis
egypt egyptian egyptians
morocco moroccan moroccans
algeria algerian algerians
tunisia tunisian tunisians
lebanon lebanese
iraq iraqi iraqis
iran iranian iranians
yemen yemeni yemenis
india indian indians
pakistan pakistani pakistanis
bangladesh bangladeshi bangladeshis
nepal nepali nepalese
china chinese
japan japanese
korea korean koreans
vietnam vietnamese
thailand thai thais
philippines filipino filipinos philippine
indonesia indonesian indonesians
malaysia malaysian malaysians
australia australian australians
fiji fijian fijians
samoa samoan samoans
canada canadian canadians
mexico mexican mexicans
brazil brazilian brazilians
argentina argentine argentinian argentines
chile chilean chileans
peru peruvian peruvians
colombia colombian colombians
cuba cuban cubans
kenya kenyan kenyans
nigeria nigerian nigerians
ghana ghanaian ghanaians
senegal senegalese
ethiopia ethiopian ethiopians
uganda ugandan ugandans
tanzania tanzanian tanzanians
europe european europeans
africa african africans
asia asian asians
america american americans
vienna viennese
paris parisian parisians
london londoner londoners
"""
# Adjectives that are compared: "strong" for "stronger", "strongest" and "strongly".
COMPARED = """
large small old new tall short fast slow weak cheap dear heavy light cold cool wet dry rich
great low near late early busy noisy quiet bright dark thick thin hard soft rare safe
big sad loud clean dirty close steep narrow costly lengthy severe bad common
"""
# Short nouns in -e that would fall together with other words: wine with win, plane with plan.
WHOLE = """
wine plane care note tone pine site rate cane cube hope cape robe mate pane cage wage page
mine mile pole rope tube tape lane
"""

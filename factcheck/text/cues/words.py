"""English words behind the cues, as data."""

from factcheck.text.figures.tokens import word_set

HAVE = word_set("has have had hasn't haven't hadn't having")

# Past forms that are no -ed; "put", "cut", "set" and their like are past only after he, she, it.
PAST = word_set(
    """took gave went came became began broke brought built bought caught chose did drew drove ate
    fell felt fought found flew forgot froze got grew had heard held hid kept knew laid led left
    lent lost made meant met paid quit ran rang rose said sang sank sat saw sold sent shook shot
    shut slept spoke spent spread stood stole struck swore taught tore told thought threw
    understood woke was were won wore wrote withdrew wound undertook overcame oversaw sought
    given taken gone done seen known been shown written broken chosen driven fallen forgotten
    grown spoken stolen thrown worn sworn drawn flown"""
)
EITHER = word_set("put cut set let hit hurt cost beat bet read split shed rid quit shut")
# Ends like a past form and is none.
NO_PAST = word_set(
    """need indeed red hundred united speed feed bed seed breed proceed succeed exceed shed wed
    led embed creed greed deed weed sacred naked wicked kindred hatred aged blessed ragged rugged
    concerned interested excited pleased delighted honored honoured supposed convinced worried
    tired proud married thousand agreed"""
)

SAY = word_set(
    """said says say saying told tells tell called calls claimed claims claim stated states argued
    argues announced announces admitted admits denied denies insisted insists added adds wrote
    writes tweeted declared declares testified reported reports warned warns acknowledged
    confirmed confirms mentioned suggested quoted accused accuses criticized praised according"""
)
HOLD = word_set(
    """wants want wanted supports support supported opposes oppose opposed voted votes vote
    promised promises pledged pledges favors favored favours favoured backs backed believes
    proposed proposes proposal endorsed endorses refuses refused rejected rejects vetoed signed
    introduced sponsored advocated advocates intends plans plan committed agreed agrees against
    promise position"""
)
UP_DOWN = word_set(
    """rose rise rises risen rising fell falls fallen falling increase increased increases
    increasing decrease decreased decreases decline declined declines declining drop dropped drops
    dropping grew grow grows grown growing growth shrank shrunk doubled doubling tripled
    quadrupled halved soared soaring surged plunged plummeted skyrocketed climbed gained lost
    losing reduced reduces reducing reduction cut cuts raised raises raising expanded lowered
    improved worsened slowed"""
)
COMPARATIVE = word_set(
    """more less fewer higher lower greater larger smaller bigger longer shorter faster slower
    better worse older younger richer poorer stronger weaker cheaper safer harder easier further
    farther twice double triple half"""
)
SUPERLATIVE = word_set(
    """most least highest lowest greatest largest smallest biggest longest shortest fastest slowest
    best worst oldest youngest richest poorest strongest weakest cheapest safest hardest record
    ever first last only unprecedented never historic toughest closest deepest finest"""
)
# Ends like a superlative and is none.
NO_SUPERLATIVE = word_set(
    """west rest test best interest forest protest honest guest request latest invest arrest chest
    contest harvest priest quest nest manifest modest suggest southwest northwest midwest everest
    earnest conquest digest"""
)
AMOUNT = word_set(
    """all every everybody everyone each nobody none many most millions thousands hundreds billions
    trillions dozens half majority much few several always any anybody anyone number nothing
    everything entire whole million billion trillion"""
)
CAUSE = word_set(
    """because caused causes cause causing resulted result results therefore thus due led leads
    effect effects impact reason why since created creates blame responsible thanks consequence
    consequences drives driven"""
)
BODY = word_set(
    """president governor senator congressman congresswoman secretary vice mayor minister general
    congress senate house court administration government department agency committee commission
    council parliament ministry party republicans democrats republican democratic democrat
    conservative labour bill law act treaty agreement amendment legislation constitution budget
    tax taxes deficit debt program programs policy army military police fbi cia irs epa nato un
    nra company companies bank banks union unions report study poll polls record records plan
    states state federal jobs unemployment economy trade medicare medicaid security insurance"""
)
DENIAL = word_set("not never no nor none nobody nothing neither cannot without")
FORECAST = word_set("will shall won't gonna tomorrow soon someday")
DEMAND = word_set("should must ought let's let need needs shouldn't mustn't needn't")
CONDITION = word_set("if unless would could might may wouldn't couldn't whether perhaps maybe")
OPINION = word_set(
    """think believe feel guess hope wish suppose believes opinion great good bad terrible
    wonderful horrible disaster disgrace disgraceful beautiful amazing incredible fantastic awful
    ridiculous outrageous important nice smart stupid tremendous proud sad wrong right fair unfair
    love hate best worst honest crazy strong weak tough courage faith dream values moral"""
)
HEDGE = word_set("probably likely possibly seems seem appears apparently maybe perhaps sort kind")
FIRST = word_set("i me my mine myself i'm i've i'd i'll")
SECOND = word_set("you your yours yourself you're you've you'll you'd")
GREETING = word_set(
    """thank thanks welcome hello hi goodbye congratulations please sorry excuse bless evening
    applause laughter crosstalk inaudible okay ok yeah wow ladies gentlemen bye"""
)

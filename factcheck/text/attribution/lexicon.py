"""English words of attribution, as data: verbs of saying, titles, first names, pronouns."""

from factcheck.text.figures.tokens import word_set

SAYING = word_set(
    """said says say saying told tells tell telling wrote writes write writing tweeted tweets
    tweeting posted posts added adds adding stated states stating insisted insists insisting argued
    argues arguing claimed claims claiming explained explains explaining called calls calling
    described describes describing declared declares declaring announced announces announcing asked
    asks asking replied replies replying noted notes noting warned warns warning charged charges
    concluded concludes continued continues continuing acknowledged acknowledges admitted admits
    asserted asserts responded responds responding remarked remarks suggested suggests recalled
    recalls quipped quips joked jokes boasted boasts complained complains confirmed confirms denied
    denies dismissed dismisses demanded demands predicted predicts promised promises pointed
    reported reports testified testifies thinks thought believes believed vowed vows wondered
    wonders shouted shouts ruled rules referred refers blasted blasts accused accuses quoted
    praised criticized mocked labeled labelled lamented mused observed observes urged urges
    tells commented comments stressed stresses emphasized opined whispered yelled exclaimed read
    reads quoted elaborated cautioned cautions countered counters agreed agrees conceded concedes
    decried slammed ripped retorted retweeted likened proclaimed reiterated repeated summed
    characterized compared dubbed deemed hailed interjected interrupted scoffed shot fired
    specified tells text texted emailed answered answers pleaded predicted revealed reveals
    advised deadpanned alleged alleges contended contends maintains maintained pledged signed
    learned learnt proposed cited cites denounced condemned offered opened began laughed
    theorized chanted marveled intoned bragged grumbled surmised"""
)
"""Verbs that tell that somebody said something, in the forms that news writes."""

NOT_ALONE = word_set(
    """signed text texted calls call calling opened offered began fired shot ruled rules cited read
    reads compared repeated laughed learned learnt referred refers pointed maintained maintains
    charged charges agreed agrees quoted reports report posts post notes rules slammed ripped
    continued continues continuing asked ask asks answers answered likened dubbed hailed
    interrupted opined offers blasted condemned denounced revealed reveals observed recalled"""
)
"""Verbs that tell of speech beside quote marks, and of other deeds or of things without them."""

LINKS = word_set(
    """has have had also then later once recently reportedly previously repeatedly simply even
    already just is was been will would did does further again often still first too never could
    to be being can might may should be soon immediately quickly flatly bluntly is are were"""
)
"""May stand between a name and its verb, beside adverbs in -ly."""

PRONOUNS = {"he": "m", "she": "f", "they": "", "it": "", "who": "", "we": "", "i": ""}
"""A pronoun that speaks, with the gender that it asks for ("" for any)."""

TITLES = word_set(
    """mr mrs ms miss dr sir dame lord lady prof professor sen senator rep representative
    congressman congresswoman gov governor president vice prime minister foreign defense defence
    interior finance secretary chancellor judge justice chief general gen col colonel lt lieutenant
    sgt sergeant capt captain maj major adm admiral king queen prince princess pope cardinal
    archbishop bishop rev reverend father sister mayor chairman chairwoman chairperson chair
    director ceo cfo coo spokesman spokeswoman spokesperson ambassador commissioner attorney
    sheriff officer detective speaker leader candidate nominee economist analyst editor reporter
    actor actress author coach manager fm pm mp mep premier first deputy former ex acting
    state house senate majority minority party undersecretary adviser advisor host lawmaker
    inspector superintendent strategist pollster lawyer counsel activist columnist journalist
    historian scientist researcher businessman businesswoman organizer republican democrat
    democratic gop labour conservative tory presidential running mate head boss"""
)
"""Words that stand before a name and say what somebody is."""

MALE = word_set("mr sir lord king prince pope father congressman chairman spokesman businessman")
FEMALE = word_set(
    """mrs ms miss dame lady queen princess sister congresswoman chairwoman spokeswoman actress
    businesswoman"""
)

MALE_NAMES = word_set(
    """james john robert michael william david richard joseph thomas charles christopher daniel
    matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald
    edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon
    benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose adam
    nathan henry douglas zachary peter kyle noah ethan jeremy walter christian keith roger terry
    austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe
    logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley
    philip eugene barack bernie bill mike ted rudy tim tom jim chris matt nick ben dan vladimir
    sergei ivan boris ilham nikol ararat ara hans jean pierre carlos luis pedro miguel angel jorge
    francois emmanuel olaf matteo giuseppe mario recep tayyip xi narendra shinzo kim ban antonio
    newt mitch harry chuck howard don greg jeff rick rob steve fred mitt jeb marco karl lindsey"""
)
FEMALE_NAMES = word_set(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty
    sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie
    rebecca sharon laura cynthia dorothy amy kathleen angela shirley brenda emma anna pamela nicole
    samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane
    olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
    hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail
    sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly
    charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary chelsea ivanka
    melania kellyanne loretta angela theresa elena elizabeth claire jill kate anne zoë noor aung
    ursula christiane federica margrethe nicola huma monica gennifer juanita paula megyn krystal"""
)

NO_NAMES = word_set(
    """the a an in on at by for from with after before during since until while when where why how
    but and or so yet then now this that these those there here it its he she they we you i his
    her their our my your if as although though because not no monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october
    november december twitter facebook according asked one two three many most some all both
    what who which however meanwhile still also yes well let just thank today yesterday"""
)
"""Begin with a capital at the head of a sentence, or always, and name nobody who speaks."""

BODIES = word_set(
    """ministry department committee commission council party agency office university institute
    company group union association court house senate congress post times journal news network
    administration campaign government army police bank board bureau service foundation center
    centre team coalition movement force forces federation organization organisation league"""
)
"""Words of names that are no person's: no pronoun he or she stands for them."""

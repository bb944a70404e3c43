"""Words that mean alike, words that exclude other, and words that carry no subject.

All lists are ours and general: wire news, statistics, sport, courts, trade, weather. Each word is
stored by its stem.
"""

from factcheck.text.differences.alike import WORDS_ALIKE
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set

STOP = word_set(
    """a an the this that these those it its it's he she they them his her their our we i you your
    my me us who whom whose which what when where why how is are was were be been being am do
    does did done doing have has had having will would shall should may might must can could of
    in on at by for from to with without into onto upon over under about against between among
    through during before after above below up down out off and or but nor so yet if then than
    as while whereas because since until till although though not no never none neither also too
    very just only even still already again more most less least much many some any all each
    every both few several such own same other another there here now said says say saying told
    tells according reported reports report added one ones way got get gets getting make makes
    made making put puts go goes went well per s t re ve ll d m mr mrs ms dr thing things like
    went's around roughly nearly almost
    everyone everybody anyone nobody someone"""
)

_APART = (
    "north south east west northern southern eastern western",
    "import export",
    "man woman male female boy girl",
    "birth death",
    "profit revenue loss turnover",
    "urban rural",
    "adult child",
    "primary secondary",
    "gross net",
    "public private",
    "domestic foreign",
    "upper lower",
    "left right",
    "wheat barley maize rye oat rice",
    "beef pork lamb chicken",
    "gold silver bronze copper",
    "petrol diesel",
    "tea coffee cocoa",
    "egg vegetable milk cheese butter",
    "senior junior",
    "winter summer",
    "weekday weekend",
    "morning evening afternoon night",
    "arrival departure",
    "first second third fourth",
    "inner outer",
    "demand supply",
    "wholesale retail",
    "incoming outgoing",
    "red white",
    "nominal real",
    "land sea",
    "injured dead",
    "hourly daily weekly monthly yearly",
    "maximum minimum average",
    "husband wife",
    "father mother",
    "brother sister",
    "son daughter",
    "freight passenger",
    "indoor outdoor",
    "cat dog horse cow sheep goat pig",
    "hen duck goose turkey",
    "tomato potato onion carrot cabbage",
    "apple pear cherry plum orange banana",
    "letter parcel",
    "tram bus",
    "wine beer",
    "doctor nurse patient",
    "asset liability",
)


# What begins and what ends something: each word of the left excludes each of the right.
_BEGIN_END = (
    "begin start found form launch build commence birth born arrive open",
    "end finish stop complete conclude split dissolve death leave close",
)


def _alike() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for line in WORDS_ALIKE.strip().splitlines():
        stems = [stem(word) for word in line.split()]
        for each in stems:
            table.setdefault(each, []).append(stems[0])
    return {each: tuple(dict.fromkeys(groups)) for each, groups in table.items()}


def _apart() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in _APART:
        stems = {stem(word) for word in line.split()}
        for each in stems:
            table.setdefault(each, set()).update(stems - {each})
    return {each: frozenset(others) for each, others in table.items()}


def _opposed() -> dict[str, frozenset[str]]:
    left, right = (frozenset(stem(word) for word in side.split()) for side in _BEGIN_END)
    return dict.fromkeys(left, right) | dict.fromkeys(right, left)


# A stem to the heads of the groups that it belongs to.
ALIKE = _alike()
# A stem to the stems that name another subject of the same sort.
APART = _apart()

# A stem to those that tell of the other end of an event. They only choose between its times.
OPPOSED = _opposed()


def alike(one: str, other: str) -> bool:
    """Say whether two stems stand in one group of like meaning."""
    return not set(ALIKE.get(one, ())).isdisjoint(ALIKE.get(other, ()))

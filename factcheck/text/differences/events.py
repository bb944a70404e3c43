"""What happened: events that exclude each other, and which one a figure or a time is told of."""

from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.stems import stem

# Each line is one event; a word may tell of several. Two of different lines are two events, each
# with a time and with figures of its own.
_EVENTS = (
    "build built erect construct construction finished completed laid",
    "burn burned burnt fire destroyed destroy collapsed flooded demolished razed gutted",
    "found founded formed set created",
    "open opened reopened inaugurated",
    "close closed shut",
    "die died death killed kill dead perished toll fatalities drowned",
    "buried bury burial",
    "injured injure hurt wounded wound injuries",
    "missing unaccounted",
    "rescued saved rescue",
    "evacuated evacuate displaced",
    "born birth",
    "marry married wedding divorced",
    "moved relocated transferred",
    "renamed rename",
    "enlarged extended widened enlarge",
    "nationalised privatised",
    "crowned coronation enthroned",
    "abdicated abdication deposed",
    "exiled banished",
    "premiered premiere",
    "translated translation",
    "unveiled",
    "electrified",
    "drained",
    "knighted ennobled",
    "begin began begun start started commenced force effect effective",
    "elected election voted",
    "resign resigned stepped quit",
    "appointed hired recruited",
    "sacked dismissed redundant laid",
    "arrest arrested detained jailed convicted sentenced",
    "buy bought acquired sold sale sell fetched auction cost costs price",
    "insured insure insurance",
    "donated donate donation gift raised raise collected",
    "stolen stole robbed theft",
    "fined fine fines",
    "borrowed lent loan borrow",
    "sign signed concluded agreed",
    "dissolve dissolved disband disbanded abolished abolish wound",
    "design designed architect",
    "landed land touchdown",
    "baptised christened",
    "ratified ratify ratification",
    "nominated nominate nomination",
    "publish published printed",
    "rebuild rebuilt restore restored renovated repaired renewed repairs repair",
    "damaged damage",
    "discover discovered found unearthed",
    "win won beat",
    "retire retired",
    "planted plant",
    "felled cut chopped",
    "cancelled canceled struck scrapped",
    "delayed delay postponed",
)


def _events() -> dict[str, frozenset[int]]:
    table: dict[str, set[int]] = {}
    for number, line in enumerate(_EVENTS):
        for word in line.split():
            table.setdefault(stem(word), set()).add(number)
    return {each: frozenset(numbers) for each, numbers in table.items()}


# Those by which money changes hands.
_OF_MONEY = ("bought", "insured", "donated", "stolen", "fined", "borrowed", "won")
MONEY_EVENTS = frozenset().union(*(_events()[stem(word)] for word in _OF_MONEY))
EVENTS = _events()
"""A stem to the events that it may tell of."""

_BREAKS = frozenset(
    {",", ";", ".", ":", "(", ")", "–", "—", "but", "and", "while", "which", "who"}
    | {"it", "they", "he", "she", "we", "i", "when", "where", "that"}
)
_NONE: frozenset[int] = frozenset()


def told_of(side: Side, figure: Figure) -> frozenset[int]:
    """Return the events that a figure is told of: by the word before it, else by the next.

    "killed seven people and injured nineteen": seven are dead, nineteen hurt. A word on the other
    side of a comma, of "and" or of another figure tells of that one.
    """
    return happened_at(side, figure.first, figure.last)


def happened_at(side: Side, first: int, last: int) -> frozenset[int]:
    """Return the events that tokens first to last (half-open) are told of, as ``told_of``."""
    before = _nearest(side, range(first - 1, -1, -1))
    return before or _nearest(side, range(last, len(side.lows)))


def _nearest(side: Side, places: range) -> frozenset[int]:
    others = {place for f in side.figures for place in range(f.first, f.last)}
    for place in places:
        if side.lows[place] in _BREAKS or place in others:
            return _NONE
        # Rescuers count what others lost.
        if side.lows[place].endswith(("ers", "ors")):
            continue
        found = EVENTS.get(side.stems[place], _NONE)
        if found:
            return found
    return _NONE

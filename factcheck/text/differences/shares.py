"""Shares that a text tells as two counts: "of 20,000 doses, 13,950 were injected"."""

from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.tokens import word_set
from factcheck.text.figures.units import UNITS

_COUNTED = frozenset({"count", "area", "mass", "length", "money", "volume"})
_WHOLE_BEFORE = frozenset({"of"})
_PARTITIVE = frozenset(
    {"out", "some", "most", "many", "all", "one", "none", "few", "several", "half"}
)
# "A check of 500 bicycles found that 11 …": what was looked at is what the others are part of.
_SAMPLES = word_set(
    """check checks survey surveys sample samples study poll inspection inspections test tests
    review examination count census group batch cohort intake class total field fleet flock herd"""
)
_BREAKS = frozenset({"in", "on", "at", "by", "for", "to", "and", "with", "from", "than"})


def counted_shares(side: Side) -> list[Figure]:
    """Return a share for each count that is told to be part of another one.

    The figure's place is that of the part; its value is the part by the whole.
    """
    counts = [f for f in side.figures if f.dimension in _COUNTED and f.low >= 1 and not f.ranged]
    if len(counts) < 2:
        return []
    wholes = [f for f in counts if is_whole(side, f) or _is_split(side, f)]
    shares = []
    for whole in wholes:
        for part in counts:
            if part is whole or part in wholes or part.dimension not in {"count", whole.dimension}:
                continue
            # A part of "1,500 hectares" may leave the unit out.
            scale = _scale(side, whole) if part.dimension != whole.dimension else 1.0
            if part.low * scale > whole.low:
                continue
            if abs(side.cum[part.core] - side.cum[whole.core]) > 0.9:
                continue
            value = part.low * scale / whole.low
            shares.append(part._replace(dimension="fraction", low=value, high=value, step=0.0))
    return shares


def _scale(side: Side, whole: Figure) -> float:
    """Return the base units in one of the unit that a whole is told in."""
    measured = next(
        (UNITS[low] for low in side.lows[whole.core : whole.last] if low in UNITS), None
    )
    return measured.factor if measured else 1.0


def _is_split(side: Side, figure: Figure) -> bool:
    """Say whether a count is told with its parts after it: "44 tigers, of which 31"."""
    lows = side.lows
    return any(
        lows[place] == "of" and lows[place + 1] in {"which", "whom"}
        for place in range(figure.last, min(figure.last + 5, len(lows) - 1))
    )


_THEM = frozenset({"them", "whom", "these", "those", "which", "the", "its", "their"})


def is_part(side: Side, figure: Figure, *, of_them: bool = False) -> bool:
    """Say whether a count is told as part of another: "340 of them", "nine of the"."""
    lows = side.lows
    place = figure.last
    if place + 1 >= len(lows) or lows[place] != "of":
        return False
    return lows[place + 1] in (_THEM - {"the", "its", "their"} if of_them else _THEM)


_FOUND = word_set("found showed shows revealed finds had were was have said say passed failed")


def _found_later(side: Side, place: int) -> bool:
    """Say whether a count of the same sentence follows what was found."""
    told = {at for at in range(place, len(side.lows)) if side.lows[at] in _FOUND}
    return any(
        figure.dimension == "count"
        and side.sentence[figure.core] == side.sentence[place]
        and any(at < figure.first for at in told)
        for figure in side.figures
        if figure.first >= place
    )


def _opens_with_of(side: Side, place: int) -> bool:
    """Say whether a sentence begins "Of the hall's cost of": what follows is the whole."""
    head = side.heads.get(side.sentence[place], 0)
    first = not any(head < figure.first < place for figure in side.figures)
    return first and side.lows[head] == "of" and place - head < 7


def is_whole(side: Side, figure: Figure) -> bool:
    """Say whether a count is what others are part of: "of the tower's 120 flats", "out of 40"."""
    lows = side.lows
    for back in range(figure.first - 1, max(-1, figure.first - 5), -1):
        low = lows[back]
        if low in _WHOLE_BEFORE and lows[back + 1] not in {"which", "whom", "them", "these"}:
            # "a total of 40", "a crowd of 40" are the thing itself.
            before = lows[back - 1] if back else ""
            part = before in _PARTITIVE or back == 0 or side.tokens[back - 1].kind != "word"
            part = (
                part
                or _opens_with_of(side, back)
                or (before in _SAMPLES and _found_later(side, figure.last))
            )
            return part or any(f.last == back for f in side.figures)
        if side.tokens[back].kind != "word" or (back < figure.first - 1 and low in _BREAKS):
            return False
    return False

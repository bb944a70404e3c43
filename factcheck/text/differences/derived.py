"""Figures that a text does not write but tells: ratios, changes, sums, remainders, time spans."""

from datetime import date
from itertools import pairwise

from factcheck.text.differences.candidates import role_of
from factcheck.text.differences.nouns import noun_after
from factcheck.text.differences.pairs import pairs_of_figures
from factcheck.text.differences.shares import counted_shares, is_whole
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure, Moment
from factcheck.text.figures.bare import read_bare
from factcheck.text.figures.units import UNITS

_DAY_S = 86_400.0
_REST = frozenset({"rest", "remainder", "others", "remaining"})


def derived_figures(claim: Side, evidence: Side) -> list[Figure]:
    """Return what the evidence tells by two figures together, as far as the claim asks for it.

    Each stands at the words that it is derived from, and is taken as told roughly.
    """
    derived: list[Figure] = []
    wanted = {figure.dimension for figure in claim.figures}
    changing = any(role_of(claim, figure) == "change" for figure in claim.figures)
    if "fraction" in wanted:
        shares = counted_shares(evidence)
        derived += shares + _remainders(evidence, shares)
        derived += [] if shares else _of_one_noun(evidence)
    if "times" in wanted or ("fraction" in wanted and changing) or "points" in wanted:
        derived += _steps(evidence, changing=changing)
    if "count" in wanted:
        derived += _sums(evidence) + _parts(evidence) + _of_a_whole(evidence) + _each(evidence)
    if "duration" in wanted and not any(f.dimension == "duration" for f in evidence.figures):
        derived += _spells(evidence) + _nth_units(evidence)
    return derived


def _remainders(side: Side, shares: list[Figure]) -> list[Figure]:
    """Return what "the rest" is where a share of the whole was told before it."""
    shares = [*shares, *(f for f in side.figures if f.dimension == "fraction" and f.low < 1)]
    left = []
    for place, low in enumerate(side.lows):
        if low not in _REST or place == 0 or side.lows[place - 1] not in {"the", "all"}:
            continue
        # "the remaining 6,050" is told in figures.
        if any(figure.first == place + 1 for figure in side.figures):
            continue
        before = [share for share in shares if share.first < place]
        if before:
            share = before[-1]
            start, end = side.span(place - 1, place + 1)
            value = 1 - share.low
            left.append(
                share._replace(
                    start=start, end=end, first=place - 1, last=place + 1, core=place,
                    low=value, high=value, step=0.0, hedge="",
                )
            )  # fmt: skip
    return left


def _steps(side: Side, *, changing: bool) -> list[Figure]:
    """Return the factor, and the change, of each pair of an earlier and a later figure."""
    steps = []
    for now, then in pairs_of_figures(side):
        if then.low <= 0:
            continue
        factor = now.low / then.low
        steps.append(_between(side, now, then, "times", factor))
        if changing:
            steps.append(_between(side, now, then, "fraction", abs(factor - 1)))
            if now.dimension == "fraction":
                steps.append(_between(side, now, then, "points", abs(now.low - then.low) * 100))
    return steps


def _between(side: Side, one: Figure, other: Figure, dimension: str, value: float) -> Figure:
    first, last = min(one.first, other.first), max(one.last, other.last)
    start, end = side.span(first, last)
    return Figure(
        start, end, first, last, one.core, dimension, value, value, 0.0, "about", derived=True
    )


def _sums(side: Side) -> list[Figure]:
    """Return the sum of two counts that stand side by side: "seven men and five women"."""
    sums = []
    counts = [f for f in side.figures if f.dimension == "count" and not f.ranged]
    for one, other in pairwise(counts):
        between = side.lows[one.last : other.first]
        voted = "to" in between and ("votes" in between or "vote" in side.lows[: one.first])
        if len(between) <= 4 and ("and" in between or voted) and "," not in between:
            value = one.low + other.low
            whole = _between(side, one, other, "count", value)
            sums.append(whole._replace(hedge=""))
    return sums


def _of_a_whole(side: Side) -> list[Figure]:
    """Return what a share of a count comes to, and what is left of it.

    "600 puppets, a third of them on show" are 200; "of 18 states eleven have signed" leaves seven.
    """
    counts = [f for f in side.figures if f.dimension == "count" and f.low > 1 and not f.ranged]
    told = []
    for share in side.figures:
        before = [c for c in counts if c.last <= share.first]
        if share.dimension == "fraction" and share.low < 1 and before:
            value = share.low * before[-1].low
            told.append(share._replace(dimension="count", low=value, high=value, derived=True))
    told += [
        _between(side, part, whole, "count", whole.low - part.low)
        for whole in counts
        for part in counts
        if part.low < whole.low and whole.last <= part.first and is_whole(side, whole)
    ]
    return [figure._replace(step=1.0, hedge="") for figure in told]


def _of_one_noun(side: Side) -> list[Figure]:
    """Return the share that "1,800 hives" are of "11,000 hives in all"."""
    counts = [f for f in side.figures if f.dimension == "count" and not f.ranged and f.low > 1]
    nouns = [(f, noun_after(side, f)) for f in counts]
    return [
        part._replace(dimension="fraction", low=part.low / whole.low, high=part.low / whole.low)
        for whole, noun in nouns
        for part, its in nouns
        if noun and noun == its and part.low < whole.low and _in_all(side, whole)
    ]


def _in_all(side: Side, figure: Figure) -> bool:
    before = side.lows[max(0, figure.first - 6) : figure.first]
    return "all" in before or "total" in before or "altogether" in before


def _each(side: Side) -> list[Figure]:
    """Return the product of "3 firms with 1,500 scooters each"."""
    counts = [f for f in side.figures if f.dimension == "count" and not f.ranged]
    return [
        _between(side, other, one, "count", one.low * other.low)._replace(step=1.0, hedge="")
        for one, other in pairwise(counts)
        if "each" in side.lows[other.last : other.last + 4]
        and side.sentence[one.core] == side.sentence[other.core]
    ]


def _parts(side: Side) -> list[Figure]:
    """Return the three of "three of the five lifts", which is a share as well."""
    parts = []
    for share in side.figures:
        if share.dimension != "fraction" or "of" not in side.lows[share.core : share.last]:
            continue
        number = read_bare(side.tokens, share.core, "en")
        if number is not None and number.value >= 1:
            parts.append(
                share._replace(
                    dimension="count", low=number.value, high=number.value, step=1.0, derived=True
                )
            )
    return parts


def _spells(side: Side) -> list[Figure]:
    """Return how long it was from one time to a later one: "from 1914 to 1918"."""
    spells = []
    moments = [_in_some_year(moment) for moment in side.moments]
    moments = [moment for moment in moments if moment.begins is not None]
    for one, other in pairwise(moments):
        days = _middle(other) - _middle(one)
        if days <= 0:
            continue
        start, end = side.span(one.first, other.last)
        loose = max(_width(one), _width(other)) * _DAY_S
        spells.append(
            Figure(
                start, end, one.first, other.last, one.first, "duration",
                max(0.0, days * _DAY_S - loose / 2), days * _DAY_S + loose / 2, 0.0,
                ranged=True, derived=True,
            )
        )  # fmt: skip
    return spells


def _nth_units(side: Side) -> list[Figure]:
    """Return how long it was by "the 29th day": more than 28 days, 29 at most."""
    spells = []
    for place in side.figures:
        unit = UNITS.get(side.lows[place.last]) if place.last < len(side.lows) else None
        if place.dimension == "ordinal" and unit is not None and unit.dimension == "duration":
            start, end = side.span(place.first, place.last + 1)
            spells.append(
                place._replace(
                    start=start, end=end, last=place.last + 1, dimension="duration",
                    low=(place.low - 1) * unit.factor, high=place.low * unit.factor,
                    step=0.0, ranged=True, derived=True,
                )
            )  # fmt: skip
    return spells


def _in_some_year(moment: Moment) -> Moment:
    """Put a day without a year into one: "from 1 May to 31 July" is three months in any."""
    if moment.begins is not None or moment.day is None or len(moment.months) != 1:
        return moment
    try:
        day = date(2001, moment.months[0], moment.day).toordinal()
    except ValueError:
        return moment
    return moment._replace(begins=day, until=day)


def _middle(moment: Moment) -> float:
    return ((moment.begins or 0) + (moment.until or 0)) / 2


def _width(moment: Moment) -> float:
    return float((moment.until or 0) - (moment.begins or 0) + 1)

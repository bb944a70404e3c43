"""Figures that a text sets against each other: now and before."""

from factcheck.text.differences.candidates import is_marked, is_past, moment_of
from factcheck.text.differences.nouns import noun_after
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.bare import read_bare

_MEASURES = frozenset(
    {"count", "fraction", "money", "length", "mass", "duration", "temperature", "volume", "area"}
)


# Told of the present, so that another figure with a time of its own is the earlier one.
_NOW = frozenset({"now", "today", "currently", "nowadays", "present"})


def pairs_of_figures(side: Side) -> list[tuple[Figure, Figure]]:
    """Return figures of one measure with the earlier figure they are set against: (now, then)."""
    pairs = []
    figures = [f for f in side.figures if f.dimension in _MEASURES and not f.vague]
    for place, then in enumerate(figures):
        if not is_past(side, then):
            continue
        near = [
            now
            for at, now in enumerate(figures)
            if at != place
            and not is_marked(side, now)
            and (not is_past(side, now) or is_marked(side, then))
            and _one_measure(side, now, then)
            and abs(side.cum[now.core] - side.cum[then.core]) < 0.9
        ]
        if near:
            now = min(near, key=lambda f: abs(f.core - then.core))
            pairs.append((now, then if now.dimension == then.dimension else _as(side, then, now)))
    return pairs or _by_their_times(side, figures)


def _one_measure(side: Side, now: Figure, then: Figure) -> bool:
    if now.dimension == then.dimension:
        return _one_thing(side, now, then)
    # "costs 6 francs, up from 4"
    return then.dimension == "count" and now.dimension != "fraction" and not noun_after(side, then)


def _as(side: Side, bare: Figure, full: Figure) -> Figure:
    """Measure a bare number as the figure that it is set against."""
    told = read_bare(side.tokens, full.core, "en")
    unit = full.low / told.value if told is not None and told.value else 1.0
    return bare._replace(
        dimension=full.dimension, low=bare.low * unit, high=bare.high * unit, code=full.code
    )


def _by_their_times(side: Side, figures: list[Figure]) -> list[tuple[Figure, Figure]]:
    """Return two figures of one measure that are told of two times: "40 in 1950 and 122 now"."""
    for dimension in dict.fromkeys(figure.dimension for figure in figures):
        pairs = _of_two_times(side, [f for f in figures if f.dimension == dimension])
        if pairs:
            return pairs
    return []


def _of_two_times(side: Side, figures: list[Figure]) -> list[tuple[Figure, Figure]]:
    if len(figures) != 2:
        return []
    told = {low for f in figures for low in side.lows[max(0, f.first - 4) : f.last + 4]}
    lasting = figures[0].dimension == "duration" and _NOW.isdisjoint(told)
    if lasting or not _one_thing(side, figures[1], figures[0]):
        return []
    whens = [_when(side, figure) for figure in figures]
    # "122 now" is set against any other.
    if float("inf") in whens:
        whens = [when or 0.0 for when in whens]
    if whens[0] is None or whens[1] is None or whens[0] == whens[1]:
        return []
    return [(figures[1], figures[0])] if whens[0] < whens[1] else [(figures[0], figures[1])]


def _when(side: Side, figure: Figure) -> float | None:
    """Return the day a figure is told of, for ordering; "now" is after all days."""
    clause = side.clause[figure.core]
    for place in range(max(0, figure.first - 4), min(len(side.lows), figure.last + 4)):
        if side.lows[place] in _NOW and side.clause[place] == clause:
            return float("inf")
    moment = moment_of(side, figure.core)
    if moment is None:
        return None
    words = side.lows[moment.first : moment.last]
    if "last" in words or "this" in words:
        return 1e9  # near the present, but before "now"
    if moment.begins is not None:
        return float(moment.begins)
    return 0.0 if moment.months or moment.year else None


def _one_thing(side: Side, now: Figure, then: Figure) -> bool:
    """Say whether two bare numbers can count one thing; an earlier one may leave it out."""
    if now.dimension != "count":
        return True
    mine, theirs = noun_after(side, now), noun_after(side, then)
    return not theirs or mine == theirs or (not mine and then.first < now.first)

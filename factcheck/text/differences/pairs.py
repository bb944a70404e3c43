"""Figures that a text sets against each other: now and before."""

from factcheck.text.differences.candidates import is_past
from factcheck.text.differences.nouns import noun_after
from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure

_MEASURES = frozenset({"count", "fraction", "money", "length", "mass", "duration", "temperature"})


def pairs_of_figures(side: Side) -> list[tuple[Figure, Figure]]:
    """Return figures of one measure with the earlier figure they are set against: (now, then)."""
    pairs = []
    figures = [f for f in side.figures if f.dimension in _MEASURES]
    for place, then in enumerate(figures):
        if not is_past(side, then):
            continue
        near = [
            now
            for at, now in enumerate(figures)
            if at != place
            and now.dimension == then.dimension
            and not is_past(side, now)
            and _one_thing(side, now, then)
            and abs(side.cum[now.core] - side.cum[then.core]) < 0.9
        ]
        if near:
            now = min(near, key=lambda f: abs(f.core - then.core))
            pairs.append((now, then))
    return pairs


def _one_thing(side: Side, now: Figure, then: Figure) -> bool:
    """Say whether two bare numbers can count one thing; an earlier one may leave it out."""
    if now.dimension != "count":
        return True
    mine, theirs = noun_after(side, now), noun_after(side, then)
    return not theirs or mine == theirs or (not mine and then.first < now.first)

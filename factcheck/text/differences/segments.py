"""Which of several places in a text a word goes with: "410 in the park, 2,950 in the district"."""

import itertools
from collections.abc import Sequence

from factcheck.text.differences.lexicon import ALIKE
from factcheck.text.differences.sides import Side

# How strongly a sign or a word sets what is before it apart from what is after it.
_CUTS = {
    **dict.fromkeys(".!?", 5),
    **dict.fromkeys(";:–—", 4),
    **dict.fromkeys(("while", "whereas", "but", "although", "though", "against", "compared"), 4),
    **dict.fromkeys(",()", 3),
    **dict.fromkeys(("and", "or", "which", "who", "whom", "where", "when", "than"), 2),
}


def segments(side: Side, places: Sequence[int]) -> list[tuple[int, int]]:
    """Return the token range (half-open) that goes with each of places, which are in order.

    Between two places the text is cut at the strongest sign or word; the last of equal ones wins.
    """
    cuts = [0]
    for one, other in itertools.pairwise(places):
        best, at = 0, other
        for place in range(one + 1, other):
            strength = _CUTS.get(side.lows[place], 0)
            if strength == 5 and side.sentence[place] == side.sentence[min(place + 1, other)]:
                strength = 0  # the stop of "Dr." or of "p.m."
            if strength and strength >= best:
                best, at = strength, place + 1
        cuts.append(at)
    cuts.append(len(side.lows))
    return list(itertools.pairwise(cuts))


def told_apart(side: Side, names: Sequence[str], places: Sequence[int]) -> list[float]:
    """Return for each of places how much the words that tell them apart speak for it, -1 to 1.

    A word of names that stands in the ranges of some places and not of others speaks for these
    and against the others. One that all have, or that opens the sentence, says nothing.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    ranges = segments(side, [places[at] for at in order])
    scores = [0.0] * len(places)
    weighed = 0
    for name in names:
        where = side.places.get(name) or [
            place for group in ALIKE.get(name, ()) for place in side.groups.get(group, ())
        ]
        if not where:
            continue
        holders = [any(first <= place < last for place in where) for first, last in ranges]
        holders = _understood(side, holders, where, ranges, [places[at] for at in order])
        held = sum(holders)
        if held == len(places) or _opens(side, where, places):
            continue
        weighed += 1
        for at, holds in zip(order, holders, strict=True):
            scores[at] += 1.0 / held if holds else -1.0 / (len(places) - held)
    return [score / (weighed or 1) for score in scores]


# In so few words a second answer leaves out what the first said: "and the goalkeeper £35,000".
_GAPPED = 4


def _understood(
    side: Side,
    holders: list[bool],
    where: list[int],
    ranges: list[tuple[int, int]],
    places: list[int],
) -> list[bool]:
    """Let a place that leaves its verb out share the one of the place before it.

    What opens the place before is its own subject, and is not shared.
    """
    shared = list(holders)
    for at in range(1, len(places)):
        first, last = ranges[at - 1]
        gap = [stem for stem in side.stems[last : places[at]] if stem]
        if shared[at] or len(gap) != 1 or places[at] - last > _GAPPED:
            continue
        opens = next((place for place in range(first, last) if side.stems[place]), last)
        shared[at] = any(opens < place < places[at - 1] for place in where)
    return shared


def deed_before(side: Side, place: int) -> list[str]:
    """Return the stem of the last word before token place that tells something, if it has one.

    Mostly that is what was done: "went bankrupt in 1993", "paid 600 euros". What opens the
    sentence is who did it, and is left out.
    """
    head = side.heads.get(side.sentence[place], 0)
    for back in range(place - 1, head + 1, -1):
        if side.stems[back]:
            return [side.stems[back]]
    return []


def _opens(side: Side, where: list[int], places: Sequence[int]) -> bool:
    """Say whether a word stands only before the first of the places, at the head of its text."""
    first = min(places)
    head = side.heads.get(side.sentence[first], 0)
    return all(place < first and place - head < 6 for place in where)

"""Whether two figures of two statements count one thing, as far as the words around them tell."""

from typing import Final

from factcheck.text.differences.events import EVENTS, told_of
from factcheck.text.differences.lexicon import alike
from factcheck.text.differences.nouns import noun_after, period_after
from factcheck.text.differences.shares import is_part
from factcheck.text.differences.sides import Side, ranges
from factcheck.text.figures import Figure, Moment
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set
from factcheck.text.statements import Told

_MODAL: Final = word_set(
    """can could may might would capacity maximum minimum limit need needs needed require requires
    required target goal demand demands demanded"""
)
# What comes and goes is no count of what there is: "lost 4,000", of an army of 40,000.
_COMING_AND_GOING: Final = frozenset(
    map(
        stem,
        word_set("lost gained added hired cut sold bought received donated left joined"),
    )
)
_WHO: Final = word_set("it he she they the a an its his her their")
_SIGNS: Final = frozenset("[=<>≤≥#")
_OF_CLOCKS: Final = (["p"], ["a"], ["pm"], ["am"], [":"])
_OF_TESTS: Final = frozenset({"ci", "hr", "rr", "sd", "p"})
# So many words with a subject before and after a figure tell what it is of.
_BESIDE: Final = 3
_SHARE_OF_ONE: Final = 0.5
_SHARE_OF_OTHER: Final = 0.6
_FEWEST: Final = 2
_LONGEST_DAY: Final = 3


def of_one_count(one: Told, ours: Figure, two: Told, their: Figure) -> bool:
    """Say whether a figure of each of two statements can be of one thing.

    It rests on what is counted, in what period, to whom it is given, and on the words with a
    subject on both sides of each figure.
    """
    both = ((one.side, ours), (two.side, their))
    if any(_is_a_name(side, figure) for side, figure in both):
        return False
    if any(tell(*both[0]) != tell(*both[1]) for tell in (period_after, _can_be, is_part)):
        return False
    if _stands_in(one.side, ours, their) or _stands_in(two.side, their, ours):
        return False
    mine, theirs = (_counted(side, figure) for side, figure in both)
    if mine and theirs and mine != theirs and not alike(mine, theirs):
        return False
    here, there = (_beside(side, figure) for side, figure in both)
    ours_named, their_named = one.named.intersection(here), two.named.intersection(there)
    if ours_named and their_named and not ours_named & their_named:
        return False
    if one.tolls & two.tolls & told_of(one.side, ours) & told_of(two.side, their):
        return _on_a_day(one.side) and _on_a_day(two.side)
    if _contrast(one.side, ours, two.side, their):
        return False
    if sum(map(two.side.has, one.side.places)) < _FEWEST:
        return False
    shares = sorted((_share_in(two.side, here), _share_in(one.side, there)))
    return shares[0] >= _SHARE_OF_ONE and shares[1] >= _SHARE_OF_OTHER


def _contrast(one: Side, ours: Figure, two: Side, their: Figure) -> bool:
    """Say whether two figures are set against each other: of other times, acts or receivers."""
    if _tells_when(one) != _tells_when(two):
        return True
    if _comes_or_goes(one, ours, two) or _comes_or_goes(two, their, one):
        return True
    mine, theirs = _given_to(one, ours), _given_to(two, their)
    return bool(mine and theirs) and not two.has(mine) and not one.has(theirs)


def _tells_when(side: Side) -> bool:
    """Say whether a text tells the time by what happened: "when it was founded"."""
    return any(
        low == "when" and after in _WHO
        for low, after in zip(side.lows, side.lows[1:], strict=False)
    )


def _can_be(side: Side, figure: Figure) -> bool:
    """Say whether a figure is told of what can be: "can carry 200"."""
    return not _MODAL.isdisjoint(side.lows[max(0, figure.first - 4) : figure.first])


def _comes_or_goes(side: Side, figure: Figure, other: Side) -> bool:
    """Say whether a figure is told of what comes or goes, and the other text of no such thing."""
    before = side.stems[max(0, figure.first - 3) : figure.first]
    return any(each in _COMING_AND_GOING and not other.has(each) for each in before)


def _given_to(side: Side, figure: Figure) -> str:
    """Return to whom or for what a figure is told, right behind it; "" where nobody is named."""
    for place in range(figure.last, min(figure.last + 3, len(side.lows))):
        if side.lows[place] in {"to", "for"}:
            return next(filter(None, side.stems[place + 1 : place + 4]), "")
    return ""


def _stands_in(side: Side, figure: Figure, other: Figure) -> bool:
    """Say whether a text has the other's figure too: "ten were hurt, three of them badly"."""
    return any(
        each is not figure and each.dimension == other.dimension and each.low == other.low
        for each in side.figures
    )


def _counted(side: Side, figure: Figure) -> str:
    """Return what a figure counts; "" too where that is what happened to it: "the 14 dead"."""
    noun = noun_after(side, figure)
    return "" if noun in EVENTS else noun


def _on_a_day(side: Side) -> bool:
    """Say whether a text tells no time longer than a few days: not "in 2019", "since March"."""
    return all(_is_short(moment) for moment in side.moments)


def _is_short(moment: Moment) -> bool:
    if moment.begins is not None and moment.until is not None:
        return moment.until - moment.begins < _LONGEST_DAY
    return moment.day is not None or moment.weekday is not None


def _beside(side: Side, figure: Figure) -> list[str]:
    """Return the stems with a subject on both sides of a figure, in its sentence."""
    taken = {
        place
        for first, last in (*ranges(side.moments), *ranges(side.figures))
        for place in range(first, last)
    }
    places: list[int] = []
    for way in (range(figure.first - 1, -1, -1), range(figure.last, len(side.tokens))):
        found = 0
        for place in way:
            if side.sentence[place] != side.sentence[figure.core] or found == _BESIDE:
                break
            if side.stems[place] and place not in taken:
                places.append(place)
                found += 1
    return [side.stems[place] for place in places]


def _share_in(side: Side, stems: list[str]) -> float:
    return sum(map(side.has, stems)) / len(stems) if stems else 1.0


def _is_a_name(side: Side, figure: Figure) -> bool:
    """Say whether a figure counts nothing: "[2]", "IL-6", "6 p.m.", "P < 0.05"."""
    before = side.lows[max(0, figure.first - 3) : figure.first]
    after = side.lows[figure.last : figure.last + 1]
    if before[-1:] and before[-1] in _SIGNS:
        return True
    if before[-1:] in (["-"], [":"]) and side.tokens[figure.first].glued:
        return True
    return after in _OF_CLOCKS or not _OF_TESTS.isdisjoint(before)

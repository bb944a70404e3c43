"""Whether a difference of two statements is of one thing: one count, one time, the same names.

Two sentences that share most of their words may still tell of two things: of two countries, two
years, the owners of guns and the guns. These rules would rather miss a contradiction than call
two things one.
"""

from itertools import pairwise
from typing import Final

from factcheck.text.differences.events import happened_at
from factcheck.text.differences.lexicon import APART
from factcheck.text.differences.names import Name, names, same_name
from factcheck.text.differences.results import Difference
from factcheck.text.differences.sides import Side, ranges
from factcheck.text.figures import Figure, Moment, same_time
from factcheck.text.figures.tokens import word_set
from factcheck.text.one_count import of_one_count
from factcheck.text.spans import Span
from factcheck.text.statements import Told

# Where one text has these and the other has not, they tell of two things.
_TWO_THINGS: Final = word_set(
    """another separate separately previous previously earlier additional brother sister wife
    husband son daughter father mother predecessor successor rival opponent"""
)
_PARTS_OF_ONE: Final = word_set(
    """president mayor minister chairman chairwoman chair director chief head leader governor king
    queen pope chancellor author founder winner capital owner captain coach secretary ambassador
    commissioner bishop editor spokesman spokeswoman spokesperson"""
)
_BEING: Final = word_set("is was are were be been became becomes named elected appointed")
# What can be is no other count of what is.
_TIMES_OF_DAY: Final = word_set(
    """dawn morning noon afternoon evening dusk night midnight weekday weekdays weekend weekends
    saturday saturdays sunday sundays"""
)
# With a number they are a name: "Chapter 3".
_NUMBERED: Final = word_set(
    """chapter room page group article section flight line phase stage act route unit gate no grade
    class school district block ward paragraph lot volume episode season round level annex"""
)
_BY_FIGURES: Final = frozenset(
    {"number", "percent", "money", "unit", "date", "weekday", "duration", "range", "ordinal"}
)
_TIMES: Final = frozenset({"date", "weekday"})
# What is told without figures is told in many ways: it must be nearly the same sentence.
_BY_WORDS: Final = 4
_FEWEST: Final = 2
_SHARE_OF_ONE: Final = 0.5
_SHARE_BY_WORDS: Final = 0.8
# So many words at the head of a text say what it is about.
_HEAD: Final = 4


def is_of_one_thing(one: Told, two: Told, difference: Difference) -> bool:
    """Say whether the names, the times and the words around let a difference be of one thing."""
    if difference.kind != "name" and one.named - two.named and two.named - one.named:
        return False
    if _TWO_THINGS.intersection(one.side.lows) != _TWO_THINGS.intersection(two.side.lows):
        return False
    if difference.kind != "name" and not _open_alike(one.side, two.side):
        return False
    if _set_apart(one, two) or not _of_one_order(one.side, two.side, difference):
        return False
    if difference.kind in _TIMES:
        return _one_event(one, two, difference) or _nearly_same(one, two, difference)
    if not _at_one_time(one.side, two.side):
        return False
    if difference.kind not in _BY_FIGURES:
        return _nearly_same(one, two, difference) and _other_names(one, two, difference)
    ours = _figure_at(one.side, difference.claim_span)
    their = _figure_at(two.side, difference.evidence_span)
    if ours is None or their is None:
        return _nearly_same(one, two, difference)
    return of_one_count(one, ours, two, their)


def _open_alike(one: Side, two: Side) -> bool:
    """Say whether what one of them begins with stands in the other: "Texans" are no Virginians."""
    return any(
        side.has(next(iter(other.subjects(ranges(other.figures))), ""))
        for other, side in ((one, two), (two, one))
    )


def _set_apart(one: Told, two: Told) -> bool:
    """Say whether words tell of two things of one sort: men and women, noon and evening."""
    for sort in (_TIMES_OF_DAY.intersection, _numbered):
        mine, theirs = sort(one.side.lows), sort(two.side.lows)
        if mine and theirs and mine.isdisjoint(theirs):
            return True
    return any(
        not two.side.has(each)
        and any(other in two.stems and not one.side.has(other) for other in APART[each])
        for each in one.stems & APART.keys()
    )


def _numbered(lows: list[str]) -> set[tuple[str, str]]:
    return {
        (low, after)
        for low, after in pairwise(lows)
        if low in _NUMBERED and (after.isdigit() or len(after) == 1)
    }


def _at_one_time(one: Side, two: Side) -> bool:
    mine, theirs = one.moments, two.moments
    if not mine or not theirs:
        return True
    return any(same_time(a, b) for a in mine for b in theirs)


def _nearly_same(one: Told, two: Told, difference: Difference) -> bool:
    """Say whether all but what differs is nearly the same; a short one must be quite the same."""
    mine = one.stems - _stems_in(one.side, difference.claim_span)
    theirs = two.stems - _stems_in(two.side, difference.evidence_span)
    shared = sum(map(two.side.has, mine))
    back = sum(map(one.side.has, theirs))
    least = min(shared, back) + (difference.kind == "direction")
    if least < _BY_WORDS:
        return least >= _FEWEST and shared == len(mine) and back == len(theirs)
    shares = sorted((shared / len(mine), back / len(theirs)))
    # Who says so stands in one of them alone.
    return shares[0] >= _SHARE_OF_ONE and shares[1] >= _SHARE_BY_WORDS


def _stems_in(side: Side, span: Span) -> frozenset[str]:
    return frozenset(
        stem
        for token, stem in zip(side.tokens, side.stems, strict=True)
        if token.start < span.end and span.start < token.end
    )


def _one_event(one: Told, two: Told, difference: Difference) -> bool:
    """Say whether two times are told of the same event."""
    mine = _moment_at(one.side, difference.claim_span)
    theirs = _moment_at(two.side, difference.evidence_span)
    if mine is None or theirs is None:
        return False
    return bool(
        happened_at(one.side, mine.first, mine.last)
        & happened_at(two.side, theirs.first, theirs.last)
    )


def _other_names(one: Told, two: Told, difference: Difference) -> bool:
    """Say whether a name differs that is one, and is not the same person told otherwise."""
    if difference.kind != "name":
        return True
    pairs = [
        (mine, theirs)
        for mine in _names_in(one.side, difference.claim_span)
        for theirs in _names_in(two.side, difference.evidence_span)
    ]
    # Many can have done the same; "Ana Kos" and "Iva Kos" may be one, and there is one mayor.
    alone = _tells_of_one(one.side) and _tells_of_one(two.side)
    return bool(pairs) and all(
        same_name(mine, theirs) is False or (alone and set(mine.words).isdisjoint(theirs.words))
        for mine, theirs in pairs
    )


def _tells_of_one(side: Side) -> bool:
    """Say whether a text tells who has a part that one person has: "is the mayor"."""
    parts = any(
        low in _PARTS_OF_ONE and before == "the"
        for before, low in zip(side.lows, side.lows[1:], strict=False)
    )
    return parts and not _BEING.isdisjoint(side.lows)


def _names_in(side: Side, span: Span) -> list[Name]:
    return [name for name in names(side) if side.span(name.first, name.last).overlaps(span)]


def _of_one_order(one: Side, two: Side, difference: Difference) -> bool:
    """Say whether both tell of one in a row: not of a quarter and "the second quarter"."""
    mine, theirs = _orders(one, difference.claim_span), _orders(two, difference.evidence_span)
    if mine and theirs:
        return not mine.keys().isdisjoint(theirs)
    # At the head it tells which one is meant, farther on it may be left out; so may "first".
    told = [first for low, first in (*mine.items(), *theirs.items()) if low > 1]
    return min(told, default=_HEAD) >= _HEAD


def _orders(side: Side, but: Span) -> dict[float, int]:
    """Return the orders that a text tells, each with its first token."""
    return {
        figure.low: figure.first
        for figure in reversed(side.figures)
        if figure.dimension == "ordinal" and not (figure.start < but.end and but.start < figure.end)
    }


def _figure_at(side: Side, span: Span) -> Figure | None:
    return next((f for f in side.figures if f.start < span.end and span.start < f.end), None)


def _moment_at(side: Side, span: Span) -> Moment | None:
    return next((m for m in side.moments if m.start < span.end and span.start < m.end), None)

"""Whether a difference of two statements is of one thing: one count, one time, the same names.

Two sentences that share most of their words may still tell of two things: of two countries, two
years, the owners of guns and the guns. These rules would rather miss a contradiction than call
two things one.
"""

import re
from typing import Final, NamedTuple

from factcheck.text.differences.comparing import side_of
from factcheck.text.differences.directions import changes
from factcheck.text.differences.events import EVENTS, happened_at, told_of
from factcheck.text.differences.lexicon import ALIKE, alike
from factcheck.text.differences.names import Name, names, same_name
from factcheck.text.differences.nouns import noun_after, period_after
from factcheck.text.differences.results import Difference
from factcheck.text.differences.shares import is_part
from factcheck.text.differences.sides import Side, ranges
from factcheck.text.figures import Figure, Moment, same_time
from factcheck.text.figures.stems import stem
from factcheck.text.figures.tokens import word_set
from factcheck.text.spans import Span

# What happens to people, and is counted once for all: the dead of a blast are one number.
_VICTIM_WORDS: Final = ("died", "injured", "missing", "rescued", "evacuated", "arrested")
_VICTIMS: Final = frozenset().union(
    *(
        EVENTS[stem(word)]
        for word in ("died", "injured", "missing", "rescued", "evacuated", "arrested")
    )
)
_SAYING: Final = re.compile(
    r",[”\"]?\s(?:[^,;:“”\"\d]{1,80}\s(?:said|says|say|added|told|reported|announced|estimates?"
    r"|estimated|shows?|showed)\b|according to\s)[^,;:“”\"\d]{0,80}$"
)
# A count that one of these stands beside is of others, or of a part.
_OF_OTHERS: Final = word_set(
    """another other others separate separately also previous previously earlier additional more
    further each every per since among average annually daily"""
)
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
_BY_FIGURES: Final = frozenset(
    {"number", "percent", "money", "unit", "date", "weekday", "duration", "range", "ordinal"}
)
_SIGNS: Final = frozenset("[=<>≤≥#")
_OF_CLOCKS: Final = (["p"], ["a"], ["pm"], ["am"], [":"])
_OF_TESTS: Final = frozenset({"ci", "hr", "rr", "sd", "p"})
_TIMES: Final = frozenset({"date", "weekday"})
# So many words with a subject before and after a figure tell what it is of.
_BESIDE: Final = 3
_SHARE_OF_ONE: Final = 0.5
_SHARE_OF_OTHER: Final = 0.6
# What is told without figures is told in many ways: it must be nearly the same sentence.
_BY_WORDS: Final = 4
_FEWEST: Final = 2
_SHARE_BY_WORDS: Final = 0.8
_LONGEST_DAY: Final = 3


class Told(NamedTuple):
    """A statement as it is compared.

    stems: of the words with a subject outside figures, times and words of change. keys: these and
    the groups of like words that they belong to. named: those of its names.
    tolls: the events whose victims it counts.
    """

    side: Side
    stems: frozenset[str]
    keys: frozenset[str]
    named: frozenset[str]
    tolls: frozenset[int]


def reading(text: str, published: str) -> Told:
    """Read a statement once for all comparisons; published as `compare` takes it.

    Who says so at its end (", police said.") is left out: it is no part of what is said. Places
    are those of the whole text all the same.
    """
    side = side_of(_SAYING.sub("", text), published)
    # "Rose" and "fell" tell of the same thing.
    changed = [(change.first, change.last) for change in changes(side)]
    skip = (*ranges(side.figures), *ranges(side.moments), *changed)
    stems = frozenset(side.subjects(skip))
    keys = stems.union(*(ALIKE.get(each, ()) for each in stems))
    named = frozenset(stem(word) for name in names(side) for word in name.words)
    return Told(side, stems, keys, named, tolls_of(side))


def tolls_of(side: Side) -> frozenset[int]:
    """Return the events whose victims a text counts; none where it counts those of others too."""
    if not _OF_OTHERS.isdisjoint(side.lows):
        return frozenset()
    counts = [figure for figure in side.figures if figure.dimension == "count"]
    return frozenset().union(*(told_of(side, figure) & _VICTIMS for figure in counts))


def is_of_one_thing(one: Told, two: Told, difference: Difference) -> bool:
    """Say whether the names, the times and the words around let a difference be of one thing."""
    if difference.kind != "name" and one.named - two.named and two.named - one.named:
        return False
    if _TWO_THINGS.intersection(one.side.lows) != _TWO_THINGS.intersection(two.side.lows):
        return False
    if difference.kind != "name" and not _open_alike(one.side, two.side):
        return False
    if difference.kind in _TIMES:
        return _one_event(one, two, difference) or _nearly_same(one, two, difference)
    if not _at_one_time(one.side, two.side) or not _of_one_order(one.side, two.side, difference):
        return False
    if difference.kind not in _BY_FIGURES:
        return _nearly_same(one, two, difference) and _other_names(one, two, difference)
    ours = _figure_at(one.side, difference.claim_span)
    their = _figure_at(two.side, difference.evidence_span)
    if ours is None or their is None:
        return _nearly_same(one, two, difference)
    return _of_one_count(one, ours, two, their)


def _open_alike(one: Side, two: Side) -> bool:
    """Say whether what one of them begins with stands in the other: "Texans" are no Virginians."""
    return any(
        side.has(next(iter(other.subjects(ranges(other.figures))), ""))
        for other, side in ((one, two), (two, one))
    )


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


def _of_one_count(one: Told, ours: Figure, two: Told, their: Figure) -> bool:
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


def _of_one_order(one: Side, two: Side, difference: Difference) -> bool:
    """Say whether the orders that both tell are one: not "the first" and "the second quarter"."""
    mine, theirs = _orders(one, difference.claim_span), _orders(two, difference.evidence_span)
    return not mine or not theirs or not mine.isdisjoint(theirs)


def _orders(side: Side, but: Span) -> set[float]:
    return {
        figure.low
        for figure in side.figures
        if figure.dimension == "ordinal" and not (figure.start < but.end and but.start < figure.end)
    }


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


def _figure_at(side: Side, span: Span) -> Figure | None:
    return next((f for f in side.figures if f.start < span.end and span.start < f.end), None)


def _moment_at(side: Side, span: Span) -> Moment | None:
    return next((m for m in side.moments if m.start < span.end and span.start < m.end), None)

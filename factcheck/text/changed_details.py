"""The figures, times and quotations that are other ones in another version of a sentence."""

from bisect import bisect_left
from functools import cached_property
from typing import Literal, NamedTuple

from factcheck.text.figures import Figure, Moment, published_day, read, same_time
from factcheck.text.folded import folded
from factcheck.text.quotations import Quotation, quotations
from factcheck.text.spans import Span


class Detail(NamedTuple):
    """Something that changed in a sentence.

    old, new: code points of each version's text, None where it stands in only one. was, now: the
    words there, "" where there are none.
    """

    kind: Literal["figure", "time", "quotation"]
    old: Span | None
    new: Span | None
    was: str
    now: str


class _Told(NamedTuple):
    """A figure, a time or a quotation of a sentence: what it says, and where."""

    kind: Literal["figure", "time", "quotation"]
    value: object
    span: Span
    words: str


class Facts:
    """A text with what its sentences tell: figures, times, quotations.

    published: when this version was published, as given.
    """

    def __init__(self, text: str, published: str) -> None:
        self.text = text
        self._day = published_day(published)

    @cached_property
    def _quotations(self) -> list[Quotation]:
        return [one for one in quotations(self.text) if one.depth == 0]

    @cached_property
    def quoted(self) -> frozenset[str]:
        """All quotations of the text, folded."""
        return frozenset(_bare(one.words(self.text)) for one in self._quotations)

    def told_in(self, span: Span | None) -> list[_Told]:
        """Return what a sentence tells, in order of kind and place."""
        if span is None:
            return []
        reading = read(span.of(self.text), self._day)
        told = [self._told("figure", _value(one), one, span.start) for one in reading.figures]
        told += [self._told("time", one, one, span.start) for one in reading.moments]
        first = bisect_left(self._quotations, span.start, key=lambda one: one.end)
        for one in self._quotations[first:]:
            if one.start >= span.end:
                break
            words = one.words(self.text)
            told.append(_Told("quotation", _bare(words), one.span, words))
        return told

    def _told(
        self, kind: Literal["figure", "time"], value: object, where: Figure | Moment, start: int
    ) -> _Told:
        span = Span(where.start + start, where.end + start)
        return _Told(kind, value, span, span.of(self.text))


def changed_details(
    old: Facts, before: Span | None, new: Facts, after: Span | None
) -> tuple[Detail, ...]:
    """Return what a sentence told and tells no more, and what it tells newly, paired in order.

    A quotation that stands elsewhere in the other version did not change.
    """
    was, now = old.told_in(before), new.told_in(after)
    gone = [one for one in was if not _is_there(one, now, new)]
    come = [one for one in now if not _is_there(one, was, old)]
    found: list[Detail] = []
    for one in gone:
        other = next((each for each in come if each.kind == one.kind), None)
        if other:
            come.remove(other)
            found.append(Detail(one.kind, one.span, other.span, one.words, other.words))
        else:
            found.append(Detail(one.kind, one.span, None, one.words, ""))
    found += [Detail(one.kind, None, one.span, "", one.words) for one in come]
    return tuple(found)


def _value(figure: Figure) -> object:
    return figure.dimension, figure.low, figure.high, figure.code, figure.hedge


def _is_there(one: _Told, others: list[_Told], text: Facts) -> bool:
    if one.kind == "quotation" and one.value in text.quoted:
        return True
    return any(other.kind == one.kind and _same(one, other) for other in others)


def _same(one: _Told, other: _Told) -> bool:
    if isinstance(one.value, Moment) and isinstance(other.value, Moment):
        return one.value.words == other.value.words or same_time(one.value, other.value) is True
    return one.value == other.value


def _bare(words: str) -> str:
    return folded(words).strip(" .,;:!?…'")

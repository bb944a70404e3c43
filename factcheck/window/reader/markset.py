"""All marks of one reader, ready to be asked what lies over a place."""

from collections.abc import Iterable

from factcheck.text.spans import Span
from factcheck.window.reader.intervals import IntervalIndex, levels
from factcheck.window.reader.looks import code_of
from factcheck.window.reader.marks import Mark
from factcheck.window.reader.segments import Placed

LEVELS = 3
"""Lines under one row and stripes beside it; a fourth overlap shares the third."""


class MarkSet:
    """The marks of one text with their index, levels and the active one.

    marks: may overlap and nest in any way; ids are unique (ValueError otherwise).
    Replacing one mark costs as much as setting all: about 25 ms with 10,000.
    """

    def __init__(self, marks: Iterable[Mark] = (), active: str | None = None) -> None:
        self.marks: tuple[Mark, ...] = tuple(marks)
        self._active = active
        self._position = {mark.id: at for at, mark in enumerate(self.marks)}
        if len(self._position) != len(self.marks):
            raise ValueError("two marks have the same id")
        spans = [mark.span for mark in self.marks]
        self._codes: list[int] | None = None
        self._index = IntervalIndex(spans)
        self._levels = levels(spans, LEVELS)

    def get(self, mark_id: str) -> Mark | None:
        """Return the mark with this id."""
        at = self._position.get(mark_id)
        return None if at is None else self.marks[at]

    @property
    def active(self) -> str | None:
        """The id of the active mark."""
        return self._active

    @active.setter
    def active(self, mark_id: str | None) -> None:
        self._active = mark_id
        self._codes = None

    def codes(self) -> list[int]:
        """Return the code of the look of each mark, in the order of marks."""
        if self._codes is None:
            self._codes = [code_of(mark.kind, self.is_active(mark)) for mark in self.marks]
        return self._codes

    def with_mark(self, mark: Mark) -> "MarkSet":
        """Return a set in which mark stands in the place of the one with its id, or is added."""
        at = self._position.get(mark.id)
        if at is None:
            return MarkSet((*self.marks, mark), self.active)
        return MarkSet((*self.marks[:at], mark, *self.marks[at + 1 :]), self.active)

    def is_active(self, mark: Mark) -> bool:
        """Say whether the mark is shown as the active one."""
        return mark.active or mark.id == self.active

    def overlapping(self, span: Span) -> list[Mark]:
        """Return the marks that share a code point with span, in reading order."""
        return [self.marks[at] for at in self._index.overlapping(*span)]

    def at(self, offset: int) -> list[Mark]:
        """Return the marks over a code point, the smallest first."""
        found = [self.marks[at] for at in self._index.containing(offset)]
        return sorted(found, key=lambda mark: (mark.span.end - mark.span.start, mark.span.start))

    def placed(self, span: Span) -> list[Placed]:
        """Return the marks over span as rows are painted from them, in reading order."""
        codes, marks, on = self.codes(), self.marks, self._levels
        return [Placed(*marks[at].span, codes[at], on[at]) for at in self._index.overlapping(*span)]

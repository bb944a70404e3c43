"""The places in a text that are shown with a badge: what is invisible, what mixes scripts. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from factcheck.text.spans import Span
from factcheck.text.suspicious import Suspicion

# Of one row and one place: a text that is made of nothing else must not stop the reader.
_MOST_IN_A_ROW = 200
_MOST_NAMES = 3


class Badge(NamedTuple):
    """One place: invisible characters that stand together, or a word.

    names: what stands there, each kind once, as many as one reads.
    """

    span: Span
    names: tuple[str, ...]
    is_word: bool


class Badges:
    """The badges of one text, in order and not overlapping. current: which was gone to last."""

    def __init__(self, found: Iterable[Suspicion] = ()) -> None:
        self.all = _together(found)
        self._starts = [badge.span.start for badge in self.all]
        self._ends = [badge.span.end for badge in self.all]
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self.all)

    @property
    def words(self) -> int:
        """How many of them are words; the others are invisible."""
        return sum(badge.is_word for badge in self.all)

    def over(self, span: Span) -> list[Badge]:
        """Return the badges that overlap a row, in order."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return self.all[first : min(last, first + _MOST_IN_A_ROW)]

    def step(self, here: int) -> Badge | None:
        """Go to the next from the position here on, after the last to the first."""
        if not self.all:
            return None
        at = bisect_left(self._starts, here)
        if self.current is not None and self._starts[self.current] == here:
            at = self.current + 1
        self.current = at % len(self.all)
        return self.all[self.current]


def _together(found: Iterable[Suspicion]) -> list[Badge]:
    badges: list[Badge] = []
    for span, name in found:
        is_word = span.end - span.start > 1
        last = badges[-1] if badges else None
        if last is None or is_word or last.is_word or last.span.end != span.start:
            badges.append(Badge(span, (name,), is_word))
            continue
        names = last.names
        if name not in names and len(names) <= _MOST_NAMES:
            names = (*names, name if len(names) < _MOST_NAMES else "…")
        badges[-1] = Badge(Span(last.span.start, span.end), names, False)
    return badges

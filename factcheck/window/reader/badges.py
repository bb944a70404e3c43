"""The places in a text that are shown with a badge: what is invisible, unseen, of mixed scripts.

Pure.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Literal, NamedTuple

from factcheck.text.spans import Span
from factcheck.text.suspicious import Suspicion
from factcheck.text.unseen import Unseen

# Of one row and one place: a text that is made of nothing else must not stop the reader.
_MOST_IN_A_ROW = 200
_MOST_NAMES = 3


Sort = Literal["invisible", "mixed", "unseen"]
"""Characters without width; a word of several scripts; words that the file does not show."""


class Badge(NamedTuple):
    """One place: invisible characters that stand together, a word, or a stretch of the text.

    names: what stands there or what hides it, each once, as many as one reads.
    """

    span: Span
    names: tuple[str, ...]
    sort: Sort

    @property
    def has_width(self) -> bool:
        """Whether there are letters to paint it over."""
        return self.sort != "invisible"


class Badges:
    """The badges of one text, in order. current: which was gone to last.

    Those of one lane do not overlap; an unseen stretch may have others inside it.
    """

    def __init__(self, found: Iterable[Suspicion] = (), unseen: Iterable[Unseen] = ()) -> None:
        self._lanes = (_Lane(_stretches(unseen)), _Lane(_together(found)))
        self.all = sorted(badge for lane in self._lanes for badge in lane.badges)
        self._starts = [badge.span.start for badge in self.all]
        self.current: int | None = None

    def __len__(self) -> int:
        return len(self.all)

    def count(self, sort: Sort) -> int:
        """How many there are of one sort."""
        return sum(badge.sort == sort for badge in self.all)

    def over(self, span: Span) -> list[Badge]:
        """Return the badges that overlap a row: the unseen stretches, then the others in order."""
        return [badge for lane in self._lanes for badge in lane.over(span)]

    def step(self, here: int) -> Badge | None:
        """Go to the next from the position here on, after the last to the first."""
        if not self.all:
            return None
        at = bisect_left(self._starts, here)
        if self.current is not None and self._starts[self.current] == here:
            at = self.current + 1
        self.current = at % len(self.all)
        return self.all[self.current]


class _Lane:
    """Badges in order that do not overlap."""

    def __init__(self, badges: list[Badge]) -> None:
        self.badges = badges
        self._starts = [badge.span.start for badge in badges]
        self._ends = [badge.span.end for badge in badges]

    def over(self, span: Span) -> list[Badge]:
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return self.badges[first : min(last, first + _MOST_IN_A_ROW)]


def _stretches(unseen: Iterable[Unseen]) -> list[Badge]:
    badges: list[Badge] = []
    for start, end, why in sorted(unseen):
        # A case from elsewhere may hold stretches that overlap.
        begin = max(start, badges[-1].span.end if badges else 0)
        if begin < end:
            badges.append(Badge(Span(begin, end), (why,), "unseen"))
    return badges


def _together(found: Iterable[Suspicion]) -> list[Badge]:
    badges: list[Badge] = []
    for span, name in found:
        is_word = span.end - span.start > 1
        last = badges[-1] if badges else None
        if last is None or is_word or last.has_width or last.span.end != span.start:
            badges.append(Badge(span, (name,), "mixed" if is_word else "invisible"))
            continue
        names = last.names
        if name not in names and len(names) <= _MOST_NAMES:
            names = (*names, name if len(names) < _MOST_NAMES else "…")
        badges[-1] = Badge(Span(last.span.start, span.end), names, "invisible")
    return badges

"""The places of some words in the text, and the one that was gone to last. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.text.spans import Span


class Hits:
    """Hits in order, not overlapping. current: the position of the one that was gone to."""

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self.current: int | None = None
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def step(self, by: int, here: int) -> Span | None:
        """Go on by so many hits, around the ends; the first time, from the position here on."""
        if not self.spans:
            return None
        if self.current is None:
            first = bisect_left(self._starts, here)
            at = first if by > 0 else first - 1
        else:
            at = self.current + by
        self.current = at % len(self.spans)
        return self.spans[self.current]

    def over(self, span: Span) -> list[tuple[Span, bool]]:
        """Return the hits that overlap span, with whether each is the current one."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return [(self.spans[at], at == self.current) for at in range(first, last)]

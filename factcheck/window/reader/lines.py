"""Reading line by line: which sentence a position belongs to, and the ones beside it. Pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from factcheck.text.spans import Span
from factcheck.window.reader.marks import LineState


class Lines:
    """The sentences of a text in order; paragraphs where no sentences are known yet.

    spans: sorted, not overlapping, without empty ones.
    """

    def __init__(self, spans: Sequence[Span] = ()) -> None:
        self.spans = spans
        self._starts = [span.start for span in spans]

    def at(self, offset: int) -> Span | None:
        """Return the line that offset belongs to; between two lines it is the following one."""
        if not self.spans:
            return None
        before = bisect_right(self._starts, offset) - 1
        if before >= 0 and offset < self.spans[before].end:
            return self.spans[before]
        return self.spans[min(before + 1, len(self.spans) - 1)]

    def after(self, offset: int) -> Span | None:
        """Return the line after the one at offset; None at the last."""
        here = self.at(offset)
        if here is None:
            return None
        if offset < here.start:
            return here
        at = bisect_right(self._starts, here.start)
        return self.spans[at] if at < len(self.spans) else None

    def before(self, offset: int) -> Span | None:
        """Return the line before the one at offset; None at the first."""
        here = self.at(offset)
        if here is None:
            return None
        at = bisect_left(self._starts, here.start) - 1
        return self.spans[at] if at >= 0 else None


class Stretches:
    """Passages in order that do not overlap, to be asked by row and gone through."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]

    def touch(self, row: Span) -> bool:
        """Say whether a row has letters of one of them."""
        before = bisect_left(self._starts, max(row.end, row.start + 1)) - 1
        return before >= 0 and self.spans[before].end > row.start

    def after(self, offset: int) -> Span | None:
        """Return the next one that begins behind offset, after the last the first."""
        if not self.spans:
            return None
        return self.spans[bisect_right(self._starts, offset) % len(self.spans)]


class LineStates:
    """The states of lines, to be asked by row.

    states: in any order.
    """

    # In a row in which several lines begin, the one that asks for work shows.
    _RANK = ("worth", "unread", "claim", "none")

    def __init__(self, states: Sequence[LineState] = ()) -> None:
        self.states = sorted(states)
        self._starts = [state.span.start for state in self.states]

    def beginning_in(self, row: Span) -> str:
        """Return the state to show beside a row: of the lines that begin in it; "" without any."""
        first, last = bisect_left(self._starts, row.start), bisect_left(self._starts, row.end)
        kinds = {state.state for state in self.states[first:last]}
        return next((kind for kind in self._RANK if kind in kinds), "")

"""Which spans overlap a place, and how they nest. Pure Python over code points, no Qt."""

from bisect import bisect_left
from collections.abc import Sequence
from heapq import heappop, heappush

from factcheck.text.spans import Span

# Children of a node. Wider makes building faster (max() runs in C) and a query look at more.
_FAN = 16


class IntervalIndex:
    """Answers "which of these spans overlap [start, end)?" in O(log n + k).

    Spans are named by their position in the sequence that was given. Answers are in reading
    order: by start, longer first. An implicit tree of the latest ends, after the augmented tree
    in Cormen et al., Introduction to Algorithms, 14.3, with sixteen children instead of two.
    """

    __slots__ = ("_ends", "_latest", "_order", "_starts")

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = reading_order(spans)
        self._starts = [spans[index][0] for index in self._order]
        self._ends = [spans[index][1] for index in self._order]
        self._latest: list[list[int]] = [self._ends]
        while len(self._latest[-1]) > _FAN:
            below = self._latest[-1]
            self._latest.append([max(below[at : at + _FAN]) for at in range(0, len(below), _FAN)])

    def __len__(self) -> int:
        return len(self._order)

    def overlapping(self, start: int, end: int) -> list[int]:
        """Return the spans that share a code point with ``[start, end)``, in reading order."""
        stop = bisect_left(self._starts, end)
        found: list[int] = []
        self._descend(len(self._latest) - 1, 0, len(self._latest[-1]), start, stop, found)
        return found

    def containing(self, offset: int) -> list[int]:
        """Return the spans that the code point at offset belongs to, in reading order."""
        return self.overlapping(offset, offset + 1)

    def _descend(
        self, level: int, first: int, last: int, start: int, stop: int, found: list[int]
    ) -> None:
        # stop counts leaves: how many spans start before the end that was asked for.
        reach = _FAN**level
        latest = self._latest[level]
        for node in range(first, min(last, -(-stop // reach), len(latest))):
            if latest[node] <= start:
                continue
            if level:
                self._descend(level - 1, node * _FAN, (node + 1) * _FAN, start, stop, found)
            else:
                found.append(self._order[node])


def reading_order(spans: Sequence[Span]) -> list[int]:
    """Return positions of spans by start, longer first, then as given."""
    return sorted(range(len(spans)), key=lambda index: (spans[index][0], -spans[index][1]))


def levels(spans: Sequence[Span], limit: int) -> list[int]:
    """Return for each span the lowest level, below limit, that no overlapping earlier one holds.

    Spans that overlap get different levels as long as there are free ones; an inner span always
    has a higher level than the one around it. With all taken, the highest is shared.
    Greedy interval colouring in reading order, O(n log n).
    """
    found = [0] * len(spans)
    free = list(range(limit))
    held: list[tuple[int, int]] = []
    for index in reading_order(spans):
        start, end = spans[index]
        while held and held[0][0] <= start:
            heappush(free, heappop(held)[1])
        if free:
            level = heappop(free)
            heappush(held, (end, level))
        else:
            level = limit - 1
        found[index] = level
    return found

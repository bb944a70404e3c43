"""The span: the unit in which every position in the program is told."""

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range ``[start, end)`` in code points of a version's canonical text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Say whether other lies wholly inside this span (equal spans cover each other)."""
        return self.start <= other.start and other.end <= self.end

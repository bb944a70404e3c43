"""All that is shown over and beside a text, in one place for those who paint it."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.text.landmarks import Landmark
from factcheck.text.spans import Span
from factcheck.window.reader.badges import Badges
from factcheck.window.reader.hits import Hits
from factcheck.window.reader.lines import LineStates, Stretches
from factcheck.window.reader.markset import MarkSet


class Pages:
    """Where pages begin."""

    def __init__(self, landmarks: Iterable[Landmark] = ()) -> None:
        pages = sorted(mark for mark in landmarks if mark.kind == "page")
        self._offsets = [mark.offset for mark in pages]
        self._labels = [mark.label for mark in pages]

    def __bool__(self) -> bool:
        return bool(self._offsets)

    def beginning_in(self, row: Span) -> str:
        """Return the label of the page that begins in a row; "" where none does."""
        at = bisect_left(self._offsets, row.start)
        begins = at < len(self._offsets) and self._offsets[at] < max(row.end, row.start + 1)
        return self._labels[at] if begins else ""


@dataclass
class Scene:
    """What a reader shows at this moment.

    line: where one reads, None if that is not to be shown. flashed: what was jumped to.
    changed: lines that another version lacks. focus: what stands around it is quieter.
    """

    text: str = ""
    marks: MarkSet = field(default_factory=MarkSet)
    hits: Hits = field(default_factory=Hits)
    states: LineStates = field(default_factory=LineStates)
    badges: Badges = field(default_factory=Badges)
    changed: Stretches = field(default_factory=Stretches)
    pages: Pages = field(default_factory=Pages)
    line: Span | None = None
    flashed: Span | None = None
    focus: Span | None = None

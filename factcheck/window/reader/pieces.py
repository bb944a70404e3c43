"""What is painted in each row, worked out once and kept until the marks or the rows change."""

from typing import NamedTuple

from factcheck.text.spans import Span
from factcheck.window.reader.markset import MarkSet
from factcheck.window.reader.rows import Extent, Row, Rows
from factcheck.window.reader.segments import fill_runs, line_runs, stripes


class FillPiece(NamedTuple):
    """A stretch of a row with the fill of a look."""

    extent: Extent
    look: int


class LinePiece(NamedTuple):
    """A stretch of a row with the line of a look on a level."""

    extent: Extent
    look: int
    level: int


class RowPieces(NamedTuple):
    """All that the marks ask to be painted in a row and beside it."""

    fills: tuple[FillPiece, ...]
    lines: tuple[LinePiece, ...]
    stripes: dict[int, int]


_NOTHING = RowPieces((), (), {})


class PieceStore:
    """Keeps the pieces of rows, so that scrolling back costs nothing."""

    # Rows kept before all are dropped: some screens full, a few MB.
    _LIMIT = 4000

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._kept: dict[tuple[int, int], RowPieces] = {}

    def clear(self) -> None:
        """Forget everything: the marks, the text or the width changed."""
        self._kept.clear()

    def of(self, row: Row, marks: MarkSet) -> RowPieces:
        """Return the pieces of a row."""
        key = (row.block, row.line)
        pieces = self._kept.get(key)
        if pieces is None:
            if len(self._kept) >= self._LIMIT:
                self._kept.clear()
            pieces = self._kept[key] = self._make(row, marks)
        return pieces

    def _make(self, row: Row, marks: MarkSet) -> RowPieces:
        placed = marks.placed(row.span)
        if not placed:
            return _NOTHING
        fills = tuple(
            FillPiece(extent, run.look)
            for run in fill_runs(row.span, placed)
            for extent in self._rows.extents(row, Span(run.start, run.end))
        )
        lines = tuple(
            LinePiece(extent, run.look, run.level)
            for run in line_runs(row.span, placed)
            for extent in self._rows.extents(row, Span(run.start, run.end))
        )
        return RowPieces(fills, lines, stripes(placed))

"""The rows on the screen: where each stands and which code points it shows."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QPlainTextEdit

from factcheck.text.canonical import Utf16Map
from factcheck.text.spans import Span
from factcheck.window.reader.layout import ReaderLayout

# Hebrew, Arabic and their neighbours, presentation forms, and the marks that turn direction.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
_SIGNS = ("Mn", "Me")


class Row(NamedTuple):
    """One row of text on the screen.

    block, line: its numbers in Qt's document. span: its code points, without the line end.
    top, height: px in the viewport. qt_start: UTF-16 position of the block.
    """

    block: int
    line: int
    span: Span
    top: float
    height: float
    is_first: bool
    is_last: bool
    qt_start: int

    @property
    def bottom(self) -> float:
        """The px below the row."""
        return self.top + self.height


class Extent(NamedTuple):
    """From left to right in px, in the viewport."""

    left: float
    right: float


class Rows:
    """Tells the rows of a QPlainTextEdit whose document has a ReaderLayout."""

    def __init__(self, edit: QPlainTextEdit, layout: ReaderLayout) -> None:
        self._edit = edit
        self._layout = layout
        self._text = ""
        self._map = Utf16Map("")

    def set_text(self, text: str, utf16: Utf16Map) -> None:
        """Tell rows of another text, with its converter."""
        self._text, self._map = text, utf16

    def between(self, top: float, bottom: float) -> Iterator[Row]:
        """Yield the rows that a band of the viewport touches, from the top one on."""
        block = self._edit.firstVisibleBlock()
        block_top = self._block_top(block)
        while block.isValid() and block_top <= bottom:
            height = self._layout.blockBoundingRect(block).height()
            if block_top + height >= top:
                yield from self._of_block(block, block_top, top, bottom)
            block_top += height
            block = block.next()

    def at(self, y: float) -> Row | None:
        """Return the row that is nearest to y."""
        nearest: Row | None = None
        viewport = self._edit.viewport()
        for row in self.between(0.0, float(viewport.height())):
            if row.bottom > y:
                above = nearest is not None and y - nearest.bottom < row.top - y
                return nearest if above else row
            nearest = row
        return nearest

    def extents(self, row: Row, span: Span) -> list[Extent]:
        """Return where the code points of a span stand in a row; several in mixed directions.

        White space at the row's end, which hangs over, counts nothing.
        """
        start, end = max(span.start, row.span.start), min(span.end, row.span.end)
        if start >= end:
            return []
        line = self.text_line(row)
        mixed = _RIGHT_TO_LEFT.search(self._text, row.span.start, row.span.end) is not None
        if mixed:
            start, end = _with_signs(self._text, start, end, row.span)
        qt_start = self._map.to_qt(start) - row.qt_start
        qt_end = self._map.to_qt(end) - row.qt_start
        if mixed:
            found = _visual_runs(line, qt_start, qt_end)
        else:
            found = [Extent(_x(line, qt_start), _x(line, qt_end))]
        natural = line.naturalTextRect()
        clipped = [
            Extent(max(part.left, natural.left()), min(part.right, natural.right()))
            for part in found
        ]
        return [part for part in clipped if part.left < part.right]

    def edge(self, row: Row, offset: int) -> float:
        """Return where a code point begins in a row, also one that has no width.

        One that stands before the row counts as the row's first.
        """
        offset = max(offset, row.span.start)
        line = self.text_line(row)
        natural = line.naturalTextRect()
        x = _x(line, self._map.to_qt(offset) - row.qt_start)
        return max(natural.left(), min(x, natural.right()))

    def text_line(self, row: Row) -> QTextLine:
        """Return Qt's line of a row."""
        block = self._edit.document().findBlockByNumber(row.block)
        return block.layout().lineAt(row.line)

    def offset_at(self, point: QPointF) -> int | None:
        """Return the code point under a point of the viewport; None where there is no letter."""
        row = self.at(point.y())
        if row is None or not row.top <= point.y() < row.bottom:
            return None
        line = self.text_line(row)
        natural = line.naturalTextRect()
        # xToCursor clamps: right of a line's end it would give the last letter.
        if not natural.left() <= point.x() < natural.right():
            return None
        qt_pos = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return self._map.from_qt(row.qt_start + qt_pos)

    def starts(self, block: QTextBlock) -> list[int]:
        """Return the code point at which each row of a laid out block begins."""
        layout = block.layout()
        return [
            self._map.from_qt(block.position() + layout.lineAt(number).textStart())
            for number in range(layout.lineCount())
        ]

    def _block_top(self, block: QTextBlock) -> float:
        geometry = self._edit.blockBoundingGeometry(block)
        return geometry.translated(self._edit.contentOffset()).top()

    def _of_block(
        self, block: QTextBlock, block_top: float, top: float, bottom: float
    ) -> Iterator[Row]:
        layout, metrics = block.layout(), self._layout.metrics(block)
        if block.length() <= 1:
            return
        position, number, count = block.position(), block.blockNumber(), layout.lineCount()
        first = max(0, int((top - block_top - metrics.above) / metrics.row))
        for at in range(first, count):
            # Whole px, or grounds of two rows would show a seam between them.
            row_top = round(block_top + metrics.above + metrics.row * at)
            if row_top > bottom:
                return
            line = layout.lineAt(at)
            qt_start = position + line.textStart()
            qt_end = min(qt_start + line.textLength(), position + block.length() - 1)
            span = self._map.span_from_qt(qt_start, qt_end)
            yield Row(number, at, span, row_top, metrics.row, at == 0, at == count - 1, position)


def _x(line: QTextLine, qt_pos: int) -> float:
    # PySide gives the position back beside the x, as C++ changes it in place.
    found = line.cursorToX(qt_pos)
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _visual_runs(line: QTextLine, qt_start: int, qt_end: int) -> list[Extent]:
    boxes = [run.boundingRect() for run in line.glyphRuns(qt_start, qt_end - qt_start)]
    found: list[Extent] = []
    for left, right in sorted((box.left(), box.right()) for box in boxes):
        if found and left <= found[-1].right + 0.5:
            found[-1] = Extent(found[-1].left, max(found[-1].right, right))
        else:
            found.append(Extent(left, right))
    return found


def _with_signs(text: str, start: int, end: int, row: Span) -> tuple[int, int]:
    """Return the range with the vowel signs of its letters.

    QTextLine.glyphRuns misplaces a range that parts a right-to-left letter from its sign.
    """
    while start > row.start and unicodedata.category(text[start]) in _SIGNS:
        start -= 1
    while end < row.end and unicodedata.category(text[end]) in _SIGNS:
        end += 1
    return start, end

"""The row height that QPlainTextEdit does not know: every row as high as the type asks for."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextDocument, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

_NEAR = 0.01


class BlockMetrics(NamedTuple):
    """Heights of one block in px: of each row, and the space above the first, below the last."""

    row: float
    above: float = 0.0
    below: float = 0.0


class ReaderLayout(QPlainTextDocumentLayout):
    """Sets each line of a block in the middle of a row of the asked height.

    Blocks are laid out by Qt when they come into view, and moved here when their height is asked
    for: nothing is done for the text that nobody has scrolled to. Formats of headings are
    put onto the layout at that moment, so that the document itself stays plain.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._usual = BlockMetrics(27.0)
        self._blank = BlockMetrics(27.0)
        self._special: Mapping[int, BlockMetrics] = {}
        self._formats: Mapping[int, QTextCharFormat] = {}

    def set_metrics(
        self,
        usual: BlockMetrics,
        blank: BlockMetrics,
        special: Mapping[int, BlockMetrics],
        formats: Mapping[int, QTextCharFormat],
    ) -> None:
        """Set the heights of usual blocks, of empty ones, and of some by number; lay out anew."""
        self._usual, self._blank = usual, blank
        self._special, self._formats = special, formats
        document = self.document()
        document.markContentsDirty(0, document.characterCount())

    def metrics(self, block: QTextBlock) -> BlockMetrics:
        """Return the heights that a block is set with."""
        if self._special:
            special = self._special.get(block.blockNumber())
            if special is not None:
                return special
        return self._usual if block.length() > 1 else self._blank

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Lay out a block if need be; return its rectangle with our row heights."""
        layout = block.layout()
        if layout is None:
            return super().blockBoundingRect(block)
        if self._formats and not layout.lineCount():
            self._apply_format(block, layout)
        width = super().blockBoundingRect(block).width()
        metrics = self.metrics(block)
        margin = self.document().documentMargin()
        mirrored = block.textDirection() == Qt.LayoutDirection.RightToLeft
        _place_lines(layout, metrics, margin, mirrored=mirrored)
        height = metrics.above + metrics.row * layout.lineCount() + metrics.below
        if not block.next().isValid():
            height += margin
        return QRectF(0.0, 0.0, width, height)

    def _apply_format(self, block: QTextBlock, layout: QTextLayout) -> None:
        wanted = self._formats.get(block.blockNumber())
        if wanted is None:
            return
        style = QTextLayout.FormatRange()
        style.start, style.length, style.format = 0, block.length(), wanted
        layout.setFormats([style])


def _place_lines(
    layout: QTextLayout, metrics: BlockMetrics, margin: float, *, mirrored: bool
) -> None:
    count = layout.lineCount()
    if not count:
        return
    # Qt lays a block out on several occasions that do not come by here; the last line shows it.
    last = layout.lineAt(count - 1)
    if (last.position() - _place(last, metrics, margin, mirrored)).manhattanLength() < _NEAR:
        return
    for number in range(count):
        line = layout.lineAt(number)
        line.setPosition(_place(line, metrics, margin, mirrored))


def _place(line: QTextLine, metrics: BlockMetrics, margin: float, mirrored: bool) -> QPointF:
    y = metrics.above + metrics.row * line.lineNumber() + (metrics.row - line.height()) / 2
    # Qt orders the words of a right-to-left paragraph but begins each line on the left.
    x = margin + (line.width() - line.naturalTextWidth() if mirrored else 0.0)
    return QPointF(x, y)

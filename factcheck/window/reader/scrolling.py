"""Which row to put at the top so that a place stands where it should, and putting it there."""

from typing import NamedTuple

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from factcheck.window.reader.layout import ReaderLayout


class TopRow(NamedTuple):
    """The row at the top of the viewport: a block's number and the line in it."""

    block: int
    line: int


def line_at(block: QTextBlock, qt_pos: int) -> int:
    """Return the line of a laid out block that a UTF-16 position of the document stands in."""
    line = block.layout().lineForTextPosition(qt_pos - block.position())
    return line.lineNumber() if line.isValid() else 0


def top_for_start(edit: QPlainTextEdit, layout: ReaderLayout, qt_pos: int) -> TopRow:
    """Return the row of a position."""
    block = edit.document().findBlock(qt_pos)
    layout.blockBoundingRect(block)
    return TopRow(block.blockNumber(), line_at(block, qt_pos))


def top_for_centre(
    edit: QPlainTextEdit, layout: ReaderLayout, qt_start: int, qt_end: int
) -> TopRow:
    """Return the row that brings the middle of a passage to the middle of the viewport.

    Of a passage higher than the viewport the beginning is shown at the top.
    """
    height = float(edit.viewport().height())
    block = edit.document().findBlock(qt_start)
    block_height = layout.blockBoundingRect(block).height()
    metrics = layout.metrics(block)
    first = line_at(block, qt_start)
    last = line_at(block, min(qt_end, block.position() + block.length() - 1))
    if (last - first + 1) * metrics.row > height:
        return TopRow(block.blockNumber(), first)
    middle = metrics.above + metrics.row * (first + last + 1) / 2
    missing = height / 2 - middle
    while missing > 0 and block.previous().isValid():
        block = block.previous()
        block_height = layout.blockBoundingRect(block).height()
        missing -= block_height
    return _row_at(block, layout, max(-missing, 0.0))


def _row_at(block: QTextBlock, layout: ReaderLayout, y: float) -> TopRow:
    metrics = layout.metrics(block)
    line = round((y - metrics.above) / metrics.row)
    if line >= block.layout().lineCount() and block.next().isValid():
        return TopRow(block.blockNumber() + 1, 0)
    return TopRow(block.blockNumber(), max(0, min(line, block.layout().lineCount() - 1)))


def show_at_top(edit: QPlainTextEdit, layout: ReaderLayout, top: TopRow) -> None:
    """Scroll so that a row is the first one, as far as the text's end allows.

    With updates on, Qt would lay out all the text between here and there to move pixels.
    """
    block = edit.document().findBlockByNumber(top.block)
    layout.blockBoundingRect(block)
    viewport = edit.viewport()
    viewport.setUpdatesEnabled(False)
    try:
        edit.verticalScrollBar().setValue(block.firstLineNumber() + top.line)
    finally:
        viewport.setUpdatesEnabled(True)

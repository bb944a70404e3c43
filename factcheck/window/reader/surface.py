"""The text on its paper: type, rows, selection, pointer and keys; without marks."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPalette,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from factcheck.text.canonical import Utf16Map
from factcheck.text.landmarks import Landmark
from factcheck.text.paragraphs import trimmed
from factcheck.text.spans import Span
from factcheck.window.reader.head import Head
from factcheck.window.reader.layout import BlockMetrics, ReaderLayout
from factcheck.window.reader.rows import Rows
from factcheck.window.reader.scrolling import (
    TopRow,
    show_at_top,
    top_for_centre,
    top_for_start,
)
from factcheck.window.reader.typography import Typography

INSET = 10
"""px of paper between the viewport's edge and the text."""
_ZOOM_STEP = 10
_KEYS_OF_THE_TEXT = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.MoveToNextChar,
    QKeySequence.StandardKey.MoveToPreviousChar,
    QKeySequence.StandardKey.MoveToNextLine,
    QKeySequence.StandardKey.MoveToPreviousLine,
    QKeySequence.StandardKey.SelectNextChar,
    QKeySequence.StandardKey.SelectPreviousChar,
    QKeySequence.StandardKey.SelectNextWord,
    QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.SelectNextLine,
    QKeySequence.StandardKey.SelectPreviousLine,
    QKeySequence.StandardKey.SelectStartOfLine,
    QKeySequence.StandardKey.SelectEndOfLine,
    QKeySequence.StandardKey.SelectStartOfDocument,
    QKeySequence.StandardKey.SelectEndOfDocument,
)


class TextSurface(QPlainTextEdit):
    """A read-only text in rows of our height, whose positions go in and out as code points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._map = Utf16Map("")
        self._type = Typography()
        self._head = Head()
        self._headline_block: int | None = None
        self._headings: Sequence[int] = ()
        self._pending: Span | int | None = None
        self.setUndoRedoEnabled(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        # Files are dropped onto the window, wherever the pointer is.
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        document = self.document()
        document.setDocumentMargin(INSET)
        self._layout = ReaderLayout(document)
        document.setDocumentLayout(self._layout)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(option)
        self._rows = Rows(self, self._layout)
        self._apply_type()

    # -- text and type

    def text(self) -> str:
        """Return the canonical text that is shown."""
        return self._text

    def typography(self) -> Typography:
        """Return the sizes in use."""
        return self._type

    def set_typography(self, typography: Typography) -> None:
        """Set the text in other sizes; the first visible line stays."""
        place = self.place()
        self._type = typography
        self._apply_type()
        self._rearrange()
        self.restore_place(place)

    def _load(self, text: str, head: Head, landmarks: Sequence[Landmark]) -> None:
        self._text, self._map = text, Utf16Map(text)
        self._rows.set_text(text, self._map)
        self._pending = None
        self._head, self._headline_block, self._headings = head, None, ()
        # Whoever listens would ask for positions of the new text in the old document.
        with QSignalBlocker(self):
            # Formats by block belong to the old text.
            self._set_metrics()
            self.setPlainText(text)
        headlines = [mark.offset for mark in landmarks if mark.kind == "headline"]
        if headlines and not head.title:
            self._headline_block = self._block_of(headlines[0]).blockNumber()
        self._headings = [
            self._block_of(mark.offset).blockNumber()
            for mark in landmarks
            if mark.kind == "heading"
        ]
        self._set_metrics()

    def _apply_type(self) -> None:
        font = self._type.font()
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._set_metrics()

    def _set_metrics(self) -> None:
        row, gap = float(self._type.row), float(self._type.gap)
        # Between paragraphs there is either an empty line, made low, or the space below each.
        below = 0.0 if "\n\n" in self._text else gap
        special: dict[int, BlockMetrics] = {}
        formats: dict[int, QTextCharFormat] = {}
        for number in self._headings:
            formats[number] = _format(self._type.heading_font())
        above, byline = self._head.above(self._column(), self._type), self._head.byline(self._type)
        if self._headline_block is None:
            special[0] = BlockMetrics(row, above + byline, below)
        else:
            at = self._headline_block
            special[0] = BlockMetrics(row, above, below)
            top = above if at == 0 else 0.0
            special[at] = BlockMetrics(float(self._type.headline_row), top, below + byline)
            formats[at] = _format(self._type.headline_font())
        self._layout.set_metrics(BlockMetrics(row, 0.0, below), BlockMetrics(gap), special, formats)

    def _column(self) -> float:
        return max(1.0, float(self.viewport().width() - 2 * INSET))

    def _rearrange(self) -> None:
        """Follow a change of the type; a reader sets its margins here."""

    def _block_of(self, offset: int) -> QTextBlock:
        return self.document().findBlock(self._map.to_qt(offset))

    def _paint_head(self, painter: QPainter) -> None:
        """Paint headline and byline into the space that the rows leave."""
        block = self.document().findBlockByNumber(self._headline_block or 0)
        first = self.firstVisibleBlock().blockNumber()
        if block.blockNumber() < first:
            return
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        type_, width = self.typography(), self._column()
        if top > self.viewport().height():
            return
        byline = self._head.byline(type_)
        metrics = self._layout.metrics(block)
        if self._headline_block is None:
            title = QRectF(INSET, top, width, metrics.above - byline)
            self._head.paint_title(painter, title, type_)
            place = QRectF(INSET, title.bottom(), width, byline)
        else:
            rows = block.layout().lineCount()
            place = QRectF(INSET, top + metrics.above + rows * metrics.row, width, byline)
        self._head.paint_byline(painter, place, type_)

    # -- selection

    def selection(self) -> Span | None:
        """Return what is selected, without outer white space; None if that leaves nothing."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        whole = self._map.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())
        span = trimmed(self._text, *whole)
        return span if span.start < span.end else None

    def select(self, span: Span) -> None:
        """Select a span; an empty one puts the text cursor there."""
        cursor = self.textCursor()
        cursor.setPosition(self._map.to_qt(span.start))
        cursor.setPosition(self._map.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def reading_offset(self) -> int:
        """Return where one reads: the text cursor, or the start of the selection."""
        return self._map.from_qt(self.textCursor().selectionStart())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words of the canonical text; Qt's own copy turns NBSP into spaces."""
        cursor = self.textCursor()
        span = self._map.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText(span.of(self._text))
        return data

    # -- place

    def place(self) -> int:
        """Return the first visible position, to be remembered."""
        block = self.firstVisibleBlock()
        if isinstance(self._pending, int) or not block.isValid():
            return self._pending if isinstance(self._pending, int) else 0
        line = self.verticalScrollBar().value() - block.firstLineNumber()
        starts = self._rows.starts(block)
        if not starts:
            return self._map.from_qt(block.position())
        return starts[max(0, min(line, len(starts) - 1))]

    def restore_place(self, offset: int) -> None:
        """Show a remembered position at the top; beyond the text's end, the end."""
        self._go(min(max(offset, 0), self._map.length))

    def center_on(self, span: Span) -> None:
        """Scroll so that the middle of a span stands in the middle of the viewport."""
        self._go(span)

    def reveal(self, span: Span) -> None:
        """Scroll to a span only if it is not wholly in view, and then centre it."""
        seen = self.visible_span()
        if not seen.covers(span):
            self._go(span)

    def visible_span(self) -> Span:
        """Return the code points of all rows that are wholly in view."""
        height = float(self.viewport().height())
        rows = [
            row for row in self._rows.between(0.0, height) if row.top >= -3 and row.bottom <= height
        ]
        return Span(rows[0].span.start, rows[-1].span.end) if rows else Span(0, 0)

    def rows_of(self, span: Span) -> list[tuple[float, float, float, float]]:
        """Return left, top, right, bottom in the viewport of the visible parts of a span."""
        return [
            (part.left, row.top, part.right, row.bottom)
            for row in self._rows.between(0.0, float(self.viewport().height()))
            for part in self._rows.extents(row, span)
        ]

    def _go(self, target: Span | int) -> None:
        # Without a size there is no middle; it waits for the first show.
        if not self.isVisible():
            self._pending = target
            return
        self._pending = None
        show_at_top(self, self._layout, self._top_for(target))
        # Qt says nothing of a scroll while updates are off.
        self.updateRequest.emit(self.viewport().rect(), 0)

    def _top_for(self, target: Span | int) -> TopRow:
        if isinstance(target, int):
            return top_for_start(self, self._layout, self._map.to_qt(target))
        return top_for_centre(self, self._layout, *self._map.span_to_qt(target))

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the place that was asked for before there was a size."""
        super().showEvent(event)
        if self._pending is not None:
            self._go(self._pending)

    # -- pointer and keys

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event in the middle of its row.

        Between the letters of two rows Qt sees the end of the upper row, and a drag along
        that gap would select the whole row.
        """
        point = event.position()
        if not 0 <= point.y() < self.viewport().height():
            return event
        row = self._rows.at(point.y())
        if row is None:
            return event
        middle = QPointF(point.x(), row.top + row.height / 2)
        return QMouseEvent(
            event.type(),
            middle,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend a selection."""
        super().mouseMoveEvent(self._snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection."""
        super().mouseReleaseEvent(self._snapped(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(self._snapped(event))

    def event(self, event: QEvent) -> bool:
        """Leave single letters to the window's actions.

        Qt's text widgets claim every letter for typing, even where nothing can be typed.
        """
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if any(event.matches(key) for key in _KEYS_OF_THE_TEXT):
                event.accept()
                return True
            event.ignore()
            return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            up = event.angleDelta().y() > 0
            self.set_zoom(self._type.zoom + (_ZOOM_STEP if up else -_ZOOM_STEP))
            event.accept()
            return
        super().wheelEvent(event)

    def set_zoom(self, percent: int) -> None:
        """Set the zoom, 80 to 250 percent."""
        self.set_typography(self._type.zoomed(percent))


def _format(font: QFont) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setFont(font)
    return style

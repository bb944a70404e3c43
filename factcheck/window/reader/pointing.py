"""Pointer and selection over a text with marks: what is hovered, clicked, taken by three clicks."""

from abc import abstractmethod
from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from factcheck.text.spans import Span
from factcheck.window.reader.marks import Mark
from factcheck.window.reader.surface import TextSurface


class PointedText(TextSurface):
    """Says what the pointer and the selection do, in ids and code points.

    selection_changed: Span or None. mark_hovered, mark_clicked: tuple of ids, the smallest
    mark first.
    """

    selection_changed = Signal(object)
    mark_hovered = Signal(object)
    mark_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen: Span | None = None
        self._hovered: tuple[str, ...] = ()
        self._pressed_at: QPointF | None = None
        self._double_click: tuple[int, QPointF] | None = None
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._selection_moved)

    @abstractmethod
    def marks_at(self, point: QPointF) -> tuple[Mark, ...]:
        """Return the marks at a point of the viewport, the smallest first."""

    @abstractmethod
    def line_around(self, offset: int) -> Span:
        """Return the line that a position belongs to."""

    def words_of(self, marks: Iterable[Mark]) -> str:
        """Return what to say of marks: "Claim 4 · claim 5"."""
        words = [mark.words for mark in marks]
        return " · ".join(words[:1] + [word[:1].lower() + word[1:] for word in words[1:]])

    def words_at(self, point: QPointF) -> str:
        """Return what hovering a point of the viewport says."""
        return self.words_of(self.marks_at(point))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection; the third click takes the line."""
        self._pressed_at = event.position()
        if self._is_third_click(event):
            self._double_click = self._pressed_at = None
            self.select(self._line_at(event.position()))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        super().mouseDoubleClickEvent(event)
        self._pressed_at = None
        self._double_click = (event.timestamp(), event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which marks are under the pointer."""
        if event.buttons() == Qt.MouseButton.NoButton:
            self._hover(self.marks_at(event.position()))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Say which marks were clicked, unless the pointer was dragged."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed_at = self._pressed_at, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if _near(event.position(), pressed) and not self.textCursor().hasSelection():
            found = self.marks_at(event.position())
            if found:
                self.mark_clicked.emit(tuple(mark.id for mark in found))

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in words which marks are under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), plain(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave:
            self._hover(())
        return super().viewportEvent(event)

    def _line_at(self, point: QPointF) -> Span:
        offset = self._map.from_qt(self.cursorForPosition(point.toPoint()).position())
        row = self._rows.at(point.y())
        if row is not None and offset >= row.span.end > row.span.start:
            offset = row.span.end - 1
        return self.line_around(offset)

    def _is_third_click(self, event: QMouseEvent) -> bool:
        if self._double_click is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        when, where = self._double_click
        soon = event.timestamp() - when < QApplication.doubleClickInterval()
        return soon and _near(event.position(), where)

    def _hover(self, marks: tuple[Mark, ...]) -> None:
        ids = tuple(mark.id for mark in marks)
        if ids == self._hovered:
            return
        self._hovered = ids
        shape = Qt.CursorShape.PointingHandCursor if ids else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        self.mark_hovered.emit(ids)

    @Slot()
    def _selection_moved(self) -> None:
        chosen = self.selection()
        if chosen != self._chosen:
            self._chosen = chosen
            self.selection_changed.emit(chosen)


def plain(words: str) -> str:
    """Return words for a tooltip: it guesses markup and would hide part of a quote."""
    return f"<p>{escape(words)}</p>" if words else ""


def _near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() < QApplication.startDragDistance()

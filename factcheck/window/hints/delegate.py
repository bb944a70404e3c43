"""How a hint is painted: a dashed frame, whose words it is, the words, the reason."""

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts
from factcheck.window.evidence.broken_lines import BrokenLines
from factcheck.window.evidence.compared_rows import QUOTE_ROW, TOLD_ROW, paint_quote, paint_told
from factcheck.window.evidence.told import in_brief
from factcheck.window.hints.hint import Hint
from factcheck.window.hints.model import HINT_ROLE, HintModel
from factcheck.window.shapes import color
from factcheck.window.style_panels import draw_row_ring

Index = QModelIndex | QPersistentModelIndex
_SIDE: Final = 16
_INSIDE: Final = 10
_BETWEEN: Final = 4
_TITLE: Final = 20


class _Lines(NamedTuple):
    """The lines of a hint: its words, what differs and agrees, what it shares."""

    words: tuple[str, ...]
    told: tuple[str, ...]
    why: tuple[str, ...]


class HintDelegate(QStyledItemDelegate):
    """Paints the rows of a `HintModel`: never filled, never in the colour of a stance."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = BrokenLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        hint: Hint = index.data(HINT_ROLE)
        lines = self._broken(hint, width)
        height = fonts.scaled(_TITLE) + len(lines.words) * fonts.scaled(QUOTE_ROW)
        below = (len(lines.told) + len(lines.why)) * fonts.scaled(TOLD_ROW)
        return QSize(100, height + below + 2 * _INSIDE + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        rect: QRect = option.rect
        hint: Hint = index.data(HINT_ROLE)
        frame = rect.adjusted(_SIDE // 2, _BETWEEN // 2, -_SIDE // 2 - 1, -_BETWEEN // 2 - 1)
        pen = QPen(color("muted"))
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawRect(frame)
        inner = frame.adjusted(_INSIDE, _INSIDE - 2, -_INSIDE, 0)
        top = self._title(painter, inner, hint, index)
        lines = self._broken(hint, rect.width())
        inner.moveTop(top)
        inner.moveTop(paint_quote(painter, inner, lines.words, hint.text, hint.told))
        inner.moveTop(paint_told(painter, inner, lines.told))
        # What it shares is said more quietly than what differs.
        paint_told(painter, inner, lines.why)
        draw_row_ring(option, painter, view)
        painter.restore()

    def _title(self, painter: QPainter, inner: QRect, hint: Hint, index: Index) -> int:
        model = index.model()
        heading = model.heading(hint) if isinstance(model, HintModel) else hint.title
        row = QRect(inner.left(), inner.top(), inner.width(), fonts.scaled(_TITLE))
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        metrics = painter.fontMetrics()
        place = metrics.elidedText(hint.place, Qt.TextElideMode.ElideRight, row.width() // 2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, int(right), place)
        row.setRight(row.right() - metrics.horizontalAdvance(place) - 8)
        painter.setFont(fonts.second_font(semibold=True))
        painter.setPen(color("text"))
        shown = painter.fontMetrics().elidedText(heading, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return inner.top() + fonts.scaled(_TITLE)

    def _broken(self, hint: Hint, width: int) -> _Lines:
        room = width - _SIDE - 2 * _INSIDE
        words = " ".join(hint.text.split())
        return _Lines(
            self._lines.of(words, room, is_quote=True),
            self._lines.of(in_brief(list(hint.told)), room, is_quote=False),
            self._lines.of(hint.why, room, is_quote=False),
        )

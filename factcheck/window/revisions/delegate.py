"""How a place that waits is painted: what it is, what became of it, its words."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.case.read.revising import WaitingRow
from factcheck.window import fonts, icons
from factcheck.window.revisions.model import WAITING_ROLE
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.shapes import color, hairline
from factcheck.window.style_panels import draw_row_ring

Index = QModelIndex | QPersistentModelIndex

_ROW: Final = 64
_SIDE: Final = 16
_TEXT: Final = 42
_LINE: Final = 18
_ICONS = {"edited": "pencil", "ambiguous": "copy", "lost": "broken-link"}


class WaitingDelegate(QStyledItemDelegate):
    """Three lines: its name with its state at the end, its words, its document."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row; all are equal."""
        return QSize(200, fonts.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: WaitingRow | None = index.data(WAITING_ROLE)
        if row is None:
            return
        view: QWidget = option.widget
        rect: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        view.style().drawPrimitive(panel, option, painter, view)
        hairline(painter, rect, Qt.Edge.BottomEdge)
        self._paint_words(painter, row, rect, mirrored=mirrored)
        draw_row_ring(option, painter, view)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, row: WaitingRow, rect: QRect, *, mirrored: bool
    ) -> None:
        line = fonts.scaled(_LINE)
        top = rect.top() + (rect.height() - 3 * line) // 2
        icon = QRect(rect.left() + _SIDE, top + (line - 16) // 2, 16, 16)
        ratio = painter.device().devicePixelRatioF()
        drawn = icons.pixmap(_ICONS[row.state], "text", 16, ratio)
        painter.drawPixmap(_placed(icon, rect, mirrored), drawn)
        place = QRect(rect.left() + _TEXT, top, rect.width() - _TEXT - 12, line)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        state = word_for_place_state(row.state)
        painter.drawText(_placed(place, rect, mirrored), _side(not mirrored), state)
        taken = QFontMetrics(painter.font()).horizontalAdvance(state) + 12
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        name = place.adjusted(0, 0, -taken, 0)
        _draw(painter, name_of_place(row), name, rect, mirrored=mirrored)
        painter.setFont(fonts.second_font())
        words = " ".join(row.quote.split())
        _draw(painter, f"“{words}”", place.translated(0, line), rect, mirrored=mirrored)
        painter.setPen(color("muted"))
        _draw(painter, row.title, place.translated(0, 2 * line), rect, mirrored=mirrored)


def _draw(painter: QPainter, words: str, place: QRect, row: QRect, *, mirrored: bool) -> None:
    elide = Qt.TextElideMode.ElideRight
    shown = painter.fontMetrics().elidedText(words, elide, place.width())
    painter.drawText(_placed(place, row, mirrored), _side(mirrored), shown)


def _side(right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


def _placed(place: QRect, row: QRect, mirrored: bool) -> QRect:
    if not mirrored:
        return place
    mirror = QRect(place)
    mirror.moveLeft(row.left() + row.right() - place.right())
    return mirror

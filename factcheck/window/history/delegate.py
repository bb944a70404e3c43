"""How a line of the history is painted: the time, the person, the sentence; open, the details."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts
from factcheck.window.history.model import LINE_ROLE, OPEN_ROLE, HistoryModel
from factcheck.window.shapes import color
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.times import local_moment

Index = QModelIndex | QPersistentModelIndex

ROW: Final = 24
_SIDE: Final = 16
_GAP: Final = 8
_WRAP: Final = int(Qt.TextFlag.TextWordWrap.value)


class HistoryDelegate(QStyledItemDelegate):
    """Paints the rows of a `HistoryModel`; 24 px, more where the details are open."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row."""
        row = fonts.scaled(ROW)
        if not index.data(OPEN_ROLE):
            return QSize(100, row)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        return QSize(100, row + self._details_height(index, width) + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        rect: QRect = option.rect
        line = index.data(LINE_ROLE)
        row = QRect(rect.left(), rect.top(), rect.width(), fonts.scaled(ROW))
        left = row.left() + _SIDE
        muted, strong = fonts.second_font(), fonts.second_font(semibold=True)
        left = _piece(painter, row, left, local_moment(line.at), muted, "muted") + _GAP
        left = _piece(painter, row, left, line.by, strong, "text") + 4
        _piece(painter, row, left, line.sentence, muted, "muted")
        if index.data(OPEN_ROLE):
            painter.setFont(muted)
            painter.setPen(color("text"))
            place = self._details_place(rect)
            painter.drawText(place, _WRAP, self._details(index))
        draw_row_ring(option, painter, view)
        painter.restore()

    def _details(self, index: Index) -> str:
        model = index.model()
        if not isinstance(model, HistoryModel):
            return ""
        return "\n".join(model.details(index.data(LINE_ROLE)))

    def _details_place(self, rect: QRect) -> QRect:
        return QRect(
            rect.left() + _SIDE + 12,
            rect.top() + fonts.scaled(ROW),
            rect.width() - 2 * _SIDE - 12,
            rect.height() - fonts.scaled(ROW),
        )

    def _details_height(self, index: Index, width: int) -> int:
        metrics = QFontMetrics(fonts.second_font())
        room = QRect(0, 0, max(40, width - 2 * _SIDE - 12), 100_000)
        return metrics.boundingRect(room, _WRAP, self._details(index)).height()


def _piece(painter: QPainter, row: QRect, left: int, words: str, font: object, shade: str) -> int:
    painter.setFont(font)  # type: ignore[arg-type]
    painter.setPen(color(shade))
    metrics = painter.fontMetrics()
    room = max(0, row.right() - _SIDE - left)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    place = QRect(left, row.top(), room, row.height())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    return left + metrics.horizontalAdvance(shown)

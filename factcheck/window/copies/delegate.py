"""How a pair of documents that share text is painted: two titles, what they share, their line."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.window import fonts, icons
from factcheck.window.copies.model import PAIR_ROLE, CopiesModel, PairRow
from factcheck.window.copies.words import what_is_shared, word_for_kind
from factcheck.window.shapes import color, hairline
from factcheck.window.style_panels import draw_row_ring

Index = QModelIndex | QPersistentModelIndex

_ROW: Final = 82
_SIDE: Final = 16
_TEXT: Final = 42
_LINE: Final = 18


class PairDelegate(QStyledItemDelegate):
    """Four lines: both titles, what they share, of which line of reporting they are."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row; all are equal."""
        return QSize(200, fonts.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row: PairRow | None = index.data(PAIR_ROLE)
        model = index.model()
        if row is None or not isinstance(model, CopiesModel):
            return
        view: QWidget = option.widget
        rect: QRect = option.rect
        right = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        view.style().drawPrimitive(panel, option, painter, view)
        hairline(painter, rect, Qt.Edge.BottomEdge)
        line = fonts.scaled(_LINE)
        top = rect.top() + (rect.height() - 4 * line) // 2
        icon = QRect(rect.left() + _SIDE, top + (line - 16) // 2, 16, 16)
        place = QRect(rect.left() + _TEXT, top, rect.width() - _TEXT - 12, line)
        if right:
            icon.moveRight(rect.right() - _SIDE)
            place.moveRight(rect.right() - _TEXT)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(icon, icons.pixmap("copy", "text", 16, ratio))
        painter.setPen(color("text"))
        painter.setFont(fonts.base_font(semibold=True))
        for title in (row.a.title, row.b.title):
            _draw(painter, title, place, right=right)
            place = place.translated(0, line)
        painter.setFont(fonts.second_font())
        told = f"{word_for_kind(row.pair.kind)} · {what_is_shared(row.pair)}"
        _draw(painter, told, place, right=right)
        painter.setPen(color("muted"))
        _draw(painter, model.line_of(row), place.translated(0, line), right=right)
        draw_row_ring(option, painter, view)
        painter.restore()


def _draw(painter: QPainter, words: str, place: QRect, *, right: bool) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(place, int(flags), shown)

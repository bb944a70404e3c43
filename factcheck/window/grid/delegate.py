"""How a cell of the grid is painted: chip, figure, and who says it where and when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts, icons
from factcheck.window.grid.model import CELLS_ROLE, HINT_ROLE
from factcheck.window.grid.words import beside, not_linked
from factcheck.window.shapes import box, color, hairline, pen
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.widgets.chips import CHIP_HEIGHT, paint_stance

if TYPE_CHECKING:
    from factcheck.case.grid import GridCell
    from factcheck.window.grid.hinting import GridHint

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT: Final = 48
_SIDE: Final = 10
_LINE: Final = 18


class CellDelegate(QStyledItemDelegate):
    """Two lines a cell; what differs from the claim is filled, what differs from others lined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row; all are equal."""
        return QSize(100, fonts.scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        # Sets which index the option is of: the ring asks for it.
        self.initStyleOption(option, index)
        rect: QRect = option.rect
        cells: tuple[GridCell, ...] = index.data(CELLS_ROLE)
        hint: GridHint | None = index.data(HINT_ROLE)
        painter.save()
        painter.setClipRect(rect)
        differs = cells[0].telling.differs if cells else ""
        painter.fillRect(rect, color("contradicts.fill" if differs == "claim" else "paper"))
        hairline(painter, rect, Qt.Edge.BottomEdge)
        hairline(painter, rect, Qt.Edge.RightEdge)
        if differs:
            self._double_line(painter, rect)
        if cells:
            self._cell(painter, rect, cells)
        elif hint is not None:
            self._hint(painter, rect, hint)
        else:
            painter.setFont(fonts.base_font())
            painter.setPen(color("muted"))
            place = rect.adjusted(_SIDE, 0, -_SIDE, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
        draw_row_ring(option, painter, option.widget)
        painter.restore()

    def _double_line(self, painter: QPainter, rect: QRect) -> None:
        line = color("contradicts.line")
        painter.fillRect(rect.left(), rect.bottom() - 4, rect.width() - 1, 1, line)
        painter.fillRect(rect.left(), rect.bottom() - 1, rect.width() - 1, 2, line)

    def _lines(self, rect: QRect) -> tuple[QRect, QRect]:
        line = fonts.scaled(_LINE)
        top = rect.top() + (rect.height() - 2 * line) // 2 - 1
        first = QRect(rect.left() + _SIDE, top, rect.width() - 2 * _SIDE, line)
        return first, first.translated(0, line)

    def _cell(self, painter: QPainter, rect: QRect, cells: tuple[GridCell, ...]) -> None:
        cell = cells[0]
        first, second = self._lines(rect)
        side = fonts.scaled(CHIP_HEIGHT)
        chip = QRect(first.left(), first.top(), side, side)
        role = cell.link.role
        if role == "stands here":
            ratio = painter.device().devicePixelRatioF()
            drawn = icons.pixmap("sheet-check", "muted", 16, ratio)
            painter.drawPixmap(chip.left() + 1, chip.top() + (side - 16) // 2, drawn)
        else:
            paint_stance(painter, chip, role)
        first.setLeft(chip.right() + 7)
        if len(cells) > 1:
            self._more(painter, first, len(cells) - 1)
        if cell.telling.differs:
            painter.setFont(fonts.base_font(semibold=True))
            painter.setPen(color("contradicts.line"))
            painter.drawText(first, int(Qt.AlignmentFlag.AlignVCenter), "≠")
            first.setLeft(first.left() + painter.fontMetrics().horizontalAdvance("≠ "))
        painter.setFont(fonts.base_font(semibold=bool(cell.telling.words)))
        painter.setPen(color("text"))
        _draw(painter, first, cell.words)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        _draw(painter, second, beside(cell))

    def _more(self, painter: QPainter, place: QRect, count: int) -> None:
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        words = f"+{count}"
        right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(place, right, words)
        place.setRight(place.right() - painter.fontMetrics().horizontalAdvance(words) - 6)

    def _hint(self, painter: QPainter, rect: QRect, hint: GridHint) -> None:
        frame = rect.adjusted(4, 4, -5, -5)
        box(painter, frame, line=pen("muted", 1, [3.0, 2.0]), corner=4)
        first, second = self._lines(rect)
        painter.setFont(fonts.base_font())
        painter.setPen(color("muted"))
        _draw(painter, first, " ".join(filter(None, (hint.sign, hint.words))))
        painter.setFont(fonts.second_font())
        _draw(painter, second, not_linked())


def _draw(painter: QPainter, place: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)

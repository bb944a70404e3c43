"""How a row of several lines is painted: its ground, a hairline below, the ring of the focus."""

from typing import ClassVar, Final, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.window import fonts, icons
from factcheck.window.shapes import hairline
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.tables.list_model import ROW_ROLE

Index = QModelIndex | QPersistentModelIndex

SIDE: Final = 16
"""Where the icon of a row begins (px)."""
TEXT: Final = 42
"""Where its words begin (px)."""


Row = TypeVar("Row")


class RowDelegate(QStyledItemDelegate, Generic[Row]):
    """Paints rows of equal height; what stands in them is the subclass's.

    height: px at the usual size of text.
    """

    height: ClassVar[int]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row; all are equal."""
        return QSize(200, fonts.scaled(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = index.data(ROW_ROLE)
        if row is None:
            return
        view: QWidget = option.widget
        place: QRect = option.rect
        painter.save()
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        view.style().drawPrimitive(panel, option, painter, view)
        hairline(painter, place, Qt.Edge.BottomEdge)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        self.paint_row(painter, row, place, mirrored=mirrored)
        draw_row_ring(option, painter, view)
        painter.restore()

    def paint_row(self, painter: QPainter, row: Row, place: QRect, *, mirrored: bool) -> None:
        """Paint what a row shows; mirrored: from right to left."""
        raise NotImplementedError


def draw_icon(painter: QPainter, name: str, row: QRect, middle: int, *, mirrored: bool) -> None:
    """Draw the icon of a row at its side; middle: of the icon, in px from the top of the view."""
    ratio = painter.device().devicePixelRatioF()
    place = QRect(row.left() + SIDE, middle - 8, 16, 16)
    drawn = icons.pixmap(name, "text", 16, ratio)
    painter.drawPixmap(mirror(place, row) if mirrored else place, drawn)


_LONGEST = 2_000
"""Characters of a line that are measured before it is cut to its place."""


def draw_line(
    painter: QPainter,
    words: str,
    place: QRect,
    row: QRect,
    *,
    mirrored: bool,
    at_end: bool = False,
) -> int:
    """Draw words on one line, shortened at their end; returns how wide they are (px).

    place: as in a row from left to right. at_end: at the end of that place, not at its beginning.
    """
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(words[:_LONGEST], Qt.TextElideMode.ElideRight, place.width())
    right = mirrored != at_end
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(mirror(place, row) if mirrored else place, int(flags), shown)
    return metrics.horizontalAdvance(shown)


def mirror(place: QRect, row: QRect) -> QRect:
    """Return where a place of a row lies if the row runs from right to left."""
    mirrored = QRect(place)
    mirrored.moveLeft(row.left() + row.right() - place.right())
    return mirrored

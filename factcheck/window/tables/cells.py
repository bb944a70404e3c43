"""How a cell of a table is painted: the style's row, an icon, a line of text, a hairline below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.paged import MUTED_ROLE

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a table of fixed rows."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set what the style needs: icon size, font and colour of this cell."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(16, 16)
        option.font = fonts.base_font()
        drawn = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(drawn, QPixmap):
            # Qt would tint the icon of a selected row: its colour has a meaning.
            shown = QIcon(drawn)
            shown.addPixmap(drawn, QIcon.Mode.Selected)
            option.icon = shown
        if index.data(MUTED_ROLE):
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, color("muted"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell and the line under its row."""
        super().paint(painter, option, index)
        rect: QRect = option.rect
        hairline(painter, rect, Qt.Edge.BottomEdge)

"""How a cell of a table is painted: the style's row, an icon, a line of text, a hairline below."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts
from factcheck.window.shapes import Side, chevron, color, hairline
from factcheck.window.tables.paged import GROUP_ROLE, MUTED_ROLE, SHADE_ROLE, GroupRow

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
        shade = index.data(SHADE_ROLE) or ("muted" if index.data(MUTED_ROLE) else "")
        if shade:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, color(shade))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell and the line under its row; the heading of a group in one piece."""
        group: GroupRow | None = index.data(GROUP_ROLE)
        if group is not None:
            self._paint_group(painter, option, group)
            return
        super().paint(painter, option, index)
        rect: QRect = option.rect
        hairline(painter, rect, Qt.Edge.BottomEdge)

    def _paint_group(
        self, painter: QPainter, option: QStyleOptionViewItem, group: GroupRow
    ) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, color("accent_soft" if chosen else "panel"))
        right = option.direction == Qt.LayoutDirection.RightToLeft
        arrow = QRect(rect.left() + 6, rect.top(), 16, rect.height())
        words = rect.adjusted(28, 0, -12, 0)
        if right:
            arrow.moveRight(rect.right() - 6)
            words = rect.adjusted(12, 0, -28, 0)
        folded: Side = "left" if right else "right"
        chevron(painter, arrow, folded if group.folded else "down", "muted")
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        count = str(group.rows)
        room = words.width() - painter.fontMetrics().horizontalAdvance(count) - 16
        shown = painter.fontMetrics().elidedText(group.words, Qt.TextElideMode.ElideRight, room)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(words, middle, shown)
        wide = painter.fontMetrics().horizontalAdvance(shown) + 10
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        painter.drawText(
            words.adjusted(0 if right else wide, 0, -wide if right else 0, 0), middle, count
        )
        hairline(painter, rect, Qt.Edge.BottomEdge)
        painter.restore()

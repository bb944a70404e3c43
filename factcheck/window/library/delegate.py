"""How a row of the library is painted: icon, title, second line; a group's name; the rail."""

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.icons import pixmap
from factcheck.window.library.model import (
    COPY_ROLE,
    COUNT_ROLE,
    DOCUMENT_ROLE,
    ICON_ROLE,
    SECOND_ROLE,
)
from factcheck.window.shapes import Side, box, chevron, color, hairline
from factcheck.window.style_panels import draw_row_ring

Index = QModelIndex | QPersistentModelIndex

ROW: Final = 44
GROUP: Final = 32
_RAIL_GROUP: Final = 9
_SIDE: Final = 16
_TEXT: Final = 42


class LibraryDelegate(QStyledItemDelegate):
    """Paints the library; rail: only icons, in a strip of 44 px.

    open_document: the id of the document in the reader, whose title is semibold.
    drop_target: the id of the document on which a file would fall; it is framed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rail = False
        self.open_document = ""
        self.drop_target = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row or of a group."""
        if index.data(DOCUMENT_ROLE) is not None:
            return QSize(ROW, fonts.scaled(ROW))
        return QSize(ROW, _RAIL_GROUP if self.rail else fonts.scaled(GROUP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        view = option.widget
        if index.data(DOCUMENT_ROLE) is None:
            self._group(painter, option, index, view)
        elif self.rail:
            self._icon_alone(painter, option, index)
        else:
            self._document(painter, option, index, view)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Give the field in which a title is typed."""
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Title"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the field over the title."""
        rect: QRect = option.rect
        editor.setGeometry(rect.adjusted(_TEXT - 8, 6, -8, -6))

    def _group(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, view: QWidget
    ) -> None:
        rect: QRect = option.rect
        if self.rail:
            if index.row():
                hairline(painter, rect.adjusted(8, 4, -8, 0), Qt.Edge.TopEdge)
            return
        folded = isinstance(view, QTreeView) and not view.isExpanded(_fixed(index))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        place = QRect(rect.left() + 10, rect.top(), 16, rect.height())
        closed: Side = "left" if mirrored else "right"
        chevron(painter, _mirror(place, rect, mirrored), closed if folded else "down", "muted")
        painter.setFont(fonts.heading_font())
        painter.setPen(color("muted"))
        words = rect.adjusted(28, 0, -_SIDE, 0)
        painter.drawText(_mirror(words, rect, mirrored), _start(mirrored), str(index.data()))
        painter.setFont(fonts.second_font())
        painter.drawText(
            _mirror(rect.adjusted(28, 0, -12, 0), rect, mirrored),
            _start(not mirrored),
            str(index.data(COUNT_ROLE)),
        )
        draw_row_ring(option, painter, view)

    def _document(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, view: QWidget
    ) -> None:
        rect: QRect = option.rect
        self.initStyleOption(option, index)
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        line = rect.height() // 2
        top = rect.top() + 4
        place = QRect(rect.left() + _SIDE, top + (line - 4 - 16) // 2 + 1, 16, 16)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            _mirror(place, rect, mirrored), pixmap(str(index.data(ICON_ROLE)), "text", 16, ratio)
        )
        row = index.data(DOCUMENT_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        bold = selected or row.id == self.open_document
        title = QRect(rect.left() + _TEXT, top, rect.width() - _TEXT - 8, line - 4)
        _words(painter, title, rect, mirrored, str(index.data()), bold=bold)
        second = title.translated(0, line - 4)
        second.setRight(rect.right() - 12)
        count = str(index.data(COUNT_ROLE))
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        wide = QFontMetrics(painter.font()).horizontalAdvance(count) if count else 0
        painter.drawText(_mirror(second, rect, mirrored), _start(not mirrored), count)
        if wide:
            second.setRight(second.right() - wide - 8)
        if index.data(COPY_ROLE):
            squares = QRect(second.right() - 13, second.top() + (second.height() - 14) // 2, 14, 14)
            drawn = pixmap("copy", "muted", 14, ratio)
            painter.drawPixmap(_mirror(squares, rect, mirrored), drawn)
            second.setRight(squares.left() - 6)
        shown = QFontMetrics(painter.font()).elidedText(
            str(index.data(SECOND_ROLE))[:_LONGEST], Qt.TextElideMode.ElideRight, second.width()
        )
        painter.drawText(_mirror(second, rect, mirrored), _start(mirrored), shown)
        if row.id == self.drop_target:
            box(painter, rect.adjusted(2, 2, -3, -3), line="accent")
        draw_row_ring(option, painter, view)

    def _icon_alone(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        field = rect.adjusted(4, 4, -4, -4)
        if selected:
            box(painter, field, fill="accent_soft")
        elif state & QStyle.StateFlag.State_MouseOver:
            box(painter, field, fill="hover")
        if state & QStyle.StateFlag.State_HasFocus:
            box(painter, field, line="accent")
        ratio = painter.device().devicePixelRatioF()
        place = QRect(0, 0, 16, 16)
        place.moveCenter(rect.center())
        shade = "accent" if selected else "text"
        painter.drawPixmap(place, pixmap(str(index.data(ICON_ROLE)), shade, 16, ratio))


_LONGEST = 2_000
"""Characters of a line that are measured before it is cut to its place."""


def _words(
    painter: QPainter, place: QRect, row: QRect, mirrored: bool, words: str, *, bold: bool
) -> None:
    painter.setFont(fonts.base_font(semibold=bold))
    painter.setPen(color("text"))
    shown = QFontMetrics(painter.font()).elidedText(
        words[:_LONGEST], Qt.TextElideMode.ElideRight, place.width()
    )
    painter.drawText(_mirror(place, row, mirrored), _start(mirrored), shown)


def _fixed(index: Index) -> QModelIndex:
    return index if isinstance(index, QModelIndex) else QModelIndex()


def _start(mirrored: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)


def _mirror(place: QRect, row: QRect, mirrored: bool) -> QRect:
    if not mirrored:
        return place
    mirror = QRect(place)
    mirror.moveLeft(row.left() + row.right() - place.right())
    return mirror

"""The list at the side of a table: what to show, with counts, and with bars where shares matter."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.icons import pixmap
from factcheck.window.shapes import box, color
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

CHOICE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Choice of a row."""
SHARE_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The length of its bar, 0 to 1; None in a list without bars."""

_BAR: Final = 62
_SHORT_BAR: Final = 20
_WIDE: Final = 220
_BAR_HEIGHT: Final = 8


class Choice(NamedTuple):
    """One row: its key, word, number (a count), and its icon in a colour of the theme."""

    key: str
    word: str
    number: int
    icon: str = ""
    color: str = "text"


class ChoicesModel(QAbstractListModel):
    """What can be chosen; bars: each row has one, as long as its count is large."""

    def __init__(self, *, bars: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self._choices: Sequence[Choice] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.word
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(choice.word)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.word}, {QLocale().toString(choice.number)}"
        if role == CHOICE_ROLE:
            return choice
        if role == SHARE_ROLE and self._bars:
            return choice.number / max(1, *(each.number for each in self._choices))
        return None

    def choice(self, index: Index) -> Choice | None:
        """Give the choice of a row."""
        return self._choices[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Find the row of a key."""
        keys = [choice.key for choice in self._choices]
        return self.index(keys.index(key)) if key in keys else QModelIndex()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show other rows, or other counts in the same ones."""
        same = [each.key for each in choices] == [each.key for each in self._choices]
        if same:
            self._choices = choices
            if choices:
                self.dataChanged.emit(self.index(0), self.index(len(choices) - 1))
            return
        self.beginResetModel()
        self._choices = choices
        self.endResetModel()


class _Delegate(QStyledItemDelegate):
    """Paints icon, word, bar and count."""

    def __init__(self, row: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._row = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, fonts.scaled(self._row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        rect: QRect = option.rect
        choice: Choice = index.data(CHOICE_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        left = rect.left() + 16
        if choice.icon:
            ratio = painter.device().devicePixelRatioF()
            top = rect.top() + (rect.height() - 16) // 2
            painter.drawPixmap(left, top, pixmap(choice.icon, choice.color, 16, ratio))
        words = rect.adjusted(38 if choice.icon else 16, 0, -12, 0)
        painter.setFont(fonts.base_font())
        painter.setPen(color("text" if selected else "muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        count = QLocale().toString(choice.number)
        painter.drawText(words, int(right), count)
        words.setRight(words.right() - max(26, painter.fontMetrics().horizontalAdvance(count) + 8))
        share = index.data(SHARE_ROLE)
        if share is not None:
            most = _BAR if rect.width() >= _WIDE else _SHORT_BAR
            wide = max(2, round(most * share)) if choice.number else 0
            bar = QRect(0, 0, wide, _BAR_HEIGHT)
            bar.moveLeft(words.right() - most)
            bar.moveTop(rect.top() + (rect.height() - _BAR_HEIGHT) // 2)
            if wide:
                box(painter, bar, fill=choice.color, corner=1.5)
            words.setRight(words.right() - most - 8)
        painter.setFont(fonts.base_font(semibold=selected))
        painter.setPen(color("text"))
        shown = painter.fontMetrics().elidedText(
            choice.word, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        draw_row_ring(option, painter, view)
        painter.restore()


class ChoicesList(RowsList):
    """A list as high as its rows.

    wanted(key): a row was chosen with Enter, Space or a click; with optional, choosing the chosen
    one again takes the choice back and says "".
    """

    wanted = Signal(str)
    # What is selected here is what was chosen, wherever the focus is.
    selects_on_focus = False

    def __init__(
        self,
        name: str,
        *,
        bars: bool = False,
        optional: bool = False,
        row: int = 27,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self._chosen = ""
        self.choices = ChoicesModel(bars=bars, parent=self)
        self.setModel(self.choices)
        self.setItemDelegate(_Delegate(row, self))
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row = row
        Ground(self)
        self.chosen.connect(self._choose)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show what can be chosen; the chosen one stays so while it is there."""
        self.choices.set_choices(choices)
        self.show_chosen(self._chosen)
        self.updateGeometry()

    def show_chosen(self, key: str) -> None:
        """Show which one is chosen, "" for none; nothing is said."""
        self._chosen = key
        index = self.choices.index_of(key)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flags)
        else:
            self.selectionModel().clearSelection()

    def sizeHint(self) -> QSize:
        """Ask for all rows."""
        return QSize(120, max(1, self.choices.rowCount()) * fonts.scaled(self._row))

    def minimumSizeHint(self) -> QSize:
        """Never hide a row."""
        return QSize(80, self.sizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._choose(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave a double click to its two clicks."""

    def _choose(self, index: QModelIndex) -> None:
        choice = self.choices.choice(index)
        if choice is None:
            return
        key = "" if self._optional and choice.key == self._chosen else choice.key
        self.show_chosen(key)
        self.wanted.emit(key)

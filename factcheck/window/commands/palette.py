"""Find a command by some letters of its name, see its key, run it (Ctrl+K)."""

import unicodedata
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.window import fonts
from factcheck.window.commands.command import Command
from factcheck.window.shapes import color
from factcheck.window.widgets.chips import chip_size, paint_key
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.search_field import SearchField

_ACTION: Final = int(Qt.ItemDataRole.UserRole)
_KEY: Final = _ACTION + 1
_GROUP: Final = _ACTION + 2


def matches(query: str, text: str) -> bool:
    """Tell whether each word of the query begins a word of the text, whatever case or accents."""
    words = _plain(text).split()
    return all(any(word.startswith(part) for word in words) for part in _plain(query).split())


def _plain(text: str) -> str:
    loose = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in loose if not unicodedata.combining(char))


class _Rows(QStyledItemDelegate):
    """Paints the text, the group muted behind it, and the key at the end."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, fonts.scaled(32))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, color("accent_soft"))
            painter.fillRect(QRect(option.rect.topLeft(), QSize(3, 32)), color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, color("hover"))
        inner = option.rect.adjusted(16, 0, -12, 0)
        key = index.data(_KEY)
        if key:
            size = chip_size(key)
            top = inner.top() + (inner.height() - size.height()) // 2
            chip = QRect(inner.right() - size.width(), top, size.width(), size.height())
            paint_key(painter, chip, key)
            inner.setRight(chip.left() - 12)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.setFont(fonts.base_font())
        painter.setPen(color("text" if enabled else "faint"))
        text = index.data()
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(text) + 12)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted" if enabled else "faint"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, index.data(_GROUP))


class CommandPalette(QDialog):
    """A field and the commands that match; Enter runs the chosen one, Esc closes.

    The action runs after the palette has closed, so that the focus is back where it was.
    """

    def __init__(
        self,
        commands: tuple[Command, ...],
        actions: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find a command"))
        self._commands = commands
        self._actions = actions
        self._field = SearchField(self.tr("Find a command"))
        self._field.textChanged.connect(self._fill)
        self._field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setAccessibleName(self.tr("Commands"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.clicked.connect(self._run)
        self._nothing = PlainLabel(self.tr("No command has these letters."), shade="muted")
        self._nothing.setContentsMargins(16, 8, 16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 8)
        framed = QVBoxLayout()
        framed.setContentsMargins(12, 0, 12, 0)
        framed.addWidget(self._field)
        column.addLayout(framed)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self.resize(fonts.scaled(560), fonts.scaled(420))
        self._fill("")
        self._field.setFocus()

    def shown(self) -> list[str]:
        """Give the actions that match now, in order, by `Command.id`."""
        return [self._model.index(row, 0).data(_ACTION) for row in range(self._model.rowCount())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and run from the field, which keeps the focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = {
            int(Qt.Key.Key_Down): 1,
            int(Qt.Key.Key_Up): -1,
            int(Qt.Key.Key_PageDown): 8,
            int(Qt.Key.Key_PageUp): -8,
        }
        if event.key() in steps:
            self._move(steps[event.key()])
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self._list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.reject()
            return True
        return False

    @Slot(str)
    def _fill(self, query: str) -> None:
        self._model.clear()
        for command in self._commands:
            action = self._actions.get(command.id)
            if action is None or not matches(query, f"{action.text()} {command.group}"):
                continue
            item = QStandardItem(action.text())
            item.setEditable(False)
            item.setEnabled(action.isEnabled())
            item.setData(command.id, _ACTION)
            keys = action.shortcuts()
            item.setData(keys[0].toString(keys[0].SequenceFormat.NativeText) if keys else "", _KEY)
            item.setData(command.group, _GROUP)
            self._model.appendRow(item)
        found = self._model.rowCount() > 0
        self._nothing.setVisible(not found)
        self._list.setVisible(found)
        if found:
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _move(self, by: int) -> None:
        last = self._model.rowCount() - 1
        row = min(max(self._list.currentIndex().row() + by, 0), last)
        self._list.setCurrentIndex(self._model.index(row, 0))

    @Slot(QModelIndex)
    def _run(self, index: QModelIndex) -> None:
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        action = self._actions[index.data(_ACTION)]
        self.finished.connect(action.trigger)
        self.accept()

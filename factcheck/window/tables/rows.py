"""What all lists and tables of rows do alike: steps by one row, Enter chooses, letters are keys."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTableView, QWidget

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    # Two classes of Qt among the bases would make two objects of Qt behind one of ours.
    _View = object

_SEVERAL = QAbstractItemView.SelectionMode.ExtendedSelection
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsMixin(_View):
    """Mixed into a view before Qt's class; `chosen` says that Enter or a double click chose a row.

    The keys J and K are wired by the window, which knows whether single keys are on: they call
    `step`.

    Where several rows can be chosen, `toggle_current` (Space) begins to collect them: the rows
    that were toggled stay chosen while one steps on, until a click or Esc.
    """

    chosen: Any
    selects_on_focus = True
    """Whether the row that Qt makes the current one, as the focus comes, is selected too."""
    is_collecting = False
    """Whether rows are being collected: stepping on leaves the chosen ones as they are."""

    def set_up_rows(self) -> None:
        """Set what Qt leaves open; call at the end of the constructor."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) row; False where there is none."""
        index = self.currentIndex()
        last = self.model().rowCount() - 1
        row = index.row() + by if index.isValid() else (0 if by > 0 else last)
        if not 0 <= row <= last:
            return False
        self.go_to(self.model().index(row, max(0, index.column())))
        return True

    def go_to(self, index: QModelIndex) -> None:
        """Make a row the current and the selected one, in sight."""
        flags = QItemSelectionModel.SelectionFlag
        how = flags.NoUpdate if self.is_collecting else flags.ClearAndSelect | flags.Rows
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def toggle_current(self) -> None:
        """Choose the current row beside those that are chosen, or not any more."""
        index = self.currentIndex()
        if self.selectionMode() != _SEVERAL or not index.isValid():
            return
        flags = QItemSelectionModel.SelectionFlag
        if self.is_collecting:
            self.selectionModel().select(index, flags.Toggle | flags.Rows)
        else:
            self.selectionModel().select(index, flags.Select | flags.Rows)
        self.is_collecting = bool(self.chosen_numbers())

    def stop_collecting(self) -> None:
        """Choose the current row alone again."""
        if self.is_collecting:
            self.is_collecting = False
            self.go_to(self.currentIndex())

    def chosen_numbers(self) -> list[int]:
        """Give the numbers of the chosen rows, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    def choose_current(self) -> None:
        """Do what Enter does on the current row."""
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter alike on all systems; leave letters to the window."""
        if event.key() == Qt.Key.Key_Escape and self.is_collecting:
            self.stop_collecting()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Space and self.selectionMode() == _SEVERAL:
            self.toggle_current()
            event.accept()
            return
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose_current()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row the keys will act on."""
        super().focusInEvent(event)
        index = self.currentIndex()
        chosen = not index.isValid() or self.selectionModel().isSelected(index)
        if self.selects_on_focus and not chosen and not self.is_collecting:
            self.go_to(index)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Leave collected rows chosen while the arrows move; a plain click ends the collecting."""
        if self.is_collecting and event is not None:
            if event.type() == QEvent.Type.KeyPress:
                return QItemSelectionModel.SelectionFlag.NoUpdate
            if event.type() == QEvent.Type.MouseButtonPress:
                self.is_collecting = False
        return super().selectionCommand(index, event)

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters are keys of the window, not the beginning of a row's name."""


class RowsList(RowsMixin, QListView):
    """A list of rows."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up_rows()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self.chosen)


class RowsTable(RowsMixin, QTableView):
    """A table of rows."""

    chosen = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_up_rows()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.doubleClicked.connect(self.chosen)

"""What all lists and tables of rows do alike: steps by one row, Enter chooses, letters are keys."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTableView, QWidget

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    # Two classes of Qt among the bases would make two objects of Qt behind one of ours.
    _View = object

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsMixin(_View):
    """Mixed into a view before Qt's class; `chosen` says that Enter or a double click chose a row.

    The keys J and K are wired by the window, which knows whether single keys are on: they call
    `step`.
    """

    chosen: Any
    selects_on_focus = True
    """Whether the row that Qt makes the current one, as the focus comes, is selected too."""

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
        self.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.scrollTo(index)

    def choose_current(self) -> None:
        """Do what Enter does on the current row."""
        if self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter alike on all systems; leave letters to the window."""
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
        if self.selects_on_focus and not chosen:
            self.go_to(index)

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

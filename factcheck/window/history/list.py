"""The history of a claim as a list; Enter or a click shows before → after."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from factcheck.case.read.history import HistoryLine
from factcheck.window import fonts
from factcheck.window.history.delegate import ROW, HistoryDelegate
from factcheck.window.history.model import HistoryModel
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList


class HistoryList(RowsList):
    """Shows lines of the log, newest first. `count_changed`: how many there are."""

    count_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = HistoryModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(self.tr("History"))
        Ground(self)
        self.chosen.connect(self._toggle)

    def show_lines(self, oldest_first: Sequence[HistoryLine]) -> None:
        """Show the history of a claim as the case gives it."""
        self.lines.set_lines(tuple(reversed(oldest_first)))
        self.count_changed.emit(len(oldest_first))

    def sizeHint(self) -> QSize:
        """Ask for two lines; more where there is room."""
        return QSize(200, 2 * fonts.scaled(ROW) + 8)

    def minimumSizeHint(self) -> QSize:
        """Be content with one line."""
        return QSize(80, fonts.scaled(ROW))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open or close the line that was clicked."""
        super().mouseReleaseEvent(event)
        self._toggle(self.indexAt(event.position().toPoint()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave a double click to its two clicks."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the details anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.lines.toggle(index)
            self.scheduleDelayedItemsLayout()

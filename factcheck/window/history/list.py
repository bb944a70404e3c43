"""The history of a claim as a list; Enter or a click shows before → after."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.case.read.history import HistoryLine
from factcheck.window import fonts
from factcheck.window.history.delegate import ROW, HistoryDelegate
from factcheck.window.history.model import HistoryModel
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList

LINE_ACTIONS = ("as-of", "redact")
"""Commands of the window that mean the current line while a history has the keyboard."""


class HistoryList(RowsList):
    """Shows lines of the log, newest first.

    `count_changed`: how many there are. `filled`: with lines; True where they are of another claim.
    """

    count_changed = Signal(int)
    filled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[HistoryLine, ...] = ()
        self._kind = self._by = ""
        self.lines = HistoryModel(self)
        self.setModel(self.lines)
        self.setItemDelegate(HistoryDelegate(self))
        self.setAccessibleName(self.tr("History"))
        Ground(self)
        self.chosen.connect(self._toggle)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu_wanted)

    @property
    def current(self) -> HistoryLine | None:
        """The current line."""
        return self.lines.line(self.currentIndex())

    @property
    def all_lines(self) -> tuple[HistoryLine, ...]:
        """All lines, newest first, also those that the filter leaves out."""
        return self._all

    def show_lines(self, oldest_first: Sequence[HistoryLine]) -> None:
        """Show the history of a claim as the case gives it."""
        before, self._all = self._all, tuple(reversed(oldest_first))
        other = not before or not self._all or before[-1].seq != self._all[-1].seq
        self.filled.emit(other)
        self._show()
        self.count_changed.emit(len(oldest_first))

    def add_older(self, newest_first: Sequence[HistoryLine]) -> None:
        """Show older lines beneath; what is open stays open."""
        self._all = (*self._all, *newest_first)
        self.lines.add_older(newest_first)

    @Slot(str, str)
    def show_only(self, kind: str, by: str) -> None:
        """Leave out entries of other kinds and people; "" shows all."""
        self._kind, self._by = kind, by
        self._show()

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

    def _show(self) -> None:
        self.lines.set_lines(
            tuple(
                line
                for line in self._all
                if self._kind in ("", line.kind) and self._by in ("", line.by)
            )
        )

    def _menu_wanted(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(index)
        actions = [act for name in LINE_ACTIONS if (act := _action(self, name)) is not None]
        if actions:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(actions)
            menu.popup(self.viewport().mapToGlobal(place))

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.lines.toggle(index)
            self.scheduleDelayedItemsLayout()


def _action(widget: QWidget | None, name: str) -> QAction | None:
    """Find a command of the window above, also from a dialog that belongs to it."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    while widget is not None:
        found = widget.findChild(QAction, name, direct)
        if isinstance(found, QAction):
            return found
        widget = widget.parentWidget()
    return None

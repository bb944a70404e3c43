"""A view of one big table: its heading, what to show at its side, details beneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.window.commands.command import Where
from factcheck.window.tables.page import TablePage
from factcheck.window.tables.side import TableSide
from factcheck.window.view import View
from factcheck.window.widgets.headers import PaneHeader

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QShowEvent

    from factcheck.case.changes import Changes
    from factcheck.window.tables.table import BigTable
    from factcheck.window.workspace import Workspace

Row = TypeVar("Row")


class TableView(View, Generic[Row]):
    """Lays the parts out and keeps them up to date; what the rows are is the subclass's.

    shown_tables: the tables of the case whose changes are seen here.
    claim_chosen(claim id): Enter or a double click on a row about a claim.
    """

    shown_tables: ClassVar[frozenset[str]]
    claim_chosen = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True

    @property
    def current(self) -> Row | None:
        """The current row."""
        return self.table.current

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Return the table."""
        return [(self.table, Where.LISTS)]

    def refresh(self) -> None:
        """Ask for what is shown anew; called when a case is opened, changed or closed."""
        raise NotImplementedError

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # For the subclass

    def _lay_out(self, name: str, table: BigTable[Row], details: QWidget) -> None:
        """Arrange the parts; `header` and `side` take more afterwards."""
        self.table = table
        self.table.setAccessibleName(name)
        self.header = PaneHeader()
        self.header.set_title(name)
        self.side = TableSide()
        self._page_parts = TablePage(self.side, self.header, self.table, details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page_parts)
        self.setFocusProxy(self.table)
        self.table.chosen.connect(self._row_chosen)
        self._page_parts.error.retry_wanted.connect(self.refresh)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.changed.connect(self._changed)

    def _chosen(self, row: Row) -> None:
        """Show elsewhere what a row is about."""
        raise NotImplementedError

    def _catch_up(self) -> None:
        """Show what changed just now."""
        self.refresh()

    def _say_empty(self, total: int | None, nothing: str, none_like_that: str) -> None:
        """Say why no row is shown. total: None while that is not known."""
        if self.table.rows.ids or total is None:
            self._page_parts.say_empty("")
        else:
            self._page_parts.say_empty(none_like_that if total else nothing)

    # Internal

    def _changed(self, changes: Changes) -> None:
        if not (changes.everything or changes.tables & self.shown_tables):
            return
        if self.isVisible():
            self._catch_up()
        else:
            self._stale = True

    def _row_chosen(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is not None:
            self._chosen(row)

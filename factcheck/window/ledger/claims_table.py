"""What the table of all claims and the ledger have in common: rows about claims, in great number.

Their rows are sorted beside the window and counted afterwards; the claim of the current row is
shown beneath once the keyboard rests on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton

from factcheck.window.icons import dress
from factcheck.window.ledger.details import DetailsPane, Told, claim_details
from factcheck.window.style import make_main
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.table_view import TableView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from factcheck.window.tables.table import BigTable
    from factcheck.window.tasks import Tasks
    from factcheck.window.workspace import Workspace

# While somebody holds J down, only the row where they stop is read whole.
_PAUSE_MS: Final = 40
Row = TypeVar("Row")


class ClaimsTable(TableView[Row]):
    """A table of rows about claims, with the claim of the current one beneath.

    evidence_chosen(EvidenceRow): Enter or a double click on a link beneath.
    export_wanted: *Export CSV …*.
    """

    evidence_chosen = Signal(object)
    export_wanted = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._count_after = False
        self._ids = BesideReader(workspace, tasks, self)
        self._counts = BesideReader(workspace, tasks, self)
        self.export = make_main(QPushButton(self.tr("Export CSV …")))
        dress(self.export, "export", "on_accent")
        self.details = DetailsPane()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)

    def refresh(self) -> None:
        """Ask for the rows anew, then for the counts: those would only take their time."""
        self._stale = False
        if not self._workspace.is_open:
            self.table.show_ids(())
            self._forget_counts()
            return
        self._count_after = True
        self._ask_ids()

    # For the subclass

    def _put_table(self, name: str, table: BigTable[Row], *beside_export: QWidget) -> None:
        """Lay out the table; beside_export: what the heading offers besides."""
        self._lay_out(name, table, self.details)
        for widget in (*beside_export, self.export):
            self.header.add(widget)
        self.export.clicked.connect(self.export_wanted)
        self.table.asked.connect(self._ask_ids)
        self.table.current_changed.connect(self._pause_then_details)
        self._pause.timeout.connect(self._show_details)
        self.details.evidence_chosen.connect(self.evidence_chosen)
        for reader in (self._ids, self._counts):
            reader.failed.connect(self._page_parts.error.say)

    def _ask_ids(self) -> None:
        """Ask which rows are shown, in their order."""
        raise NotImplementedError

    def _ask_counts(self) -> None:
        """Ask how many there are of each sort."""
        raise NotImplementedError

    def _forget_counts(self) -> None:
        """Show that no case is open."""
        raise NotImplementedError

    def _told(self, row: Row) -> tuple[str, Told] | None:
        """Give the id of a row's claim and what is said of it; None where it is gone by now."""
        raise NotImplementedError

    def _count_once(self) -> None:
        """Ask for the counts, where rows that are shown now were asked for with them."""
        if self._count_after:
            self._count_after = False
            self._ask_counts()

    def _catch_up(self) -> None:
        self.table.rows.read_again()
        self.refresh()
        self._show_details()

    # Internal

    def _pause_then_details(self) -> None:
        self._pause.start()

    def _show_details(self) -> None:
        row = self.table.current if self._workspace.is_open else None
        found = self._told(row) if row is not None else None
        if found is None:
            self.details.show_details(None, None)
            return
        claim_id, told = found
        self.details.show_details(told, self._workspace.read(claim_details, claim_id))

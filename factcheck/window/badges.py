"""What waits in the views, counted beside their names in the bar above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Tasks
from factcheck.window.top_bar import TopBar
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.changes import Changes

# While somebody works fast, the ledger is counted once they pause.
_PAUSE_MS: Final = 250
_OF_VERDICTS: Final = frozenset({"verdicts", "approvals", "properties"})


class Badges(QObject):
    """Counts the open requests, and the verdicts that wait for a reviewer or a second look."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, top_bar: TopBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace, self._top_bar = workspace, top_bar
        self._ledger = BesideReader(workspace, tasks, self)
        self._ledger.answered.connect(self._counted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._count_verdicts)
        workspace.opened.connect(self._opened)
        workspace.closed.connect(self._closed)
        workspace.changed.connect(self._changed)

    def _opened(self) -> None:
        self._count_requests()
        self._pause.start()

    def _closed(self) -> None:
        self._pause.stop()
        for view in ("requests", "ledger"):
            self._top_bar.set_count(view, 0)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or "requests" in changes.tables:
            self._count_requests()
        if changes.everything or changes.tables & _OF_VERDICTS:
            self._pause.start()

    def _count_requests(self) -> None:
        # The reads are imported once a case is open: the first paint does without them.
        from factcheck.case.read.requests import open_count

        self._top_bar.set_count("requests", self._workspace.read(open_count))

    def _count_verdicts(self) -> None:
        self._ledger.ask(self.tr("Counting what waits"), _waiting)

    def _counted(self, count: int) -> None:
        self._top_bar.set_count("ledger", count)


def _waiting(reader: Case) -> int:
    from factcheck.case.read.ledger_stand import waiting_count

    return reader.read(waiting_count)

"""Looks for hints when they are asked for, and for earlier claims when a claim is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from factcheck.case.changes import RecordFruitlessSearch
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.hints.hint import Looked
from factcheck.window.hints.looking import Looker
from factcheck.window.tasks import Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.window.claims.claim_panel import ClaimPanel

# The model takes 60 MB; who goes on looking would wait half a second for it each time.
_RELEASED_AFTER_MS: Final = 120_000


class Hinting(QObject):
    """One question at a time; the answer is shown where its claim still is."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, panel: ClaimPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._panel = panel
        self._task: Task | None = None
        self._looker: Looker | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_RELEASED_AFTER_MS)
        self._idle.timeout.connect(self._release)
        panel.found.retry_wanted.connect(self.look)
        panel.found.cancelled.connect(self._give_up)
        panel.found.nothing_wanted.connect(self.record_nothing)
        workspace.closed.connect(self._closed)

    @Slot()
    def look(self) -> bool:
        """Look for evidence and earlier claims for the claim shown; False where none is."""
        return self._start(passages=True)

    def look_for_earlier(self) -> None:
        """Look for earlier claims only, without saying so: a claim was marked just now."""
        self._start(passages=False)

    @Slot()
    def record_nothing(self) -> bool:
        """Ask what was looked for and where, and record that it was not found."""
        row = self._panel.current
        if row is None:
            return False
        # Imported when it is asked for, like every dialog.
        from factcheck.window.hints.nothing_dialog import NothingDialog

        dialog = NothingDialog(row.wording, parent=self._panel.window())
        dialog.recorded.connect(partial(self._record, row.id))
        dialog.open()
        return True

    def _start(self, *, passages: bool) -> bool:
        row = self._panel.current
        if row is None or not self._workspace.is_open:
            return False
        self._give_up()
        self._idle.stop()
        if self._looker is None:
            self._looker = Looker(self._workspace.path)
        if passages:
            self._panel.found.begin_looking()
        self._task = self._tasks.start(
            self.tr("Looking for evidence"),
            partial(self._looker.look, row.id, passages=passages),
            self._found if passages else self._found_earlier,
            self._failed if passages else self._failed_silently,
        )
        return True

    def _found(self, looked: Looked) -> None:
        self._idle.start()
        if self._is_shown(looked):
            self._panel.found.show_found(looked, asked=True)
            self._panel.found.take_focus()

    def _found_earlier(self, looked: Looked) -> None:
        self._idle.start()
        if self._is_shown(looked):
            self._panel.found.show_found(looked, asked=False)

    def _is_shown(self, looked: Looked) -> bool:
        return self._panel.current is not None and self._panel.current.id == looked.claim_id

    def _failed(self, error: FactcheckError) -> None:
        if not self._has_ended():
            return
        self._idle.start()
        if isinstance(error, Cancelled):
            self._panel.found.stop_looking()
        else:
            self._panel.found.say_error(str(error))

    def _failed_silently(self, _error: FactcheckError) -> None:
        # Nobody asked; who presses E is told.
        if self._has_ended():
            self._idle.start()

    def _has_ended(self) -> bool:
        # The outcome may be that of an older question, given up for the one that runs.
        return self._task is None or not self._task.is_running

    @Slot()
    def _give_up(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._panel.found.stop_looking()

    @Slot()
    def _closed(self) -> None:
        self._give_up()
        self._looker = None

    @Slot()
    def _release(self) -> None:
        if self._looker is not None:
            self._looker.release()

    def _record(self, claim_id: str, looked_for: str, looked_in: str) -> None:
        self._workspace.do(RecordFruitlessSearch(claim_id, looked_for, looked_in))

"""Finds the copies of the open case beside the window, after the index is up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from factcheck.errors import FactcheckError
from factcheck.window.indexing import Indexing
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.case.changes import Changes
    from factcheck.case.copies import CopyFinder
    from factcheck.case.index_copies import CopyPair
    from factcheck.text.reporting import Line


class Copying(QObject):
    """Knows which documents of the open case share text, and which are one line of reporting.

    changed: other pairs or lines than before are known. The workspace is told of the lines, so
    that all views count alike.
    """

    changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        indexing: Indexing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pairs: tuple[CopyPair, ...] = ()
        self.lines: tuple[Line, ...] = ()
        self.why_not = ""
        """The sentence that says why copies are not known; "" where they are."""
        self._workspace, self._tasks = workspace, tasks
        self._finding: _Finding | None = None
        self._task: Task | None = None
        self._again = False
        indexing.ready.connect(self.start)
        workspace.changed.connect(self._case_changed)
        workspace.closed.connect(self._forget)

    @property
    def is_running(self) -> bool:
        """Whether they are being looked for now."""
        return self._task is not None and self._task.is_running

    @Slot()
    def start(self) -> None:
        """Look for copies; once more afterwards where that runs already."""
        if not self._workspace.is_open:
            return
        if self.is_running:
            self._again = True
            return
        self._again = False
        if self._finding is None:
            self._finding = _Finding(self._workspace.path)
        self._task = self._tasks.start(
            self.tr("Looking for copies"), self._finding, self._done, self._failed
        )

    @Slot(object)
    def _case_changed(self, changes: Changes) -> None:
        if "copy_decisions" in changes.tables:
            self.start()

    @Slot()
    def _forget(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._finding, self._again = None, False
        self._know((), ())

    def _done(self, found: tuple[tuple[CopyPair, ...], tuple[Line, ...]]) -> None:
        if not self._has_ended():
            return
        self.why_not = ""
        self._know(*found)
        if self._again:
            self.start()

    def _failed(self, error: FactcheckError) -> None:
        if self._has_ended():
            self.why_not = str(error)
            self.changed.emit()

    def _has_ended(self) -> bool:
        # The outcome may be that of another case's task, cancelled when that case was closed.
        return self._task is not None and not self._task.is_running

    def _know(self, pairs: tuple[CopyPair, ...], lines: tuple[Line, ...]) -> None:
        if (pairs, lines) == (self.pairs, self.lines):
            return
        other_lines = lines != self.lines
        self.pairs, self.lines = pairs, lines
        if other_lines:
            self._workspace.learn_lines(lines)
        self.changed.emit()


class _Finding:
    """What runs beside the window, one a case.

    It keeps the shingles, so that only what is new is cut into words. The finder is imported
    there as well: its names of agencies alone keep the window for a tenth of a second.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._finder: CopyFinder | None = None

    def __call__(self, progress: Progress) -> tuple[tuple[CopyPair, ...], tuple[Line, ...]]:
        from factcheck.case.case import Case
        from factcheck.case.copies import CopyFinder, lines_of

        self._finder = self._finder or CopyFinder()
        with Case.open(self._path, read_only=True) as case:
            pairs = self._finder.sync(case, progress)
            return tuple(pairs), tuple(lines_of(case, pairs))

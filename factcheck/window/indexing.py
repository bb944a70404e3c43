"""Keeps the index of the open case up to date beside the window."""

from __future__ import annotations

import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.changes import Changes
    from factcheck.case.index import Index

# A redaction drops the index with what stood in it.
_INDEXED: Final = frozenset({"documents", "versions", "texts", "redactions", "earlier_claims"})

# Two that open a missing index at once would each make one, and lose the other's.
_OPENING: Final = threading.Lock()


class Indexing(QObject):
    """One task at a time brings the index up to date: at the opening, and after new documents.

    changed: it began, went on or ended. ready: the index holds what the case holds, also where
    nothing had to be done. What is asked of it meanwhile is answered by the index as it stands.
    said(str): the model cannot be used, once a case.
    """

    changed = Signal()
    ready = Signal()
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._task: Task | None = None
        self._vectors: Task | None = None
        self._again = False
        self._why_incomplete = ""
        self._is_told = False
        workspace.opened.connect(self.start)
        workspace.closed.connect(self._stop)
        workspace.changed.connect(self._case_changed)
        tasks.changed.connect(self._went_on)
        if workspace.is_open:
            self.start()

    @property
    def is_running(self) -> bool:
        """Tell whether the index is being brought up to date now."""
        return self._task is not None and self._task.is_running

    @property
    def why_incomplete(self) -> str:
        """The sentence that says why the index lacks something though nothing runs; "" if not."""
        return self._why_incomplete

    def sentence(self) -> str:
        """Say how far it is: "Indexing 212 of 340. You can go on."; "" while nothing runs."""
        if self._task is None or not self._task.is_running:
            return ""
        step = self._task.step
        if not step.total:
            return self.tr("Indexing. You can go on.")
        return self.tr("Indexing {0} of {1}. You can go on.").format(step.done, step.total)

    @Slot()
    def start(self) -> None:
        """Bring the index up to date; where that runs already, once more afterwards."""
        if self.is_running:
            self._again = True
            return
        self._again = False
        self._why_incomplete = ""
        work = partial(_bring_up_to_date, self._workspace.path)
        self._task = self._tasks.start(self.tr("Indexing"), work, self._done, self._failed)
        self.changed.emit()

    @Slot()
    def _stop(self) -> None:
        tasks = (self._task, self._vectors)
        self._task = self._vectors = None
        self._is_told = False
        self._again = False
        self._why_incomplete = ""
        for task in tasks:
            if task is not None:
                task.cancel()
        self.changed.emit()

    @Slot(object)
    def _case_changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & _INDEXED:
            self.start()

    @Slot(object)
    def _went_on(self, task: Task) -> None:
        if task is self._task and task.is_running:
            self.changed.emit()

    def _done(self, _written: int) -> None:
        if not self._has_ended():
            return
        if self._again:
            self.start()
            return
        self.changed.emit()
        self.ready.emit()
        self._start_vectors()

    def _start_vectors(self) -> None:
        """Make the vectors that are missing; what is found by words waits for none of them."""
        # Light: it looks for the packages and loads none of them.
        from factcheck.vectors.minilm import is_installed

        if not is_installed() or (self._vectors is not None and self._vectors.is_running):
            return
        self._vectors = self._tasks.start(
            self.tr("Reading for meaning"),
            partial(_make_vectors, self._workspace.path),
            self._vectors_done,
            self._vectors_failed,
        )

    def _vectors_done(self, refused: str) -> None:
        self._vectors = None
        if refused and not self._is_told:
            self._is_told = True
            by_words = self.tr("{0} Until then passages are found by words alone.")
            self.said.emit(by_words.format(refused))

    def _vectors_failed(self, _error: FactcheckError) -> None:
        # Finding goes on by words; the next opening, or the next document, tries again.
        self._vectors = None

    def _failed(self, error: FactcheckError) -> None:
        if not self._has_ended():
            return
        self._why_incomplete = (
            self.tr("Indexing was stopped: what was added last is not found yet.")
            if isinstance(error, Cancelled)
            else str(error)
        )
        self.changed.emit()

    def _has_ended(self) -> bool:
        # The outcome may be that of another case's task, cancelled when that case was closed.
        return self._task is not None and not self._task.is_running


def open_index(case: Case, kind: type[Index]) -> Index:
    """Open the index of a case, or make it, one at a time in this program."""
    with _OPENING:
        return kind(case)


def _bring_up_to_date(path: Path, progress: Progress) -> int:
    # Imported here, on the task's thread: the window has painted, sqlalchemy is on its way.
    from factcheck.case.case import Case
    from factcheck.case.index import Index

    with Case.open(path, read_only=True) as case, open_index(case, Index) as index:
        return index.sync(progress)


def _make_vectors(path: Path, progress: Progress) -> str:
    """Make the vectors that are missing; returns why the model cannot be used, "" if it can."""
    from factcheck.case.case import Case
    from factcheck.case.index import Index
    from factcheck.case.index_vectors import make_vectors, missing_vectors
    from factcheck.vectors.minilm import NAME, MiniLM

    with Case.open(path, read_only=True) as case, open_index(case, Index) as index:
        index.sync()
        if not missing_vectors(index, NAME):
            return ""
        model = MiniLM()
        try:
            model.check()
        except FactcheckError as refused:
            return str(refused)
        # The model is let go with this task.
        make_vectors(case, index, model, progress)
        return ""

"""Fingerprints of the open case that were given away: kept, and the case held to them.

Both happen beside the window: the file of fingerprints may lie on a slow disk.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.changes import Changes


class GivenHeads(QObject):
    """Follows the open case.

    differing(sentences): what the log no longer agrees with; () when it agrees with all, or no
    case is open. failed(str): a fingerprint could not be kept.
    """

    differing = Signal(object)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._told: tuple[str, ...] = ()
        workspace.opened.connect(self._look)
        workspace.changed.connect(self._changed)
        workspace.closed.connect(self._forget)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What the log of the open case no longer agrees with, one sentence each."""
        return self._told

    def note_copied(self, fingerprint: str) -> None:
        """Keep a fingerprint of the open case that was copied to be given away."""
        if not self._workspace.is_open:
            return
        work = partial(_remember, self._workspace.path, fingerprint)
        self._tasks.start(self.tr("Keeping the fingerprint"), work, _leave_it, self._refused)

    def _look(self) -> None:
        work = _Held(self._workspace)
        name = self.tr("Comparing fingerprints")
        self._tasks.start(name, work, self._have, self._refused)

    def _changed(self, changes: Changes) -> None:
        # Our own changes only add entries; another program may have put something in their place.
        if changes.everything:
            self._look()

    def _have(self, answer: tuple[str, tuple[str, ...]]) -> None:
        case_id, sentences = answer
        if self._workspace.is_open and self._workspace.case_id == case_id:
            self._tell(sentences)

    def _forget(self) -> None:
        self._tell(())

    def _tell(self, sentences: tuple[str, ...]) -> None:
        if sentences != self._told:
            self._told = sentences
            self.differing.emit(sentences)

    def _refused(self, error: FactcheckError) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(str(error))


class _Held:
    """What runs beside the window: it opens a reader, compares, and closes it."""

    def __init__(self, workspace: Workspace) -> None:
        self._path = workspace.path

    def __call__(self, _progress: Progress) -> tuple[str, tuple[str, ...]]:
        from factcheck.case.case import Case  # sqlalchemy is imported after the first paint
        from factcheck.case.known_heads import differing_heads

        with Case.open(self._path, read_only=True) as case:
            return _told_of(case, differing_heads(case))


def _told_of(case: Case, sentences: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    return case.id, sentences


def _remember(path: Path, fingerprint: str, _progress: Progress) -> None:
    from factcheck.case.case import Case  # after the first paint, as above
    from factcheck.case.known_heads import remember_head_of

    with Case.open(path, read_only=True) as case:
        remember_head_of(case, fingerprint, "copied")


def _leave_it(_: None) -> None:
    """Say nothing: a fingerprint that was kept needs no word."""

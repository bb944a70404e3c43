"""Adding documents beside the window: read in a child process, written in small groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from factcheck.case.changes import AddDocument, Change, Done
from factcheck.case.clock import new_id
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import MakesMany, Workspace

if TYPE_CHECKING:
    from factcheck.ingest.loaded import Loaded
    from factcheck.ingest.worker import Readers

# So many read documents wait for the disk at most: enough for one commit, little memory.
_GROUP = 50


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files that were added: document ids by outcome, sentences for the rest.

    to_look_at: places in new versions that want a person.
    cancelled: the user stopped; what was finished before is kept. total: files, and of a sheet
    its rows. case: the file that they were added to.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    cancelled: bool = False
    total: int = 0
    case: Path = Path()
    to_look_at: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The documents that are in the case now, whether or not they were before."""
        return self.added + self.revised + self.known


class Adding(QObject):
    """Adds files to the open case, one task at a time in the status bar.

    finished(Added): once everything that could be read is on disk. stopped(str): instead of it,
    the sentence where the case can only be read, or was closed: no file goes into another one.
    """

    finished = Signal(object)
    stopped = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._running: list[Task] = []
        workspace.closed.connect(self._cancel)

    def add(self, paths: list[Path], *, under_check: bool) -> None:
        """Read the files, and the files of folders, and add them as articles or as sources."""
        try:
            write = self._workspace.many(new_id())
        except FactcheckError as why_read_only:
            self.stopped.emit(str(why_read_only))
            return
        job = _Job(write, self._workspace.path, tuple(paths), under_check)
        name = self.tr("Adding articles") if under_check else self.tr("Adding sources")
        self._running = [task for task in self._running if task.is_running]
        self._running.append(self._tasks.start(name, job.run, self._ended, self._failed))

    def _ended(self, added: Added) -> None:
        if self._workspace.is_open and self._workspace.path == added.case:
            self.finished.emit(added)
            return
        self.stopped.emit(
            self.tr("{0} was closed: {1} of {2} files are in it.").format(
                added.case.name, len(added.ids), added.total
            )
        )

    def _failed(self, error: FactcheckError) -> None:
        # Cancelled before it began.
        self.stopped.emit(str(error))

    @Slot()
    def _cancel(self) -> None:
        for task in self._running:
            task.cancel()


class _Job:
    """One adding, on a thread of its own; its changes are made on the case's thread."""

    def __init__(
        self, write: MakesMany, case: Path, paths: tuple[Path, ...], under_check: bool
    ) -> None:
        self._make = write
        self._case = case
        self._paths = paths
        self._under_check = under_check
        self._outcomes: list[Done | FactcheckError] = []
        self._things = self._unread = 0

    def run(self, progress: Progress) -> Added:
        cancelled = False
        # Imported here, on this thread: the readers start a child process of their own.
        from factcheck.ingest.folders import files_of
        from factcheck.ingest.worker import Readers

        found = list(files_of(self._paths))
        files = [path for path in found if isinstance(path, Path)]
        passed_over = [path for path in found if isinstance(path, FactcheckError)]
        self._outcomes += passed_over
        self._things += len(passed_over)
        with Readers() as readers:
            progress.on_cancel(readers.cancel)
            try:
                self._read_all(files, readers, progress)
            except Cancelled:
                cancelled = True
            except FactcheckError as refused:
                # The disk is full, or the case was closed: what is on disk is said with it.
                self._outcomes.append(refused)
        return self._summary(cancelled)

    def _read_all(self, files: list[Path], readers: Readers, progress: Progress) -> None:
        waiting: list[Change | FactcheckError] = []
        self._unread = len(files)
        try:
            for count, path in enumerate(files):
                progress(count, len(files), path.name)
                for number, change in enumerate(self._read(path, readers)):
                    self._unread -= number == 0
                    self._things += 1
                    waiting.append(change)
                    if len(waiting) >= _GROUP:
                        progress(count, len(files), path.name)
                        self._write(waiting)
        finally:
            # Also when the user cancels: what was read is kept.
            self._write(waiting)
        progress(len(files), len(files))

    def _read(self, path: Path, readers: Readers) -> Iterator[Change | FactcheckError]:
        from factcheck.ingest.rows import SUFFIXES

        try:
            if path.suffix.lower() in SUFFIXES:
                for row in readers.read_rows(path):
                    if row.loaded is None:
                        yield FactcheckError(f"{path.name}, row {row.number}: {row.failure}")
                    else:
                        yield self._change(row.loaded, "")
            else:
                yield self._change(readers.read(path), path.name)
        except Cancelled:
            raise
        except FactcheckError as refused:
            yield refused

    def _change(self, loaded: Loaded, file_name: str) -> Change:
        return AddDocument(
            loaded,
            under_check=self._under_check,
            source=not self._under_check,
            file_name=file_name,
        )

    def _write(self, waiting: list[Change | FactcheckError]) -> None:
        if waiting:
            changes, waiting[:] = waiting[:], []
            self._outcomes += self._make(changes)

    def _summary(self, cancelled: bool) -> Added:
        outcomes = self._outcomes
        done = [outcome for outcome in outcomes if isinstance(outcome, Done)]
        by_status: dict[str, list[str]] = {"added": [], "known": [], "revised": []}
        for outcome in done:
            by_status[outcome.status].extend(outcome.ids)
        return Added(
            tuple(by_status["added"]),
            tuple(by_status["known"]),
            tuple(by_status["revised"]),
            tuple(str(outcome) for outcome in outcomes if isinstance(outcome, FactcheckError)),
            tuple(warning for outcome in done for warning in outcome.warnings),
            cancelled,
            self._things + self._unread,
            self._case,
            sum(found.needs_a_hand for outcome in done for found in outcome.found),
        )

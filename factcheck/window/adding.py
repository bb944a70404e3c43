"""Adding documents beside the window: read in a child process, written in small groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from factcheck.case.changes import AddDocument, Change, Done
from factcheck.case.clock import new_id
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.ingest.loaded import Loaded
    from factcheck.ingest.worker import Readers

# So many read documents wait for the disk at most: enough for one commit, little memory.
_GROUP = 50


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the files that were added: document ids by outcome, sentences for the rest.

    cancelled: the user stopped; what was finished before is kept.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    revised: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    cancelled: bool = False
    total: int = 0

    @property
    def ids(self) -> tuple[str, ...]:
        """The documents that are in the case now, whether or not they were before."""
        return self.added + self.revised + self.known


class Adding(QObject):
    """Adds files to the open case, one task at a time in the status bar.

    finished(Added): once everything that could be read is on disk.
    """

    finished = Signal(object)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks

    def add(self, paths: list[Path], *, under_check: bool) -> None:
        """Read the files, and the files of folders, and add them as articles or as sources."""
        job = _Job(self._workspace, tuple(paths), under_check)
        name = self.tr("Adding articles") if under_check else self.tr("Adding sources")
        self._tasks.start(name, job.run, self.finished.emit, self._failed)

    def _failed(self, error: FactcheckError) -> None:
        self.finished.emit(Added(failed=(str(error),), total=1))


class _Job:
    """One adding, on a thread of its own; its changes are made on the case's thread."""

    def __init__(self, workspace: Workspace, paths: tuple[Path, ...], under_check: bool) -> None:
        self._workspace = workspace
        self._paths = paths
        self._under_check = under_check
        self._group = new_id()
        self._outcomes: list[Done | FactcheckError] = []

    def run(self, progress: Progress) -> Added:
        files = list(_files(self._paths))
        cancelled = False
        # Imported here, on this thread: the readers start a child process of their own.
        from factcheck.ingest.worker import Readers

        with Readers() as readers:
            progress.on_cancel(readers.cancel)
            try:
                self._read_all(files, readers, progress)
            except Cancelled:
                cancelled = True
        return _summary(self._outcomes, cancelled, len(files))

    def _read_all(self, files: list[Path], readers: Readers, progress: Progress) -> None:
        waiting: list[Change | FactcheckError] = []
        try:
            for count, path in enumerate(files):
                progress(count, len(files), path.name)
                for change in self._read(path, readers):
                    waiting.append(change)
                    if len(waiting) >= _GROUP:
                        progress(count, len(files), path.name)
                        self._write(waiting)
        finally:
            # Also when the user cancels: what was read is kept.
            self._write(waiting)
        progress(len(files), len(files))

    def _read(self, path: Path, readers: Readers) -> Iterator[Change | FactcheckError]:
        from factcheck.ingest.rows import SUFFIXES, read_rows

        try:
            if path.suffix.lower() in SUFFIXES:
                for row in read_rows(path):
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
            self._outcomes += self._workspace.do_all(list(waiting), self._group).result()
            waiting.clear()


def _files(paths: tuple[Path, ...]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*") if file.is_file() and not file.name.startswith(".")
            )
        else:
            yield path


def _summary(outcomes: list[Done | FactcheckError], cancelled: bool, total: int) -> Added:
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
        total,
    )

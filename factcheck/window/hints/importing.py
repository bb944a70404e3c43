"""The way of earlier fact-checks into the case: a file is asked for, read, taken in, told of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.case.changes import Change, Done, ImportEarlier
from factcheck.case.clock import new_id
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest.earlier_claims import SUFFIXES
from factcheck.window.settings import Settings
from factcheck.window.tasks import Progress, Tasks
from factcheck.window.workspace import MakesMany, Workspace

_AT_ONCE: Final = 500


class TakenIn(NamedTuple):
    """What became of the rows of a file; first: why the first that failed did.

    case: the one they went into. cancelled: the user had enough. stopped: what else ended it before
    the last row, "" for nothing.
    """

    added: int
    known: int
    revised: int
    failed: int
    first: str
    case: Path
    cancelled: bool = False
    stopped: str = ""


class EarlierActions(QObject):
    """Takes in one file at a time.

    said(str): a sentence, nothing to undo. imported(str): one that offers Undo.
    """

    said = Signal(str)
    imported = Signal(str)

    def __init__(
        self, workspace: Workspace, tasks: Tasks, settings: Settings, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._workspace, self._tasks, self._settings = workspace, tasks, settings
        self._owner = owner

    def ask(self, folder: Path) -> None:
        """Ask for a file and take in what it holds."""
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._owner, self.tr("Import earlier fact-checks"), str(folder), self._filter()
        )
        if chosen:
            self.take_in(Path(chosen))

    def take_in(self, path: Path) -> None:
        """Read a file beside the window and take in its fact-checks, undone as one."""
        self._settings.last_folder = path.parent
        try:
            write = self._workspace.many(new_id())
        except FactcheckError as refused:
            self.said.emit(str(refused))
            return

        into, case = self._workspace.case_id, self._workspace.path

        def work(progress: Progress) -> TakenIn:
            return _take_in(path, into, case, write, progress)

        self._tasks.start(self.tr("Importing fact-checks"), work, self._done, self._failed)

    def _done(self, taken: TakenIn) -> None:
        parts = [
            self.tr("Cancelled: %n earlier fact-check(s) kept.", "", taken.added)
            if taken.cancelled
            else self.tr("%n earlier fact-check(s) imported.", "", taken.added)
        ]
        if taken.known:
            parts.append(self.tr("%n stood there already.", "", taken.known))
        if taken.revised:
            parts.append(self.tr("%n changed.", "", taken.revised))
        if taken.failed:
            failed = self.tr("%n row(s) could not be read: {0}", "", taken.failed)
            parts.append(failed.format(taken.first))
        if taken.stopped:
            parts.append(taken.stopped)
        sentence = " ".join(parts)
        # Where another case was opened meanwhile, Undo would take back something of that one.
        is_here = self._workspace.is_open and self._workspace.path == taken.case
        if is_here and (taken.added or taken.revised):
            self.imported.emit(sentence)
        else:
            self.said.emit(sentence)

    def _failed(self, error: FactcheckError) -> None:
        # Nothing was taken in; where it was cancelled, before it began.
        self.said.emit(str(error))

    def _filter(self) -> str:
        endings = " ".join(f"*{ending}" for ending in (*SUFFIXES, ".factcheck"))
        lists, every = self.tr("Fact-checks"), self.tr("All files")
        return f"{lists} ({endings});;{every} (*)"


def _take_in(path: Path, into: str, case: Path, write: MakesMany, progress: Progress) -> TakenIn:
    """Write the fact-checks of a file; what was written before a cancel or a fault is kept.

    Raises FactcheckError where there was a fault before anything was written.
    """
    changes = _changes(path, into)
    counts: Counter[str] = Counter()
    first = stopped = ""
    cancelled = False
    try:
        while some := list(islice(changes, _AT_ONCE)):
            progress(counts.total())
            for outcome in write(some):
                if isinstance(outcome, Done):
                    counts[outcome.status] += 1
                else:
                    counts["failed"] += 1
                    first = first or str(outcome)
    except Cancelled:
        cancelled = True
    except FactcheckError as fault:
        if not counts:
            raise
        stopped = str(fault)
    return TakenIn(
        counts["added"],
        counts["known"],
        counts["revised"],
        counts["failed"],
        first,
        case,
        cancelled,
        stopped,
    )


def _changes(path: Path, into: str) -> Iterator[Change | FactcheckError]:
    # Imported here, on the task's thread: sqlalchemy comes with the case.
    if path.suffix.lower() == ".factcheck":
        from factcheck.case.earlier_of_case import rated_claims

        yield from rated_claims(path, into)
        return
    from factcheck.ingest.earlier_claims import read_earlier
    from factcheck.text.canonical import canonical_quote

    for fact in read_earlier(path):
        if isinstance(fact, FactcheckError):
            yield fact
        else:
            yield ImportEarlier(*fact, origin=canonical_quote(path.name))

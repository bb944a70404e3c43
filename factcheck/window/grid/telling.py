"""Reads the grid and compares its rows beside the window, the seen ones first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.errors import FactcheckError
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.grid import GridRead, GridRow
    from factcheck.case.read.grid import GridChoice, GridChoices, GridClaim, GridDocument, GridLink

# Rows of one task: few enough that other tables need not wait long for theirs.
_FIRST: Final = 12
_MOST: Final = 24
_KEPT: Final = 4000

_Key = tuple["GridClaim", tuple["GridLink", ...], tuple["GridDocument", ...]]


class Shown(NamedTuple):
    """What is shown of a case: rows as they were read, and what they can be narrowed to.

    claims: how many claims the case has in all.
    """

    read: GridRead
    rows: tuple[GridRow, ...]
    choices: GridChoices
    claims: int


class Telling(QObject):
    """read(Shown): rows and columns are there. told(list of GridRow): so many are compared now.

    failed(str): the case could not be read. finished: all rows are told.
    """

    read = Signal(object)
    told = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._waiting: list[_Key] = []
        self._known: dict[_Key, GridRow] = {}
        self._round = 0
        self._reader = BesideReader(workspace, tasks, self)
        self._reader.answered.connect(self.read)
        self._reader.failed.connect(self.failed)
        workspace.closed.connect(self.stop)

    @property
    def is_telling(self) -> bool:
        """Whether rows are still compared."""
        return bool(self._waiting) or self._task is not None

    def ask(self, choice: GridChoice) -> None:
        """Read the grid of these claims; ``read`` follows."""
        self.stop()
        self._reader.ask(self.tr("Reading the grid"), partial(_read, choice))

    def tell(self, read: GridRead, first: int = 0) -> None:
        """Compare the rows that were read, from the first that is seen; ``told`` follows often."""
        self.stop()
        claims = [*read.claims[first:], *read.claims[:first]]
        keys = [(claim, read.links[claim.id], read.documents) for claim in claims]
        known = [self._known[key] for key in keys if key in self._known]
        self._waiting = [key for key in keys if key not in self._known and key[1]]
        if known:
            self.told.emit(known)
        self._go_on(_FIRST)

    def stop(self) -> None:
        """Compare no further."""
        self._waiting = []
        self._round += 1
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _go_on(self, count: int) -> None:
        some, self._waiting = self._waiting[:count], self._waiting[count:]
        if not some:
            self.finished.emit()
            return
        took = partial(self._take, self._round, count)
        refused = partial(self._refused, self._round)
        work, soon = partial(_tell, some), self._tasks.soon
        self._task = self._tasks.start(self.tr("Comparing"), work, took, refused, soon)

    def _take(self, of_round: int, count: int, rows: list[tuple[_Key, GridRow]]) -> None:
        if len(self._known) > _KEPT:
            self._known.clear()
        self._known.update(rows)
        if of_round == self._round:
            self._task = None
            self.told.emit([row for _, row in rows])
            self._go_on(min(2 * count, _MOST))

    def _refused(self, of_round: int, error: FactcheckError) -> None:
        # Only who cancels it in the status bar comes here: the rest stays as it was read.
        if of_round == self._round:
            self.stop()
            self.finished.emit()


def _read(choice: GridChoice, case: Case) -> Shown:
    # Imported on the other thread: the window has painted.
    from factcheck.case.grid import read_grid, row_as_read
    from factcheck.case.read.grid import grid_choices, grid_claims

    everything = case.read(grid_claims)
    ids = case.read(grid_claims, choice) if any(choice) else everything
    read = read_grid(case, ids)
    rows = tuple(row_as_read(claim, read.links[claim.id], read.documents) for claim in read.claims)
    return Shown(read, rows, case.read(grid_choices), len(everything))


def _tell(keys: Sequence[_Key], progress: Progress) -> list[tuple[_Key, GridRow]]:
    # Its word lists take a while.
    from factcheck.case.grid import tell_row

    told = []
    for done, key in enumerate(keys, 1):
        told.append((key, tell_row(*key)))
        progress(done, len(keys))
    return told

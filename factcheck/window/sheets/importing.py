"""Making claims of the rows of a sheet beside the window, as one group for undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final, NamedTuple

from factcheck.case.changes import Change, Done
from factcheck.case.clock import new_id
from factcheck.case.read.claims import claim_numbers
from factcheck.case.sheet_claims import ArticleNames, article_names, claims_of_rows
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest.sheets import Sheet
from factcheck.window.tasks import Progress
from factcheck.window.workspace import Workspace

# Rows from one telling of progress to the next: fewer make more commits, more make a cancel wait
# longer than the 0.3 s that these take.
_ROWS: Final = 100


class RowFate(NamedTuple):
    """A row that is no claim at its place: its number in the sheet, where the header is row 1.

    claim_no: of the claim that it is kept as, 0 where it could be none. why: one sentence.
    """

    row: int
    claim_no: int
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a sheet's rows.

    case: the file they went to. placed: how many claims stand at their quote.
    cancelled: the rows from then on were left out.
    """

    case: Path
    name: str
    total: int
    placed: int
    others: tuple[RowFate, ...]
    cancelled: bool = False

    @property
    def without_place(self) -> int:
        """How many claims are kept without a place."""
        return sum(bool(fate.claim_no) for fate in self.others)

    @property
    def claims(self) -> int:
        """How many claims were made."""
        return self.placed + self.without_place


class Wanted(NamedTuple):
    """What is to be imported: field to column, and the article of rows that name none."""

    name: str
    sheet: Sheet
    columns: Mapping[str, int]
    document_id: str | None


class _Job(NamedTuple):
    """One import: it writes to the case that was open when it began."""

    write: Callable[[list[Change | FactcheckError]], list[Done | FactcheckError]]
    case: Path
    articles: ArticleNames
    wanted: Wanted


def read_sheets(path: Path, progress: Progress) -> list[Sheet]:
    """Read the sheets of a file beside the window; a workbook in the limited process."""
    # Imported here, on the task's thread: workbooks need a child process of their own.
    from factcheck.ingest.worker import Readers

    with Readers() as readers:
        progress.on_cancel(readers.cancel)
        return readers.read_sheets(path)


def import_rows(job: _Job, progress: Progress) -> Imported:
    """Make the claims; for a task. What was made before a cancel is kept."""
    wanted = job.wanted
    changes = claims_of_rows(
        wanted.sheet.rows, wanted.columns, document_id=wanted.document_id, articles=job.articles
    )
    outcomes: list[Done | FactcheckError] = []
    total, cancelled = len(wanted.sheet.rows), False
    try:
        while some := list(islice(changes, _ROWS)):
            progress(len(outcomes), total)
            outcomes += job.write(list[Change | FactcheckError](some))
    except Cancelled:
        cancelled = True
    return _summary(job, outcomes, cancelled=cancelled)


def _summary(job: _Job, outcomes: list[Done | FactcheckError], *, cancelled: bool) -> Imported:
    from factcheck.case.case import Case  # sqlalchemy is imported after the first paint

    wanted = job.wanted
    with Case.open(job.case, read_only=True) as reader:
        numbers = reader.read(claim_numbers)
    others: list[RowFate] = []
    for row, outcome in enumerate(outcomes, 2):
        if isinstance(outcome, FactcheckError):
            others.append(RowFate(row, 0, str(outcome)))
        elif outcome.warnings:
            others.append(RowFate(row, numbers.get(outcome.ids[0], 0), outcome.warnings[0]))
    return Imported(
        job.case,
        wanted.name,
        len(wanted.sheet.rows),
        len(outcomes) - len(others),
        tuple(others),
        cancelled,
    )


def reading(path: Path) -> partial[list[Sheet]]:
    """Return the task that reads a file."""
    return partial(read_sheets, path)


def importing(workspace: Workspace, wanted: Wanted) -> partial[Imported]:
    """Return the task that makes the claims, all of them one group for undo.

    Raises FactcheckError where the open case can only be read.
    """
    job = _Job(workspace.many(new_id()), workspace.path, workspace.read(article_names), wanted)
    return partial(import_rows, job)

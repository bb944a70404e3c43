"""Writes an export beside the window, with a connection to the case of its own."""

from pathlib import Path
from typing import NamedTuple

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.copies import known_pairs, learn_lines, lines_of
from factcheck.case.hand_over import Review
from factcheck.case.known_heads import remember_head_of
from factcheck.case.read.tables import table
from factcheck.case.vouching import vouched_hand_over
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import ExportReport, Mode, write_csv
from factcheck.window.tasks import Progress


class Wanted(NamedTuple):
    """What is to be exported; delimiter is a comma in the exact mode.

    as_of: the last entry that counts; None: the case as it is now.
    """

    rows: str
    mode: Mode
    delimiter: str
    out: Path
    as_of: int | None = None


class Exported(NamedTuple):
    """What was written; not_kept: why its fingerprint could not be kept here, "" where it is."""

    report: ExportReport
    not_kept: str


def export(case_path: Path, wanted: Wanted, review: Review, progress: Progress) -> Exported:
    """Write the file, whole or not at all, and keep its fingerprint. FactcheckError, Cancelled."""
    with _as_wanted(case_path, wanted.as_of, progress) as case:
        rows = table(case, wanted.rows, hand=vouched_hand_over(case, review, progress))
        progress(0, rows.count)
        report = write_csv(rows, wanted.out, wanted.mode, wanted.delimiter, progress)
        return Exported(report, keep_head(case, report.head))


def _as_wanted(case_path: Path, as_of: int | None, progress: Progress) -> Case:
    if as_of is None:
        case = Case.open(case_path, read_only=True)
        # Copies that were found before count as one source in every table.
        learn_lines(case, lines_of(case, known_pairs(case)))
        return case
    return case_as_of(case_path, as_of, progress)


def keep_head(case: Case, fingerprint: str) -> str:
    """Keep the fingerprint of an export; gives why it could not be, "" where it is kept."""
    try:
        remember_head_of(case, fingerprint, "export")
    except FactcheckError as refused:
        # The table is written all the same.
        return str(refused)
    return ""

"""Writes an export beside the window, with a connection to the case of its own."""

from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.known_heads import remember_head
from factcheck.case.read.tables import table
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import ExportReport, Mode, write_csv
from factcheck.window.tasks import Progress


class Wanted(NamedTuple):
    """What is to be exported; delimiter is a comma in the exact mode."""

    rows: str
    mode: Mode
    delimiter: str
    out: Path


class Exported(NamedTuple):
    """What was written; not_kept: why its fingerprint could not be kept here, "" where it is."""

    report: ExportReport
    not_kept: str


def export(case_path: Path, wanted: Wanted, progress: Progress) -> Exported:
    """Write the file, whole or not at all, and keep its fingerprint. FactcheckError, Cancelled."""
    with Case.open(case_path, read_only=True) as case:
        rows = table(case, wanted.rows)
        progress(0, rows.count)
        report = write_csv(rows, wanted.out, wanted.mode, wanted.delimiter, progress)
        return Exported(report, keep_head(case, report.head))


def keep_head(case: Case, fingerprint: str) -> str:
    """Keep the fingerprint of an export; gives why it could not be, "" where it is kept."""
    try:
        remember_head(case.id, fingerprint, "export")
    except FactcheckError as refused:
        # The table is written all the same.
        return str(refused)
    return ""

"""Writes an export beside the window, with a connection to the case of its own."""

from pathlib import Path
from typing import NamedTuple

from factcheck.case.case import Case
from factcheck.case.read.tables import table
from factcheck.export.csv_file import ExportReport, Mode, write_csv
from factcheck.window.tasks import Progress


class Wanted(NamedTuple):
    """What is to be exported; delimiter is a comma in the exact mode."""

    rows: str
    mode: Mode
    delimiter: str
    out: Path


def export(case_path: Path, wanted: Wanted, progress: Progress) -> ExportReport:
    """Write the file, whole or not at all. Raises FactcheckError, Cancelled."""
    with Case.open(case_path, read_only=True) as case:
        rows = table(case, wanted.rows)
        progress(0, rows.count)
        return write_csv(rows, wanted.out, wanted.mode, wanted.delimiter, progress)

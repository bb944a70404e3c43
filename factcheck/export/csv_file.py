"""CSV files: a table written whole or not at all, in one of two modes.

``exact`` keeps every cell, for programs and for verifying. ``spreadsheet`` is for opening by a
double click: text that a spreadsheet would take for a formula gets an apostrophe before it, and
the report lists each such cell. The two are never mixed in one file.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from factcheck.case.read.table import Table, TableCell
from factcheck.errors import UsageError
from factcheck.export.whole_file import whole_file

Mode = Literal["exact", "spreadsheet"]
Tell = Callable[[int, int], object]
"""Called with the rows written and the rows in all; it may raise Cancelled."""

DELIMITERS = (",", ";", "\t")
LONGEST_CELL = 32_767
"""Characters that a cell of Excel and of LibreOffice can hold; the rest would be cut."""

# OWASP, "CSV Injection": what starts a formula, also after a tab or a line end, and the
# full-width forms that some spreadsheets take for the same.
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# What nobody sees before a sign, and a spreadsheet may pass over: controls, zero width, BOM.
_UNSEEN = (
    "".join(map(chr, (*range(9), *range(11, 13), *range(14, 32), *range(127, 160))))
    + "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_TELL_EVERY = 500
_LISTED = 20


class CellName(NamedTuple):
    """A cell of the file: its row, where the names of the columns are row 1, and its column."""

    row: int
    column: str


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written.

    rows: without the row of names. changed_cells: got an apostrophe (spreadsheet mode).
    long_cells: over LONGEST_CELL characters, which a spreadsheet would cut (spreadsheet mode).
    head: the fingerprint of the last entry that the rows go up to.
    """

    path: Path
    rows: int
    head: str
    changed_cells: tuple[CellName, ...] = ()
    long_cells: tuple[CellName, ...] = ()

    @property
    def sentences(self) -> tuple[str, ...]:
        """The report for a person: the outcome, then what differs from the case, if anything."""
        rows = "1 row" if self.rows == 1 else f"{self.rows:,} rows"
        told = [f"{rows} written to {self.path.name}. Fingerprint: {self.head}."]
        if self.changed_cells:
            told.append(
                "An apostrophe was put before text that looks like a formula, in"
                f" {_listed(self.changed_cells)}."
            )
        if self.long_cells:
            told.append(
                f"Longer than a spreadsheet's cell of {LONGEST_CELL:,} characters:"
                f" {_listed(self.long_cells)}. Export in exact mode to keep them whole."
            )
        return tuple(told)


def write_csv(
    table: Table,
    path: Path,
    mode: Mode = "exact",
    delimiter: str = ",",
    progress: Tell | None = None,
) -> ExportReport:
    """Write a table as UTF-8 with BOM, lines ended by CRLF, every field quoted.

    A file that stands at path is replaced once the new one is whole and on disk; when writing
    ends early for any reason, it stays as it was.
    Raises FactcheckError where it cannot be written, Cancelled where progress does.
    """
    if delimiter not in DELIMITERS:
        raise UsageError("Cells can be set apart by a comma, a semicolon or a tab.")
    names = [column.name for column in table.columns]
    guard = _Guard(list(names))
    is_text = [column.kind != "number" for column in table.columns]
    count = 0
    with whole_file(path) as file, _csv_text(file) as text:
        out = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        if mode == "spreadsheet":
            # The columns of a grid are named by its documents.
            guard.row(1, names, [True] * len(names))
        out.writerow(names)
        for count, row in enumerate(table.rows, 1):
            cells = [_cell(value) for value in row]
            if mode == "spreadsheet":
                guard.row(count + 1, cells, is_text)
            out.writerow(cells)
            if progress is not None and count % _TELL_EVERY == 0:
                progress(count, max(count, table.count))
    if progress is not None:
        progress(count, count)
    return ExportReport(path, count, table.head, tuple(guard.changed), tuple(guard.long))


class _Guard:
    """Changes the cells of a row for a spreadsheet and remembers which."""

    def __init__(self, names: list[str]) -> None:
        self.changed: list[CellName] = []
        self.long: list[CellName] = []
        self._names = names

    def row(self, number: int, cells: list[str], is_text: list[bool]) -> None:
        for at, cell in enumerate(cells):
            starts = cell.lstrip(_UNSEEN).startswith(_STARTS_FORMULA)
            # A column of numbers holds what its case holds, and a stranger's may hold text.
            if starts and (is_text[at] or not _NUMBER.fullmatch(cell)):
                cells[at] = f"'{cell}"
                self.changed.append(CellName(number, self._names[at]))
            if len(cells[at]) > LONGEST_CELL:
                self.long.append(CellName(number, self._names[at]))


def _cell(value: TableCell) -> str:
    return "" if value is None else str(value)


@contextmanager
def _csv_text(file: BinaryIO) -> Iterator[io.TextIOWrapper]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    try:
        yield text
        text.flush()
    finally:
        # The file below belongs to whole_file, which still has to bring it to the disk.
        text.detach()


def _listed(cells: tuple[CellName, ...]) -> str:
    names = ", ".join(f"row {cell.row} {cell.column}" for cell in cells[:_LISTED])
    more = f" and {len(cells) - _LISTED:,} more" if len(cells) > _LISTED else ""
    count = "1 cell" if len(cells) == 1 else f"{len(cells):,} cells"
    return f"{count} ({names}{more})"

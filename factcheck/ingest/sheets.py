"""Sheets of claims: CSV and XLSX as a header and rows of text, and which column says what.

Both are read in the limited process of worker.py; a workbook is opened by openpyxl, after its
package was checked. Cells come as a person reads them: whole numbers without a point, dates
with the precision that they have, formulas as the values that were saved with them.
"""

import csv
import datetime
import io
import itertools
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple
from xml.etree.ElementTree import ParseError

from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.text.canonical import canonical

SUFFIXES = (".csv", ".tsv", ".xlsx")
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 30_000_000
"""Of all cells of a file together: what a window can still preview and a case take in."""

# openpyxl says with these what is wrong with a workbook, or what is missing in it.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, OverflowError, ParseError,
           zipfile.BadZipFile)  # fmt: skip

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Sheet(NamedTuple):
    """One sheet: its name ("" in a CSV), its header, and its rows as wide as the header.

    A row without any text is left out. warnings: what a person should know of it.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...] = ()


def is_sheet(name: str) -> bool:
    """Say whether a file of that name is read as a sheet."""
    return PurePath(name).suffix.lower() in SUFFIXES


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """Read the sheets of a file that is_sheet; raises FactcheckError that names it."""
    if name.lower().endswith(".xlsx"):
        return read_xlsx(data, name)
    return [read_csv(data, name)]


def read_csv(data: bytes, name: str) -> Sheet:
    """Read a CSV or TSV; the delimiter is the one that its first line has most of.

    Raises FactcheckError with a sentence that names the file.
    """
    decoded = decode(data, name)
    first = re.split("[\r\n]", decoded.text, maxsplit=1)[0]
    delimiter = max(",;\t", key=first.count)
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        return _sheet(
            "", csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter, strict=True),
            name, decoded.warnings,
        )  # fmt: skip
    except csv.Error as wrong:
        raise FactcheckError(
            f"“{name}” could not be read as CSV: a quotation mark in it is not closed, or stands"
            " inside a cell."
        ) from wrong


def read_xlsx(data: bytes, name: str) -> list[Sheet]:
    """Read the sheets of a workbook that have a header, in their order.

    Raises FactcheckError with a sentence that names the file.
    """
    if data.startswith(_COMPOUND_FILE):
        raise FactcheckError(
            f"“{name}” is encrypted, or of the Excel before 2007: save it as .xlsx without a"
            " password."
        )
    # Half a second to import, and only workbooks need them.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    from factcheck.ingest.package import Package

    Package(data, name)
    try:
        workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = [
            _sheet(sheet.title, sheet.iter_rows(values_only=True), name)
            for sheet in workbook.worksheets
        ]
    except (*_BROKEN, InvalidFileException) as wrong:
        raise FactcheckError(
            f"“{name}” is damaged: it could not be opened as an Excel workbook."
        ) from wrong
    filled = [sheet for sheet in sheets if sheet.header]
    if not filled:
        raise FactcheckError(f"“{name}” has no rows in it.")
    return filled


def _sheet(
    title: str,
    lines: Iterable[Sequence[object]],
    name: str,
    warnings: tuple[str, ...] = (),
) -> Sheet:
    rows = _filled(lines, name)
    header = next(rows, ())
    found = [_wide(row, len(header)) for row in rows]
    if not header and not title:
        raise FactcheckError(f"“{name}” has no rows in it.")
    return Sheet(canonical(title).text, header, tuple(found), warnings)


def _filled(lines: Iterable[Sequence[object]], name: str) -> Iterator[tuple[str, ...]]:
    left, number = MOST_CHARACTERS, 0
    for line in lines:
        cells = [_text(cell) for cell in line]
        while cells and not cells[-1]:
            cells.pop()
        if len(cells) > MOST_COLUMNS:
            raise FactcheckError(f"“{name}” has more than {MOST_COLUMNS} columns.")
        left -= sum(map(len, cells))
        if left < 0:
            raise FactcheckError(f"“{name}” has more text than can be read as a sheet.")
        if cells:
            yield tuple(cells)
            number += 1
        # The header is no row.
        if number > MOST_ROWS + 1:
            raise FactcheckError(f"“{name}” has more than {MOST_ROWS:,} rows: split it up.")


def _wide(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return a row as wide as the header; what stands beyond it goes to the last column."""
    if len(row) <= width:
        return row + ("",) * (width - len(row))
    return (*row[: width - 1], " ".join(filter(None, row[width - 1 :])))


def _text(cell: object) -> str:
    match cell:
        case None:
            return ""
        case str():
            return canonical(cell).text.strip()
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer() and abs(cell) < 1e15:
            return str(int(cell))
        case datetime.datetime():
            return _moment(cell)
        case _:
            # Dates, times and durations are written as ISO 8601 has them.
            return str(cell)


def _moment(cell: datetime.datetime) -> str:
    # A day in a sheet is midnight of it.
    if cell.time() == datetime.time():
        return cell.date().isoformat()
    # Times in a workbook are days as fractions: seconds come out a little beside.
    whole = (cell + datetime.timedelta(microseconds=500_000)).replace(microsecond=0)
    return whole.isoformat(timespec="minutes" if whole.second == 0 else "seconds")


# Which column says what

FIELDS: dict[str, tuple[str, ...]] = {
    "quote": ("quote", "quotation", "passage", "text in article", "zitat", "citation", "cita"),
    "wording": ("wording", "claim", "statement", "claim text", "fact", "behauptung", "aussage",
                "affirmation", "afirmacion"),
    "prefix": ("prefix", "before", "words before"),
    "suffix": ("suffix", "after", "words after"),
    "article": ("article", "document", "story", "source article", "artikel", "articulo"),
    "checks": ("checks", "fact or attribution"),
    "speaker": ("speaker", "claimant", "who", "who said it", "sprecher", "orador", "auteur"),
    "speaker_role": ("speaker role", "role", "function", "position", "title", "funktion"),
    "party": ("party", "partei", "parti", "partido"),
    "made_on": ("made on", "date", "said on", "claim date", "when", "datum", "fecha"),
    "claim_where": ("claim where", "where", "said where", "where said", "venue", "medium", "ort"),
    "claim_url": ("claim url", "url", "link", "address"),
    "claim_archive_url": ("claim archive url", "archive url", "archive", "archived copy"),
    "event": ("event", "occasion", "anlass", "evento"),
    "tags": ("tags", "tag", "topic", "topics", "category", "thema"),
    "why_chosen": ("why chosen", "why", "reason chosen"),
    "state": ("state", "stage"),
    "assigned_to": ("assigned to", "assignee", "checker", "assigned", "zuständig"),
    "due": ("due", "deadline", "due date", "fällig"),
    "priority": ("priority", "prio", "priorität"),
}  # fmt: skip
"""What a column can say of a claim, with the names that are understood, best first."""

_NOT_A_NAME = re.compile(r"[\W_]+")


def guess_columns(header: Sequence[str]) -> dict[str, int]:
    """Return which column of a header says what: field of FIELDS to number of the column from 0.

    A name has to fit whole, whatever its case and signs; the best name of a field goes first, and
    no column stands for two fields. It is a guess to show, not to act on unseen.
    """
    names = [_plain(name) for name in header]
    guessed: dict[str, int] = {}
    ranks = max(map(len, FIELDS.values()))
    for rank, (field, known) in itertools.product(range(ranks), FIELDS.items()):
        if field in guessed or rank >= len(known):
            continue
        wanted = _plain(known[rank])
        at = next((at for at, name in enumerate(names) if name == wanted), None)
        if at is not None and at not in guessed.values():
            guessed[field] = at
    return {field: guessed[field] for field in FIELDS if field in guessed}


def _plain(name: str) -> str:
    return _NOT_A_NAME.sub(" ", name.casefold()).strip()

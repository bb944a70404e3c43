"""Sheets of claims: CSV and XLSX as a header and rows of text, and which column says what.

Both are read in the limited process of worker.py. Cells come as a person reads them: whole numbers
without a point, dates with the precision that they have, formulas as the values that were saved
with them. What is not read is said.
"""

import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from factcheck.errors import FactcheckError
from factcheck.ingest.encodings import decode
from factcheck.text.canonical import canonical

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm")
_WORKBOOKS = (".xlsx", ".xlsm")
_OTHER_SHEETS = (".xls", ".xlsb", ".ods", ".numbers")
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CHARACTERS = 30_000_000
"""Of all cells of a file together: what a window can still preview and a case take in."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MANY_LINES = 100
_HEAD = 100_000
"""Characters in which the first line is looked for."""
_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.I)
_QUOTED = re.compile(r'"[^"]*"')


class Sheet(NamedTuple):
    """One sheet: its name ("" in a CSV), its header, and its rows as wide as the header.

    A row without any text is left out. warnings: what a person should know of it.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...] = ()


def is_sheet(name: str) -> bool:
    """Say whether a file of that name is a sheet, also one of a kind that cannot be read."""
    return PurePath(name).suffix.lower() in (*SUFFIXES, *_OTHER_SHEETS)


def read_sheets(data: bytes, name: str) -> list[Sheet]:
    """Read the sheets of a file that is_sheet; raises FactcheckError that names it."""
    suffix = PurePath(name).suffix.lower()
    if suffix in _OTHER_SHEETS:
        raise FactcheckError(f"“{name}” cannot be read: save it as .xlsx, and give that.")
    return read_xlsx(data, name) if suffix in _WORKBOOKS else [read_csv(data, name)]


def read_csv(data: bytes, name: str) -> Sheet:
    """Read a CSV or TSV; the delimiter is the one that its first line has most of.

    Raises FactcheckError with a sentence that names the file.
    """
    decoded = decode(data, name)
    text = decoded.text
    told = _SEPARATOR.match(text)
    if told:
        text = text[told.end() :]
    first = next((line for line in text[:_HEAD].splitlines() if line.strip()), "")
    # A delimiter inside of quotation marks parts nothing.
    bare = _QUOTED.sub("", first)
    delimiter = told[1] if told else max(",;\t", key=bare.count)
    csv.field_size_limit(MOST_CHARACTERS)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        sheet = _sheet(
            "", ([canonical(cell).text for cell in line] for line in lines),
            _Budget(name), decoded.warnings,
        )  # fmt: skip
    except csv.Error as wrong:
        raise FactcheckError(
            f"“{name}” could not be read as CSV: a quotation mark in it is not closed, or stands"
            " inside a cell."
        ) from wrong
    if not sheet.header:
        raise _no_rows(name, ())
    return sheet


def read_xlsx(data: bytes, name: str) -> list[Sheet]:
    """Read the sheets of a workbook that have a header, those that are seen first.

    Raises FactcheckError with a sentence that names the file.
    """
    if data.startswith(_COMPOUND_FILE):
        raise FactcheckError(
            f"“{name}” is encrypted, or of the Excel before 2007: save it as .xlsx without a"
            " password."
        )
    # Only workbooks need it.
    from factcheck.ingest.workbook import read_workbook

    budget = _Budget(name)
    found = [
        _sheet(each.title, map(_in_columns, each.rows), budget, each.warnings)
        for each in read_workbook(data, name, lambda text: canonical(text).text)
    ]
    filled = [sheet for sheet in found if sheet.header]
    beside = [f"“{sheet.name}”: {said}" for sheet in found if not sheet.header
              for said in sheet.warnings]  # fmt: skip
    if not filled:
        raise _no_rows(name, beside)
    first = filled[0]
    return [first._replace(warnings=(*first.warnings, *beside)), *filled[1:]]


class _Budget:
    """Characters that the cells of a file may still have."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._left = MOST_CHARACTERS

    def spend(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise FactcheckError(f"“{self.name}” has more text than can be read as a sheet.")


def _sheet(
    title: str, lines: Iterable[Sequence[str]], budget: _Budget, warnings: Sequence[str]
) -> Sheet:
    rows = list(_filled(lines, budget))
    header = rows[0] if rows else ()
    said = [*warnings, *_about_header(header), *_about_rows(rows, len(header))]
    found = tuple(_wide(row, len(header)) for row in rows[1:])
    return Sheet(title, header, found, tuple(said))


def _filled(lines: Iterable[Sequence[str]], budget: _Budget) -> Iterator[tuple[str, ...]]:
    for number, line in enumerate(filter(None, map(_trimmed, lines))):
        if len(line) > MOST_COLUMNS:
            raise FactcheckError(f"“{budget.name}” has more than {MOST_COLUMNS} columns.")
        # The header is no row.
        if number > MOST_ROWS:
            raise FactcheckError(f"“{budget.name}” has more than {MOST_ROWS:,} rows: split it up.")
        budget.spend(sum(map(len, line)))
        yield line


def _trimmed(line: Sequence[str]) -> tuple[str, ...]:
    """Return a row without the empty cells at its end."""
    cells = [cell.strip() for cell in line]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _in_columns(row: dict[int, str]) -> tuple[str, ...]:
    """Return a row from column to text as cells; one too many stands for all too far right."""
    width = min(max(row) + 1, MOST_COLUMNS + 1)
    cells = [row.get(at, "") for at in range(width)]
    if max(row) >= width:
        cells[-1] = row[max(row)]
    return tuple(cells)


def _wide(row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Return a row as wide as the header; what stands beyond it goes to the last column."""
    if len(row) <= width:
        return row + ("",) * (width - len(row))
    return (*row[: width - 1], " ".join(filter(None, row[width - 1 :])))


def _about_header(header: Sequence[str]) -> Iterator[str]:
    """Say which names stand over several columns: only one of these can be meant."""
    named = Counter(_plain(name) for name in header if _plain(name))
    for name, count in named.items():
        if count > 1:
            yield f"{count} columns are called “{name[:80]}”; the first was taken for it."


def _about_rows(rows: Sequence[tuple[str, ...]], width: int) -> Iterator[str]:
    """Say where rows are not what they should be."""
    wide = sum(len(row) > width for row in rows)
    if wide:
        yield (
            f"{_rows(wide)} more cells than the header has names; what was over is in the last"
            " column."
        )
    long = sum(any(cell.count("\n") > _MANY_LINES for cell in row) for row in rows)
    if long:
        yield (
            f"{_rows(long)} a cell of more than {_MANY_LINES} lines: a quotation mark may be"
            " missing, so that rows became one."
        )


def _rows(count: int) -> str:
    return "1 row has" if count == 1 else f"{count:,} rows have"


def _no_rows(name: str, said: Sequence[str]) -> FactcheckError:
    return FactcheckError(" ".join([f"“{name}” has no rows in it.", *said]))


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

"""Read what can still be read of a damaged case: every page, every row, and what is missing.

Work is done on a copy, in which a page that the disk no longer gives is empty. A row that SQLite
cannot give is skipped, and the next one that it can is looked for by its number.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from factcheck.case.replay import Cells
from factcheck.case.sqlite_files import open_file

_PAGE = 4096
_CHUNK = 256 * _PAGE
_MOST_CUT = 16
"""A file cut to less than a sixteenth is no case any more; the number may be damage as well."""
_LARGEST = 2**40
"""No table of a case has so many rows; a number beyond is damage itself."""


class Rows(NamedTuple):
    """The rows of a table that could be read, in their order; is_whole: no page was in the way."""

    rows: list[Cells]
    is_whole: bool


def copy_pages(path: Path, to: Path) -> None:
    """Copy a file page by page, with empty pages for those that the disk refuses.

    Raises OSError where the file cannot be opened or ``to`` cannot be written.
    """
    with path.open("rb", buffering=0) as source, to.open("wb") as target:
        size = os.fstat(source.fileno()).st_size
        for start in range(0, size, _CHUNK):
            target.write(_read(source.fileno(), start, min(_CHUNK, size - start)))
        # SQLite opens no file that is shorter than its first page says.
        head = _read(source.fileno(), 0, min(100, size))
        told = int.from_bytes(head[16:18], "big") * int.from_bytes(head[28:32], "big")
        if size < told <= _MOST_CUT * size:
            target.truncate(told)


def _read(handle: int, start: int, length: int) -> bytes:
    with contextlib.suppress(OSError):
        data = (
            os.pread(handle, length, start)
            if hasattr(os, "pread")
            else _seek(handle, start, length)
        )
        if len(data) == length:
            return data
    if length <= _PAGE:
        return bytes(length)
    pages = range(start, start + length, _PAGE)
    return b"".join(_read(handle, at, min(_PAGE, start + length - at)) for at in pages)


def _seek(handle: int, start: int, length: int) -> bytes:
    os.lseek(handle, start, os.SEEK_SET)
    return os.read(handle, length)


def open_damaged(copy: Path) -> sqlite3.Connection:
    """Open a copy of a damaged case; letters that are none are read as U+FFFD."""
    raw = open_file(copy, "rw", is_draft=True)
    raw.text_factory = lambda data: data.decode("utf-8", "replace")
    try:
        raw.execute("PRAGMA trusted_schema = OFF")
        raw.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        raw.close()
        raise
    return raw


def rows_of(raw: sqlite3.Connection, table: str, columns: Sequence[str]) -> Rows:
    """Read every row of a table that can be read; table and columns are names of our own."""
    names = ", ".join(f'"{name}"' for name in columns)
    query = f"SELECT rowid, {names} FROM {table} NOT INDEXED WHERE rowid > ? ORDER BY rowid"
    found: dict[int, Cells] = {}
    after: int | None = 0
    is_whole = True
    while after is not None:
        try:
            for row in raw.execute(query, (after,)):
                if row[0] <= after:
                    # A page that points back to itself gives the same rows for ever.
                    raise sqlite3.DatabaseError("rows out of order")
                after = row[0]
                found[after] = row[1:]
            break
        except sqlite3.Error:
            is_whole = False
        after = _next_readable(raw, query, after)
    return Rows(list(found.values()), is_whole)


def _next_readable(raw: sqlite3.Connection, query: str, after: int) -> int | None:
    """Return the first number after which a row can be read again; None where none can."""
    step = 1
    while not _can_go_on(raw, query, after + step):
        step *= 2
        if step > _LARGEST:
            return None
    low, high = step // 2, step
    while low + 1 < high:
        middle = (low + high) // 2
        if _can_go_on(raw, query, after + middle):
            high = middle
        else:
            low = middle
    return after + high


def _can_go_on(raw: sqlite3.Connection, query: str, after: int) -> bool:
    try:
        raw.execute(f"{query} LIMIT 1", (after,)).fetchone()
    except sqlite3.Error:
        return False
    return True


def columns_of(raw: sqlite3.Connection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the tables of a whole database of ours with their columns."""
    tables = raw.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'"
        " ESCAPE '\\'"
    ).fetchall()
    for (table,) in tables:
        yield (
            str(table),
            tuple(str(row[1]) for row in raw.execute(f'PRAGMA table_info("{table}")')),
        )

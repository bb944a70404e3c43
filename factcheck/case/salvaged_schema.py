"""A damaged list of tables, replaced by that of a new case: where each table begins.

SQLite reads no table of a file whose list (sqlite_schema) is damaged. But a case is made the same
way each time, and rewritten the same way after a redaction: its tables begin where those of a new,
empty case do. So the list of a new one is written into the copy, in new pages past its end. Whether
it fits, the log tells: only a list under which its first entries follow is taken.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from factcheck.case.damaged_reading import columns_of, open_damaged, rows_of
from factcheck.case.log import ENTRY_COLUMNS
from factcheck.case.migrations import APPLICATION_ID, SCHEMA_VERSION, STEPS
from factcheck.case.salvaged_log import Log, Told, follow
from factcheck.case.sqlite_files import open_file, open_memory, open_new

_PAGE = 4096
_HEADER = 100
_EMPTY_LEAF = bytes([13, 0, 0, 0, 0]) + _PAGE.to_bytes(2, "big") + bytes(1)
_NO_PICTURE = ("entries", "texts", "snapshots")

Columns = Mapping[str, tuple[str, ...]]


class _List(NamedTuple):
    """The list of a new case: the header of its file, its tables and indexes with their pages."""

    header: bytes
    rows: list[tuple[str, str, str, int, str | None]]

    def page_of(self, table: str) -> int:
        return next(row[3] for row in self.rows if row[:2] == ("table", table))


def make_schema(new: sqlite3.Connection, version: int = SCHEMA_VERSION) -> None:
    """Make the tables, indexes and triggers that a case has up to a version of the schema."""
    script = "".join(step.sql for step in STEPS if step.version <= version)
    new.executescript(
        f"BEGIN; {script} PRAGMA application_id = {APPLICATION_ID};"
        f" PRAGMA user_version = {version}; COMMIT;"
    )


def picture_columns(new: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return the tables that the log paints, with their columns, of a new case."""
    return {table: names for table, names in columns_of(new) if table not in _NO_PICTURE}


def lists_its_tables(raw: sqlite3.Connection) -> bool:
    """Say whether the tables that every case has are in its list; sqlite3.Error where none is."""
    found = {name for (name,) in raw.execute("SELECT name FROM sqlite_schema").fetchall()}
    with closing(open_memory()) as new:
        make_schema(new, STEPS[0].version)
        return found.issuperset(table for table, _ in columns_of(new))


def with_new_list(copy: Path) -> sqlite3.Connection | None:
    """Open the copy of a case with the list of a new one; None, and as it was, where none fits.

    Nothing else may have the copy open.
    """
    size = copy.stat().st_size
    with copy.open("rb") as file:
        first = file.read(_PAGE)
    with closing(open_memory()) as new:
        make_schema(new)
        columns = picture_columns(new)
    best: _List | None = None
    most = (0, 0)
    logs: dict[int, Log] = {}
    for each in _new_lists(copy, first):
        try:
            with closing(_laid(copy, size, each)) as raw:
                fit = _fit(raw, each, columns, logs)
        except (sqlite3.Error, UnicodeDecodeError):
            continue
        if fit > most:
            best, most = each, fit
    if best is not None:
        return _laid(copy, size, best)
    with copy.open("r+b") as file:
        file.write(first)
        file.truncate(size)
    return None


def _new_lists(copy: Path, first: bytes) -> Iterator[_List]:
    """Make new cases and give their lists: as made, and as rewritten after a redaction."""
    told = int.from_bytes(first[60:64], "big")
    is_told = int.from_bytes(first[68:72], "big") == APPLICATION_ID and told >= 1
    known = [step.version for step in reversed(STEPS)]
    for version in [told] if is_told and told in known else known:
        path = copy.with_name(f"new {version}.factcheck")
        with closing(open_new(path)) as new:
            new.execute(f"PRAGMA page_size = {_PAGE}")
            make_schema(new, version)
            for statement in ("SELECT 1", "VACUUM"):
                new.execute(statement)
                rows = new.execute(
                    "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema"
                    " WHERE rootpage > 0 ORDER BY rowid"
                ).fetchall()
                header = bytearray(path.read_bytes()[:_HEADER])
                if is_told:
                    header[60:64] = first[60:64]
                yield _List(bytes(header), rows)


def _laid(copy: Path, size: int, new: _List) -> sqlite3.Connection:
    """Write a list into the copy, in pages past its end, and open it."""
    pages = max(-(-size // _PAGE), *(row[3] for row in new.rows))
    # The pages that the damaged file calls free are left alone: they may not be.
    header = new.header[:28] + pages.to_bytes(4, "big") + bytes(8) + new.header[40:]
    with copy.open("r+b") as file:
        file.write((header + _EMPTY_LEAF).ljust(_PAGE, b"\0"))
        file.truncate(min(size, pages * _PAGE))
        file.truncate(pages * _PAGE)
    with closing(open_file(copy, "rw", is_draft=True)) as raw:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "writable_schema = ON"):
            raw.execute(f"PRAGMA {pragma}")
        raw.execute("BEGIN")
        raw.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", new.rows)
        raw.execute("COMMIT")
    return open_damaged(copy)


def _fit(
    raw: sqlite3.Connection, new: _List, columns: Columns, logs: dict[int, Log]
) -> tuple[int, int]:
    """Say how well a list fits: how many entries follow, how many tables are what they say."""
    page = new.page_of("entries")
    if page not in logs:
        logs[page] = follow(rows_of(raw, "entries", ENTRY_COLUMNS), columns)
    log = logs[page]
    if not log.kept:
        return 0, 0
    told = Told(log)
    borne_out = 0
    for table, names in columns.items():
        at = names.index("id")
        here = {str(row[at]): row for row in rows_of(raw, table, names).rows}
        borne_out += told.bears_out(table, here)
    return len(log.kept), borne_out

"""The structure of a case file, compared with what the steps of the schema make.

A file that somebody sends can hold a trigger that rewrites verdicts, or a view in the place of a
table. So at each opening all tables, indexes and triggers are compared, text for text, and nothing
may be there besides. It takes about a millisecond, and ten the first time in a process.
"""

import sqlite3
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.migrations import STEPS
from factcheck.case.sqlite_files import open_memory
from factcheck.errors import DamagedError

if TYPE_CHECKING:
    # Verifying in a process of its own starts without it, in a third of the time.
    from sqlalchemy import Connection


class Part(NamedTuple):
    """A table, index, trigger or view: its kind, its name, the table it is of, its SQL.

    sql: "" for the indexes that SQLite makes by itself.
    """

    kind: str
    name: str
    table: str
    sql: str


_PARTS = "SELECT type, name, tbl_name, CAST(sql AS BLOB) FROM sqlite_schema"
"""What gives the parts. As a BLOB: text that is no UTF-8 is a finding, no error of the driver."""


def check_structure(connection: "Connection", path: Path) -> None:
    """Raise DamagedError where the open file is not built as its schema says."""
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    fault = structure_fault(connection.exec_driver_sql(_PARTS), version)
    if fault is not None:
        raise DamagedError(f"{path} is not built as a case is: {fault}. Nothing was written to it.")


def structure_of(raw: sqlite3.Connection) -> frozenset[Part]:
    """Return all parts of a database, those that SQLite makes by itself included."""
    return _parts(raw.execute(_PARTS))


def fault_of_structure(raw: sqlite3.Connection, version: int) -> str | None:
    """Say where a database differs from what the steps up to version make; None if nowhere."""
    return structure_fault(raw.execute(_PARTS), version)


def structure_fault(rows: Iterable[Iterable[object]], version: int) -> str | None:
    """Say what is more, less or other than the steps up to version make; None if nothing is."""
    found, expected = _parts(rows), expected_structure(version)
    if found == expected:
        return None
    here = {(part.kind, part.name): part for part in found}
    there = {(part.kind, part.name): part for part in expected}
    for key in sorted(here.keys() - there.keys()):
        return f"it has the {_named(*key)}, which no case has"
    for key in sorted(there.keys() - here.keys()):
        return f"the {_named(*key)} is missing"
    for key in sorted(key for key in here if here[key] != there[key]):
        return f"the {_named(*key)} is another"
    return "it names something twice"


@cache
def expected_structure(version: int) -> frozenset[Part]:
    """Return the parts that the steps of the schema make up to a version."""
    raw = open_memory()
    try:
        raw.executescript("".join(step.sql for step in STEPS if step.version <= version))
        return structure_of(raw)
    finally:
        raw.close()


def _parts(rows: Iterable[Iterable[object]]) -> frozenset[Part]:
    return frozenset(Part(*map(_word, row)) for row in rows)


def _word(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)


def _named(kind: str, name: str) -> str:
    shown = name if name.isprintable() else repr(name)
    return f"{kind} “{shown[:60]}”"

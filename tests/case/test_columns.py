"""The declaration of columns, held to the schema."""

import sqlite3

from factcheck.case.columns import _DECLARED, COLUMNS
from factcheck.case.migrations import STEPS


def schema() -> sqlite3.Connection:
    raw = sqlite3.connect(":memory:")
    raw.executescript("".join(step.sql for step in STEPS))
    return raw


def test_every_column_of_the_schema_says_what_it_holds():
    raw = schema()
    tables = [
        str(row[0]) for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    there = {
        table: {row[1] for row in raw.execute(f"PRAGMA table_info({table})")} for table in tables
    }
    assert {table: set(columns) for table, columns in COLUMNS.items()} == there


def test_no_column_is_declared_twice():
    for declared in _DECLARED.values():
        names = " ".join(declared.values()).split()
        assert len(names) == len(set(names))

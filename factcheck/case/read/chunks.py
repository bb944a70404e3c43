"""Reads of whole columns in short statements, past the transaction that a question has.

A question of many rows must not hold the case for as long as it lasts: with the rollback journal
an open SELECT makes every COMMIT wait. Each statement here is its own read transaction, on a
connection that is in none, and is over in some milliseconds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Connection

CHUNK = 10_000
"""Rows of one statement: about 10 ms; more would keep writers waiting, fewer cost time."""


def driver(connection: Connection) -> sqlite3.Connection:
    """Return the sqlite3 connection below; statements on it begin no transaction."""
    found: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]  # case files are SQLite
    return found


def rows(connection: Connection, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Return all rows of one short statement."""
    return driver(connection).execute(sql, values).fetchall()


def by_rowid(
    connection: Connection, table: str, columns: str, *, chunk: int = CHUNK
) -> Iterator[tuple[Any, ...]]:
    """Give the rowid and columns of every row of a table, in the order of rowids."""
    last = 0
    while found := rows(
        connection,
        f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {chunk}",
        last,
    ):
        yield from found
        last = found[-1][0]


def by_key(
    connection: Connection, table: str, keys: str, columns: str, start: tuple[object, ...]
) -> Iterator[tuple[Any, ...]]:
    """Give columns of every row of a table along a unique index whose columns are keys.

    columns begin with the keys; start: a value before the first key.
    """
    last = start
    marks = ", ".join("?" * len(start))
    while found := rows(
        connection,
        f"SELECT {columns} FROM {table} WHERE ({keys}) > ({marks}) ORDER BY {keys} LIMIT {CHUNK}",
        *last,
    ):
        yield from found
        last = tuple(found[-1][: len(start)])

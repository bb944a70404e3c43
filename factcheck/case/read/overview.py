"""What a case is as a whole: its name, who made it and when, its scale, how much is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Overview(NamedTuple):
    """A case in a few words and numbers.

    made_at: UTC, from the first entry, as made_by. schema: the form of the file. verdicts: also
    those that were replaced, not those that were undone. scale_version: of the scale in use.
    """

    name: str
    made_at: str
    made_by: str
    schema: int
    scale: str
    scale_version: int
    documents: int
    claims: int
    verdicts: int
    entries: int


_OF_CASE = """
SELECT p.name, e.at, e."by", s.name, s.version
FROM properties p JOIN entries e ON e.seq = 1 JOIN scales s ON s.id = p.scale_id
"""


def overview(connection: Connection) -> Overview:
    """Return what a case is; counts a million rows in some milliseconds."""
    name, made_at, made_by, scale, version = connection.exec_driver_sql(_OF_CASE).one()
    # Entries are numbered without a gap.
    entries = int(connection.exec_driver_sql("SELECT max(seq) FROM entries").scalar_one())
    schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    return Overview(
        name,
        made_at,
        made_by,
        schema,
        scale,
        version,
        documents=_count(connection, "documents"),
        claims=_count(connection, "claims"),
        verdicts=_count(connection, "verdicts"),
        entries=entries,
    )


def _count(connection: Connection, table: str) -> int:
    return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())

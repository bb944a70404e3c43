"""What stands in a document before a new version, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.case.revision_changes import AnchorKind, Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection

_TABLES: tuple[tuple[AnchorKind, str], ...] = (
    ("place", "places"),
    ("evidence", "evidence"),
    ("line", "lines"),
)


def standing_in(connection: Connection, document_id: str) -> list[Standing]:
    """Return every place, link to a passage and line read of a document, in all its versions."""
    found: list[Standing] = []
    for kind, table in _TABLES:
        rows = connection.exec_driver_sql(
            'SELECT a.id, a.version_id, v.number, a.start, a."end", a.quote, a.prefix, a.suffix,'
            f' a.lookalikes, a.state, r.from_version, r.start, r."end" FROM {table} a'
            " JOIN versions v ON v.id = a.version_id"
            " LEFT JOIN relocations r ON r.id = a.id AND r.judgement = ''"
            " WHERE a.document_id = ? AND a.start IS NOT NULL ORDER BY a.start, a.rowid",
            (document_id,),
        )
        for id, *own, from_version, start, end in rows:
            placed = (from_version, start, end) if from_version is not None else None
            found.append(Standing._make((id, kind, *own, placed)))
    return found


def texts_of(connection: Connection, document_id: str) -> dict[str, str | None]:
    """Return the texts of all versions of a document by version id; None where redacted."""
    return {
        str(version_id): body
        for version_id, body in connection.exec_driver_sql(
            "SELECT v.id, t.body FROM versions v JOIN texts t ON t.sha256 = v.text_sha256"
            " WHERE v.document_id = ?",
            (document_id,),
        )
    }


def current_text_sha256(connection: Connection, document_id: str) -> str | None:
    """Return the SHA-256 of a document's current text, None where it has none."""
    found = connection.exec_driver_sql(
        "SELECT v.text_sha256 FROM documents d JOIN versions v ON v.id = d.current_version"
        " WHERE d.id = ?",
        (document_id,),
    ).scalar()
    return None if found is None else str(found)

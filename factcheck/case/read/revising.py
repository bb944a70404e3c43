"""What stands in a document before a new version, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

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


class WaitingRow(NamedTuple):
    """A place, link or line that waits for a person after a new version.

    state: edited, ambiguous or lost; why: the phrase for it. claim_no: 0 for a line read.
    from_version, start, end: where a person had placed it; from_number, from_label: that version.
    version_id, now_start, now_end, quote: its row; of an edited one that is where it was found.
    to_version, to_number, to_label: the document's current version.
    """

    id: str
    kind: AnchorKind
    document_id: str
    title: str
    claim_id: str
    claim_no: int
    state: str
    score: int
    why: str
    from_version: str
    from_number: int
    from_label: str
    start: int
    end: int
    version_id: str
    now_start: int
    now_end: int
    quote: str
    to_version: str
    to_number: int
    to_label: str


# Three joins by key: a union of the tables would be read whole for one row that waits.
_WAITING = """
SELECT r.id, r.kind, r.document_id, d.title, coalesce(p.claim_id, e.claim_id, ''),
    coalesce(c.claim_no, 0), r.state, r.score, r.why, r.from_version, o.number, o.label,
    r.start, r."end", coalesce(p.version_id, e.version_id, l.version_id),
    coalesce(p.start, e.start, l.start), coalesce(p."end", e."end", l."end"),
    coalesce(p.quote, e.quote, l.quote), n.id, n.number, n.label
FROM relocations r
LEFT JOIN places p ON p.id = r.id
LEFT JOIN evidence e ON e.id = r.id
LEFT JOIN lines l ON l.id = r.id
JOIN documents d ON d.id = r.document_id
JOIN versions o ON o.id = r.from_version
JOIN versions n ON n.id = d.current_version
LEFT JOIN claims c ON c.id = coalesce(p.claim_id, e.claim_id)
WHERE r.judgement = ''
"""


def waiting(connection: Connection, limit: int = 5000) -> list[WaitingRow]:
    """Return what waits for a person in all documents, in the order of their texts."""
    return [
        WaitingRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_WAITING} ORDER BY d.under_check DESC, d.added_at, d.rowid, r.start, r.rowid"
            " LIMIT ?",
            (limit,),
        )
    ]


def waiting_count(connection: Connection) -> int:
    """Return how many places, links and lines wait for a person."""
    found = connection.exec_driver_sql("SELECT count(*) FROM relocations WHERE judgement = ''")
    return int(found.scalar_one())


class VersionRow(NamedTuple):
    """A version of a document; received_at: UTC or as given, published: as given."""

    id: str
    number: int
    label: str
    published: str
    received_at: str
    file_name: str


def versions_of(connection: Connection, document_id: str) -> list[VersionRow]:
    """Return the versions of a document, newest first."""
    return [
        VersionRow._make(row)
        for row in connection.exec_driver_sql(
            "SELECT id, number, label, published, received_at, file_name FROM versions"
            " WHERE document_id = ? ORDER BY number DESC",
            (document_id,),
        )
    ]

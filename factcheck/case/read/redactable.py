"""What can be chosen to be redacted beside entries and names: texts, originals, attached files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Redactable(NamedTuple):
    """A thing that still holds its content.

    kind: text (with its originals), original (alone) or attachment. id: of the document, or of the
    attachment. title: of the document. name: of the file, "" for a text.
    """

    kind: Literal["text", "original", "attachment"]
    id: str
    title: str
    name: str


_SQL = """
SELECT 'text', d.id, d.title, '' FROM documents d WHERE EXISTS (SELECT 1 FROM versions v
    JOIN texts t ON t.sha256 = v.text_sha256 WHERE v.document_id = d.id AND t.body IS NOT NULL)
UNION ALL
SELECT 'original', d.id, d.title, max(v.file_name) FROM documents d
JOIN versions v ON v.document_id = d.id
JOIN snapshots s ON s.sha256 = v.snapshot_sha256 AND s.body IS NOT NULL GROUP BY d.id
UNION ALL
SELECT 'attachment', a.id, d.title, a.name FROM attachments a
JOIN documents d ON d.id = a.document_id
LEFT JOIN snapshots s ON s.sha256 = a.snapshot_sha256
WHERE a.snapshot_sha256 IS NULL OR s.body IS NOT NULL
ORDER BY 3, 1 DESC
"""


def redactables(connection: Connection) -> list[Redactable]:
    """Return all texts, originals and attached files that hold something, by title."""
    return [Redactable._make(row) for row in connection.exec_driver_sql(_SQL)]

"""What the finding of copies asks of a case: its texts by hash, and what persons decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


class DocumentText(NamedTuple):
    """A document with a text, by the hash of its current version; in the order of their coming."""

    document_id: str
    text_sha256: str
    outlet: str


def document_texts(connection: Connection) -> list[DocumentText]:
    """Return the documents whose current version has words, the oldest first."""
    found = connection.exec_driver_sql(
        "SELECT d.id, v.text_sha256, d.outlet FROM documents d"
        " JOIN versions v ON v.id = d.current_version JOIN texts t ON t.sha256 = v.text_sha256"
        " WHERE t.chars > 0 AND t.body IS NOT NULL ORDER BY d.added_at, d.rowid"
    )
    return [DocumentText._make(row) for row in found]


class Decision(NamedTuple):
    """A person's word on two documents: "together" or "apart", and why."""

    first_id: str
    second_id: str
    decision: str
    reason: str
    decided_by: str


def copy_decisions(connection: Connection) -> list[Decision]:
    """Return what persons decided about pairs of documents, in the order of their deciding."""
    found = connection.exec_driver_sql(
        "SELECT first_id, second_id, decision, reason, decided_by FROM copy_decisions"
        " ORDER BY decided_at, id"
    )
    return [Decision._make(row) for row in found]


class CopiedDocument(NamedTuple):
    """How a document is named where copies are listed."""

    document_id: str
    title: str
    external_id: str
    outlet: str
    published: str


def copied_documents(connection: Connection) -> dict[str, CopiedDocument]:
    """Return all documents by id."""
    found = connection.exec_driver_sql(
        "SELECT id, title, external_id, outlet, published FROM documents"
    )
    return {row[0]: CopiedDocument._make(row) for row in found}


def write_lines(connection: Connection, lines: Sequence[tuple[str, str]]) -> None:
    """Tell this connection of which line of reporting each copied document is, in memory alone.

    lines: document id and the id of the first document of its line.
    """
    connection.exec_driver_sql("DELETE FROM temp.lines_of_reporting")
    if lines:
        connection.exec_driver_sql("INSERT INTO temp.lines_of_reporting VALUES (?, ?)", list(lines))
    # A read ends with a rollback, and temporary tables are part of the transaction.
    connection.commit()

"""Evidence as the claim panel, the reader and the command line see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class EvidenceRow(NamedTuple):
    """A link with the document it leads to; start and end are code points, None without passage.

    own_article: 1 where the claim itself stands in that document.
    condition, condition_note: of the document: ok, corrected, retracted or unreliable, and why.
    """

    id: str
    claim_id: str
    claim_no: int
    document_id: str
    document_title: str
    document_kind: str
    outlet: str
    version_id: str | None
    stance: str
    start: int | None
    end: int | None
    quote: str
    state: str
    locator: str
    note: str
    linked_by: str
    linked_at: str
    own_article: int
    condition: str
    condition_note: str


_ROWS = """
SELECT e.id, e.claim_id, c.claim_no, e.document_id, d.title, d.kind, d.outlet, e.version_id,
    e.stance, e.start, e."end", e.quote, e.state, e.locator, e.note, e.linked_by, e.linked_at,
    EXISTS (SELECT 1 FROM places p WHERE p.claim_id = e.claim_id AND p.document_id = e.document_id),
    d.condition, d.condition_note
FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN documents d ON d.id = e.document_id
"""


def evidence(connection: Connection, first: int = 1, last: int = 2**62) -> list[EvidenceRow]:
    """Return all links, claim by claim, or those of claims from a first to a last number."""
    return [
        EvidenceRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} WHERE c.claim_no BETWEEN ? AND ? ORDER BY c.claim_no, e.position",
            (first, last),
        )
    ]


def evidence_of(connection: Connection, claim_id: str) -> list[EvidenceRow]:
    """Return the links of a claim in their order."""
    return [
        EvidenceRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} WHERE e.claim_id = ? ORDER BY e.position", (claim_id,)
        )
    ]


def evidence_in(connection: Connection, document_id: str) -> list[EvidenceRow]:
    """Return the links into a document in the order of its text, those without passage first."""
    return [
        EvidenceRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} WHERE e.document_id = ? ORDER BY e.start, c.claim_no", (document_id,)
        )
    ]

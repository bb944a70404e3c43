"""What articles should read: the corrections for their author, in the order of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.standing import Standing

if TYPE_CHECKING:
    from sqlalchemy import Connection


class ShouldReadRow(NamedTuple):
    """A place with its corrected words and what became of them.

    where: "p. 4" or "¶ 12". start, end: code points of that version's text. outcome: open,
    accepted, refused or obsolete. by: who decided. rating: of the current verdict, "" without.
    """

    place_id: str
    claim_id: str
    claim_no: int
    document_id: str
    document_title: str
    where: str
    start: int
    end: int
    quote: str
    should_read: str
    outcome: str
    by: str
    state: str
    rating: str


_ROWS = """
SELECT p.id, p.claim_id, c.claim_no, p.document_id, d.title, p.version_id, p.start, p."end",
    p.quote, p.should_read, p.should_read_outcome, p.should_read_by, p.state,
    coalesce((SELECT v.rating FROM verdicts v
        WHERE v.claim_id = c.id AND v.status = 'current'), '')
FROM places p JOIN claims c ON c.id = p.claim_id JOIN documents d ON d.id = p.document_id
WHERE p.should_read <> ''
"""


def should_reads(connection: Connection, document_id: str | None = None) -> list[ShouldReadRow]:
    """Return all corrected words, article by article as they were added, or those of one."""
    one, values = ("AND p.document_id = ?", (document_id,)) if document_id else ("", ())
    standing = Standing(connection)
    return [
        ShouldReadRow._make((*row[:5], standing.words(row[5], row[6]), *row[6:]))
        for row in connection.exec_driver_sql(
            f'{_ROWS} {one} ORDER BY d.added_at, d.rowid, p.start, p."end", c.claim_no', values
        ).all()
    ]

"""What is compared with what: a claim's wording with the words of each link, and their dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Pair(NamedTuple):
    """Two texts to compare, with the dates that their "on Wednesday" is counted from.

    claim_published: when the claim was made, else its article's date. evidence_published: of the
    version that is quoted, else of its document, else when it happened. "" where nobody knows.
    """

    claim: str
    evidence: str
    claim_published: str
    evidence_published: str


DATE_OF_CLAIM = """coalesce(nullif(c.made_on, ''), (
    SELECT coalesce(nullif(v.published, ''), d.published) FROM places p
    JOIN documents d ON d.id = p.document_id LEFT JOIN versions v ON v.id = p.version_id
    WHERE p.claim_id = c.id ORDER BY p.position LIMIT 1), '')"""
"""The date of a claim c, as SQL."""

DATE_OF_LINK = """coalesce(
    nullif((SELECT v.published FROM versions v WHERE v.id = e.version_id), ''),
    nullif(d.published, ''), d.happened_at)"""
"""The date of the words of a link e in a document d, as SQL."""


def date_of_claim(connection: Connection, claim_id: str) -> str:
    """Return the date from which a claim's "on Wednesday" is counted; "" where nobody knows."""
    row = connection.exec_driver_sql(
        f"SELECT {DATE_OF_CLAIM} FROM claims c WHERE c.id = ?", (claim_id,)
    ).first()
    return str(row[0]) if row is not None else ""


def pairs_of(connection: Connection, claim_id: str) -> dict[str, Pair]:
    """Return what is compared for each link of a claim that has words, by the link's id."""
    return {
        str(row[0]): Pair(*row[1:])
        for row in connection.exec_driver_sql(
            f"SELECT e.id, c.wording, e.quote, {DATE_OF_CLAIM}, {DATE_OF_LINK}"
            " FROM evidence e JOIN claims c ON c.id = e.claim_id"
            " JOIN documents d ON d.id = e.document_id"
            " WHERE e.claim_id = ? AND e.quote <> '' ORDER BY e.position",
            (claim_id,),
        )
    }

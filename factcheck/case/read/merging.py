"""What goes where when two claims become one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlalchemy import Connection


class MergeRow(NamedTuple):
    """A claim that another may be merged with, and how much rests on it."""

    id: str
    claim_no: int
    wording: str
    rating: str
    places: int
    links: int
    requests: int


def mergeable(connection: Connection, claim_id: str) -> list[MergeRow]:
    """Return the claims that may be one with a claim: all but itself, its parts and its whole.

    Those of the same article come first, by number.
    """
    found = connection.exec_driver_sql(
        """
        SELECT c.id, c.claim_no, c.wording, coalesce((SELECT v.rating FROM verdicts v
                WHERE v.claim_id = c.id AND v.status = 'current'), ''),
            (SELECT count(*) FROM places p WHERE p.claim_id = c.id),
            (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id),
            (SELECT count(*) FROM request_claims r WHERE r.claim_id = c.id)
        FROM claims c, claims own
        WHERE own.id = ? AND c.id <> own.id AND c.merged_into IS NULL
            AND c.part_of IS NOT own.id AND own.part_of IS NOT c.id
        ORDER BY NOT EXISTS (SELECT 1 FROM places p JOIN places q
                ON q.document_id = p.document_id
                WHERE p.claim_id = c.id AND q.claim_id = own.id), c.claim_no
        """,
        (claim_id,),
    )
    return [MergeRow._make(row) for row in found]

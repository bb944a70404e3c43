"""Claims and their places."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.states import state_sql
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


ALL = 2**62
"""As the last number: no end."""


class ClaimRow(NamedTuple):
    """A claim with its current verdict and the counts of its evidence.

    state: by hand while it has no verdict (to do, checking, waiting, ready), else what follows
        from the verdict (rated, to review, done, needs recheck); merged where it was merged into
        another.
    rating, rating_shape: "" without a verdict. recorded_at: UTC.
    document_id, start: of its first place, None for a claim without a place.
    """

    id: str
    claim_no: int
    wording: str
    checks: str
    speaker: str
    speaker_role: str
    party: str
    made_on: str
    claim_where: str
    claim_url: str
    claim_archive_url: str
    event: str
    tags: tuple[str, ...]
    why_chosen: str
    part_of: str | None
    state: str
    assigned_to: str
    due: str
    priority: str
    marked_by: str
    marked_at: str
    supports: int
    contradicts: int
    context: int
    places: int
    rating: str
    rating_shape: str
    reason: str
    checker: str
    recorded_at: str
    verdict_id: str | None
    document_id: str | None
    document_title: str
    start: int | None
    merged_into: str | None


_ROWS = f"""
SELECT c.id, c.claim_no, c.wording, c.checks, c.speaker, c.speaker_role, c.party, c.made_on,
    c.claim_where, c.claim_url, c.claim_archive_url, c.event, c.tags, c.why_chosen, c.part_of,
    CASE WHEN c.merged_into IS NOT NULL THEN 'merged' WHEN r.id IS NULL THEN c.state
        ELSE {state_sql("r")} END,
    c.assigned_to, c.due, c.priority, c.marked_by, c.marked_at,
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'supports'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'contradicts'),
    (SELECT count(*) FROM evidence e WHERE e.claim_id = c.id AND e.stance = 'context'),
    (SELECT count(*) FROM places q WHERE q.claim_id = c.id),
    coalesce(r.rating, ''), coalesce(g.shape, CASE WHEN r.id IS NULL THEN '' ELSE 'plain' END),
    coalesce(r.reason, ''), coalesce(r.checker, ''), coalesce(r.recorded_at, ''), r.id,
    p.document_id, coalesce(d.title, ''), p.start, c.merged_into
FROM claims c
LEFT JOIN verdicts r ON r.claim_id = c.id AND r.status = 'current'
LEFT JOIN ratings g ON g.id = r.rating_id
LEFT JOIN places p ON p.id = (
    SELECT q.id FROM places q WHERE q.claim_id = c.id ORDER BY q.position LIMIT 1)
LEFT JOIN documents d ON d.id = p.document_id
"""
_STANDING = "WHERE c.merged_into IS NULL"
_TAGS = ClaimRow._fields.index("tags")


def _claim(row: Sequence[object]) -> ClaimRow:
    values = list(row)
    values[_TAGS] = tuple(json.loads(str(values[_TAGS])))
    return ClaimRow(*values)  # type: ignore[arg-type]  # the query has the columns in this order


def claims(connection: Connection, first: int = 1, last: int = ALL) -> list[ClaimRow]:
    """Return all claims by number, or those from a first to a last number."""
    return [
        _claim(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} {_STANDING} AND c.claim_no BETWEEN ? AND ? ORDER BY c.claim_no", (first, last)
        )
    ]


def claim_numbers(connection: Connection) -> dict[str, int]:
    """Return the number of each claim by its id, in the order of numbers."""
    found = connection.exec_driver_sql("SELECT id, claim_no FROM claims ORDER BY claim_no")
    return {str(id): int(number) for id, number in found}


def claims_in(connection: Connection, document_id: str) -> list[ClaimRow]:
    """Return the claims that stand in an article, in the order of the text."""
    return [
        _claim(row)
        for row in connection.exec_driver_sql(
            f"{_ROWS} {_STANDING} AND c.id IN (SELECT claim_id FROM places WHERE document_id = ?)"
            " ORDER BY (SELECT min(q.start) FROM places q WHERE q.claim_id = c.id"
            " AND q.document_id = ?), c.claim_no",
            (document_id, document_id),
        )
    ]


def claim(connection: Connection, claim_id: str) -> ClaimRow:
    """Return one claim, also one that was merged into another.

    Raises FactcheckError where it is not there (any more).
    """
    row = connection.exec_driver_sql(f"{_ROWS} WHERE c.id = ?", (claim_id,)).one_or_none()
    if row is None:
        raise FactcheckError("This claim is not in the case any more.")
    return _claim(row)


class PlaceRow(NamedTuple):
    """A place of a claim in an article; start and end are code points of that version's text."""

    id: str
    claim_id: str
    claim_no: int
    document_id: str
    document_title: str
    version_id: str
    start: int
    end: int
    quote: str
    state: str
    should_read: str
    should_read_outcome: str
    should_read_by: str
    needs_recheck: int


_PLACES = """
SELECT p.id, p.claim_id, c.claim_no, p.document_id, d.title, p.version_id, p.start, p."end",
    p.quote, p.state, p.should_read, p.should_read_outcome, p.should_read_by,
    EXISTS (SELECT 1 FROM verdicts r WHERE r.claim_id = c.id AND r.status = 'current'
        AND r.recheck_why <> '')
FROM places p JOIN claims c ON c.id = p.claim_id JOIN documents d ON d.id = p.document_id
"""


def places(connection: Connection, first: int = 1, last: int = ALL) -> list[PlaceRow]:
    """Return all places, claim by claim, or those of claims from a first to a last number."""
    return [
        PlaceRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_PLACES} WHERE c.claim_no BETWEEN ? AND ? ORDER BY c.claim_no, p.position",
            (first, last),
        )
    ]


def places_in(connection: Connection, document_id: str) -> list[PlaceRow]:
    """Return the places in an article in the order of the text."""
    return [
        PlaceRow._make(row)
        for row in connection.exec_driver_sql(
            f'{_PLACES} WHERE p.document_id = ? ORDER BY p.start, p."end" DESC, c.claim_no',
            (document_id,),
        )
    ]


def places_of(connection: Connection, claim_id: str) -> list[PlaceRow]:
    """Return the places of a claim in their order."""
    return [
        PlaceRow._make(row)
        for row in connection.exec_driver_sql(
            f"{_PLACES} WHERE p.claim_id = ? ORDER BY p.position", (claim_id,)
        )
    ]


def words_used(connection: Connection, column: str) -> list[str]:
    """Return what was entered in a column of claims before, most used first, for completion.

    column: speaker, speaker_role, party, event, claim_where or assigned_to.
    """
    if column not in {"speaker", "speaker_role", "party", "event", "claim_where", "assigned_to"}:
        raise ValueError(f"no completion for {column}")
    return [
        str(row[0])
        for row in connection.exec_driver_sql(
            f"SELECT {column} FROM claims WHERE {column} <> ''"
            f" GROUP BY {column} ORDER BY count(*) DESC, {column} LIMIT 200"
        )
    ]

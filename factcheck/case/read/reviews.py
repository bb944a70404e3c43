"""Reviews: what others said of verdicts, side by side; and which verdicts need a recheck."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.states import review_sql
from factcheck.text.canonical import canonical

if TYPE_CHECKING:
    from sqlalchemy import Connection


class AnswerRow(NamedTuple):
    """What a reviewer said: decision is "approved" or "sent back"; reviewed_at is UTC."""

    reviewer: str
    decision: str
    reason: str
    reviewed_at: str


class ReviewRow(NamedTuple):
    """A verdict with what its reviewers said, in the order in which they answered.

    status: current, replaced or withdrawn. review: as VerdictRow has it.
    """

    verdict_id: str
    claim_id: str
    claim_no: int
    wording: str
    rating: str
    reason: str
    checker: str
    recorded_at: str
    status: str
    review: str
    answers: tuple[AnswerRow, ...]


class RecheckRow(NamedTuple):
    """A current verdict that needs a recheck, and why, in sentences."""

    verdict_id: str
    claim_id: str
    claim_no: int
    wording: str
    rating: str
    checker: str
    recorded_at: str
    why: str


_ROWS = f"""
SELECT v.id, v.claim_id, c.claim_no, c.wording, v.rating, v.reason, v.checker, v.recorded_at,
    v.status, CASE v.status WHEN 'current' THEN {review_sql("v")} ELSE '' END
FROM verdicts v JOIN claims c ON c.id = v.claim_id
"""


def reviews_of(connection: Connection, claim_id: str) -> list[ReviewRow]:
    """Return the verdicts of a claim with their reviews, the newest first."""
    return _reviews(connection, "WHERE v.claim_id = ? ORDER BY v.seq DESC", claim_id)


def approvals_needed(connection: Connection) -> int:
    """Return how many approvals make a verdict of this case final."""
    return int(connection.exec_driver_sql("SELECT approvals_needed FROM properties").scalar_one())


def to_recheck(connection: Connection) -> list[RecheckRow]:
    """Return the current verdicts that need a recheck, by claim number."""
    found = connection.exec_driver_sql(
        "SELECT v.id, v.claim_id, c.claim_no, c.wording, v.rating, v.checker, v.recorded_at,"
        " v.recheck_why FROM verdicts v JOIN claims c ON c.id = v.claim_id"
        " WHERE v.status = 'current' AND v.recheck_why > '' ORDER BY c.claim_no"
    )
    return [RecheckRow._make(row) for row in found]


def same_person(one: str, other: str) -> bool:
    """Say whether two declared names are one: capitals and spaces aside."""
    return _name(one) == _name(other)


def _name(name: str) -> str:
    return " ".join(canonical(name).text.casefold().split())


def _reviews(connection: Connection, where: str, *values: str) -> list[ReviewRow]:
    found = connection.exec_driver_sql(f"{_ROWS} {where}", values).all()
    return [ReviewRow._make((*row, _answers(connection, row[0]))) for row in found]


def _answers(connection: Connection, verdict_id: str) -> tuple[AnswerRow, ...]:
    found = connection.exec_driver_sql(
        "SELECT reviewer, decision, reason, reviewed_at FROM approvals WHERE verdict_id = ?"
        " ORDER BY reviewed_at, rowid",
        (verdict_id,),
    )
    return tuple(AnswerRow._make(row) for row in found)

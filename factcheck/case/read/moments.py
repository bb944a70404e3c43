"""A time, or the number of an entry, as the last entry that was known then."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.clock import stamp
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy import Connection


def seq_as_of(connection: Connection, words: str) -> int:
    """Return the last seq whose ``at`` is not after a time, or the number that words are.

    words: a seq, a date (all of that day counts), or a time; UTC where no offset is given.
    0 where nothing was known yet. Raises UsageError where it is none of them.
    """
    given = words.strip()
    if given.isascii() and given.isdecimal() and len(given) < 18:
        return int(given)
    found = connection.exec_driver_sql(
        "SELECT coalesce(max(seq), 0) FROM entries WHERE at <= ?", (stamp(_moment(given)),)
    )
    return int(found.scalar_one())


class Moment(NamedTuple):
    """The last entry that was known at a moment: its number, when and by whom it was made."""

    seq: int
    at: str
    by: str


def moment_of(connection: Connection, seq: int) -> Moment | None:
    """Return the entry with that number, or the last one before it; None where there is none."""
    found = connection.exec_driver_sql(
        'SELECT seq, at, "by" FROM entries WHERE seq <= ? ORDER BY seq DESC LIMIT 1', (seq,)
    ).one_or_none()
    return None if found is None else Moment._make(found)


def moments_of(connection: Connection, claim_id: str) -> list[Moment]:
    """Return the moments after each entry of a claim, in order."""
    return [
        Moment._make(row)
        for row in connection.exec_driver_sql(
            'SELECT seq, at, "by" FROM entries WHERE claim_id = ? ORDER BY seq', (claim_id,)
        )
    ]


def _moment(given: str) -> datetime:
    try:
        moment = datetime.fromisoformat(given)
    except ValueError as wrong:
        raise UsageError(
            f"“{given}” is no time: write 2026-11-24T10:00Z, 2026-11-24, or the number of an entry."
        ) from wrong
    if len(given) <= len("2026-11-24"):
        moment = datetime.combine(moment.date(), time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

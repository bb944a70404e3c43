"""How verdicts stand, for the lists of the ledger: what waits, what is public, what was corrected.

Asked beside the window, in statements of some milliseconds.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import by_key, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

STANDINGS = ("to review", "sent back", "published", "corrections")
"""Words that a LedgerFilter takes as a status beside the statuses themselves.

published: verdicts that stand and are public. corrections: what changed or withdrew a public one.
"""

_CHUNK = 4000
"""Rows of one statement that looks up another row for each: about 10 ms."""

# Each is read from its partial index: few verdicts of a large case are public. The plus keeps
# SQLite from the index of all that are current.
_STAND_SO = {
    "published": "published_at <> '' AND +status = 'current'",
    "corrections": """what_was_wrong <> '' AND EXISTS (SELECT 1 FROM verdicts o
        WHERE o.claim_id = verdicts.claim_id AND o.published_at <> '')""",
}


def rowids_standing(connection: Connection, standing: str) -> set[int]:
    """Return the row numbers of the verdicts that stand so; standing: one of STANDINGS."""
    if standing in _STAND_SO:
        found = rows(connection, f"SELECT rowid FROM verdicts WHERE {_STAND_SO[standing]}")
        return {rowid for (rowid,) in found}
    return {rowid for rowid, word in reviews(connection) if word == standing}


def standing_counts(connection: Connection) -> dict[str, int]:
    """Count the verdicts of each of STANDINGS."""
    waiting = Counter(word for _, word in reviews(connection))
    public = {
        standing: rows(connection, f"SELECT count(*) FROM verdicts WHERE {where}")[0][0]
        for standing, where in _STAND_SO.items()
    }
    return {"to review": waiting["to review"], "sent back": waiting["sent back"], **public}


def waiting_count(connection: Connection) -> int:
    """Count the verdicts that wait for somebody: to review, sent back, or to be looked at again."""
    again = rows(
        connection, "SELECT rowid FROM verdicts WHERE status = 'current' AND recheck_why > ''"
    )
    waiting = {row[0] for row in again}
    for rowid, word in reviews(connection):
        if word in ("to review", "sent back"):
            waiting.add(rowid)
    return len(waiting)


def reviews(connection: Connection) -> Iterator[tuple[int, str]]:
    """Give the row number and the review of each current verdict, as states.review_sql has it.

    Nothing where the case never asked for a review. Read along indexes and counted here: SQL
    that counts the approvals of each verdict takes six times as long.
    """
    needed, begun = rows(
        connection, "SELECT approvals_needed, EXISTS (SELECT 1 FROM approvals) FROM properties"
    )[0]
    if not (needed or begun):
        return
    approved, sent_back = _answers(connection)
    keys = "status, recheck_why, rowid"
    for status, _, rowid in by_key(connection, "verdicts", keys, keys, ("current", "", 0)):
        if status != "current":
            return
        yield rowid, _review(approved[rowid], needed, is_sent_back=rowid in sent_back)


def _review(approved: int, needed: int, *, is_sent_back: bool) -> str:
    if is_sent_back:
        return "sent back"
    if approved < needed:
        return "to review"
    if needed:
        return "done"
    return "approved" if approved else ""


def _answers(connection: Connection) -> tuple[Counter[int], set[int]]:
    """Count the approvals of each verdict, and tell which were sent back, by row number."""
    approved: Counter[int] = Counter()
    sent_back: set[int] = set()
    last = 0
    while found := rows(
        connection,
        "SELECT a.rowid, v.rowid, a.decision FROM approvals a JOIN verdicts v"
        f" ON v.id = a.verdict_id WHERE a.rowid > ? ORDER BY a.rowid LIMIT {_CHUNK}",
        last,
    ):
        last = found[-1][0]
        for _, rowid, decision in found:
            if decision == "approved":
                approved[rowid] += 1
            else:
                sent_back.add(rowid)
    return approved, sent_back

"""How verdicts stand, for the lists of the ledger: what waits, what is public, what was corrected.

Asked beside the window, in statements of some milliseconds.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import by_rowid, rows
from factcheck.case.read.states import review_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

STANDINGS = ("to review", "sent back", "published", "corrections")
"""Words that a LedgerFilter takes as a status beside the statuses themselves.

published: verdicts that stand and are public. corrections: what changed or withdrew a public one.
"""

_CHUNK = 4000
"""Rows of one statement that counts the approvals of each: about 15 ms."""
_CORRECTS = """what_was_wrong <> '' AND EXISTS (SELECT 1 FROM verdicts o
    WHERE o.claim_id = verdicts.claim_id AND o.published_at <> '')"""


def rowids_standing(connection: Connection, standing: str) -> set[int]:
    """Return the row numbers of the verdicts that stand so; standing: one of STANDINGS."""
    if standing == "published":
        found = by_rowid(connection, "verdicts", "status = 'current' AND published_at <> ''")
    elif standing == "corrections":
        found = by_rowid(connection, "verdicts", _CORRECTS)
    else:
        found = ((rowid, word == standing) for rowid, word in _reviews(connection))
    return {rowid for rowid, stands_so in found if stands_so}


def standing_counts(connection: Connection) -> dict[str, int]:
    """Count the verdicts of each of STANDINGS."""
    reviews = Counter(word for _, word in _reviews(connection))
    public = by_rowid(
        connection, "verdicts", f"status = 'current' AND published_at <> '', {_CORRECTS}"
    )
    published = corrections = 0
    for _, is_public, corrects in public:
        published += is_public
        corrections += corrects
    return {
        "to review": reviews["to review"],
        "sent back": reviews["sent back"],
        "published": published,
        "corrections": corrections,
    }


def waiting_count(connection: Connection) -> int:
    """Count the verdicts that wait for somebody: to review, sent back, or to be looked at again."""
    again = rows(
        connection, "SELECT rowid FROM verdicts WHERE status = 'current' AND recheck_why > ''"
    )
    waiting = {row[0] for row in again}
    for rowid, word in _reviews(connection):
        if word in ("to review", "sent back"):
            waiting.add(rowid)
    return len(waiting)


def _reviews(connection: Connection) -> Iterator[tuple[int, str]]:
    """Give the review of each verdict that stands; nothing where the case never asked for one."""
    asked = rows(
        connection, "SELECT approvals_needed OR EXISTS (SELECT 1 FROM approvals) FROM properties"
    )
    if not asked[0][0]:
        return
    review = f"CASE status WHEN 'current' THEN {review_sql('verdicts')} ELSE '' END"
    yield from by_rowid(connection, "verdicts", review, chunk=_CHUNK)

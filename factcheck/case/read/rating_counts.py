"""How often each rating occurs among the verdicts that stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.case.read.chunks import by_key, rows

if TYPE_CHECKING:
    from sqlalchemy import Connection


def rowids_not_current(connection: Connection) -> frozenset[int]:
    """Return the row numbers of the verdicts that were replaced or withdrawn, from an index."""
    found = rows(connection, "SELECT rowid FROM verdicts WHERE status IN ('replaced', 'withdrawn')")
    return frozenset(row[0] for row in found)


def current_ratings(connection: Connection) -> dict[str, int]:
    """Count the verdicts that stand by rating, most first.

    Asked beside the window; read along an index, in statements of some milliseconds.
    """
    gone = rowids_not_current(connection)
    columns = "rating, seq, rowid"
    along = by_key(connection, "verdicts", columns, columns, ("", 0, 0))
    counts = Counter(rating for rating, _, rowid in along if rowid not in gone)
    return dict(counts.most_common())

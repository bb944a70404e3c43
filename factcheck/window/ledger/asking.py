"""What the ledger asks of the case beside the window, and the answers as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.ledger import (
    NEEDS_RECHECK,
    LedgerChoices,
    LedgerCounts,
    LedgerFilter,
    LedgerRow,
    ledger_choices,
    ledger_counts,
    ledger_ids,
    ledger_page,
)
from factcheck.case.read.ledger_stand import standing_counts
from factcheck.case.read.rating_counts import current_ratings, rowids_not_current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.window.tables.paged import Key

CURRENT = "all current"
"""The verdicts that stand: current ones, also those that need a recheck."""


class Wanted(NamedTuple):
    """Which verdicts, in which order. show: CURRENT or what a LedgerFilter takes as status."""

    show: str
    text: str
    rating: str
    article: str
    checker: str
    sort: str
    descending: bool


def ids_of(wanted: Wanted, reader: Case) -> list[int]:
    """Return the row numbers of what is wanted."""
    chosen = LedgerFilter(
        wanted.text,
        wanted.rating,
        wanted.article,
        wanted.checker,
        "" if wanted.show == CURRENT else wanted.show,
    )
    found = reader.read(ledger_ids, chosen, wanted.sort, wanted.descending)
    if wanted.show != CURRENT:
        return found
    gone = reader.read(rowids_not_current)
    return [rowid for rowid in found if rowid not in gone] if gone else found


class Overview(NamedTuple):
    """Counts and choices; by_rating counts the verdicts that stand, standing what waits."""

    counts: LedgerCounts
    by_rating: dict[str, int]
    choices: LedgerChoices
    standing: dict[str, int]

    @property
    def current(self) -> int:
        """How many verdicts stand."""
        by_status = self.counts.by_status
        return by_status.get("current", 0) + by_status.get(NEEDS_RECHECK, 0)


def overview_of(reader: Case) -> Overview:
    """Return the counts of the whole ledger."""
    counts = reader.read(ledger_counts)
    by_rating = counts.by_rating
    if counts.by_status.keys() & {"replaced", "withdrawn"}:
        by_rating = reader.read(current_ratings)
    choices = reader.read(ledger_choices)
    return Overview(counts, by_rating, choices, reader.read(standing_counts))


def page_of(connection: Connection, rowids: Sequence[Key]) -> dict[Key, LedgerRow]:
    """Return the rows with these numbers; one that was undone since is left out."""
    asked = [int(rowid) for rowid in rowids]
    found = ledger_page(connection, asked)
    if len(found) == len(asked):
        return dict(zip(asked, found, strict=True))
    # A row does not say its number: ask one by one, which is seldom needed.
    pairs = ((rowid, ledger_page(connection, [rowid])) for rowid in asked)
    return {rowid: rows[0] for rowid, rows in pairs if rows}

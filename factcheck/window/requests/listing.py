"""Which requests are listed and in which order. Pure, but for the clock that is handed in."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from factcheck.case.read.requests import RequestRow
from factcheck.text.dates_given import given_date

ALL: Final = "all"
OPEN: Final = "open"
PAST_DUE: Final = "past due"
ANSWERED: Final = "answered"
SHOWN: Final = (OPEN, PAST_DUE, ANSWERED, "no answer", "declined", ALL)
"""What can be shown, in the order of the list at the side."""


class Wanted(NamedTuple):
    """What is listed: one of SHOWN, words in each filter, a claim's id, and the order."""

    shown: str = OPEN
    to_whom: str = ""
    question: str = ""
    claim_id: str = ""
    sort: str = "asked"
    descending: bool = False


def listed(rows: Sequence[RequestRow], wanted: Wanted, now: datetime) -> list[RequestRow]:
    """Return the requests that are wanted, in order; rows: all, as they were asked."""
    found = [row for row in rows if _passes(row, wanted, now)]
    found.sort(key=_KEYS[wanted.sort], reverse=wanted.descending)
    return found


def counts(rows: Sequence[RequestRow], now: datetime) -> dict[str, int]:
    """Count the requests of each of SHOWN."""
    return {shown: sum(_is(row, shown, now) for row in rows) for shown in SHOWN}


def _passes(row: RequestRow, wanted: Wanted, now: datetime) -> bool:
    return (
        _is(row, wanted.shown, now)
        and wanted.to_whom.casefold() in row.to_whom.casefold()
        and wanted.question.casefold() in row.question.casefold()
        and (not wanted.claim_id or wanted.claim_id in row.claim_ids)
    )


def _is(row: RequestRow, shown: str, now: datetime) -> bool:
    if shown == PAST_DUE:
        return row.is_past_due(now)
    return shown in (ALL, row.outcome)


def _due(row: RequestRow) -> tuple[bool, datetime, str]:
    date = given_date(row.deadline)
    # Without a deadline there is no hurry: those come last.
    return (date is None, date.end if date is not None else datetime.max, row.asked_at)


_KEYS: Final[dict[str, Callable[[RequestRow], Any]]] = {
    "asked": lambda row: row.asked_at,
    "to_whom": lambda row: (row.to_whom.casefold(), row.asked_at),
    "kind": lambda row: (row.kind, row.asked_at),
    "about": lambda row: (row.claim_nos or (10**9,), row.document_title),
    "question": lambda row: row.question.casefold(),
    "deadline": _due,
    "outcome": lambda row: (row.outcome, row.asked_at),
}

"""Dates that lie in the future where they tell of the past: said, never changed."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from factcheck.case.log import RowChange
from factcheck.text.dates_given import is_ahead

_OF_THE_PAST = {
    "published": "published",
    "updated": "updated",
    "accessed": "accessed",
    "received_at": "received",
    "happened_at": "when",
    "made_on": "made on",
    "published_at": "published",
}
"""Columns that tell when something was, and the word for each; a deadline may lie ahead."""


def ahead_in(changes: Iterable[RowChange], at: str) -> Iterator[str]:
    """Give a sentence for each date that changes set and that lies after ``at``, their time."""
    now = datetime.fromisoformat(at)
    for change in changes:
        yield from ahead_of(change.after or {}, now)


def ahead_of(row: Mapping[str, object], now: datetime) -> Iterator[str]:
    """Give a sentence for each date of a row, by column, that lies after now (with its zone)."""
    for column, word in _OF_THE_PAST.items():
        told = row.get(column)
        if told and isinstance(told, str) and is_ahead(told, now):
            yield f"The date {told} ({word}) lies in the future."

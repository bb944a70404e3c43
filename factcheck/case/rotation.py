"""Which backups stay: the last ones, then one a day, then one a week. Pure: names in, names out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

LAST = 10
DAYS = 7
WEEKS = 8
"""The last 10; of each of the last 7 days with a backup, and of the last 8 weeks, the newest.

Days without a backup count for nothing: a case that rests for a year keeps what it had. More
would fill the disk of somebody with a large case: 25 times its size at most.
"""


class Moment(NamedTuple):
    """When a backup was made and how far its log goes.

    at: UTC, ``YYYY-MM-DDTHH:MM:SS…``. name: the file, which tells two of one moment apart.
    """

    at: str
    seq: int
    name: str


def to_drop(backups: Iterable[Moment]) -> tuple[Moment, ...]:
    """Return the backups that go, oldest first; none of those with the longest log is the last.

    The one with the longest log always stays, even where a clock that stood wrong dates it oldest.
    """
    newest_first = sorted(backups, reverse=True)
    if not newest_first:
        return ()
    kept = {*newest_first[:LAST], max(newest_first, key=lambda backup: (backup.seq, backup))}
    kept |= _newest_of_each([backup.at[:10] for backup in newest_first], newest_first, DAYS)
    kept |= _newest_of_each([_week(backup.at) for backup in newest_first], newest_first, WEEKS)
    return tuple(backup for backup in reversed(newest_first) if backup not in kept)


def _newest_of_each(spans: Sequence[str], newest_first: Sequence[Moment], most: int) -> set[Moment]:
    first: dict[str, Moment] = {}
    for span, backup in zip(spans, newest_first, strict=True):
        first.setdefault(span, backup)
    return set(list(first.values())[:most])


def _week(at: str) -> str:
    year, week, _ = date.fromisoformat(at[:10]).isocalendar()
    return f"{year}-{week:02d}"

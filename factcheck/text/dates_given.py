"""Dates as they are given, compared with the precision that they have.

A date here is a year, a month, a day, an hour, a minute or a second: "2020", "2020-11",
"2020-11-17", "2020-11-17T09", "2020-11-17T09:30+03:00", "2020-11-17T09:30:15.250Z" (ISO 8601 and
what people make of it: a blank for the T is read alike). It stands for the whole span of time
that it names, from its first moment up to the first moment after it. Nothing is converted or
stored here; words that name no such date are None, never an error.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Literal, NamedTuple

Order = Literal["before", "after", "same", "unclear"]

_GIVEN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2})(?::(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d{1,9})?)?)?"
    r" ?(?P<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?",
    re.ASCII,
)
# Places on one date are up to 26 hours apart, from UTC-12 to UTC+14: what is given without an
# offset may have begun that much earlier, or end that much later, than here.
_EARLIEST_ZONE = timedelta(hours=14)
_LATEST_ZONE = timedelta(hours=-12)


class GivenDate(NamedTuple):
    """The span of time that a date names: from first, up to and without end.

    Both are naive, on the clock of the place that the date was given for; offset is what that
    clock is ahead of UTC, None where the date does not say it.
    """

    first: datetime
    end: datetime
    offset: timedelta | None

    def in_zone(self, offset: timedelta) -> tuple[datetime, datetime]:
        """Return first and end in UTC; offset: ahead of UTC, where the date itself has none."""
        zone = timezone(self.offset if self.offset is not None else offset)
        return _aware(self.first, zone), _aware(self.end, zone)


def given_date(words: str) -> GivenDate | None:
    """Return the span of time that a date as given names, None where it is no such date."""
    found = _GIVEN.fullmatch(words.strip())
    if found is None:
        return None
    try:
        first = datetime(
            int(found["year"]),
            int(found["month"] or 1),
            int(found["day"] or 1),
            int(found["hour"] or 0),
            int(found["minute"] or 0),
            int(found["second"] or 0),
        )
        return GivenDate(first, _end(first, found), _offset(found["offset"]))
    except (ValueError, OverflowError):
        return None


def is_over(words: str, now: datetime) -> bool:
    """Say whether all of a date as given lies before now; False where it is no date.

    now: with its zone; a date without an offset is read on the clock of that zone. So a deadline
    of "2026-04-17" is past from midnight after that day, where the checker is.
    Raises ValueError for a now without a zone.
    """
    here = now.utcoffset()
    if here is None:
        raise ValueError("now has no zone")
    date = given_date(words)
    return date is not None and date.in_zone(here)[1] <= now


def is_ahead(words: str, now: datetime) -> bool:
    """Say whether all of a date as given lies after now, wherever it was given; False for no date.

    now: with its zone. A date without an offset is read where the day begins first, so that
    nobody's today is called the future.
    """
    plain = words.strip()
    # The last year has no end that could be written; the one before it lies ahead as well.
    date = given_date(f"9998{plain[4:]}" if plain.startswith("9999") else plain)
    return date is not None and date.in_zone(_EARLIEST_ZONE)[0] > now


def order(a: str, b: str) -> Order | None:
    """Say whether a lies before or after b, both dates as given; None where one is no date.

    "same": both name the same span of time. "unclear": one holds the other or they overlap
    ("2020" and "2020-11-17"), or the offset that decides is not given.
    """
    one, other = given_date(a), given_date(b)
    if one is None or other is None:
        return None
    if (one.offset is None) == (other.offset is None):
        # Without offsets both are taken as of one place.
        here = timedelta(0)
        return _order(one.in_zone(here), other.in_zone(here))
    possible = {
        _order(one.in_zone(zone), other.in_zone(zone)) for zone in (_EARLIEST_ZONE, _LATEST_ZONE)
    }
    return possible.pop() if len(possible) == 1 else "unclear"


def sort_key(words: str) -> tuple[bool, datetime]:
    """Return what dates as given are sorted by: their first moment; what is no date comes last."""
    date = given_date(words)
    if date is None:
        return True, datetime.max.replace(tzinfo=UTC)
    return False, date.in_zone(timedelta(0))[0]


def _end(first: datetime, found: re.Match[str]) -> datetime:
    if found["second"]:
        return first + timedelta(seconds=1)
    if found["minute"]:
        return first + timedelta(minutes=1)
    if found["hour"]:
        return first + timedelta(hours=1)
    if found["day"]:
        return first + timedelta(days=1)
    if found["month"]:
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1)


def _offset(words: str | None) -> timedelta | None:
    if words is None:
        return None
    if words == "Z":
        return timedelta(0)
    digits = words[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    if ahead >= timedelta(days=1):
        raise ValueError("no clock is a day ahead")
    return -ahead if words[0] == "-" else ahead


def _aware(moment: datetime, zone: timezone) -> datetime:
    try:
        return moment.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError:
        # The first and the last day that can be written, in a zone beyond them.
        return moment.replace(tzinfo=UTC)


def _order(a: tuple[datetime, datetime], b: tuple[datetime, datetime]) -> Order:
    if a == b:
        return "same"
    if a[1] <= b[0]:
        return "before"
    return "after" if b[1] <= a[0] else "unclear"

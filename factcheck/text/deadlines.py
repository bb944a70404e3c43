"""Deadlines as people type them, as the date that they mean from today: "tomorrow", "Friday"."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from factcheck.text.dates_given import given_date

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_NEAR = {"today": 0, "tomorrow": 1, "the day after tomorrow": 2}
_IN = re.compile(r"(?:in |\+)\s*(\d{1,3})\s*(d|days?|w|weeks?)?", re.IGNORECASE)
_DAY_MONTH = re.compile(r"(\d{1,2})\.?\s+([^\W\d_]+)\.?(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?")
_LEAST_LETTERS = 3


def resolve_deadline(
    words: str,
    today: date,
    near: Mapping[str, int] | None = None,
    days: Mapping[str, int] | None = None,
) -> str | None:
    """Return the deadline that words mean, as a date as given; None where they mean none.

    A date as given ("2026-03-14", "2026-03-14T18:00") is itself. Understood from today on:
    "tomorrow", "Friday" (the next one that is not today), "in 3 days", "+2w", "14 March"
    (the next one) and "14 March 2026". "" is no deadline, and "".
    near: more words for days by how far they are; days: more names of weekdays, Monday is 0.
    Both in lower case, for languages other than English.
    """
    plain = " ".join(words.casefold().split())
    if not plain:
        return ""
    if given_date(words) is not None:
        return words.strip()
    away = {**_NEAR, **(near or {})}.get(plain)
    if away is None:
        away = _until_weekday(plain, today, days or {})
    if away is None and (found := _IN.fullmatch(plain)):
        away = int(found[1]) * (7 if (found[2] or "d").startswith("w") else 1)
    if away is not None:
        return (today + timedelta(days=away)).isoformat()
    return _named_day(plain, today)


def _until_weekday(plain: str, today: date, days: Mapping[str, int]) -> int | None:
    name = plain.removeprefix("on ").removeprefix("next ").rstrip(".")
    number = days.get(name)
    if number is None and len(name) >= _LEAST_LETTERS:
        number = next((at for at, day in enumerate(_DAYS) if day.startswith(name)), None)
    if number is None:
        return None
    return (number - today.weekday() - 1) % 7 + 1


def _named_day(plain: str, today: date) -> str | None:
    if found := _DAY_MONTH.fullmatch(plain):
        day, name, year = found.groups()
    elif found := _MONTH_DAY.fullmatch(plain):
        name, day, year = found.groups()
    else:
        return None
    if len(name) < _LEAST_LETTERS:
        return None
    month = next((at for at, each in enumerate(_MONTHS, 1) if each.startswith(name)), None)
    if month is None:
        return None
    try:
        if year:
            return date(int(year), month, int(day)).isoformat()
        meant = date(today.year, month, int(day))
        return (meant if meant >= today else date(today.year + 1, month, int(day))).isoformat()
    except ValueError:
        # There is no such day: 31 June, or 29 February of a year that has none.
        return None

"""Times and dates as a person reads them: stored UTC shown locally, given dates as they were given.

`at` is UTC as the case stores it (``YYYY-MM-DDTHH:MM:SS.mmmZ``). A given date keeps its own
precision and offset and is never converted.
"""

import re

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt

_GIVEN = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d))?)?)?(?!\d)")


def local_moment(at: str, now: QDateTime | None = None) -> str:
    """Return a stored time on this computer's clock: "15:06" today, else "12 Mar 15:06"."""
    moment = _moment(at)
    if not moment.isValid():
        return at
    here = moment.toLocalTime()
    today = (now or QDateTime.currentDateTime()).date()
    locale = QLocale()
    clock = here.toString("HH:mm")
    if here.date() == today:
        return clock
    form = "d MMM" if here.date().year() == today.year() else "d MMM yyyy"
    return f"{locale.toString(here.date(), form)} {clock}"


def day_and_time(at: str) -> str:
    """Return a stored time on this computer's clock, always with its day: "12 Mar 2026, 14:02"."""
    moment = _moment(at)
    if not moment.isValid():
        return at
    here = moment.toLocalTime()
    return f"{QLocale().toString(here.date(), 'd MMM yyyy')}, {here.toString('HH:mm')}"


def utc_moment(at: str) -> str:
    """Return a stored time in full for a tooltip: "2026-03-12 14:06:22 UTC"."""
    moment = _moment(at)
    return moment.toString("yyyy-MM-dd HH:mm:ss 'UTC'") if moment.isValid() else at


def given_date(given: str, *, short: bool = False) -> str:
    """Return a given date in words: "12 March 2026, 17:40"; short: "12 Mar", without the time.

    "2020" stays "2020", "2020-11" is "November 2020"; what is no such date stays as it is. The
    short form names the year only where it is not this one.
    """
    found = _GIVEN.match(given)
    if found is None:
        return given
    year, month, day, clock = found.groups()
    if month is None:
        return str(year)
    date = QDate(int(year), int(month), int(day or 1))
    if not date.isValid():
        return given
    name = "MMM" if short else "MMMM"
    form = f"{name} yyyy" if day is None else f"d {name} yyyy"
    if short and day is not None and date.year() == QDate.currentDate().year():
        form = "d MMM"
    words = QLocale().toString(date, form)
    return f"{words}, {clock}" if clock and not short else words


def given_moment(given: str) -> str:
    """Return a given date in few words, with its time: "12 Mar, 17:58"; "" where there is none."""
    found = _GIVEN.match(given)
    clock = found.group(4) if found else None
    day = given_date(given, short=True)
    return f"{day}, {clock}" if clock else day


def _moment(at: str) -> QDateTime:
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs)
    if moment.isValid():
        moment = moment.toUTC()
    return moment

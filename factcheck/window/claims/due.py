"""Deadlines in the user's language: what is typed, and what it is shown as."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from factcheck.text.dates_given import given_date as is_date
from factcheck.text.deadlines import resolve_deadline
from factcheck.window.times import given_date


def resolve_due(typed: str) -> str | None:
    """Return the date that is meant today, as a date as given; None where none is meant."""
    return resolve_deadline(typed, date.today(), _near(), _weekdays())


def tell_due(due: str | None) -> str:
    """Say a deadline with its weekday, or what can be typed: shown before it is saved."""
    if due is None:
        return QCoreApplication.translate(
            "Due", "No date yet. 2026-03-14, 14 March, tomorrow, Friday or in 3 days is understood."
        )
    if not due:
        return QCoreApplication.translate("Due", "No deadline.")
    day = QDate.fromString(due[:10], "yyyy-MM-dd")
    if not day.isValid() or is_date(due) is None:
        return given_date(due)
    return f"{QLocale().standaloneDayName(day.dayOfWeek())}, {given_date(due)} · {due}"


def _near() -> dict[str, int]:
    words = (
        QCoreApplication.translate("Due", "today"),
        QCoreApplication.translate("Due", "tomorrow"),
        QCoreApplication.translate("Due", "the day after tomorrow"),
    )
    return {word.casefold(): away for away, word in enumerate(words)}


def _weekdays() -> dict[str, int]:
    locale = QLocale()
    names: dict[str, int] = {}
    for day in range(7):
        for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
            for name in (locale.dayName(day + 1, form), locale.standaloneDayName(day + 1, form)):
                names[name.casefold().rstrip(".")] = day
    return names

"""What a time told in a text is, and whether two of them can be one."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from factcheck.text.figures.tokens import Token


class Moment(NamedTuple):
    """A time told in a text, as far as it is known.

    start, end: code points, half-open. first, last: token indices, half-open. begins, until: the
    days it spans as proleptic ordinals, both included; None where they are not known. weekday: 0 is
    Monday. weekly: told as a weekday. coming: told as still ahead. words: in
    lower case.
    """

    start: int
    end: int
    first: int
    last: int
    year: int | None = None
    months: tuple[int, ...] = ()
    day: int | None = None
    weekday: int | None = None
    coming: bool = False
    begins: int | None = None
    until: int | None = None
    weekly: bool = False
    season: bool = False
    words: str = ""


_FIRST_YEAR, _LAST_YEAR = 1000, 3000


def published_day(published: str | None) -> date | None:
    """Return the local day written in a publication time; None where it is less than a day.

    Nor is a day at the ends of the calendar one: the week before it would have no date.
    """
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if _FIRST_YEAR <= day.year <= _LAST_YEAR else None


def made_moment(tokens: list[Token], first: int, last: int, **known: object) -> Moment:
    """Return the time that tokens first to last tell, its days worked out from what is known."""
    words = " ".join([token.low for token in tokens[first:last]])
    start, end = tokens[first].start, tokens[last - 1].end
    moment = Moment(start, end, first, last, words=words)
    moment = moment._replace(**known)  # type: ignore[arg-type]  # fields named by the callers
    if moment.begins is not None:
        return moment
    year, months, day = moment.year, moment.months, moment.day
    if year is None or (moment.season and months):
        return moment
    try:
        if len(months) != 1:
            begins, until = date(year, 1, 1), date(year, 12, 31)
        elif day is None:
            begins = date(year, months[0], 1)
            until = date(year, months[0], monthrange(year, months[0])[1])
        else:
            begins = until = date(year, months[0], day)
    except (ValueError, OverflowError):
        # Before the calendar begins: "66 million years ago".
        return moment
    weekday = begins.weekday() if begins == until else moment.weekday
    return moment._replace(begins=begins.toordinal(), until=until.toordinal(), weekday=weekday)


def on_day(
    tokens: list[Token], first: int, last: int, day: date, *, weekly: bool = False
) -> Moment:
    """Return the time of one day."""
    return made_moment(
        tokens,
        first,
        last,
        year=day.year,
        months=(day.month,),
        day=day.day,
        weekly=weekly,
    )


def same_time(one: Moment, other: Moment) -> bool | None:
    """Say whether two moments can be one time; None where what is known does not meet."""
    if one.weekly and other.weekly and one.coming != other.coming:
        # "Opens on Thursday" may be of the coming one too.
        return one.weekday == other.weekday
    if (
        one.begins is not None
        and one.until is not None
        and other.begins is not None
        and other.until is not None
    ):
        return one.begins <= other.until and other.begins <= one.until
    within = _on_one_of(one, other) if one.begins is None else _on_one_of(other, one)
    if within is not None:
        return within
    return _parts_meet(one, other)


def _on_one_of(told: Moment, known: Moment) -> bool | None:
    """Say whether a day without a year is one of a few known days; None where neither is so."""
    if told.begins is not None or told.day is None or len(told.months) != 1:
        return None
    if known.begins is None or known.until is None or known.until - known.begins >= 7:
        return None
    days = (date.fromordinal(day) for day in range(known.begins, known.until + 1))
    return any(d.day == told.day and d.month == told.months[0] for d in days)


def _parts_meet(one: Moment, other: Moment) -> bool | None:
    """Compare years, months, days and weekdays, each where both tell it."""
    met = False
    for mine, theirs in (
        (one.year, other.year),
        (one.day, other.day),
        (one.weekday, other.weekday),
    ):
        if mine is not None and theirs is not None:
            if mine != theirs:
                return False
            met = True
    if one.months and other.months:
        if not set(one.months) & set(other.months):
            return False
        met = True
    if met:
        return True
    # "A year ago" in both, of days that are not known: nothing says that they are two.
    unknown = one.begins is None and other.begins is None
    return True if unknown and one.words == other.words else None

"""When something was said: dates beside an attribution, resolved against the day of publication.

A relative date ("on Tuesday", "last month", "the day before") counts from the publication date,
else from the date of the dateline; never from another date of the text. What stays open is shown
as open: a date without a year comes with the years that fit.
"""

import re
from datetime import date, timedelta
from typing import NamedTuple

from factcheck.text.figures import Moment, published_day, read
from factcheck.text.spans import Span

_DATELINE = re.compile(
    r"\s*(?:[^\W\d_a-z][^\n.,(/]{1,40}[,(]\s*+){1,2}(?P<date>[^\n./)–—-]{3,24}?)\.?\)?"
    r"\s*(?:/|\(|—|–|--|-|\.\s)"
)
_DAY_BEFORE = re.compile(
    r"\b(?:the|a) (?:day before|previous day|day earlier)\b(?! yesterday| the| \w+ day)", re.I
)
_OLDEST = 25
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class When(NamedTuple):
    """A date that a claim may have been made on.

    value: as precise as the words are ("2021-11-17", "2021-11", "2021"), "" where they leave it
    open. span: the words. why: what the value was counted from, a sentence. others: values that
    fit as well, the likeliest first.
    """

    value: str
    span: Span
    why: str
    others: tuple[str, ...] = ()


class Dating(NamedTuple):
    """What the dates of a text are counted from.

    published: the day of publication where it is known. dateline: the words of a date in the
    dateline, and its month and day. latest: a day by which the text was there.
    """

    published: date | None
    dateline: Span | None
    month: int
    day: int
    latest: date | None


def dating(text: str, published: str = "", latest: str = "") -> Dating:
    """Return what relative dates of text count from.

    published: as given, "" where it is not known. latest: a day by which it was published, such
    as the day it was added; it only bounds the years that are shown.
    """
    told = _DATELINE.match(text)
    span, month, day = None, 0, 0
    if told:
        moments = read(told["date"]).moments
        if moments and moments[0].day is not None and len(moments[0].months) == 1:
            start = told.start("date")
            span = Span(start + moments[0].start, start + moments[0].end)
            month, day = moments[0].months[0], moments[0].day
            if moments[0].year is not None and not published:
                published = _value(moments[0])
    return Dating(published_day(published), span, month, day, published_day(latest))


def when_in(text: str, stretch: Span, near: int, known: Dating) -> When | None:
    """Return the date in a stretch of text that stands nearest to ``near``, None without one."""
    words = stretch.of(text).replace("\ufffc", " ")
    before = _DAY_BEFORE.search(words)
    found = [
        _when(moment, stretch.start, words, known)
        for moment in read(words, known.published).moments
    ]
    if before is not None:
        found.append(_day_before(before, stretch.start, known))
    dates = [each for each in found if each is not None]
    return min(dates, key=lambda each: abs(each.span.start - near), default=None)


def _when(moment: Moment, offset: int, words: str, known: Dating) -> When | None:
    span = Span(offset + moment.start, offset + moment.end)
    told = words[moment.start : moment.end]
    value = _value(moment)
    if value:
        counted = "from the publication date" if _is_relative(moment, told) else "as it stands"
        return When(value, span, f"“{told}”, {counted}.")
    if moment.day is not None and len(moment.months) == 1:
        return _without_year(moment, span, told, known)
    if moment.weekday is not None:
        return _weekday(moment.weekday, span, told, known)
    if moment.begins is not None and moment.until is not None:
        first, last = date.fromordinal(moment.begins), date.fromordinal(moment.until)
        return When("", span, f"“{told}”: between {first} and {last}.", (str(first), str(last)))
    if moment.season or not moment.months:
        return When("", span, f"“{told}”: no publication date to count from.")
    return _without_year(moment, span, told, known)


def _value(moment: Moment) -> str:
    if moment.begins is not None and moment.begins == moment.until:
        return str(date.fromordinal(moment.begins))
    if moment.year is not None and len(moment.months) == 1 and moment.day is None:
        return f"{moment.year}-{moment.months[0]:02}"
    if moment.year is not None and not moment.months:
        return str(moment.year)
    return ""


def _is_relative(moment: Moment, told: str) -> bool:
    return moment.year is None or str(moment.year) not in told


def _without_year(moment: Moment, span: Span, told: str, known: Dating) -> When:
    """Date a day or month without a year: the last one up to publication, where that is known."""
    month, day = moment.months[0], moment.day
    base = known.published or known.latest
    if base is None:
        return When("", span, f"“{told}” has no year, and no publication date gives one.")
    years = [
        year
        for year in range(base.year, base.year - _OLDEST, -1)
        if (made := _made(year, month, day or 1)) is not None and made <= base
    ]
    values = [f"{year}-{month:02}" + (f"-{day:02}" if day else "") for year in years]
    if moment.weekday is not None and day is not None:
        fitting = [
            value
            for year, value in zip(years, values, strict=True)
            if date(year, month, day).weekday() == moment.weekday
        ]
        name = _WEEKDAYS[moment.weekday]
        given = values[0] if known.published and values else ""
        if given in fitting or not given:
            why = f"“{told}” fits the years in which it is a {name}."
            return When(given, span, why, tuple(v for v in fitting if v != given))
        why = f"“{told}”: the publication date gives {given}, which is no {name}."
        return When("", span, why, (given, *fitting))
    if known.published and values:
        return When(values[0], span, f"“{told}”, the last one up to the publication date.")
    return When("", span, f"“{told}” has no year, and no publication date gives one.")


def _weekday(weekday: int, span: Span, told: str, known: Dating) -> When:
    """Date a weekday without a publication date: by the dateline, in the years where it fits."""
    if known.dateline is None or known.latest is None:
        return When("", span, f"“{told}”: no publication date to count from.")
    fitting = []
    for year in range(known.latest.year, known.latest.year - _OLDEST, -1):
        day = _made(year, known.month, known.day)
        if day is not None and day <= known.latest and day.weekday() == weekday:
            fitting.append(str(day))
    why = f"“{told}”: the day of the dateline is a {_WEEKDAYS[weekday]} in these years."
    return When("", span, why, tuple(fitting))


def _day_before(found: re.Match[str], offset: int, known: Dating) -> When:
    span = Span(offset + found.start(), offset + found.end())
    if known.published is None:
        return When("", span, f"“{found.group()}”: no publication date to count from.")
    day = known.published - timedelta(days=1)
    return When(str(day), span, f"“{found.group()}”, from the publication date.")


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

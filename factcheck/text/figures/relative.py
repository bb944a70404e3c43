"""Times told from the day of publication: weekdays, "last month", "two days ago"."""

from datetime import date, timedelta

from factcheck.text.figures.dates import MONTHS, SEASONS, read_month, read_numeral_date
from factcheck.text.figures.moment import Moment, made_moment, on_day
from factcheck.text.figures.number_words import ENGLISH, read_words
from factcheck.text.figures.tokens import Token

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon montag lundi lunes",
            "tuesday tuesdays tue tues dienstag mardi martes",
            "wednesday wednesdays wed mittwoch mercredi miércoles",
            "thursday thursdays thu thurs donnerstag jeudi jueves",
            "friday fridays fri freitag vendredi viernes",
            "saturday saturdays sat samstag samedi sábado",
            "sunday sundays sun sonntag dimanche domingo",
        )
    )
    for name in names.split()
}


_SHORT_DAYS = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}


_HOLIDAYS = {
    ("christmas", "day"): (12, 25),
    ("christmas", "eve"): (12, 24),
    ("boxing", "day"): (12, 26),
    ("new", "year", "day"): (1, 1),
    ("new", "year", "eve"): (12, 31),
    ("halloween",): (10, 31),
}


RELATIVE_WORDS = {
    "today", "tonight", "yesterday", "tomorrow", "last", "this", "next", "previous", "the", "a",
    "an", "earlier", "later", "christmas", "boxing", "halloween", "new",
}  # fmt: skip


_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


_SHIFT = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def read_weekday(
    tokens: list[Token], at: int, first: int, published: date | None, shift: int = 0
) -> Moment | None:
    """Resolve a weekday to the latest one on or before publication; shift adds weeks."""
    low = tokens[at].low
    if low in _SHORT_DAYS and tokens[at].text.isupper():
        return None
    weekday = WEEKDAYS[low]
    plain = made_moment(tokens, first, at + 1, weekday=weekday, weekly=True)
    # "Tuesday, 8 November": the day that follows says which one it is.
    place = at + 1
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
    told = None
    if place < len(tokens):
        told = read_numeral_date(tokens, place)
        if tokens[place].low in MONTHS:
            told = read_month(tokens, place)
    if told is not None and told.day is not None:
        known = WEEKDAYS[low] if told.weekday is None else told.weekday
        return told._replace(start=tokens[first].start, first=first, weekday=known)
    if published is None:
        return plain
    back = (published.weekday() - weekday) % 7
    coming = not shift and _is_coming(tokens, first)
    day = published - timedelta(days=back) + timedelta(weeks=shift + (coming and back > 0))
    return on_day(tokens, first, at + 1, day, weekly=True)._replace(coming=coming)


_COMING = frozenset({"will", "ll", "shall", "won't", "won’t", "due", "scheduled", "planned"})
_COMING_PAIRS = frozenset(
    {("to", "be"), ("is", "to"), ("are", "to"), ("set", "to"), ("set", "for")}
)


def _is_coming(tokens: list[Token], at: int) -> bool:
    """Say whether the clause of token ``at`` tells of what is still to come."""
    for place in range(at - 1, -1, -1):
        low = tokens[place].low
        if low in {".", ";", "!", "?"}:
            return False
        if low in _COMING or (low, tokens[place + 1].low) in _COMING_PAIRS:
            return True
    return False


def read_relative(tokens: list[Token], at: int, published: date | None) -> Moment | None:
    """Read "yesterday", "last month", "next Monday", "a year ago", "Christmas Day"."""
    low = tokens[at].low
    if low in _NEAR:
        if published is None:
            return made_moment(tokens, at, at + 1)
        return on_day(tokens, at, at + 1, published + timedelta(days=_NEAR[low]))
    shift = _SHIFT.get(low)
    if shift is not None and at + 1 < len(tokens):
        return _shifted(tokens, at, shift, published)
    for words, (month, day) in _HOLIDAYS.items():
        if low == words[0] and tuple(t.low for t in tokens[at : at + len(words)]) == words:
            return made_moment(tokens, at, at + len(words), months=(month,), day=day)
    return _ago(tokens, at, published)


def _shifted(tokens: list[Token], at: int, shift: int, published: date | None) -> Moment | None:
    after = tokens[at + 1]
    if after.low in WEEKDAYS and after.text[0].isupper():
        return read_weekday(tokens, at + 1, at, published, max(shift, 0))
    if after.low in MONTHS and after.text[0].isupper():
        if published is None:
            return made_moment(tokens, at, at + 2, months=(MONTHS[after.low],))
        month = MONTHS[after.low]
        past = month < published.month or (shift >= 0 and month == published.month)
        year = published.year - (0 if past else 1) if shift <= 0 else published.year + past
        return made_moment(tokens, at, at + 2, year=year, months=(month,))
    if after.low in SEASONS:
        return made_moment(tokens, at, at + 2, months=SEASONS[after.low], season=True)
    if after.low not in {
        "day",
        "night",
        "week",
        "month",
        "year",
        "morning",
        "evening",
        "afternoon",
        "weekend",
    }:
        return None
    if published is None:
        return made_moment(tokens, at, at + 2)
    return _period(tokens, at, at + 2, after.low, shift, published)


def _period(
    tokens: list[Token], first: int, last: int, unit: str, shift: int, published: date
) -> Moment:
    if unit == "year":
        return made_moment(tokens, first, last, year=published.year + shift)
    if unit == "month":
        whole = published.year * 12 + published.month - 1 + shift
        return made_moment(tokens, first, last, year=whole // 12, months=(whole % 12 + 1,))
    if unit == "weekend":
        saturday = published + timedelta(days=5 - published.weekday()) + timedelta(weeks=shift)
        return made_moment(
            tokens, first, last, begins=saturday.toordinal(), until=saturday.toordinal() + 1
        )
    if unit == "week":
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        begins = monday.toordinal()
        return made_moment(tokens, first, last, begins=begins, until=begins + 6)
    return on_day(tokens, first, last, published + timedelta(days=shift))


def _ago(tokens: list[Token], at: int, published: date | None) -> Moment | None:
    """Read "two days ago", "a year ago", "the day before yesterday"."""
    lows = [token.low for token in tokens[at : at + 4]]
    if lows == ["the", "day", "before", "yesterday"]:
        if published is None:
            return made_moment(tokens, at, at + 4)
        return on_day(tokens, at, at + 4, published - timedelta(days=2))
    if lows[:1] == ["the"]:
        return None
    amount, place = 1.0, at + 1
    if lows[0] not in {"a", "an"}:
        words = read_words(tokens, at, ENGLISH)
        if words is None:
            return None
        amount, place = words.value, words.end
    return ago(tokens, at, place, int(amount), published)


_MOST_DAYS = 50_000
"""Days or weeks that are counted back from a day; nobody counts a thousand years in them."""


def ago(
    tokens: list[Token], first: int, place: int, amount: int, published: date | None
) -> Moment | None:
    """Read "days ago" from token ``place`` on, after an amount that begins at token ``first``."""
    if place + 1 >= len(tokens) or tokens[place + 1].low != "ago":
        return None
    unit = tokens[place].low.removesuffix("s")
    if unit not in {"day", "week", "month", "year", "decade"}:
        return None
    too_long = unit in {"day", "week"} and amount > _MOST_DAYS
    if published is None or too_long:
        return made_moment(tokens, first, place + 2)
    if unit == "decade":
        unit, amount = "year", amount * 10
    return _period(tokens, first, place + 2, unit, -amount, published)

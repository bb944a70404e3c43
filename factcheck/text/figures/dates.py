"""Dates that stand for themselves: days, months, seasons, years, decades and centuries."""

import re
from datetime import date

from factcheck.text.figures.moment import Moment, made_moment
from factcheck.text.figures.ordinals import read_ordinal
from factcheck.text.figures.tokens import Token, word_set

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero",
            "february feb februar février febrero",
            "march mar märz mars marzo",
            "april apr avril abril",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet julio",
            "august aug août agosto",
            "september sep sept septembre septiembre",
            "october oct oktober octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember décembre diciembre",
        ),
        1,
    )
    for name in names.split()
}


# Words of other meaning; they are months only beside a day, a year or one of _BEFORE_MONTH.
_DOUBTFUL_MONTHS = {"may", "march", "mar", "mars", "mai", "jan", "dec", "jun", "sep", "august"}


_BEFORE_MONTH = word_set(
    """in of last since until till by from to between and early late mid next this before after
    during through im en de au for"""
)


# Northern seasons; newsrooms of the south write their own, so seasons only ever pick a figure.
SEASONS = {
    "winter": (12, 1, 2),
    "spring": (3, 4, 5),
    "summer": (6, 7, 8),
    "autumn": (9, 10, 11),
    "fall": (9, 10, 11),
}


_BEFORE_YEAR = word_set(
    """in of since by until till from before after during to between and early late mid the around
    about season spring summer autumn winter year through circa year-end election back to- en im
    seit bis depuis desde year's end as for than was"""
)


_STRONG_BEFORE_YEAR = word_set("in since by until till during early late mid of")


_AFTER_YEAR = word_set(
    """was is has does as this his its says shows us the and to in on by with when it he she they"""
)  # fmt: skip


_YEAR = re.compile(r"1[0-9]\d\d$|2[01]\d\d$")


_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})$")


_DAY = re.compile(r"(?:[12]?\d|3[01]|0[1-9])$")


_DASHES = "-–—\u2010\u2011"


_SUFFIXES = {"st", "nd", "rd", "th"}


def read_numeral_date(tokens: list[Token], at: int) -> Moment | None:
    """Read the date or the year that begins with the numeral at token ``at``."""
    token = tokens[at]
    dotted = _DOTTED.match(token.text)
    if dotted:
        day, month, year = (int(part) for part in dotted.groups())
        return made_moment(tokens, at, at + 1, year=year, months=(month,), day=day)
    year_here = _year_at(tokens, at)
    if year_here is not None and not _era(tokens, at):
        return _from_year(tokens, at, year_here)
    era = _era(tokens, at) or _short_decade(tokens, at)
    if era is not None:
        return era
    slashed = _slashed(tokens, at)
    if slashed is not None:
        return slashed
    found = _day_number(tokens, at)
    if found is None:
        return None
    day, after = found
    if after < len(tokens) and tokens[after].low == "of":
        after += 1
    if after < len(tokens) and tokens[after].low in MONTHS and tokens[after].text[0].isupper():
        month, end = MONTHS[tokens[after].low], after + 1
        end, year_told = _year_after(tokens, end)
        return made_moment(tokens, at, end, year=year_told, months=(month,), day=day)
    return None


def _slashed(tokens: list[Token], at: int) -> Moment | None:
    """Read "29/02/2024"; the day comes first, unless it cannot or the text says otherwise."""
    parts = tokens[at : at + 5]
    if len(parts) < 5 or parts[1].text != "/" or parts[3].text != "/":
        return None
    year = _year_at(tokens, at + 4)
    if year is None or not (parts[0].text.isdecimal() and parts[2].text.isdecimal()):
        return None
    day, month = int(parts[0].text), int(parts[2].text)
    lows = [token.low for token in tokens[at + 5 : at + 9]]
    if month > 12 or lows[1:3] == ["month", "first"]:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return made_moment(tokens, at, at + 5, year=year, months=(month,), day=day)


def read_century(tokens: list[Token], at: int) -> Moment | None:
    """Read "the 19th century", "nineteenth-century": all its hundred years."""
    place = read_ordinal(tokens, at)
    if place is None:
        return None
    end = place.end
    if end + 1 < len(tokens) and tokens[end].text == "-":
        end += 1
    if end >= len(tokens) or tokens[end].low not in {"century", "centuries"} or place.value > 21:
        return None
    first = date(int(place.value) * 100 - 99, 1, 1)
    until = date(int(place.value) * 100, 12, 31)
    return made_moment(tokens, at, end + 1, begins=first.toordinal(), until=until.toordinal())


def _day_number(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """Return the day of the month at token ``at`` and the token after it."""
    if at < len(tokens) and tokens[at].kind == "numeral" and _DAY.match(tokens[at].text):
        day = int(tokens[at].text)
        end = at + 1
        if end < len(tokens) and tokens[end].glued and tokens[end].low in _SUFFIXES:
            end += 1
        return (day, end) if day else None
    return None


def _year_at(tokens: list[Token], at: int) -> int | None:
    if at < len(tokens) and tokens[at].kind == "numeral" and _YEAR.match(tokens[at].text):
        return int(tokens[at].text)
    return None


def _year_after(tokens: list[Token], at: int) -> tuple[int, int | None]:
    """Return the token after an optional "." or "," and year, and the year."""
    place = at
    while place < len(tokens) and tokens[place].low in {",", ".", "of", "in", "de", "del"}:
        place += 1
        if place - at > 1:
            break
    year = _year_at(tokens, place)
    return (place + 1, year) if year is not None else (at, None)


def _from_year(tokens: list[Token], at: int, year: int) -> Moment | None:
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    before = tokens[at - 1] if at else None
    iso = _iso(tokens, at, year)
    if iso is not None:
        return iso
    if after and after.low == "s" and after.glued and year % 10 == 0:
        return _decade(tokens, at, year, before.low if before else "")
    second = before is not None and before.text in _DASHES and at > 1 and _year_at(tokens, at - 2)
    if second or _is_year(before, after):
        return made_moment(tokens, at, at + 1, year=year)
    return None


_BEFORE_CHRIST = frozenset({"BC", "BCE"})
_AFTER_CHRIST = frozenset({"AD", "CE"})


def _era(tokens: list[Token], at: int) -> Moment | None:
    """Read "44 BC", "79 AD", "AD 79"."""
    text = tokens[at].text.replace(",", "")
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if not text.isdecimal() or not 0 < int(text) < 10_000:
        return None
    if after in _BEFORE_CHRIST:
        return made_moment(tokens, at, at + 2, year=-int(text))
    if after in _AFTER_CHRIST:
        return made_moment(tokens, at, at + 2, year=int(text))
    if at and tokens[at - 1].text in _AFTER_CHRIST:
        return made_moment(tokens, at - 1, at + 1, year=int(text))
    return None


_BEFORE_DECADE = frozenset({"the", "early", "mid", "late", "-", "'", "’", "‘"})
DECADES = {
    name: 1920 + place * 10
    for place, name in enumerate(
        [
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ]
    )
}


def _short_decade(tokens: list[Token], at: int) -> Moment | None:
    """Read "the 70s", "the '70s": of the 20th century, as news means it."""
    text = tokens[at].text
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if len(text) != 2 or text[0] < "2" or text[1] != "0" or after is None or not after.glued:
        return None
    if after.low != "s" or not at or tokens[at - 1].low not in _BEFORE_DECADE:
        return None
    return _decade(tokens, at, 1900 + int(text), tokens[at - 1].low)


def read_decade(tokens: list[Token], at: int) -> Moment | None:
    """Read "the seventies"; "in her seventies" is an age."""
    if not at or tokens[at - 1].low not in _BEFORE_DECADE:
        return None
    year = DECADES[tokens[at].low]
    begins, until = date(year, 1, 1).toordinal(), date(year + 9, 12, 31).toordinal()
    return made_moment(tokens, at, at + 1, begins=begins, until=until)


_PARTS_OF_DECADE = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}


def _decade(tokens: list[Token], at: int, year: int, before: str) -> Moment:
    """Read "the 1990s", "the late 1990s", "the 1800s"; "the early 2000s" is a decade's part."""
    part = before
    if before in {"-", "\u2011"} and at > 1:
        part = tokens[at - 2].low
    from_year, to_year = _PARTS_OF_DECADE.get(part, (0, 10))
    if year % 100 == 0 and part not in _PARTS_OF_DECADE and year < 2000:
        to_year = 100
    begins = date(year + from_year, 1, 1).toordinal()
    until = date(year + to_year - 1, 12, 31).toordinal()
    return made_moment(tokens, at, at + 2, begins=begins, until=until)


def _iso(tokens: list[Token], at: int, year: int) -> Moment | None:
    """Read "2013-11-08"."""
    if at + 4 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 3].text == "-":
        month, day = tokens[at + 2].text, tokens[at + 4].text
        if month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12:
            return made_moment(tokens, at, at + 5, year=year, months=(int(month),), day=int(day))
    return None


def _is_year(before: Token | None, after: Token | None) -> bool:
    """Say whether four digits between these tokens are a year and count nothing."""
    if before is None:
        return after is not None and (after.text == "," or after.text in _DASHES)
    if before.low in _BEFORE_YEAR and _no_noun(after, before):
        return True
    if after is None:
        return False
    if before.text == "(" and after.text in (")", "–", "-", ";", ","):
        return True
    # "the 2019 election": a year that names the next word.
    if before.low in {"the", "its", "their", "his", "her", "that", "this"}:
        plural = after.low.endswith("s") and after.low not in {"s", "games"}
        return after.kind == "word" and not plural
    return False


def _no_noun(after: Token | None, before: Token) -> bool:
    """Say whether what follows leaves the number a year: "in 1998 and", not "of 1600 tonnes"."""
    if after is None or after.kind != "word":
        return after is None or after.text not in "%°€$£"
    if before.low in _STRONG_BEFORE_YEAR and before.low != "of":
        return after.low not in {"people", "cases", "places", "homes", "tonnes"}
    return after.low in _AFTER_YEAR or not after.low.endswith("s")


def read_month(tokens: list[Token], at: int) -> Moment | None:
    """Read "December 8, 2013", "June 2021" and, where it is sure to be one, a lone month."""
    token = tokens[at]
    month = (MONTHS[token.low],)
    dot = at + 1 < len(tokens) and tokens[at + 1].text == "." and len(token.text) <= 4
    found = _day_number(tokens, at + 1 + dot)
    if found and not _counts(tokens, found[1]):
        day, after = found
        end, year = _year_after(tokens, after)
        return made_moment(tokens, at, end, year=year, months=month, day=day)
    if not token.text[0].isupper():
        return None
    end, year = _year_after(tokens, at + 1)
    if year is not None:
        return made_moment(tokens, at, end, year=year, months=month)
    before = tokens[at - 1].low if at else ""
    if before == "-" and at > 1:
        before = tokens[at - 2].low  # "mid-May"
    if token.low in _DOUBTFUL_MONTHS and before not in _BEFORE_MONTH:
        return None
    return made_moment(tokens, at, at + 1, months=month)


def _counts(tokens: list[Token], at: int) -> bool:
    """Say whether the number before token ``at`` counts something: "In May 12 people"."""
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].low.endswith("s")


def read_season(tokens: list[Token], at: int) -> Moment | None:
    """Read "the spring of 1994", "in winter"; without a year a season only picks a figure."""
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    article = {"the", "in", "last", "this", "of", "a", "every", "each", "per", "over", "that"}
    if low == "fall" and before not in {"last", "this"}:
        return None
    if low == "spring" and before not in article:
        return None
    end, year = _year_after(tokens, at + 1)
    return made_moment(tokens, at, end, year=year, months=SEASONS[low], season=True)

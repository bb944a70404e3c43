"""The one door to all times that a text can tell."""

from datetime import date

from factcheck.text.figures.dates import (
    DECADES,
    MONTHS,
    SEASONS,
    read_century,
    read_decade,
    read_month,
    read_numeral_date,
    read_season,
)
from factcheck.text.figures.moment import Moment
from factcheck.text.figures.number_words import ENGLISH
from factcheck.text.figures.ordinals import ORDINAL_WORDS
from factcheck.text.figures.relative import RELATIVE_WORDS, WEEKDAYS, read_relative, read_weekday
from factcheck.text.figures.tokens import Token


def read_moment(tokens: list[Token], at: int, published: date | None) -> Moment | None:
    """Read the time that begins at token ``at``; relative ones need published."""
    token = tokens[at]
    if token.kind == "numeral":
        return read_numeral_date(tokens, at) or read_century(tokens, at)
    if token.kind != "word":
        return None
    low = token.low
    if low in MONTHS:
        return read_month(tokens, at)
    if low in WEEKDAYS and token.text[0].isupper():
        return read_weekday(tokens, at, at, published)
    if low in RELATIVE_WORDS or low in ENGLISH.plain:
        return read_relative(tokens, at, published)
    if low in DECADES:
        return read_decade(tokens, at)
    if low in SEASONS:
        return read_season(tokens, at)
    if low in ORDINAL_WORDS:
        return read_century(tokens, at)
    return None


MOMENT_WORDS = (
    frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | RELATIVE_WORDS
    | frozenset(SEASONS)
    | frozenset(DECADES)
)

"""Times of day: "8 p.m.", "21:45", "half past three", "noon"."""

from typing import NamedTuple

from factcheck.text.figures.number_words import ENGLISH
from factcheck.text.figures.tokens import Token

_NAMED = {"noon": 720.0, "midday": 720.0, "midnight": 0.0}
_PAST = {"half": 30.0, "quarter": 15.0}
_HALF_DAY = 720.0
_HOURS = 24
CLOCK_WORDS = frozenset(_NAMED) | frozenset(_PAST)


class Clock(NamedTuple):
    """A time of day in minutes since midnight, and the token after it."""

    minutes: float
    end: int


def read_clock(tokens: list[Token], at: int) -> Clock | None:
    """Read the time of day that begins at token ``at``; a bare number is none."""
    token = tokens[at]
    if token.low in _NAMED:
        return Clock(_NAMED[token.low], at + 1)
    if token.low in _PAST:
        return _past(tokens, at)
    hour, minute, end = _hour(tokens, at)
    if hour is None:
        return None
    half, after = _half_of_day(tokens, end)
    if half is None:
        told = minute is not None or (
            end < len(tokens) and tokens[end].low in {"o'clock", "o’clock"}
        )
        return Clock(hour * 60.0 + (minute or 0), end + (minute is None)) if told else None
    return Clock(hour % 12 * 60.0 + (minute or 0) + half * _HALF_DAY, after)


def _past(tokens: list[Token], at: int) -> Clock | None:
    """Read "half past three", "quarter to nine"."""
    if at + 2 >= len(tokens) or tokens[at + 1].low not in {"past", "to"}:
        return None
    hour = _small(tokens[at + 2])
    if hour is None or (tokens[at + 1].low == "to" and tokens[at].low == "half"):
        return None
    minutes = _PAST[tokens[at].low] * (1 if tokens[at + 1].low == "past" else -1)
    half, end = _half_of_day(tokens, at + 3)
    return Clock(hour % 12 * 60.0 + minutes + (half or 0) * _HALF_DAY, end)


def _hour(tokens: list[Token], at: int) -> tuple[int | None, int | None, int]:
    """Return the hour and the minute at token ``at``, and the token after them."""
    hour = _small(tokens[at])
    if hour is None:
        text = tokens[at].text.partition(".")
        half, _ = _half_of_day(tokens, at + 1)
        if half is not None and text[0].isdecimal() and len(text[2]) == 2 and text[2].isdecimal():
            return int(text[0]), int(text[2]), at + 1  # "3.15pm"
        return None, None, at
    colon = at + 2 < len(tokens) and tokens[at + 1].text == ":" and tokens[at + 1].glued
    if colon and tokens[at + 2].glued and len(tokens[at + 2].text) == 2:
        minute = tokens[at + 2].text
        if minute.isdecimal() and int(minute) < 60:
            return hour, int(minute), at + 3
    return hour, None, at + 1


def _small(token: Token) -> int | None:
    if token.kind == "numeral":
        return int(token.text) if token.text.isdecimal() and int(token.text) <= _HOURS else None
    value = ENGLISH.plain.get(token.low)
    return int(value) if value is not None and 0 < value <= 12 else None


def _half_of_day(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """Return 0 for a.m. and 1 for p.m., and the token after it; None where neither stands."""
    if at >= len(tokens):
        return None, at
    low = tokens[at].low
    if low in {"am", "pm"} and tokens[at].text != "AM":
        return int(low == "pm"), at + 1
    dotted = [token.text for token in tokens[at + 1 : at + 3]]
    if low in {"a", "p"} and dotted == [".", "m"]:
        last = at + 4 if at + 3 < len(tokens) and tokens[at + 3].text == "." else at + 3
        # The stop of "p.m." at the end of a text ends its sentence too.
        return int(low == "p"), min(last, len(tokens))
    return None, at

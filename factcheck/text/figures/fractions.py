"""Shares and multiples in words: "one in four", "two thirds", "half", "twice", "threefold"."""

from typing import NamedTuple

from factcheck.text.figures.number_words import ENGLISH, Language, read_words
from factcheck.text.figures.numerals import read_numeral
from factcheck.text.figures.tokens import Token, word_set
from factcheck.text.figures.units import UNITS

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20, "hundredth": 100,
}  # fmt: skip
_PLURAL_PARTS = {name + "s": part for name, part in _PARTS.items()} | {"halves": 2}
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}
# After "a third" these leave it a share; before a noun it is an ordinal ("a third tanker").
_AFTER_SHARE = word_set(
    """of in are were was is had has have said say says less more fewer to as the a an its their
    his her our who that which and or on at from by for did do would will over under since than
    this those these last them people voted came went want wanted think thought higher lower
    cheaper bigger larger smaller rise fall drop cut increase decline reduction"""
)
_VERBS = {
    "doubled": 2.0, "doubling": 2.0, "doubles": 2.0, "double": 2.0, "twice": 2.0, "twofold": 2.0,
    "tripled": 3.0, "trebled": 3.0, "tripling": 3.0, "triple": 3.0, "treble": 3.0, "thrice": 3.0,
    "threefold": 3.0, "triples": 3.0, "trebling": 3.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "quadruple": 4.0, "fourfold": 4.0, "fivefold": 5.0,
    "quintupled": 5.0, "sixfold": 6.0, "sevenfold": 7.0, "eightfold": 8.0, "tenfold": 10.0,
    "halved": 0.5, "halving": 0.5, "halves": 0.5,
} | {f"{word}fold": value for word, value in ENGLISH.plain.items() if value > 1}  # fmt: skip


# After "three times" these leave it a factor; anything else is counted.
_COMPARED = word_set(
    """as more that the its their what bigger larger higher longer faster greater heavier stronger
    over taller wider those older deeper richer likelier smaller cheaper"""
)


class Share(NamedTuple):
    """A share of 1.0 or a multiple, and the token after it."""

    value: float
    end: int


class _Small(NamedTuple):
    value: float
    end: int


def _number(tokens: list[Token], at: int, language: Language) -> _Small | None:
    if at >= len(tokens):
        return None
    token = tokens[at]
    if token.kind == "numeral":
        numeral = read_numeral(token.text)
        return None if numeral.decimals else _Small(numeral.value, at + 1)
    words = read_words(tokens, at, language)
    return _Small(words.value, words.end) if words else None


def read_fraction(tokens: list[Token], at: int, language: Language) -> Share | None:
    """Read a share of a whole that begins at token ``at``."""
    token = tokens[at]
    if token.text in _SIGNS:
        return Share(_SIGNS[token.text], at + 1)
    low = token.low
    if low in {"a", "an"}:
        return _one_part(tokens, at + 1, article=True)
    if low == "half":
        return _half(tokens, at)
    if low == "every" and at + 2 < len(tokens):
        return _every_nth(tokens, at)
    if low in {"quarter", "quarters"}:
        return None
    number = _number(tokens, at, language)
    if number is None:
        return None
    return _out_of(tokens, number, language) or _parts(tokens, number)


def _every_nth(tokens: list[Token], at: int) -> Share | None:
    """Read "every fourth child"; "every third day" is a rhythm."""
    part = {"second": 2, "other": 2}.get(tokens[at + 1].low) or _PARTS.get(tokens[at + 1].low)
    noun = tokens[at + 2]
    if part is None or tokens[at + 1].low == "half" or noun.kind != "word" or noun.low in UNITS:
        return None
    return Share(1 / part, at + 2)


def _half(tokens: list[Token], at: int) -> Share | None:
    """Read "half" and "half a million" apart: the second is a number, "half an hour" a time."""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    before = tokens[at - 1].low if at else ""
    if before in {"first", "second", "other", "this", "last", "next", "latter", "better", "and"}:
        return None
    if after in {"a", "an", "-", "time", "year", "hour"} and _measured(tokens, at + 2):
        return None
    if after == "-":
        return None
    return Share(0.5, at + 1)


def _measured(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].low in UNITS
        or tokens[at].low in {"million", "billion", "dozen", "trillion", "percentage", "thousand"}
        or tokens[at].low == "pound"
    )


def _one_part(tokens: list[Token], at: int, *, article: bool) -> Share | None:
    part = _PARTS.get(tokens[at].low) if at < len(tokens) else None
    if part is None:
        return None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if article and after is not None and after.kind == "word" and after.low not in _AFTER_SHARE:
        return None
    if after is not None and after.text in "-" and tokens[at].low != "half":
        return None
    if after is not None and after.low == "of" and _measured(tokens, at + 3):
        return None
    return Share(1 / part, at + 1)


def _parts(tokens: list[Token], number: _Small) -> Share | None:
    """Read "two thirds", "three-quarters", "one-tenth", "3/4"."""
    place = number.end
    if place + 1 >= len(tokens):
        return None
    if tokens[place].text == "/" and tokens[place].glued and tokens[place + 1].glued:
        below = tokens[place + 1]
        if below.kind == "numeral" and below.text.isdecimal() and int(below.text) > number.value:
            return Share(number.value / int(below.text), place + 2)
        return None
    if tokens[place].text in "-\u2011" and tokens[place].glued:
        place += 1
    name = tokens[place].low
    if number.value == 1:
        if name in _PARTS:
            return _one_part(tokens, place, article=False)
        return None
    part = _PLURAL_PARTS.get(name)
    after = [token.low for token in tokens[place + 1 : place + 3]]
    if after in (["of", "a"], ["of", "an"]) and _measured(tokens, place + 3):
        return None  # "three quarters of an hour"
    if part and number.value < 100 and name != "seconds":
        return Share(number.value / part, place + 1)
    return None


_FEW_WORDS_BETWEEN = 2


def _out_of(tokens: list[Token], number: _Small, language: Language) -> Share | None:
    """Read "one in four", "nine in every ten", "three out of five", "three cases out of five"."""
    place, count = number.end, len(tokens)
    # One noun may stand between: "three cases out of five", "four schools in ten".
    if place < count and tokens[place].kind == "word":
        single = number.value == 1 and tokens[place].low not in {"in", "out", "of"}
        place += single or tokens[place].low.endswith("s")
    if place + 1 >= count:
        return None
    low, after = tokens[place].low, tokens[place + 1].low
    noun = place > number.end
    if low == "out" and after == "of":
        place += 2
    elif low == "in" or (low == "of" and not noun and number.value <= 12):
        place += 1
        if low == "of" and after in {"the", "its", "their", "all"}:
            place += 1
    else:
        return None
    if place < count and tokens[place].low == "every":
        place += 1
    whole = _number(tokens, place, language)
    if whole is None or whole.value <= number.value or whole.value <= 1:
        return None
    return _whole(tokens, number, whole, low, noun=noun)


def _whole(
    tokens: list[Token], number: _Small, whole: _Small, low: str, *, noun: bool
) -> Share | None:
    after = tokens[whole.end].low if whole.end < len(tokens) else ""
    if low == "in":
        # "12 in 1998", "three in 24 hours": a year or a time, no share.
        year = 1000 <= whole.value < 2100 and tokens[whole.end - 1].kind == "numeral"
        if year or after in UNITS or after in {"%", "percent", "per"}:
            return None
        if noun and whole.value not in {5.0, 10.0, 100.0, 4.0, 3.0}:
            return None
    if low == "of" and (after in UNITS or whole.value > 1000):
        return None
    return Share(number.value / whole.value, whole.end)


def read_multiple(tokens: list[Token], at: int, language: Language) -> Share | None:
    """Read a factor: "doubled", "three times as long", "a 10-fold rise", "four times"."""
    token = tokens[at]
    if token.low == "half" and at + 1 < len(tokens) and tokens[at + 1].low in {"as", "the"}:
        size = tokens[at + 2].low if at + 2 < len(tokens) else ""
        if tokens[at + 1].low == "as" or size in {"size", "price", "length", "weight", "height"}:
            again = at + 3 < len(tokens) and tokens[at + 3].low == "again"
            return Share(1.5, at + 4) if again else Share(0.5, min(at + 3, len(tokens)))
        return None
    value = _VERBS.get(token.low)
    if value is not None:
        return _verb(tokens, at, value)
    number = _decimal(tokens, at, language)
    if number is None or number.end >= len(tokens):
        return None
    place = number.end
    if tokens[place].text == "-" and place + 1 < len(tokens):
        place += 1
    low = tokens[place].low
    if low == "fold":
        return Share(number.value, place + 1)
    if low != "times" or place == number.end + 1:
        return None
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if after in _COMPARED:
        return Share(number.value, _past_as(tokens, place + 1))
    return None


def _verb(tokens: list[Token], at: int, value: float) -> Share | None:
    low = tokens[at].low
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if low in {"double", "treble", "triple"} and after not in {
        "the", "its", "their", "that", "what", "in", "to", ".", ",", "since", "last", "this",
    }:  # fmt: skip
        return None
    # "twice as much" tells a factor; "won twice" counts.
    if low in {"twice", "thrice"} and after not in {"as", "the", "its", "that", "what", "their"}:
        return None
    if low == "halves":
        return None
    return Share(value, _past_as(tokens, at + 1) if low == "twice" else at + 1)


def _past_as(tokens: list[Token], place: int) -> int:
    """Take "as much as" and the like into a multiple's words."""
    if place + 1 < len(tokens) and tokens[place].low == "as":
        end = place + 2
        return end + (end < len(tokens) and tokens[end].low == "as")
    if place < len(tokens) and tokens[place].low == "more":
        return place + 1
    return place


def _decimal(tokens: list[Token], at: int, language: Language) -> _Small | None:
    token = tokens[at]
    if token.kind == "numeral":
        return _Small(read_numeral(token.text).value, at + 1)
    words = read_words(tokens, at, language)
    return _Small(words.value, words.end) if words else None


MULTIPLE_WORDS = frozenset(_VERBS)
PART_WORDS = frozenset(_PARTS)

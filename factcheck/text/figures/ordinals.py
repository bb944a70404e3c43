"""Places in an order: "third", "21st", "maiden", "second-biggest"."""

from typing import NamedTuple

from factcheck.text.figures.tokens import Token

_WORDS = {
    word: place
    for place, words in enumerate(
        [
            "first|maiden|inaugural|debut|firstly",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
    for word in words.split("|")
}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
         "eighty": 80, "ninety": 90}  # fmt: skip
_SUFFIXES = {"st", "nd", "rd", "th"}


class Place(NamedTuple):
    """A place in an order, counted from 1, and the token after its words."""

    value: float
    end: int


def read_ordinal(tokens: list[Token], at: int) -> Place | None:
    """Read the ordinal that begins at token ``at``."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "numeral":
        if after is not None and after.glued and after.low in _SUFFIXES and token.text.isdecimal():
            return Place(float(token.text), at + 2)
        return None
    if token.low in _TENS:
        if after is not None and after.text == "-" and at + 2 < len(tokens):
            one = _WORDS.get(tokens[at + 2].low, 0)
            if 0 < one < 10:
                return Place(float(_TENS[token.low] + one), at + 3)
        return None
    if token.low == "runner" and [t.low for t in tokens[at + 1 : at + 3]] == ["-", "up"]:
        return Place(2.0, at + 3)
    value = _WORDS.get(token.low)
    if value is None or (token.low == "first" and at and tokens[at - 1].low == "at"):
        return None
    # "a second" is a time and "second hand" no place; a second with a noun after it is one.
    if token.low == "second" and at and tokens[at - 1].low in {"per", "split"}:
        return None
    return Place(float(value), at + 1)


ORDINAL_WORDS = frozenset(_WORDS) | frozenset(_TENS) | {"runner"}

"""What a run of digits is worth: thousands and decimals by the habit of its language."""

import re
from typing import NamedTuple

_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")
_GROUPED_COMMA = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}$")
_GROUPED_POINT = re.compile(r"\d{1,3}(?:\.\d{3})+$")


class Numeral(NamedTuple):
    """A value and its step: the place value of its last digit that is told (10 in "1,230").

    decimals: whether digits after a decimal mark are written.
    """

    value: float
    step: float
    decimals: bool


def read_numeral(text: str, *, comma_decimals: bool = False) -> Numeral:
    """Return the worth of digits with marks: "3,200,000", "1.234,5", "12 500", "0.7".

    comma_decimals: the language of the text writes 1.234,5; it decides where both readings are
    possible ("1.234").
    """
    plain = _SPACES.sub("", text)
    points, commas = plain.count("."), plain.count(",")
    if points and commas:
        decimal = "," if plain.rfind(",") > plain.rfind(".") else "."
    elif commas:
        grouped = _GROUPED_COMMA.match(plain) and not (comma_decimals and commas == 1)
        decimal = "." if grouped else ","
    elif points:
        grouped = _GROUPED_POINT.match(plain) and (comma_decimals or points > 1)
        decimal = "," if grouped else "."
    else:
        decimal = "."
    whole, _, part = plain.rpartition(decimal) if decimal in plain else (plain, "", "")
    digits = whole.replace(",", "").replace(".", "") or "0"
    if part:
        return Numeral(float(f"{digits}.{part}"), 10.0 ** -len(part), decimals=True)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Numeral(float(digits), 10.0 ** min(zeros, len(digits) - 1), decimals=False)

"""Which way a text runs. Pure."""

import unicodedata
from typing import Literal

Direction = Literal["auto", "ltr", "rtl"]

# Enough to come past any numbers and quotes that a text may begin with.
_LOOK_AT = 2000


def is_right_to_left(text: str) -> bool:
    """Say whether the first strong character runs from right to left (UAX #9, rules P2 and P3)."""
    for character in text[:_LOOK_AT]:
        kind = unicodedata.bidirectional(character)
        if kind == "L":
            return False
        if kind in ("R", "AL"):
            return True
    return False

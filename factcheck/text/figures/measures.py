"""What a number measures, by the words beside it: money, shares, units, ages, or nothing."""

from typing import NamedTuple

from factcheck.text.figures.money import Currency, currency_after, currency_before
from factcheck.text.figures.tokens import Token
from factcheck.text.figures.units import SHORT, read_unit


class Measure(NamedTuple):
    """What stands after a number: its dimension, how it converts, and the token after it."""

    dimension: str
    factor: float
    offset: float
    code: str
    end: int


def read_measure(tokens: list[Token], core: int, end: int) -> Measure:
    """Say what a number that ends before token ``end`` measures, by the words beside it."""
    before = currency_before(tokens, core)
    if before is not None:
        return Measure("money", 1.0, 0.0, before.code, end)
    place = end
    # "80-page", "six-week": a hyphen ties the unit to its number.
    hyphen = place + 1 < len(tokens) and tokens[place].text in "-\u2011" and tokens[place].glued
    if hyphen:
        place += 1
    share = _percent(tokens, place)
    if share is not None:
        return share
    money = currency_after(tokens, place)
    if money is not None and not _weighed(tokens, money):
        return Measure("money", money.factor, 0.0, money.code, money.end)
    if money is not None:
        return Measure("mass", 0.45359237, 0.0, "", money.end)
    measured = read_unit(tokens, place)
    if measured is not None and (tokens[place].low not in SHORT or _close(tokens, place)):
        unit, after = measured
        if unit.dimension == "duration" and _aged(tokens, core, after):
            return Measure("age", 1.0, 0.0, "", _past_old(tokens, after))
        return Measure(unit.dimension, unit.factor, unit.offset, "", after)
    if core and tokens[core - 1].low in {"aged", "age"}:
        return Measure("age", 1.0, 0.0, "", end)
    if _over_an_age(tokens, core, end):
        return Measure("age", 1.0, 0.0, "", end)
    return Measure("count", 1.0, 0.0, "", end)


_BEING = frozenset({"is", "are", "was", "were", "them", "those", "people", "all"})


def _over_an_age(tokens: list[Token], core: int, end: int) -> bool:
    """Say whether a number is an age: "older than 70", "most are over 70."."""
    before = [token.low for token in tokens[max(0, core - 2) : core]]
    if before in (["older", "than"], ["younger", "than"]):
        return True
    ends = end >= len(tokens) or tokens[end].kind == "sign" or tokens[end].low in {"and", "or"}
    compared = len(before) == 2 and before[1] in {"over", "under"} and before[0] in _BEING
    return compared and ends and tokens[core].text.isdecimal() and len(tokens[core].text) == 2


def _close(tokens: list[Token], place: int) -> bool:
    """Say whether a short unit stands where a unit can: after its number, before no noun."""
    token = tokens[place]
    if len(token.low) > 2:
        return True
    return token.text in {"m", "g", "t", "l", "W", "ha", "mi", "MB"}


_PERCENT_WORDS = {"%", "percent", "pc", "prozent", "pct"}


# In a text that tells shares, plain "points" are of a hundred.
_SHARED = {"%", "percent", "percentage", "cent"}


_CENT = {"per": "cent", "pour": "cent", "por": "ciento"}


def _percent(tokens: list[Token], place: int) -> Measure | None:
    if place >= len(tokens):
        return None
    low = tokens[place].low
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    if low in _PERCENT_WORDS:
        return Measure("fraction", 0.01, 0.0, "", place + 1)
    if low in _CENT and _CENT[low] == after:
        return Measure("fraction", 0.01, 0.0, "", place + 2)
    if low == "percentage" and after in {"point", "points"}:
        return Measure("points", 1.0, 0.0, "", place + 2)
    if low in {"point", "points"} and place and any(t.low in _SHARED for t in tokens):
        return Measure("points", 1.0, 0.0, "", place + 1)
    if low == "basis" and after in {"point", "points"}:
        return Measure("points", 0.01, 0.0, "", place + 2)
    return None


_WEIGHED = {"weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "scales"}


def _weighed(tokens: list[Token], money: Currency) -> bool:
    """Say whether "pounds" are of weight: words of weighing near, or "of" a thing after."""
    if tokens[money.start].low not in {"pound", "pounds"}:
        return False
    following = tokens[money.end : money.end + 2]
    if len(following) == 2 and following[0].low == "of" and following[1].kind == "word":
        return following[1].low not in {"the", "its", "their", "public", "debt", "aid"}
    near = tokens[max(0, money.start - 9) : money.end + 6]
    return any(token.low in _WEIGHED for token in near)


def _aged(tokens: list[Token], core: int, after: int) -> bool:
    if after < len(tokens) and tokens[after].low in {"old", "olds"}:
        return True
    if after + 1 < len(tokens) and tokens[after].text == "-" and tokens[after + 1].low == "old":
        return True
    if core > 1 and tokens[core - 1].low == "of" and tokens[core - 2].low in {"age", "ages"}:
        return True
    return core > 0 and tokens[core - 1].low == "aged"


def _past_old(tokens: list[Token], after: int) -> int:
    if after < len(tokens) and tokens[after].text == "-":
        after += 1
    if after < len(tokens) and tokens[after].low in {"old", "olds"}:
        after += 1
    return after

"""What a figure counts: the noun after it, what a share is of, and by which time it is told."""

from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure
from factcheck.text.figures.tokens import word_set
from factcheck.text.figures.units import UNITS

_PERIODS = {"day": "day", "daily": "day", "week": "week", "weekly": "week", "month": "month",
            "monthly": "month", "year": "year", "annually": "year", "yearly": "year",
            "annual": "year", "hour": "hour", "hourly": "hour", "night": "night"}  # fmt: skip


_TIMES = frozenset(name for name, unit in UNITS.items() if unit.dimension == "duration")


_PAST_VERBS = word_set(
    """fell rose died took came went won lost left sold paid made held kept found said stood sat
    ran grew sank saw sent spent wrote became began chose drove flew fought got gave knew led
    met read sang slept spoke swam taught thought told understood wore voted turned stand live
    work use think want sleep attend remain survive have go come say see hold stay walk last
    next"""
)


_BEFORE_NOUN = word_set("of the more new other such its their a were are was is")


def noun_after(side: Side, figure: Figure) -> str:
    """Return the stem of what a bare number counts: the first subject after it; "" for none."""
    first = figure.first
    if first > 1 and side.lows[first - 1] == "of" and side.stems[first - 2]:
        return side.stems[first - 2]  # "a staff of 38"
    count = next((m.first for m in side.moments if m.first >= figure.last), len(side.tokens))
    for place in range(figure.last, min(figure.last + 4, count)):
        token = side.tokens[place]
        if token.kind != "word":
            if token.text in "-%":
                continue
            return ""
        if token.low in _TIMES:
            return ""
        if _acts(side, place):
            return ""
        if token.low.endswith("ed") and len(token.low) > 4:
            continue
        if side.stems[place]:
            return _last_of_run(side, place, min(figure.last + 4, count))
        if token.low not in _BEFORE_NOUN:
            return ""
    return ""


def _acts(side: Side, place: int) -> bool:
    """Say whether token place is a verb: "nine voted", but not "70 injured turtles"."""
    low = side.lows[place]
    if low in _PAST_VERBS:
        return True
    return low.endswith("ed") and len(low) > 4 and not _before_plural(side, place)


def _before_plural(side: Side, place: int) -> bool:
    """Say whether a word in -ed stands right before a plural: "70 injured turtles"."""
    after = side.lows[place + 1] if place + 1 < len(side.lows) else ""
    return (
        bool(side.stems[place + 1 : place + 2] != [""] and after.endswith("s")) and len(after) > 3
    )


def _last_of_run(side: Side, place: int, stop: int) -> str:
    """Return the noun behind its adjectives, from token place on; never at or past stop."""
    end = place
    while (
        end + 1 < stop
        and side.stems[end + 1]
        and side.tokens[end + 1].kind == "word"
        and not side.tokens[end + 1].low.endswith("ed")
        and not side.tokens[end].low.endswith("s")
    ):
        end += 1
    # "312 of the fleet's 4,000 men": the fleet is not what is counted.
    if end + 1 < len(side.tokens) and side.tokens[end + 1].kind == "numeral":
        return ""
    return side.stems[end]


def told_of_all(side: Side, figure: Figure) -> tuple[str, frozenset[str]] | None:
    """Return what a share is of, and the stems told of it: "nine per cent of Finns speak Swedish".

    None where the figure does not open its clause, so that something else is told.
    """
    head = side.heads.get(side.sentence[figure.first], 0)
    if figure.first > head + 1 or side.lows[figure.last : figure.last + 1] not in (["of"], ["in"]):
        start = figure.last
    else:
        start = figure.last + 1
    if figure.first > head + 1:
        return None
    base = base_of(side, figure)
    if not base:
        return None
    rest: set[str] = set()
    for place in range(start, len(side.lows)):
        if side.lows[place] in {".", ";", ",", "but", "while"}:
            break
        if side.stems[place]:
            rest.add(side.stems[place])
    rest.discard(base)
    return base, frozenset(rest)


def base_of(side: Side, figure: Figure) -> str:
    """Return the stem of what a share is a share of: "30% of households"; "" where not said."""
    lows = side.lows
    place = figure.last
    if place + 1 < len(lows) and lows[place] in {"of", "in"}:
        return noun_after(side, figure._replace(last=place + 1))
    return noun_after(side, figure)


# Which way a length goes. Two of different lines measure two things.
_WAYS = (
    "tall high height heights elevation altitude",
    "long length",
    "wide broad width breadth",
    "deep depth down underground",
    "thick thickness",
    "from away off apart distance below above beneath",
)
_WAY = {word: number for number, words in enumerate(_WAYS) for word in words.split()}


_RUNNING = word_set("runs run ran stretches stretched stretch extends extended extend measures")


def way_of(side: Side, figure: Figure) -> int | None:
    """Return which way a length goes, by the word after it or before its "of"; None if not said."""
    lows = side.lows
    after = lows[figure.last] if figure.last < len(lows) else ""
    if after == "from" and (
        lows[figure.last + 2 : figure.last + 3] == ["to"]
        or not _RUNNING.isdisjoint(lows[max(0, figure.first - 3) : figure.first])
    ):
        return None  # "from end to end", "runs for 90 km from the field"
    if after in _WAY:
        return _WAY[after]
    before = lows[figure.first - 2] if figure.first > 1 and lows[figure.first - 1] == "of" else ""
    return _WAY.get(before)


def owned_by(side: Side, figure: Figure) -> str:
    """Return the stem of what a time belongs to: "three weeks' leave"; "" for nothing."""
    place = figure.last
    if place + 1 < len(side.lows) and side.lows[place] in {"'", "’"} and side.tokens[place].glued:
        return side.stems[place + 1]
    return ""


def period_after(side: Side, figure: Figure) -> str:
    """Return the time that a figure is counted by ("a day", "annually"); "" for none."""
    lows = side.lows
    for place in range(figure.last, min(figure.last + 6, len(lows))):
        low = lows[place]
        if low in {",", ".", ";", "and"}:
            return ""
        if low in {"annually", "daily", "weekly", "monthly", "yearly", "hourly"}:
            return _PERIODS[low]
        if low in {"a", "per", "each", "every"} and place + 1 < len(lows):
            period = _PERIODS.get(lows[place + 1])
            if period:
                return period
    return ""

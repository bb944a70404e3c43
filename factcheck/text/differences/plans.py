"""What is only planned, asked for or possible: "the unions had asked for $15"."""

from factcheck.text.differences.sides import Side
from factcheck.text.figures.tokens import word_set

_PLANNED = word_set(
    """plan plans planned planning hope hopes hoped hoping want wants wanted expect expects expected
    aim aims aimed seek seeks sought ask asks asked asking demand demands demanded demanding call
    calls called calling propose proposes proposed forecast forecasts target targets due scheduled
    intended intends promise promised promises offered requested recommended suggested urged will
    would might should favoured predicted foresees licensed"""
)
_BREAKS = frozenset(
    {",", ";", ".", ":", "(", ")", "–", "—", "but", "and", "while", "whereas", "although", "though"}
)
_REACH = 9


def is_planned(side: Side, place: int) -> bool:
    """Say whether token place is told as planned, asked for or possible, by a word before it."""
    lows = side.lows
    for back in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if lows[back] in _BREAKS:
            return False
        noun = back > 0 and lows[back - 1] in {"the", "a", "his", "her", "its", "their"}
        if lows[back] in _PLANNED and not noun and side.tokens[back].text == lows[back]:
            return True
    return False


def plan_weighed(claim_planned: bool, side: Side, place: int) -> float:
    """Return what it takes that token place tells of a plan where the claim tells of a fact."""
    return -0.3 if not claim_planned and is_planned(side, place) else 0.0

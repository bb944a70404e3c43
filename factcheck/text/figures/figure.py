"""What a figure is: its value in a base unit, its hedge, and the words that belong to it."""

from typing import NamedTuple

from factcheck.text.figures.hedges import Hedge, hedge_after, hedge_before
from factcheck.text.figures.tokens import Token


class Figure(NamedTuple):
    """A figure with the words that belong to it.

    start, end: code points, half-open, hedge and currency or unit included. first, last: token
    indices, half-open, of the same. core: the token index of the number itself.
    dimension: "count", "fraction" (1.0 is all of it), "points" (of a hundred), "money", "times",
    "ordinal", "score", "age", or a unit's ("length", "duration", …). low, high: in its base unit,
    equal but for ranges. step: the place value of the last digit told. code: of a currency.
    derived: worked out from other figures, not written. vague: told by its size alone ("dozens").
    """

    start: int
    end: int
    first: int
    last: int
    core: int
    dimension: str
    low: float
    high: float
    step: float
    hedge: Hedge = ""
    code: str = ""
    ranged: bool = False
    derived: bool = False
    vague: bool = False


def made_figure(
    tokens: list[Token],
    first: int,
    last: int,
    core: int,
    dimension: str,
    low: float,
    high: float,
    step: float,
    hedge: Hedge,
    code: str = "",
    *,
    ranged: bool = False,
) -> Figure:
    """Return the figure that tokens first to last (half-open) tell."""
    return Figure(
        tokens[first].start,
        tokens[last - 1].end,
        first,
        last,
        core,
        dimension,
        low,
        high,
        step,
        hedge,
        code,
        ranged,
    )


def hedged(tokens: list[Token], first: int, last: int) -> tuple[int, int, Hedge]:
    """Widen token indices by the hedges around them."""
    before = hedge_before(tokens, first)
    if before is not None:
        outer = hedge_before(tokens, before.at) if not before.hedge else None
        if outer is not None:
            before = outer
        return before.at, last, before.hedge
    after = hedge_after(tokens, last)
    if after is not None:
        return first, after.at, after.hedge
    return first, last, ""

"""Numbers told only by their size: "dozens of flights", "tens of thousands", "a handful"."""

from typing import NamedTuple

from factcheck.text.figures.tokens import Token

# What each may stand for, lowest and highest. Loose on purpose: only what nobody would call
# "hundreds" lies outside.
_SIZES = {
    "dozens": (24.0, 150.0),
    "scores": (40.0, 200.0),
    "hundreds": (200.0, 2_500.0),
    "thousands": (2_000.0, 100_000.0),
    "millions": (2e6, 1e8),
    "billions": (2e9, 1e11),
}
_TIMES = {"tens": 10.0, "hundreds": 100.0}
_MANY = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}
VAGUE_WORDS = frozenset(_SIZES) | {"tens", "several"}


class Vague(NamedTuple):
    """A number told by its size: lowest, highest, and the token after it."""

    low: float
    high: float
    end: int


def read_vague(tokens: list[Token], at: int) -> Vague | None:
    """Read "dozens (of)", "tens of thousands", "hundreds of millions"; None for anything else."""
    low = tokens[at].low
    if low not in VAGUE_WORDS or (at and tokens[at - 1].kind == "numeral"):
        return None
    times = _TIMES.get(low)
    if times and at + 2 < len(tokens) and tokens[at + 1].low == "of":
        scale = _MANY.get(tokens[at + 2].low)
        if scale:
            return Vague(2 * times * scale, 10 * times * scale, at + 3)
    if low == "several":
        return Vague(2.0, 30.0, at + 1)
    size = _SIZES.get(low)
    if size is None or at + 1 >= len(tokens) or tokens[at + 1].low != "of":
        return None
    return Vague(*size, at + 1)

"""Shares that a text tells as two counts: "of 20,000 doses, 13,950 were injected"."""

from factcheck.text.differences.sides import Side
from factcheck.text.figures import Figure

_WHOLE_BEFORE = frozenset({"of"})
_PARTITIVE = frozenset(
    {"out", "some", "most", "many", "all", "one", "none", "few", "several", "half"}
)
_BREAKS = frozenset({"in", "on", "at", "by", "for", "to", "and", "with", "from", "than"})


def counted_shares(side: Side) -> list[Figure]:
    """Return a share for each count that is told to be part of another one.

    The figure's place is that of the part; its value is the part by the whole.
    """
    counts = [f for f in side.figures if f.dimension == "count" and f.low >= 1 and not f.ranged]
    if len(counts) < 2:
        return []
    wholes = [f for f in counts if is_whole(side, f)]
    shares = []
    for whole in wholes:
        for part in counts:
            if part is whole or part.low > whole.low or part in wholes:
                continue
            if abs(side.cum[part.core] - side.cum[whole.core]) > 0.9:
                continue
            value = part.low / whole.low
            shares.append(part._replace(dimension="fraction", low=value, high=value, step=0.0))
    return shares


def is_whole(side: Side, figure: Figure) -> bool:
    """Say whether a count is what others are part of: "of the tower's 120 flats", "out of 40"."""
    lows = side.lows
    for back in range(figure.first - 1, max(-1, figure.first - 5), -1):
        low = lows[back]
        if low in _WHOLE_BEFORE:
            # "a total of 40", "a crowd of 40" are the thing itself.
            before = lows[back - 1] if back else ""
            part = before in _PARTITIVE or back == 0 or side.tokens[back - 1].kind != "word"
            return part or any(f.last == back for f in side.figures)
        if side.tokens[back].kind != "word" or (back < figure.first - 1 and low in _BREAKS):
            return False
    return False

"""Whether two figures can both be right: hedges, rounding, ranges."""

import math

from factcheck.text.figures import Figure

# "About N" holds within a twentieth and fails from a tenth; the line between is drawn in the
# middle. Wider, and 4.1 "agrees" with 4.5; narrower, and honest rounding is called wrong.
ABOUT = 0.075
# A bare figure may be the other one rounded, as long as it stays this near.
ROUNDED = 0.03
# "Nearly N" is below N, and not by more than this.
NEARLY = 0.13
_TINY = 1e-9
# What rounding leaves when a unit is converted.
_CONVERTED = 0.006


def agree(claim: Figure, evidence: Figure) -> bool:
    """Say whether the claim's figure can stand beside the evidence's, both in one dimension."""
    if claim.dimension == "score":
        return {claim.low, claim.high} == {evidence.low, evidence.high}
    if claim.ranged and evidence.ranged:
        if claim.vague or evidence.vague or evidence.derived:
            return claim.low <= evidence.high and evidence.low <= claim.high
        return _close(claim.low, evidence.low) and _close(claim.high, evidence.high)
    if claim.ranged:
        slack = evidence.step / 2 if evidence.hedge == "about" else 0.0
        return claim.low - slack - _TINY <= evidence.low <= claim.high + slack + _TINY
    if evidence.ranged:
        return (
            _holds(claim, evidence.low)
            or _holds(claim, evidence.high)
            or (evidence.low <= claim.low <= evidence.high)
        )
    return _both(claim, evidence)


def _both(claim: Figure, evidence: Figure) -> bool:
    mine, theirs = claim.low, evidence.low
    hedge = evidence.hedge
    if hedge in {"over", "least"}:
        if claim.hedge in {"over", "least"}:
            return _relative(mine, theirs) <= ABOUT or mine <= theirs
        if claim.hedge in {"under", "most", "nearly"}:
            return mine > theirs
        return (claim.hedge == "about" and _relative(mine, theirs) <= ABOUT) or (
            theirs * (1 - _CONVERTED) <= mine <= theirs * 1.1
        )
    if hedge in {"under", "most"}:
        if claim.hedge in {"under", "most"}:
            return _relative(mine, theirs) <= ABOUT or mine >= theirs
        if claim.hedge in {"over", "least"}:
            return mine < theirs
        return theirs * 0.9 <= mine <= theirs * (1 + _CONVERTED) or (
            claim.hedge == "about" and _relative(mine, theirs) <= ABOUT
        )
    if hedge == "nearly":
        if claim.hedge in {"over", "least"}:
            return mine < theirs * (1 - _TINY)
        return theirs * (1 - NEARLY) <= mine <= theirs * (1 + _TINY) or claim.hedge == "about"
    if hedge == "about" and claim.hedge in {"", "about"}:
        return _relative(mine, theirs) <= ABOUT
    return _holds(claim, theirs, loose=hedge == "about", step=evidence.step)


def _holds(claim: Figure, value: float, *, loose: bool = False, step: float = 0.0) -> bool:
    """Say whether the claim, hedge and all, is right about value."""
    mine, hedge = claim.low, claim.hedge
    slack = abs(mine) * (0.03 if loose else _TINY) + _TINY
    if hedge == "over":
        return value > mine + (_TINY if not loose else -slack)
    if hedge == "least":
        return value >= mine - slack
    if hedge == "under":
        return value < mine - (_TINY if not loose else -slack)
    if hedge == "most":
        return value <= mine + slack
    if hedge == "nearly":
        return mine * (1 - NEARLY) <= value <= mine + slack
    if hedge == "about":
        return _relative(mine, value) <= ABOUT or abs(mine - value) <= claim.step / 2 * (
            claim.step < abs(mine) / 8
        )
    return _rounded(mine, value, claim.step) or _rounded(value, mine, step)


def _rounded(told: float, exact: float, step: float) -> bool:
    """Say whether told is exact, or exact rounded to the last digit that told has."""
    if _close(told, exact):
        return True
    if step <= 0 or abs(told - exact) > step / 2 + _TINY:
        return False
    return _relative(told, exact) <= ROUNDED


def _close(one: float, other: float) -> bool:
    # Units convert with remainders: 3,000 ft is 914.4 m, and is told as 914.
    return math.isclose(one, other, rel_tol=_CONVERTED, abs_tol=_TINY)


def _relative(one: float, other: float) -> float:
    return abs(one - other) / max(abs(one), abs(other), _TINY)

"""How each kind of mark looks: fill, line, and the order in which one shows over another.

Colours are names of the theme's table; nothing here is a colour. A mark differs from every other
by its line style too, so that nothing is lost without colour.
"""

from enum import Enum, auto
from typing import Final, NamedTuple

from factcheck.window.reader.marks import MarkKind


class Stroke(Enum):
    """The style of a mark's line, its stripe and its chip's frame."""

    SOLID = auto()
    DOUBLE = auto()
    DASHED = auto()
    DOTTED = auto()


class Look(NamedTuple):
    """One way to paint a mark.

    fill, line: tokens of the theme; an empty fill paints none.
    width: of the line, in px at 100 %.
    stripe: token of the stripe beside the text.
    """

    fill: str
    line: str
    stroke: Stroke
    width: float
    stripe: str
    hatched: bool = False


# The position of a look is its code in the byte arrays of segments.py; 0 stands for no mark.
CLAIM: Final = 1
NESTED: Final = 2
ACTIVE: Final = 3
RECHECK: Final = 4
ACTIVE_RECHECK: Final = 5
LOST: Final = 6
SUPPORTS: Final = 7
CONTRADICTS: Final = 8
CONTEXT: Final = 9
AGREES: Final = 10
HIT: Final = 11
_STRONG: Final = 16
"""Added to a stance's code where it belongs to the active claim: the same with a thicker line."""

_BASE: Final[dict[int, Look]] = {
    CLAIM: Look("claim.fill", "claim.line", Stroke.SOLID, 1.5, "claim.line"),
    NESTED: Look("nested.fill", "nested.line", Stroke.SOLID, 1.5, "nested.line"),
    ACTIVE: Look("active.fill", "active.line", Stroke.SOLID, 2.5, "accent"),
    RECHECK: Look("recheck.fill", "recheck.line", Stroke.DOTTED, 2.5, "recheck.line", True),
    ACTIVE_RECHECK: Look("active.fill", "recheck.line", Stroke.DOTTED, 2.5, "accent", True),
    LOST: Look("", "recheck.line", Stroke.DOTTED, 1.5, "recheck.line"),
    SUPPORTS: Look("supports.fill", "supports.line", Stroke.SOLID, 2.0, "supports.line"),
    CONTRADICTS: Look(
        "contradicts.fill", "contradicts.line", Stroke.DOUBLE, 1.0, "contradicts.line"
    ),
    CONTEXT: Look("context.fill", "context.line", Stroke.DASHED, 1.5, "context.line"),
    AGREES: Look("", "muted", Stroke.DOTTED, 1.5, "muted"),
    HIT: Look("hit.fill", "hit.line", Stroke.SOLID, 1.5, "hit.line"),
}
LOOKS: Final[dict[int, Look]] = _BASE | {
    code + _STRONG: _BASE[code]._replace(width=_BASE[code].width + 0.5)
    for code in (SUPPORTS, CONTRADICTS, CONTEXT)
}
_CODES: Final[dict[str, int]] = {
    "claim": CLAIM,
    "recheck": RECHECK,
    "lost": LOST,
    "supports": SUPPORTS,
    "contradicts": CONTRADICTS,
    "context": CONTEXT,
    "agrees": AGREES,
    "hit": HIT,
}


def code_of(kind: MarkKind, active: bool) -> int:
    """Return the code of the look of a mark of this kind."""
    code = _CODES[kind]
    if not active:
        return code
    if code == CLAIM:
        return ACTIVE
    if code == RECHECK:
        return ACTIVE_RECHECK
    return code + _STRONG if code in (SUPPORTS, CONTRADICTS, CONTEXT) else code

"""Which shape and which colour a rating has. Pure: by value on its scale, else by its code."""

from typing import Final, Literal

Shape = Literal[
    "best",
    "above",
    "middle",
    "below",
    "worst",
    "unproven",
    "misleading",
    "missing-context",
    "satire",
    "outdated",
    "not-checkable",
    "plain",
]

# Ratings that stand beside a scale have a shape each; all other codes have the plain one.
_BY_CODE: Final[dict[str, Shape]] = {
    "unproven": "unproven",
    "misleading": "misleading",
    "missing-context": "missing-context",
    "satire": "satire",
    "outdated": "outdated",
    "not-checkable": "not-checkable",
}


def shape_of(value: int | None, best: int | None, worst: int | None, code: str = "") -> Shape:
    """Tell the shape of a rating.

    value, best, worst: the rating and the ends of its scale, None where it has no number; best may
    be the smaller one. code: the rating's name, whatever its language ("missing context",
    "missing_context" and "missing-context" are one).
    """
    if value is None or best is None or worst is None or best == worst:
        return _BY_CODE.get(code.casefold().replace(" ", "-").replace("_", "-"), "plain")
    if value == best:
        return "best"
    if value == worst:
        return "worst"
    share = (value - worst) / (best - worst)
    if share == 0.5:
        return "middle"
    return "above" if share > 0.5 else "below"


def icon_of(shape: Shape) -> str:
    """Give the name of the icon that shows the shape."""
    return f"rating-{shape}"


def color_of(shape: Shape) -> str:
    """Give the name of the shape's colour in the theme."""
    numbered = shape in ("best", "above", "middle", "below", "worst")
    return f"rating.{shape}" if numbered else "rating.none"

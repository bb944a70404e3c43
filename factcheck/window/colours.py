"""The one table of colours, as hex values for light and dark. Pure: no Qt, so a test can judge it.

Widgets never read this module: they ask `theme.color`, which knows which half is in use.
"""

from typing import Final, NamedTuple


class Pair(NamedTuple):
    """One colour in both themes, each as `#RRGGBB`."""

    light: str
    dark: str


BARS: Final[dict[str, Pair]] = {
    "window": Pair("#F1F0EC", "#17181A"),
    "panel": Pair("#F8F7F4", "#1F2123"),
    "paper": Pair("#FFFFFF", "#1A1B1D"),
    "raised": Pair("#FFFFFF", "#282A2D"),
    "hover": Pair("#ECEAE5", "#2A2D30"),
    "text": Pair("#1D1E20", "#E7E5E0"),
    "muted": Pair("#5C5B56", "#A9A7A1"),
    "faint": Pair("#9B9993", "#6B6D70"),
    "line": Pair("#E1DFD9", "#313438"),
    "border": Pair("#85827B", "#7C8086"),
    "accent": Pair("#0B6168", "#66C5C8"),
    "on_accent": Pair("#FFFFFF", "#0C1B1C"),
    "accent_soft": Pair("#DDEDEC", "#21393B"),
    "selection": Pair("#BFDFE1", "#1F5458"),
}

MARKS: Final[dict[str, Pair]] = {
    "claim.fill": Pair("#FBF3D3", "#38331F"),
    "claim.line": Pair("#8A6A00", "#C9A646"),
    "nested.fill": Pair("#F5E8B6", "#4A4222"),
    "nested.line": Pair("#8A6A00", "#C9A646"),
    "active.fill": Pair("#F6DF8E", "#5A4B17"),
    "active.line": Pair("#6B5000", "#F2CE63"),
    "supports.fill": Pair("#DCEBFA", "#1D3348"),
    "supports.line": Pair("#0B5CA6", "#6FB3F2"),
    "contradicts.fill": Pair("#FCE3CF", "#47301F"),
    "contradicts.line": Pair("#A8470A", "#F09A5B"),
    "context.fill": Pair("#EAE7F3", "#302D3E"),
    "context.line": Pair("#645C86", "#AEA4D6"),
    "hit.fill": Pair("#F7E1F0", "#43263B"),
    "hit.line": Pair("#98297A", "#E58BC8"),
    "recheck.fill": Pair("#F0EEE9", "#2C2E31"),
    "recheck.line": Pair("#7A4A3A", "#D9A28C"),
    "badge.line": Pair("#B3202C", "#FF8F8F"),
    "unread.line": Pair("#6E6B64", "#9A9CA0"),
}

RATINGS: Final[dict[str, Pair]] = {
    "rating.best": Pair("#0B4F94", "#7DBBF5"),
    "rating.above": Pair("#2369A5", "#69A6DC"),
    "rating.middle": Pair("#6A5E8C", "#B0A6D6"),
    "rating.below": Pair("#96590A", "#DDA45A"),
    "rating.worst": Pair("#A33B0A", "#F08D5A"),
    "rating.none": Pair("#585D66", "#A7ACB4"),
}

COLOURS: Final[dict[str, Pair]] = {**BARS, **MARKS, **RATINGS}


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def luminance(colour: str) -> float:
    """Tell the relative luminance of `#RRGGBB`, 0 to 1, after WCAG 2.2."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def contrast(one: str, other: str) -> float:
    """Tell the contrast ratio of two colours, 1 to 21, after WCAG 2.2; the order is no matter."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)

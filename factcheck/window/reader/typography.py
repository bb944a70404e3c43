"""Sizes of the article's type: from zoom, line height and width to pixels."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFont

from factcheck.window import fonts

ZOOM_RANGE: Final = (80, 250)
LEADING_RANGE: Final = (1.4, 1.9)
WIDTH_RANGE: Final = (50, 72)
# 584 px for 68 characters of 17 px: English prose sets at half an em a character.
_EM_A_CHARACTER: Final = 584 / 68 / 17
_HEADLINE: Final = 22 / 17
_HEADLINE_LEADING: Final = 29 / 22


@dataclass(frozen=True)
class Typography:
    """How the article is set.

    size: px of the letters at 100 %: 17, or 16 in a narrow window.
    zoom: percent, 80 to 250. leading: height of a row in sizes, 1.4 to 1.9.
    width: characters in a row, 50 to 72. Values outside their range are brought into it.
    """

    face: fonts.Family = "serif"
    size: int = 17
    zoom: int = 100
    leading: float = 27 / 17
    width: int = 68

    def __post_init__(self) -> None:
        for name, (low, high) in (
            ("zoom", ZOOM_RANGE),
            ("leading", LEADING_RANGE),
            ("width", WIDTH_RANGE),
        ):
            value = getattr(self, name)
            object.__setattr__(self, name, min(max(value, low), high))

    def zoomed(self, percent: int) -> "Typography":
        """Return the same at another zoom."""
        return replace(self, zoom=percent)

    @property
    def scale(self) -> float:
        """The zoom as a factor; larger where the system's user asked for larger text."""
        return self.zoom / 100 * fonts.scale()

    @property
    def letter(self) -> int:
        """Size of the letters in px."""
        return round(self.size * self.scale)

    @property
    def row(self) -> int:
        """Height of a row in px; whole, so that lines stay sharp."""
        return round(self.size * self.scale * self.leading)

    @property
    def gap(self) -> int:
        """Space between two paragraphs in px."""
        return round(10 * self.scale)

    @property
    def column(self) -> int:
        """Width of the text column in px."""
        return round(self.width * _EM_A_CHARACTER * self.size * self.scale)

    @property
    def headline(self) -> int:
        """Size of the headline's letters in px."""
        return round(_HEADLINE * self.size * self.scale)

    @property
    def headline_row(self) -> int:
        """Height of a row of the headline in px."""
        return round(_HEADLINE * _HEADLINE_LEADING * self.size * self.scale)

    def font(self) -> QFont:
        """Return the font of the text."""
        font = fonts.article_font(family=self.face)
        font.setPixelSize(self.letter)
        return font

    def headline_font(self) -> QFont:
        """Return the font of the headline."""
        font = self.font()
        font.setPixelSize(self.headline)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def small_font(self, px: int, *, semibold: bool = False) -> QFont:
        """Return the window's font for what stands beside the text; it grows, never shrinks."""
        return small_font(px * max(1.0, self.scale), semibold=semibold)

    def heading_font(self) -> QFont:
        """Return the font of a heading inside the text."""
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)
        return font


def small_font(px: float, *, semibold: bool = False) -> QFont:
    """Return the window's font in a size of px, whatever font the widget has."""
    font = fonts.chip_font(semibold=semibold)
    # Named, or a painter would take the family of the widget, which is the article's.
    font.setFamilies(font.families() or [font.family()])
    font.setPixelSize(round(px))
    return font

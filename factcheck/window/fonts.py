"""The fonts of the window: the system's for all that surrounds, Source Serif 4 for what is read.

Sizes are px. They grow with the system's own size once that is clearly above the usual, so that
people who asked their system for large text get it here too.
"""

from functools import cache
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QToolTip

from factcheck.assets import asset

Family = Literal["serif", "sans"]

SERIF: Final = "Source Serif 4"
CUTS: Final = ("Regular", "Semibold", "Italic")

BASE_PX: Final = 13
SECOND_PX: Final = 12
CHIP_PX: Final = 11
ARTICLE_PX: Final = 17
ARTICLE_SANS_PX: Final = 16
HEADLINE_PX: Final = 22
WORDING_PX: Final = 16
QUOTE_PX: Final = 14

# Systems set 12 to 15 px for the same thing, "normal"; from here on somebody wants it larger.
_USUAL_SYSTEM_PX: Final = 15


@cache
def register() -> None:
    """Load Source Serif 4 into the program, once (6 ms); a file that is missing is a bug."""
    for cut in CUTS:
        path = asset("fonts", f"SourceSerif4-{cut}.ttf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(path)


def install(app: QApplication) -> None:
    """Register the fonts and make the base font the program's."""
    register()
    app.setFont(base_font())
    QToolTip.setFont(second_font())


@cache
def scale() -> float:
    """Tell how much larger than usual the system's user wants text, from 1.0 up."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return max(1.0, QFontInfo(system).pixelSize() / _USUAL_SYSTEM_PX)


def scaled(px: float) -> int:
    """Give a size or a row height, in px, as it is at the system's text size."""
    return round(px * scale())


def base_font(*, semibold: bool = False) -> QFont:
    """Give the font of the window, 13 px."""
    return _system(BASE_PX, semibold=semibold)


def second_font(*, semibold: bool = False) -> QFont:
    """Give the font of second lines, 12 px; show it in the muted colour."""
    return _system(SECOND_PX, semibold=semibold)


def heading_font() -> QFont:
    """Give the font of headings of sections and tables, 12 px semibold; show it muted."""
    return _system(SECOND_PX, semibold=True)


def chip_font(*, semibold: bool = False) -> QFont:
    """Give the font of keys and chips, 11 px: nothing is smaller."""
    return _system(CHIP_PX, semibold=semibold)


def article_font(zoom: int = 100, family: Family = "serif") -> QFont:
    """Give the font of an article; zoom in percent, 80 to 250."""
    if family == "sans":
        return _zoomed(_system(ARTICLE_SANS_PX), ARTICLE_SANS_PX, zoom)
    return _zoomed(_serif(ARTICLE_PX), ARTICLE_PX, zoom)


def headline_font(zoom: int = 100, family: Family = "serif") -> QFont:
    """Give the font of an article's headline, 22 px semibold at zoom 100."""
    font = _system(HEADLINE_PX) if family == "sans" else _serif(HEADLINE_PX)
    font.setWeight(QFont.Weight.DemiBold)
    return _zoomed(font, HEADLINE_PX, zoom)


def wording_font() -> QFont:
    """Give the font of a claim's wording, 16 px on lines of 23."""
    return _serif(WORDING_PX)


def quote_font() -> QFont:
    """Give the font of quotes in evidence rows, 14 px on lines of 20."""
    return _serif(QUOTE_PX)


def _system(px: int, *, semibold: bool = False) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(scaled(px))
    if semibold:
        font.setWeight(QFont.Weight.DemiBold)
    # Numbers in tables and clocks stand under each other.
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _serif(px: int) -> QFont:
    register()
    font = QFont(SERIF)
    # For scripts that the font lacks the system chooses, but among serifs.
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(scaled(px))
    return font


def _zoomed(font: QFont, px: int, zoom: int) -> QFont:
    font.setPixelSize(max(1, round(px * scale() * zoom / 100)))
    return font

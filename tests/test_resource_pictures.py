"""The icons and the typeface load in Qt and hold what the window needs of them."""

import pytest
from PySide6.QtGui import QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer

from factcheck.assets import asset

ICONS = sorted(path.stem for path in asset("icons").glob("*.svg"))
FONTS = sorted(path.stem for path in asset("fonts").glob("*.ttf"))
EXPECTED = """bars book broken-link call chevron-down chevron-left chevron-right chevron-up clock
columns copy cross dataset export eye factcheck folder funnel lens mail more note padlock pencil
person photo plus rating-above rating-below rating-best rating-middle rating-misleading
rating-missing-context rating-not-checkable rating-outdated rating-plain rating-satire
rating-unproven rating-worst recheck recording redo request sheet-check sheet-lines sheet-pdf tick
tray undo"""


def test_every_icon_that_the_window_names_is_there():
    assert " ".join(ICONS) == EXPECTED.replace("\n", " ")


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_draws_something_and_takes_the_colour_of_the_text(qapp, name):
    source = asset("icons", f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(source)
    assert renderer.isValid()
    assert (b"currentColor" in source) == (name != "factcheck")
    assert b"href" not in source

    image = QImage(16, 16, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    alphas = [image.pixelColor(x, y).alpha() for x in range(16) for y in range(16)]
    assert sum(alpha > 100 for alpha in alphas) > 4


@pytest.mark.parametrize("name", FONTS)
def test_the_typeface_has_latin_cyrillic_and_greek(qapp, name):
    path = str(asset("fonts", f"{name}.ttf"))
    added = QFontDatabase.addApplicationFont(path)
    assert "Source Serif 4" in QFontDatabase.applicationFontFamilies(added)

    raw = QRawFont(path, 17)
    missing = [c for c in "AßčŁőñạ“”–…€№½ЯжїґёΑΩώ≠→" if not raw.supportsCharacter(ord(c))]
    assert missing == []


def test_the_typeface_ships_with_its_licence():
    assert FONTS == ["SourceSerif4-Italic", "SourceSerif4-Regular", "SourceSerif4-Semibold"]
    assert "SIL OPEN FONT LICENSE Version 1.1" in asset("fonts", "OFL.txt").read_text("utf-8")

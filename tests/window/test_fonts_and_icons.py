"""The fonts and the icons: which sizes and colours they have, and that they follow the theme."""

import gc

import pytest
from PySide6.QtGui import QAction, QColor, QFont, QFontInfo, QIcon
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from factcheck.assets import asset
from factcheck.window import fonts, icons, theme
from factcheck.window.theme import Theme

NAMES = sorted(path.stem for path in asset("icons").glob("*.svg"))


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication):
    theme.install(qapp, "light")
    yield
    theme.install(qapp, "light")


def colours(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    image = icon.pixmap(16, mode).toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {
        image.pixelColor(x, y).name() for x, y in points if image.pixelColor(x, y).alpha() == 255
    }


def test_the_article_is_set_in_the_font_that_comes_along(qapp: QApplication) -> None:
    font = fonts.article_font()
    assert QFontInfo(font).family() == "Source Serif 4"
    assert font.pixelSize() == fonts.scaled(17)
    assert QFontInfo(fonts.headline_font()).weight() == QFont.Weight.DemiBold


def test_zoom_changes_the_article_alone(qapp: QApplication) -> None:
    base = fonts.base_font().pixelSize()
    assert fonts.article_font(200).pixelSize() == 2 * fonts.article_font(100).pixelSize()
    assert fonts.article_font(80, "sans").pixelSize() < fonts.article_font(100, "sans").pixelSize()
    assert fonts.base_font().pixelSize() == base


def test_nothing_is_smaller_than_a_chip(qapp: QApplication) -> None:
    sizes = [fonts.second_font(), fonts.heading_font(), fonts.base_font(), fonts.quote_font()]
    assert fonts.chip_font().pixelSize() >= 11
    assert all(font.pixelSize() > fonts.chip_font().pixelSize() for font in sizes)


@pytest.mark.parametrize("name", NAMES)
def test_each_icon_shows_something_at_its_size(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, ratio=2.0).toImage()
    assert image.width() == 32
    drawn = (image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))
    assert max(drawn) > 200


def test_an_icon_takes_the_colour_of_its_token(qapp: QApplication) -> None:
    accent, faint = Theme.current().color("accent"), Theme.current().color("faint")
    made = icons.icon("rating-best", "accent")
    assert accent.name() in colours(made)
    assert faint.name() in colours(made, QIcon.Mode.Disabled)


def test_dressed_actions_and_buttons_follow_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    action = QAction(button)
    for target in (button, action):
        icons.dress(target, "rating-best")
    theme.install(qapp, "dark")
    for target in (button, action):
        assert colours(target.icon()) & {QColor("#E7E5E0").name()}


def test_a_deleted_button_is_forgotten(qapp: QApplication) -> None:
    parent = QPushButton()
    child = QPushButton(parent)
    icons.dress(child, "tick")
    parent.deleteLater()
    qapp.sendPostedEvents(None, 52)
    del parent
    gc.collect()
    theme.install(qapp, "dark")
    assert not icons.is_alive(child)


def test_an_unknown_icon_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.icon("unicorn")

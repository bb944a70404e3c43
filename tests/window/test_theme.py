"""The theme in use: what painters get, and who is told when it changes."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.window import theme
from factcheck.window.theme import Theme


@pytest.fixture(autouse=True)
def _light_again(qapp: QApplication):
    yield
    theme.install(qapp, "light")


def test_a_painter_gets_the_colour_of_the_chosen_theme(qapp: QApplication) -> None:
    theme.install(qapp, "dark")
    assert Theme.current().color("claim.fill").name() == "#38331f"
    theme.install(qapp, "light")
    assert Theme.current().color("claim.fill").name() == "#fbf3d3"


def test_the_change_of_theme_is_told_once(qapp: QApplication, qtbot: QtBot) -> None:
    theme.install(qapp, "light")
    with qtbot.waitSignal(Theme.notifier().changed):
        theme.install(qapp, "dark")
    with qtbot.assertNotEmitted(Theme.notifier().changed):
        theme.install(qapp, "dark")


def test_the_palette_carries_the_theme_into_the_widgets_of_qt(qapp: QApplication) -> None:
    theme.install(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == Theme.current().color("window")
    assert qapp.palette().color(QPalette.ColorRole.Base) == Theme.current().color("paper")


def test_a_colour_that_is_given_out_is_the_callers_own(qapp: QApplication) -> None:
    Theme().color("accent").setAlpha(7)
    assert Theme().color("accent").alpha() == 255


def test_an_unknown_colour_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        Theme().color("claim.glow")
    with pytest.raises(KeyError):
        Theme(high_contrast=True).color("claim.glow")


def test_high_contrast_uses_the_system_and_doubles_the_lines(qapp: QApplication) -> None:
    loud = Theme(high_contrast=True)
    assert loud.color("claim.fill") == qapp.palette().color(QPalette.ColorRole.Base)
    assert loud.color("claim.line") == qapp.palette().color(QPalette.ColorRole.WindowText)
    assert (Theme().line_width(1.5), loud.line_width(1.5)) == (1.5, 3.0)

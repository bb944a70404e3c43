"""The bar above the views: tabs that follow their actions, the search, the menus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from factcheck.window.commands.actions import make_actions
from factcheck.window.top_bar import TopBar
from tests.declared import declared


@pytest.fixture
def actions(qtbot: QtBot) -> dict[str, QAction]:
    window = QWidget()
    qtbot.addWidget(window)
    made = make_actions(window, declared())
    made["add"].window = window  # the actions die with it
    return made


@pytest.fixture
def bar(qtbot: QtBot, actions: dict[str, QAction]) -> TopBar:
    made = TopBar(actions)
    qtbot.addWidget(made)
    made.resize(1440, made.height())
    made.show()
    return made


def tabs(bar: TopBar) -> QTabBar:
    return bar.findChild(QTabBar)


def button(bar: TopBar, name: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.text() == name)


def test_a_tab_asks_for_its_view_and_a_view_chooses_its_tab(qtbot: QtBot, bar: TopBar):
    with qtbot.waitSignal(bar.view_wanted) as wanted:
        tabs(bar).setCurrentIndex(2)
    assert wanted.args == ["ledger"]
    with qtbot.assertNotEmitted(bar.view_wanted):
        bar.set_view("find")
    assert bar.view() == "find"


def test_a_tab_makes_room_for_what_waits_in_its_view(bar: TopBar):
    narrow = tabs(bar).tabRect(1).width()
    bar.set_count("claims", 12)
    wide = tabs(bar).tabRect(1).width()
    assert wide > narrow
    assert "12" in tabs(bar).accessibleTabName(1)
    bar.set_count("claims", 0)
    assert tabs(bar).tabRect(1).width() == narrow


def test_views_are_disabled_and_nothing_is_searched_while_no_case_is_open(
    bar: TopBar, actions: dict[str, QAction]
):
    for view in bar.views():
        actions[view.action].setEnabled(False)
    assert not any(tabs(bar).isTabEnabled(index) for index in range(tabs(bar).count()))
    assert not bar.search_field.isVisible()
    actions["view-find"].setEnabled(True)
    assert bar.search_field.isVisible()


def test_what_is_typed_is_searched_at_enter(qtbot: QtBot, bar: TopBar):
    bar.search_field.setText("東京 😀")
    with qtbot.waitSignal(bar.searched) as searched:
        qtbot.keyClick(bar.search_field, Qt.Key.Key_Return)
    assert searched.args == ["東京 😀"]


def test_undo_is_called_after_the_change_it_takes_back(bar: TopBar, actions: dict[str, QAction]):
    actions["undo"].setText("Undo: rate claim 3")
    assert button(bar, "Undo: rate claim 3").toolTip() == "Undo: rate claim 3"


def test_add_shrinks_to_its_icon_in_a_narrow_window(bar: TopBar):
    add = button(bar, "Add")
    assert add.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.resize(1024, bar.height())
    assert add.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert add.accessibleName() == "Add"


def test_the_menu_of_add_holds_what_there_is(qtbot: QtBot, actions: dict[str, QAction]):
    bar = TopBar({"add": actions["add"]})
    qtbot.addWidget(bar)
    assert button(bar, "Add").menu().actions() == [actions["add"]]
    assert button(bar, "More").isHidden()

"""The menu bar: made from data, only with what somebody has connected."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from factcheck.window.keys import KeyTable, make_actions
from factcheck.window.menus import LINE, MenuTable, RecentMenu, fill_menu_bar, named_nowhere


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QWidget) -> dict[str, QAction]:
    return make_actions(window, KeyTable().commands() + MenuTable().commands())


def names(menu_bar: QMenuBar) -> list[str]:
    return [action.text().replace("&", "") for action in menu_bar.actions()]


def test_every_command_stands_in_a_menu(actions: dict[str, QAction]):
    assert named_nowhere(actions) == set()


def test_no_command_stands_in_two_menus():
    rows = [row for menu in MenuTable().menus() for row in menu.rows if row != LINE]
    assert len(rows) == len(set(rows))


def test_no_key_means_two_things_anywhere():
    commands = KeyTable().commands() + MenuTable().commands()
    counted = Counter(key for command in commands if not command.single for key in command.keys)
    assert [key for key, count in counted.items() if count > 1] == []
    assert len({command.action for command in commands}) == len(commands)


def test_all_menus_appear_in_their_order(window: QWidget, actions: dict[str, QAction]):
    menu_bar = QMenuBar(window)
    fill_menu_bar(menu_bar, actions)
    assert names(menu_bar) == [
        "File", "Edit", "View", "Document", "Claim", "Evidence", "Verdict", "Find", "Case", "Help",
    ]  # fmt: skip
    letters = [action.text()[action.text().index("&") + 1] for action in menu_bar.actions()]
    assert len(letters) == len({letter.lower() for letter in letters})


def test_only_what_is_connected_appears_without_lines_around_nothing(
    window: QWidget, actions: dict[str, QAction]
):
    menu_bar = QMenuBar(window)
    fill_menu_bar(menu_bar, actions, {"undo", "accept", "mark"})
    assert names(menu_bar) == ["Edit", "Claim"]
    edit = menu_bar.actions()[0].menu()
    assert [action.isSeparator() for action in edit.actions()] == [False, True, False]


def test_recent_cases_are_chosen_by_path_and_told_apart(qtbot: QtBot, window: QWidget):
    menu = RecentMenu(window)
    assert not menu.isEnabled()
    paths = [Path("/ä/Zürich.factcheck"), Path("/b/Zürich.factcheck"), Path("/c/R&D 😀.factcheck")]
    menu.set_paths(paths)
    assert [action.text() for action in menu.actions()] == ["Zürich (ä)", "Zürich (b)", "R&&D 😀"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        menu.actions()[1].trigger()
    assert chosen.args == [paths[1]]


def test_recent_cases_stand_under_open(window: QWidget, actions: dict[str, QAction]):
    menu_bar = QMenuBar(window)
    recent = fill_menu_bar(menu_bar, actions)
    rows = menu_bar.actions()[0].menu().actions()
    assert rows[rows.index(actions["open-case"]) + 1].menu() is recent

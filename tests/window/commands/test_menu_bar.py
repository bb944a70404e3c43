"""The menu bar: each command where it says."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from factcheck.window.commands.actions import make_actions
from factcheck.window.commands.menu_bar import RecentMenu, by_section, fill_menu_bar
from tests.declared import declared


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def actions(window: QWidget) -> dict[str, QAction]:
    return make_actions(window, declared())


def names(menu_bar: QMenuBar) -> list[str]:
    return [action.text().replace("&", "") for action in menu_bar.actions()]


def test_a_command_that_names_no_section_there_is_is_refused():
    wrong = replace(declared()[0], menu="file/nowhere")
    with pytest.raises(ValueError, match=wrong.id):
        by_section([wrong])


def test_every_section_of_a_menu_holds_something():
    assert [name for name, members in by_section(declared()).items() if not members] == []


def test_no_key_means_two_things_anywhere():
    commands = declared()
    counted = Counter(key for command in commands if not command.single for key in command.keys)
    assert [key for key, count in counted.items() if count > 1] == []
    assert len({command.id for command in commands}) == len(commands)


def test_all_menus_appear_in_their_order(window: QWidget, actions: dict[str, QAction]):
    menu_bar = QMenuBar(window)
    fill_menu_bar(menu_bar, declared(), actions)
    assert names(menu_bar) == [
        "File", "Edit", "View", "Document", "Claim", "Evidence", "Verdict", "Find", "Case", "Help",
    ]  # fmt: skip
    letters = [action.text()[action.text().index("&") + 1] for action in menu_bar.actions()]
    assert len(letters) == len({letter.lower() for letter in letters})


def test_only_what_is_declared_appears_without_lines_around_nothing(
    window: QWidget, actions: dict[str, QAction]
):
    menu_bar = QMenuBar(window)
    few = [command for command in declared() if command.id in {"undo", "accept", "mark"}]
    fill_menu_bar(menu_bar, few, actions)
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
    recent = fill_menu_bar(menu_bar, declared(), actions)
    rows = menu_bar.actions()[0].menu().actions()
    assert rows[rows.index(actions["open-case"]) + 1].menu() is recent

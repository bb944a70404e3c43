"""The sheet of all keys, and the palette that finds a command."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from factcheck.window.commands.actions import make_actions
from factcheck.window.commands.key_sheet import KeySheet
from factcheck.window.commands.palette import CommandPalette, matches
from factcheck.window.widgets.chips import KeyChip
from factcheck.window.widgets.labels import PlainLabel
from tests.declared import declared


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_sheet_lists_every_command_with_its_key(qtbot: QtBot, window: QWidget) -> None:
    commands = declared()
    sheet = KeySheet(commands, {"mark": ("Ctrl+M",)}, window)
    sheet.show()
    texts = [label.text() for label in sheet.findChildren(PlainLabel)]
    names = [chip.accessibleName() for chip in sheet.findChildren(KeyChip)]
    assert {command.text for command in commands} <= set(texts)
    assert "Key Ctrl+M" in names
    # In the review of places M is another command, whose key was not changed.
    others = [command for command in commands if command.keys[:1] == ("M",)]
    assert names.count("Key M") == len(others) - 1
    assert len({command.group for command in commands} & set(texts)) == 12
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("", "Mark", True),
        ("next cl", "Next claim", True),
        ("claim next", "Next claim", True),
        ("zur", "Zürich öffnen", True),
        ("laim", "Next claim", False),
        ("東", "東京", True),
    ],
)
def test_a_command_is_found_by_how_its_words_begin(query: str, text: str, found: bool) -> None:
    assert matches(query, text) is found


def palette_of(qtbot: QtBot, window: QWidget) -> tuple[CommandPalette, QLineEdit, list[str]]:
    commands = declared()
    actions = make_actions(window, commands)
    actions["undo"].setEnabled(False)
    done: list[str] = []
    for name, action in actions.items():
        action.triggered.connect(lambda _checked, name=name: done.append(name))
    palette = CommandPalette(commands, actions, window)
    palette.show()
    return palette, palette.findChildren(QLineEdit)[0], done


def test_enter_runs_the_chosen_command_after_the_palette_has_closed(
    qtbot: QtBot, window: QWidget
) -> None:
    palette, field, done = palette_of(qtbot, window)
    field.setText("view l")
    assert palette.shown() == ["view-ledger"]
    with qtbot.waitSignal(palette.finished):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert done == ["view-ledger"]


def test_arrows_choose_while_the_field_keeps_the_focus(qtbot: QtBot, window: QWidget) -> None:
    palette, field, done = palette_of(qtbot, window)
    field.setText("link as")
    assert palette.shown()[:3] == ["supports", "contradicts", "context"]
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)
    assert done == ["contradicts"]


def test_what_cannot_act_now_is_shown_but_not_run(qtbot: QtBot, window: QWidget) -> None:
    palette, field, done = palette_of(qtbot, window)
    field.setText("undo")
    assert palette.shown() == ["undo"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (done, palette.isVisible()) == ([], True)
    field.setText("unicorn")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (done, palette.shown()) == ([], [])

"""The actions of a window: what has a handler exists, and needs a case where it does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

from factcheck.window.commands import Commands
from factcheck.window.keys import Where
from factcheck.window.settings import Settings


class Window(QMainWindow):
    """A window that notes what it was asked to do."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.asked: list[str] = []
        handlers = {
            name: lambda name=name: self.asked.append(name)
            for name in ("mark", "undo", "settings", "export", "about")
        }
        self.commands = Commands(self, settings, handlers)


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot, settings) -> Window:
    made = Window(settings)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_only_what_does_something_exists(window):
    assert set(window.commands.actions) == {"mark", "undo", "settings", "export", "about"}
    assert {each.action for each in window.commands.commands} == set(window.commands.actions)


def test_an_action_calls_its_handler(window):
    for action in window.commands.actions.values():
        action.trigger()
    assert sorted(window.asked) == sorted(window.commands.actions)


def test_without_a_case_only_what_needs_none_can_be_used(window):
    actions = window.commands.actions
    window.commands.set_case_open(False)
    assert [name for name, action in actions.items() if not action.isEnabled()] == [
        "mark", "export",
    ]  # fmt: skip
    window.commands.set_case_open(True)
    assert all(action.isEnabled() for action in actions.values())


def test_undo_is_left_to_whoever_names_it(window):
    window.commands.actions["undo"].setEnabled(False)
    window.commands.set_case_open(True)
    assert not window.commands.actions["undo"].isEnabled()


def test_a_single_key_acts_in_a_part_that_is_watched(window):
    reader = QPlainTextEdit("東京")
    reader.setReadOnly(True)
    window.setCentralWidget(reader)
    window.commands.watch([(reader, Where.READER)])
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_M)
    assert window.asked == ["mark"]


def test_single_keys_can_be_off_and_keys_can_be_others(qtbot, settings):
    settings.single_keys = False
    settings.write("keys/changed", {"export": ("Ctrl+Shift+E",)})
    window = Window(settings)
    qtbot.addWidget(window)
    assert not window.commands.keys.enabled
    assert window.commands.actions["export"].shortcut().toString() == "Ctrl+Shift+E"

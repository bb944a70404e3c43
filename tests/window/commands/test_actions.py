"""The actions of a window: one for each command, enabled as it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

from factcheck.window.commands.actions import Commands
from factcheck.window.commands.command import Command, Where, always, in_views
from factcheck.window.settings import Settings


class Window(QMainWindow):
    """A window that notes what it was asked to do."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.asked: list[str] = []
        own = (
            Command("mark", "Mark", self.note("mark"), "claim/mark", "Claims", ("M",),
                    Where.READER_AND_LISTS, in_views("check")),
            Command("undo", "Undo", self.note("undo"), "edit/undo", "Case", ("Ctrl+Z",),
                    enabled=lambda now: bool(now.undo)),
            Command("export", "Export", self.note("export"), "file/exchange", "Case", ("Ctrl+E",),
                    looks=True),
            Command("about", "About", self.note("about"), "help/help", "Case", enabled=always,
                    looks=True),
        )  # fmt: skip
        self.commands = Commands(self, settings, own, self.note("back to now"))

    def note(self, what: str):
        return lambda: self.asked.append(what)


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


def enabled(window: Window) -> set[str]:
    return {name for name, action in window.commands.actions.items() if action.isEnabled()}


def test_what_only_looks_leaves_the_past_where_it_is_shown(window):
    window.commands.set_case_open(True)
    for name in ("export", "about", "mark"):
        window.commands.actions[name].trigger()
    assert window.asked == ["export", "about", "back to now", "mark"]


def test_without_a_case_only_what_needs_none_can_be_used(window):
    assert enabled(window) == {"about"}
    window.commands.set_case_open(True)
    assert enabled(window) == {"about", "mark", "export"}


def test_what_acts_in_one_view_can_be_used_only_there(window):
    window.commands.set_case_open(True)
    window.commands.set_view("ledger")
    assert enabled(window) == {"about", "export"}


def test_undo_can_be_used_where_there_is_something_to_take_back(window):
    window.commands.set_case_open(True)
    window.commands.set_undo("the verdict on claim 3", "")
    assert "undo" in enabled(window)
    window.commands.set_undo("", "")
    assert "undo" not in enabled(window)


def test_a_single_key_acts_in_a_part_that_is_watched(window):
    reader = QPlainTextEdit("東京")
    reader.setReadOnly(True)
    window.setCentralWidget(reader)
    window.commands.set_case_open(True)
    window.commands.watch([(reader, Where.READER)])
    reader.setFocus()
    QTest.keyClick(reader, Qt.Key.Key_M)
    assert window.asked == ["back to now", "mark"]


def test_single_keys_can_be_off_and_keys_can_be_others(qtbot, settings):
    settings.single_keys = False
    settings.write("keys/changed", {"export": ("Ctrl+Shift+E",)})
    window = Window(settings)
    qtbot.addWidget(window)
    assert not window.commands.keys.enabled
    assert window.commands.actions["export"].shortcut().toString() == "Ctrl+Shift+E"

"""The table of keys, and single keys: matched on every layout, never where text is typed."""

import sys
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from factcheck.window.commands.actions import make_actions
from factcheck.window.commands.command import Where, is_single, shown_key
from factcheck.window.commands.single_keys import SingleKeys, name_of, takes_typing
from tests.declared import declared

NO, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def press(key: int, text: str, modifiers: Qt.KeyboardModifier = NO, scan: int = 0) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, scan, 0, 0, text)


def test_each_command_is_declared_once_and_has_words() -> None:
    assert len({command.id for command in declared()}) == len(declared())
    assert all(command.text and command.group for command in declared())


def test_no_two_commands_share_a_key_in_the_same_part() -> None:
    alone = (Where.COMPARE, Where.PLACES, Where.COPIES)
    for part in (Where.READER, Where.LISTS, *alone):
        # What is of one of these parts alone goes before what acts in every reader and list.
        here = (
            command
            for command in declared()
            if (command.where is part if part in alone else command.where.covers(part))
        )
        counted = Counter(key for command in here for key in command.keys)
        assert [key for key, count in counted.items() if count > 1] == []


def test_no_key_is_one_of_those_that_others_need() -> None:
    keys = [key for command in declared() for key in command.keys]
    letters = {f"Alt+{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    assert not letters & set(keys)
    assert not any("Ctrl+Alt" in key or "Insert" in key or "CapsLock" in key for key in keys)
    assert not {"Ctrl+Shift+U", "Ctrl+Shift+E"} & set(keys)


@pytest.mark.parametrize(
    ("key", "single"),
    [
        *((alone, True) for alone in ("M", "Shift+M", "/", "Delete", "D, O", "Shift+Return")),
        *((other, False) for other in ("F2", "Shift+F3", "Ctrl++", "Alt+Left")),
    ],
)
def test_a_key_alone_is_told_from_one_with_ctrl(key: str, single: bool) -> None:
    assert is_single(key) is single


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(Qt.Key.Key_M, "m"), "M"),
        (press(Qt.Key.Key_M, "M", SHIFT), "Shift+M"),
        (press(Qt.Key.Key_4, "4"), "4"),
        (press(Qt.Key.Key_4, "4", KEYPAD), "4"),
        (press(Qt.Key.Key_Slash, "/"), "/"),
        (press(Qt.Key.Key_Slash, "/", SHIFT), "/"),
        (press(Qt.Key.Key_Question, "?", SHIFT), "?"),
        (press(Qt.Key.Key_Return, "\r"), "Return"),
        (press(Qt.Key.Key_Enter, "\r", KEYPAD), "Enter"),
        (press(Qt.Key.Key_Space, " "), "Space"),
        (press(Qt.Key.Key_Delete, "\x7f"), "Delete"),
        (press(Qt.Key.Key_M, "\r", CTRL), None),
        (press(Qt.Key.Key_M, "m", ALT), None),
        (press(Qt.Key.Key_Exclam, "!", SHIFT, 10), None),
        (press(Qt.Key.Key_Shift, "", SHIFT, 50), None),
        (press(Qt.Key.Key_F2, ""), None),
    ],
)
def test_a_press_is_named_by_what_the_layout_types(event: QKeyEvent, name: str | None) -> None:
    assert name_of(event) == name


@pytest.mark.skipif(sys.platform != "linux", reason="the codes below are those of X11")
@pytest.mark.parametrize(
    ("event", "name"),
    [
        (press(0x42C, "ь", NO, 58), "M"),  # Cyrillic, where M lies
        (press(0x42C, "Ь", SHIFT, 58), "Shift+M"),
        (press(Qt.Key.Key_Ampersand, "&", NO, 10), "1"),  # AZERTY, without Shift
        (press(Qt.Key.Key_Eacute, "é", NO, 11), "2"),
        (press(Qt.Key.Key_1, "1", SHIFT, 10), "1"),  # AZERTY, with Shift
        (press(Qt.Key.Key_Comma, ",", NO, 58), None),  # AZERTY, where QWERTY has M
        (press(Qt.Key.Key_Z, "z", NO, 29), "Z"),  # QWERTZ: the letter goes before the place
        (press(Qt.Key.Key_Odiaeresis, "ö", NO, 47), None),
    ],
)
def test_a_key_without_a_latin_letter_is_named_by_its_place(
    event: QKeyEvent, name: str | None
) -> None:
    assert name_of(event) == name


class Window(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.list, self.field, self.button = QListWidget(), QLineEdit(), QPushButton("Record")
        self.text = QPlainTextEdit("Zürich")
        self.text.setReadOnly(True)
        column = QVBoxLayout(self)
        for widget in (self.list, self.field, self.text, self.button):
            column.addWidget(widget)
        self.list.addItems(["Maren", "Tessan"])
        self.actions_by_name = make_actions(self, declared())
        self.done: list[str] = []
        for action in self.actions_by_name.values():
            action.triggered.connect(self.note)
        self.keys = SingleKeys(self, declared(), self.actions_by_name)
        self.keys.watch(self, Where.READER_AND_LISTS)
        self.keys.watch(self.list, Where.LISTS)
        self.keys.watch(self.text, Where.READER)

    def note(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.done.append(action.objectName())


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def focus(qtbot: QtBot, widget: QWidget) -> QWidget:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    return widget


def test_single_keys_act_in_lists_instead_of_type_ahead(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(focus(qtbot, window.list), "t")
    qtbot.keyClick(window.list, "m")
    assert window.done == ["state", "mark"]
    assert window.list.currentRow() in (-1, 0)


def test_single_keys_act_in_a_text_that_is_only_read(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(focus(qtbot, window.text), "m", SHIFT)
    qtbot.keyClick(window.text, Qt.Key.Key_Space)
    assert window.done == ["mark-here-too", "page-down"]


def test_in_a_field_letters_are_typed_and_enter_is_the_fields_own(
    qtbot: QtBot, window: Window
) -> None:
    qtbot.keyClicks(focus(qtbot, window.field), "mark/?4")
    qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.field.text() == "mark/?4"
    assert window.done == []


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, window: Window) -> None:
    with qtbot.waitSignal(window.button.clicked):
        qtbot.keyClick(focus(qtbot, window.button), Qt.Key.Key_Return)
    qtbot.keyClick(window.button, "m")
    assert window.done == ["mark"]


def test_single_keys_can_be_switched_off(qtbot: QtBot, window: Window) -> None:
    window.keys.enabled = False
    qtbot.keyClick(focus(qtbot, window.text), "m")
    assert window.done == []


def test_a_disabled_action_does_nothing(qtbot: QtBot, window: Window) -> None:
    window.actions_by_name["mark"].setEnabled(False)
    qtbot.keyClick(focus(qtbot, window.text), "m")
    assert window.done == []


def test_keys_with_ctrl_act_everywhere_also_in_a_field(qtbot: QtBot, window: Window) -> None:
    qtbot.keyClick(focus(qtbot, window.field), "k", CTRL)
    assert window.done == ["palette"]


def test_the_users_own_keys_replace_the_built_in_ones(qtbot: QtBot, window: Window) -> None:
    changed = {"mark": ("G",)}
    own = SingleKeys(window, declared(), window.actions_by_name, changed)
    window.text.removeEventFilter(window.keys)
    window.removeEventFilter(window.keys)
    own.watch(window.text, Where.READER)
    qtbot.keyClick(focus(qtbot, window.text), "g")
    qtbot.keyClick(window.text, "m")
    assert window.done == ["mark"]
    assert make_actions(window, declared(), changed)["mark"].shortcut().toString() == "G"


def test_fields_of_all_kinds_keep_their_letters(qtbot: QtBot) -> None:
    read_only, locked = QPlainTextEdit(), QLineEdit()
    read_only.setReadOnly(True)
    locked.setReadOnly(True)
    widgets = (QLineEdit(), QPlainTextEdit(), QSpinBox(), QComboBox(), read_only, locked)
    for widget in widgets:
        qtbot.addWidget(widget)
    assert [takes_typing(widget) for widget in widgets] == [True, True, True, True, False, False]
    assert not takes_typing(None)


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS shows signs")
def test_keys_are_shown_as_the_system_writes_them(qapp: QApplication) -> None:
    assert shown_key("Ctrl+Shift+Z") == "Ctrl+Shift+Z"

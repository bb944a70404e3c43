"""Keys that stand alone, such as M and /: they act only where nothing can be typed.

They are matched here and not by Qt's shortcuts, which know neither where something can be typed
nor which key lies where a Latin letter would be on a Cyrillic or a French keyboard.
"""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from factcheck.window.commands.command import Command, Where, is_single, keys_of
from factcheck.window.icons import is_alive

# By code of Linux's evdev; X11 and Wayland add 8 to it, Windows' scan codes are the same.
_ROWS: Final = ((2, "1234567890"), (16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
_EVDEV: Final = {first + n: char for first, row in _ROWS for n, char in enumerate(row)}
# Virtual key codes of macOS name places too.
_MAC: Final = dict(
    zip(
        (18, 19, 20, 21, 23, 22, 26, 28, 25, 29, *(12, 13, 14, 15, 17, 16, 32, 34, 31, 35)),
        "1234567890QWERTYUIOP",
        strict=True,
    )
) | dict(
    zip(
        (0, 1, 2, 3, 5, 4, 38, 40, 37, *(6, 7, 8, 9, 11, 45, 46)),
        "ASDFGHJKLZXCVBNM",
        strict=True,
    )
)

_NAMED: Final = {
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Delete",
}


def name_of(event: QKeyEvent) -> str | None:
    """Name a single key as the table of keys does, or None when it is none.

    `/ ?` are what is typed, on whatever key; letters and digits are those of the layout, or, where
    the layout has none on that key, those of the place on the keyboard.
    """
    wide = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    shift = wide == Qt.KeyboardModifier.ShiftModifier
    if wide not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return None
    text, key = event.text(), event.key()
    if text in ("/", "?"):
        return text
    if len(text) == 1 and "0" <= text <= "9":
        return text
    prefix = "Shift+" if shift else ""
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return prefix + chr(key)
    named = _NAMED.get(Qt.Key(key)) if key in _NAMED else None
    if named is None and sys.platform == "darwin" and key == Qt.Key.Key_Backspace:
        named = "Delete"
    return prefix + named if named else _by_place(event, prefix)


def _by_place(event: QKeyEvent, prefix: str) -> str | None:
    """Name the key by its place, where the layout has neither a Latin letter nor a digit there."""
    text = event.text()
    if not text or text.isspace() or not text.isprintable():
        return None
    if sys.platform == "darwin":
        place = _MAC.get(event.nativeVirtualKey())
    else:
        offset = 0 if sys.platform == "win32" else 8
        place = _EVDEV.get(event.nativeScanCode() - offset)
    if place is None:
        return None
    if place.isdigit():
        # With Shift a sign above the digit is typed (Shift+1 is “!”): that is not the digit.
        return None if prefix else place
    return prefix + place if text.isalpha() else None


def takes_typing(widget: QWidget | None) -> bool:
    """Tell whether text can be typed into this widget now, so that letters belong to it."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return widget.isEnabled() and not widget.isReadOnly()
    return isinstance(widget, QComboBox | QAbstractSpinBox)


class SingleKeys(QObject):
    """Triggers the actions of single keys in the widgets that are watched.

    Watch the window, for what its widgets leave over, and each list and reader, which would
    otherwise use letters themselves. `enabled`: the setting that switches single keys off.
    """

    def __init__(
        self,
        window: QWidget,
        commands: tuple[Command, ...],
        actions: dict[str, QAction],
        changed: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        super().__init__(window)
        self.enabled = True
        self._actions = actions
        self._parts: dict[int, tuple[QWidget, Where]] = {}
        self._by_key: dict[str, list[Command]] = {}
        for command in commands:
            for key in keys_of(command, changed or {}):
                if is_single(key):
                    self._by_key.setdefault(key, []).append(command)

    def watch(self, widget: QWidget, part: Where) -> None:
        """Let single keys act in this widget, which is that part of the window."""
        self._parts[id(widget)] = (widget, part)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a key press for the action that it means here; leave all others alone."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not self.enabled or takes_typing(QApplication.focusWidget()):
            return False
        kept = self._parts.get(id(watched))
        if kept is None or not is_alive(kept[0]):
            return False
        name = name_of(event)
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton) and name in ("Return", "Enter", "Space"):
            # Enter presses the button that has the focus, never something elsewhere.
            return name != "Space" and _press(focused)
        command = self._command(name, kept[1])
        if command is None or (event.isAutoRepeat() and not command.held):
            return False
        self._actions[command.id].trigger()
        return True

    def _command(self, name: str | None, part: Where) -> Command | None:
        # What is of this part alone goes before what acts in every reader and list.
        known = self._by_key.get(name or "", ())
        for command in sorted(known, key=lambda command: command.where is not part):
            usable = self._actions[command.id].isEnabled() and command.where.covers(part)
            if usable and not command.native:
                return command
        return None


def _press(button: QAbstractButton) -> bool:
    if button.isEnabled():
        button.click()
    return True

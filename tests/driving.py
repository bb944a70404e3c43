"""Drives the real window as a person does: keys, typing, the mouse; waits on signals only."""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from factcheck.text.spans import Span
from factcheck.window import fonts, style, theme
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.main_window import MainWindow
from factcheck.window.settings import Settings

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SLOW_MS = 20_000
"""A first reader process starts within a second; a busy machine may need longer."""


def type_text(text: str, into: QWidget | None = None) -> None:
    """Type any text, as an input method does: key clicks know only ASCII."""
    widget = into or QApplication.focusWidget()
    assert widget is not None, "nothing has the keyboard"
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


class Driver:
    """One window with the settings of a folder; `open` and `close` it as often as needed."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window: MainWindow

    # The window

    def open(self, case: Path | None = None, *, scale: str | None = None) -> MainWindow:
        """Show a new window, on a case (made with a scale where one is named) or on none."""
        self.window = MainWindow(Settings())
        self._qtbot.addWidget(self.window)
        with self._qtbot.waitSignal(self.window.ready, timeout=SLOW_MS):
            self.window.show()
            if case is not None:
                self.window.open_case(case, create_with_scale=scale)
            else:
                self.window.open_last()
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)
        return self.window

    def close(self) -> None:
        """Close the window and wait for what its threads still do."""
        self.window.close()
        assert not self.window.workspace.is_open

    def opened(self, action: Callable[[], object]) -> None:
        """Do what opens a case and wait until it is there."""
        with self._qtbot.waitSignal(self.window.ready, timeout=SLOW_MS):
            action()

    # Its parts

    @property
    def check(self):
        return self.window.views.check

    @property
    def claim(self):
        return self.window.views.check.claim

    @property
    def article(self) -> ReaderPane:
        return self.window.views.check.article

    @property
    def source(self) -> ReaderPane:
        return self.window.views.check.source

    # Keys and the mouse

    def key(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is; shortcuts of the window act as they do for a user."""
        widget = QApplication.focusWidget() or self.window
        QTest.keyClick(widget, key, modifiers)

    def saves(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key that makes a change and wait until the change is on disk and shown."""
        with self._change():
            self.key(key, modifiers)

    def changes(self, action: Callable[[], object]) -> None:
        """Do what makes a change and wait until it is on disk and shown."""
        with self._change():
            action()

    def _change(self) -> AbstractContextManager[object]:
        """Wait for an entry more: copies that are found meanwhile are told as a change, too."""
        workspace = self.window.workspace
        before = workspace.head.seq if workspace.is_open else 0
        return self._qtbot.waitSignal(
            workspace.changed,
            timeout=SLOW_MS,
            check_params_cb=lambda changes: changes.seq > before,
        )

    def types(self, text: str) -> None:
        """Type where the keyboard is."""
        type_text(text)

    def span(self, pane: ReaderPane, words: str) -> Span:
        """Find words that stand once in the text of a pane."""
        text = pane.view.text()
        assert text.count(words) == 1, words
        start = text.index(words)
        return Span(start, start + len(words))

    def point(self, pane: ReaderPane, offset: int) -> QPoint:
        """Tell where a code point is shown, in the viewport of the pane."""
        pane.view.reveal(Span(offset, offset + 1))
        left, top, _, bottom = pane.view.rows_of(Span(offset, offset + 1))[0]
        return QPoint(round(left) + 1, round((top + bottom) / 2))

    def drag(self, pane: ReaderPane, words: str) -> Span:
        """Select words with the mouse."""
        span = self.span(pane, words)
        pane.view.reveal(span)
        begin, end = self.point(pane, span.start), self._after(pane, span.end - 1)
        port = pane.view.viewport()
        QTest.mousePress(port, LEFT, NONE, begin)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, LEFT, NONE, end)
        return span

    def stretch(self, pane: ReaderPane, words: str) -> Span:
        """Select words from the keyboard: the cursor is put before them, Shift+Right goes on."""
        span = self.span(pane, words)
        pane.view.select(Span(span.start, span.start))
        pane.focus()
        for _ in range(span.end - span.start):
            self.key(Key.Key_Right, SHIFT)
        return span

    def click(self, pane: ReaderPane, words: str) -> None:
        """Click into words."""
        span = self.span(pane, words)
        QTest.mouseClick(pane.view.viewport(), LEFT, NONE, self.point(pane, span.start + 1))

    def _after(self, pane: ReaderPane, offset: int) -> QPoint:
        _, top, right, bottom = pane.view.rows_of(Span(offset, offset + 1))[0]
        return QPoint(round(right), round((top + bottom) / 2))


@pytest.fixture
def driver(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Driver]:
    """A driver whose settings, profile and documents lie in a folder of the test."""
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))
    # A window takes the collector over, and nobody looks after it once the window is gone.
    gc.disable()
    style.install(qapp)
    fonts.install(qapp)
    theme.install(qapp, "light")
    yield Driver(qtbot)
    gc.enable()

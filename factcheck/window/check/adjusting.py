"""Adjusting the ends of a claim's place in the reader: arrows, Enter, Esc."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from factcheck.case.changes import MovePlace
from factcheck.case.read.claims import PlaceRow
from factcheck.text.spans import Span
from factcheck.text.stretching import End, by_letter, by_word
from factcheck.window.check.marks_of import place_mark
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.reader.marks import Mark
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.workspace import Workspace

_LONGEST_SAID = 80


class Adjusting(QObject):
    """While it is on, the keys of one reader move the ends of one place.

    Nothing is on record before Enter; Esc, another pane or another text leaves the place as it
    was. adjusted: the new ends are saved.
    """

    adjusted = Signal()

    def __init__(
        self, workspace: Workspace, key_bar: KeyBar, hints: Sequence[Hint], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._key_bar, self._usual = key_bar, tuple(hints)
        self._pane: ReaderPane | None = None
        self._place: PlaceRow | None = None
        self._mark: Mark | None = None
        self._span = Span(0, 0)

    @property
    def is_on(self) -> bool:
        """Whether a place is being adjusted."""
        return self._pane is not None

    @property
    def span(self) -> Span:
        """Where the place would stand if Enter were pressed now."""
        return self._span

    def start(self, pane: ReaderPane, place: PlaceRow) -> None:
        """Begin with a place that stands in the version that the pane shows."""
        self.leave()
        self._pane, self._place = pane, place
        self._span = Span(place.start, place.end)
        self._mark = place_mark(place, place.claim_id)
        pane.view.center_on(self._span)
        pane.focus()
        pane.view.installEventFilter(self)
        pane.shown.connect(self.leave)
        self._key_bar.set_hints(self._hints())
        self._show()

    def save(self) -> None:
        """Put the new ends on record."""
        place, span = self._place, self._span
        self.leave()
        if place is not None and span != Span(place.start, place.end):
            self._workspace.do(MovePlace(place.id, span.start, span.end), self._saved)

    def leave(self, *_: object) -> None:
        """End it and show the place as it is on record."""
        pane, mark = self._pane, self._mark
        self._pane = self._place = self._mark = None
        if pane is None:
            return
        pane.view.removeEventFilter(self)
        pane.shown.disconnect(self.leave)
        self._key_bar.set_hints(self._usual)
        if mark is not None and any(each.id == mark.id for each in pane.view.marks()):
            pane.view.update_mark(mark)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take all keys that are pressed in the reader; go when the focus goes."""
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._pressed(event)
            return True
        return False

    # Internal

    def _pressed(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._pane is not None:
            text = self._pane.view.text()
            forward = (event.key() == Qt.Key.Key_Right) != is_right_to_left(self._span.of(text))
            modifiers = event.modifiers()
            end: End = "start" if modifiers & Qt.KeyboardModifier.ShiftModifier else "end"
            letters = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self._move(text, end, 1 if forward else -1, letters=letters)

    def _move(self, text: str, end: End, step: Literal[1, -1], *, letters: bool) -> None:
        move = by_letter if letters else by_word
        self._span = move(text, self._span, end, step)
        self._show()

    def _show(self) -> None:
        if self._pane is None or self._mark is None:
            return
        view = self._pane.view
        view.update_mark(replace(self._mark, span=self._span))
        view.reveal(Span(self._span.end - 1, self._span.end))
        quote = " ".join(self._span.of(view.text()).split())
        if len(quote) > _LONGEST_SAID:
            half = _LONGEST_SAID // 2
            quote = f"{quote[:half]} … {quote[-half:]}"
        announce(view, quote)

    def _saved(self, _: object) -> None:
        self.adjusted.emit()

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("Left", "Right"), self.tr("move the end")),
            Hint(("Shift+Left", "Shift+Right"), self.tr("move the start")),
            Hint(("Enter",), self.tr("save")),
            Hint(("Esc",), self.tr("leave as it was")),
            Hint(("Ctrl",), self.tr("by a letter")),
        )

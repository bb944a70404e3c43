"""A form in its place that asks for a sentence or two before something is done to a verdict."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.window.claims.record_button import RecordButton
from factcheck.window.shapes import box
from factcheck.window.verdicts.sentence_field import SentenceField
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.labels import InlineError, PlainLabel


class Asked(NamedTuple):
    """One field: its key in the answer, its label; earlier: what can be picked."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    earlier: tuple[str, ...] = ()
    optional: bool = False


class Asking(NamedTuple):
    """What a form asks for.

    purpose: what it is for, the same for ever. other: a second way to go on, "" for none; it
    takes what is typed and needs nothing.
    """

    purpose: str
    title: str
    fields: tuple[Asked, ...]
    verb: str
    note: str = ""
    other: str = ""


class AskForm(QWidget):
    """Enter goes to the next empty field and from the last one on; Ctrl+Enter does the same.

    answered(purpose, answers): all that is needed is there. went_other(purpose, answers): the
    second way was taken. opened: it has the keyboard. was_put_away(purpose, answers): it goes with
    what is typed in it. left: it went, by Esc or because it is done; the keyboard may go back.
    """

    answered = Signal(str, object)
    went_other = Signal(str, object)
    opened = Signal()
    was_put_away = Signal(str, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking: Asking | None = None
        self.fields: dict[str, SentenceField] = {}
        self.title = PlainLabel("", "strong")
        self.title.setWordWrap(True)
        self.note = PlainLabel("", "second")
        self.note.setWordWrap(True)
        self.button = RecordButton()
        self.other = QPushButton()
        # Enter presses it: the keyboard came there with Enter.
        self.other.setAutoDefault(True)
        self.error = InlineError()
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.button)
        foot.addWidget(self.other)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addLayout(self._body)
        column.addLayout(foot)
        column.addWidget(self.error)
        self.button.clicked.connect(self.confirm)
        self.other.clicked.connect(self._go_other)
        self.hide()

    # What is asked

    @property
    def purpose(self) -> str:
        """What the open form is for, "" while it is closed."""
        return self._asking.purpose if self._asking is not None else ""

    @property
    def is_typing(self) -> bool:
        """Whether the form is open and has the keyboard."""
        focused = self.window().focusWidget()
        return self._asking is not None and focused is not None and self.isAncestorOf(focused)

    def answers(self) -> dict[str, str]:
        """Give what is typed, by the keys of the fields."""
        return {key: field.text() for key, field in self.fields.items()}

    def open(self, asking: Asking, *, go: bool = True) -> None:
        """Show the form; go to its first empty field."""
        self._take_away()
        self._asking = asking
        self.title.setText(asking.title)
        self.note.setText(asking.note)
        self.note.setVisible(bool(asking.note))
        self.button.set_words(asking.verb)
        self.other.setText(asking.other)
        self.other.setVisible(bool(asking.other))
        for asked in asking.fields:
            field = SentenceField(
                asked.label, value=asked.value, hint=asked.hint, earlier=asked.earlier
            )
            field.confirmed.connect(self.confirm)
            field.left.connect(self.leave)
            field.typed.connect(self.error.clear)
            self.fields[asked.key] = field
            self._body.addWidget(field)
        # Tab goes from the fields to the buttons, in the order in which they stand.
        chain = [part for field in self.fields.values() for part in (field.field, field.pick)]
        for before, after in zip(chain, [*chain[1:], self.button], strict=True):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self.button, self.other)
        self.setAccessibleName(asking.title)
        self.show()
        if go:
            first = next(iter(self._empty()), next(iter(self.fields)))
            self.fields[first].setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(self, f"{asking.title} {asking.note}".strip())
        self.opened.emit()

    def confirm(self) -> None:
        """Go on, or to what is missing; never stop where there is a second way."""
        if self._asking is None:
            return
        empty = self._empty()
        if self.other.hasFocus():
            self._go_other()
        elif not empty:
            self.answered.emit(self._asking.purpose, self.answers())
        else:
            self._go_to_empty(empty)

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; what is typed stays."""
        self.error.say(sentence, again=False)

    def leave(self) -> None:
        """Put the form away; the keyboard goes back."""
        if self._asking is not None:
            self.put_away()
            self.left.emit()

    def put_away(self) -> None:
        """Close the form, where it is open."""
        if self._asking is not None:
            purpose, answers = self._asking.purpose, self.answers()
            self._take_away()
            self.hide()
            self.was_put_away.emit(purpose, answers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc from its buttons too."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame that holds it together."""
        box(QPainter(self), self.rect(), fill="window", line="line")

    # Internal

    def _empty(self) -> list[str]:
        asked: Sequence[Asked] = self._asking.fields if self._asking is not None else ()
        needed = [each.key for each in asked if not each.optional]
        return [key for key in needed if not self.fields[key].text()]

    def _go_to_empty(self, empty: Sequence[str]) -> None:
        if self._asking is None:
            return
        names = list(self.fields)
        focused = next((key for key, field in self.fields.items() if field.field.hasFocus()), "")
        if focused not in empty:
            after = names[names.index(focused) + 1 :] if focused else []
            following = next((key for key in after if key in empty), empty[0])
            self.fields[following].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._asking.other:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.tr("Nothing is typed. Enter: {0}.").format(self._asking.other))
        else:
            self.error.say(self.tr("Nothing is typed yet."), again=False)

    def _go_other(self) -> None:
        if self._asking is not None:
            answers: Mapping[str, str] = self.answers()
            self.went_other.emit(self._asking.purpose, answers)

    def _take_away(self) -> None:
        self._asking = None
        self.error.clear()
        for field in self.fields.values():
            self._body.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = {}

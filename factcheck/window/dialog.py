"""What all dialogs share: a heading, the form, an error in its place, and two verbs at the foot."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from factcheck.text.visible import shown
from factcheck.window import fonts
from factcheck.window.shapes import color
from factcheck.window.style import make_main
from factcheck.window.widgets.labels import InlineError, PlainLabel


class Dialog(QDialog):
    """A dialog with one main button; Esc changes nothing.

    Call `set_words` in the constructor, put parts into `body`; override `accept` to check them and
    to call `refuse` instead of closing.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setMinimumWidth(fonts.scaled(width))
        self._heading = PlainLabel()
        font = fonts.base_font(semibold=True)
        font.setPixelSize(fonts.scaled(16))
        self._heading.setFont(font)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._error = InlineError()
        self.buttons = QDialogButtonBox()
        self.main_button = QPushButton()
        make_main(self.main_button)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.buttons.addButton(self.main_button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.main_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(self.body, 1)
        column.addWidget(self._error)
        column.addSpacing(4)
        column.addWidget(self.buttons)

    def set_words(self, title: str, verb: str) -> None:
        """Set the title, which is the heading too, and the verb of the main button.

        Enter in a field presses that button.
        """
        self.setWindowTitle(shown(title))
        self._heading.setText(title)
        self.main_button.setText(verb)

    def refuse(self, sentence: str) -> None:
        """Say why it does not go on; what was typed stays."""
        self._error.say(sentence, again=False)
        if self.isVisible():
            self._grow()

    @Slot()
    def clear_error(self) -> None:
        """Take the sentence away, as when something else is typed."""
        self._error.clear()

    def error(self) -> str:
        """Give the sentence that is shown, "" for none."""
        return self._error.text()

    def add_label(self, text: str, field: QWidget | None = None) -> PlainLabel:
        """Put a heading over a field and make it the field's name."""
        label = PlainLabel(text, "heading")
        if field is not None:
            label.setBuddy(field)
            field.setAccessibleName(text)
        self.body.addWidget(label)
        return label

    def add_field(self, text: str, field: QWidget) -> None:
        """Put a field under its name."""
        self.add_label(text, field)
        self.body.addWidget(field)
        self.body.addSpacing(4)

    def add_note(self, text: str) -> PlainLabel:
        """Put a muted sentence that may take several lines."""
        note = PlainLabel(text, "second")
        note.setWordWrap(True)
        self.body.addWidget(note)
        return note

    def showEvent(self, event: QShowEvent) -> None:
        """Make room for all parts."""
        super().showEvent(event)
        self._grow()

    def _grow(self) -> None:
        # A layout with wrapped lines does not make its window grow; its parts would overlap.
        column = self.layout()
        if column is not None:
            column.activate()
            needed = column.totalHeightForWidth(self.width())
            self.resize(self.width(), max(self.height(), needed))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("panel"))

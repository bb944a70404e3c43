"""What was said in a note, typed anew in the place of its text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import Done, EditNote
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.shapes import color
from factcheck.window.style import make_main
from factcheck.window.widgets.labels import InlineError
from factcheck.window.widgets.typed_field import TypedField, is_confirming
from factcheck.window.workspace import Workspace


class NoteEditor(QWidget):
    """Ctrl+Enter saves, Esc leaves; what was typed and not saved is kept for each note.

    closed: saved or left, the text may be shown again.
    """

    closed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document_id = ""
        self._before = ""
        self._typed: dict[str, str] = {}
        self.field = TypedField()
        self.field.setFont(fonts.wording_font())
        self.field.setAccessibleName(self.tr("What was said or seen"))
        self.field.setPlaceholderText(self.tr("What was said or seen"))
        self.error = InlineError()
        self.save_button = make_main(QPushButton(self.tr("Save")))
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.field, 1)
        column.addWidget(self.error)
        column.addLayout(buttons)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.drop)
        self.error.retry_wanted.connect(self.save)
        workspace.closed.connect(self._forget)
        self.hide()

    @property
    def document_id(self) -> str:
        """The note that is being typed, "" for none."""
        return self._document_id

    def begin(self, document_id: str, text: str) -> None:
        """Open with the text of a note, or with what was typed of it and not saved."""
        self._document_id, self._before = document_id, text
        self.error.clear()
        self.field.setPlainText(self._typed.pop(document_id, text))
        self.save_button.setEnabled(True)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Save what was typed as the note's text."""
        typed = self.field.toPlainText()
        if typed == self._before:
            self.drop()
            return
        self.save_button.setEnabled(False)
        self._workspace.do(EditNote(self._document_id, typed), self._saved, self._refused)

    def leave(self) -> None:
        """Close and keep what was typed."""
        if self._document_id and self.field.toPlainText() != self._before:
            self._typed[self._document_id] = self.field.toPlainText()
        self._close()

    def drop(self) -> None:
        """Close and forget what was typed."""
        self._typed.pop(self._document_id, None)
        self._close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, leave with Esc."""
        if is_confirming(event):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("panel"))

    def _saved(self, done: Done) -> None:
        if done.ids[0] == self._document_id:
            self._close()

    def _refused(self, error: FactcheckError) -> None:
        self.save_button.setEnabled(True)
        self.error.say(str(error), again=False)

    def _close(self) -> None:
        if self._document_id:
            self._document_id = ""
            self.hide()
            self.closed.emit()

    def _forget(self) -> None:
        self._typed.clear()
        self._close()

"""What a correction needs: what was wrong with what was published, and a note to the public."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.verdicts.draft import Corrected
from factcheck.window.widgets.labels import PlainLabel


class CorrectionFields(QWidget):
    """Two fields under the reason. typed: the words are others now.

    confirmed: Ctrl+Enter. left: Esc, back to the reader.
    """

    typed = Signal()
    confirmed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = PlainLabel(
            self.tr("The verdict was published: another one is a correction."), "second", "text"
        )
        title.setWordWrap(True)
        self.wrong = self._field(self.tr("What was wrong"))
        self.note = self._field(self.tr("Note that the public reads"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (title, self.wrong, self.note):
            column.addWidget(part)

    def set_words(self, words: Corrected) -> None:
        """Show what was typed for a claim."""
        self.wrong.setPlainText(words.what_was_wrong)
        self.note.setPlainText(words.note)

    def words(self) -> Corrected:
        """Give what is typed."""
        return Corrected(self.wrong.toPlainText(), self.note.toPlainText())

    def missing(self) -> str:
        """Say what is missing, "" for nothing."""
        if not self.wrong.toPlainText().strip():
            return self.tr("Say what was wrong.")
        if not self.note.toPlainText().strip():
            return self.tr("A note to the public is needed.")
        return ""

    def focus_missing(self) -> None:
        """Go to the first field that is empty."""
        field = self.note if self.wrong.toPlainText().strip() else self.wrong
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, words: str) -> GrowingField:
        field = GrowingField(fonts.base_font())
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.textChanged.connect(self.typed)
        field.confirmed.connect(self.confirmed)
        field.left.connect(self.left)
        return field

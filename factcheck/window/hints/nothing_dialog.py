"""What was looked for in vain, and where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.window.dialog import Dialog


class NothingDialog(Dialog):
    """Asks for both; `recorded(looked for, looked in)` once, Esc changes nothing."""

    recorded = Signal(str, str)

    def __init__(self, wording: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_words(self.tr("Looked for this and found nothing"), self.tr("Record"))
        self.looked_for = QLineEdit(wording)
        self.looked_in = QLineEdit()
        self.looked_in.setPlaceholderText(self.tr("the documents of the case"))
        self.add_field(self.tr("Looked for"), self.looked_for)
        self.add_field(self.tr("Looked in"), self.looked_in)
        self.add_note(
            self.tr("It stands in the history of the claim, with your name and the time.")
        )
        self.looked_for.textChanged.connect(self._typed)
        self.looked_in.setFocus()
        self._typed()

    def accept(self) -> None:
        """Record and close."""
        words = [" ".join(field.text().split()) for field in (self.looked_for, self.looked_in)]
        if words[0]:
            super().accept()
            self.recorded.emit(*words)

    def _typed(self) -> None:
        self.main_button.setEnabled(bool(self.looked_for.text().strip()))

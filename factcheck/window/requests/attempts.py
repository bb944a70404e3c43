"""The attempts to reach somebody, as a model, and the small form for one more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.case.changes import AddAttempt
from factcheck.case.read.requests import AttemptRow, RequestRow
from factcheck.window.requests.columns import asked_words
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip
from factcheck.window.widgets.moment import MomentField, now_given
from factcheck.window.widgets.typed_field import TypedDialog


class AttemptsModel(ListModel[AttemptRow]):
    """A line for each attempt: when, how, what came of it."""

    def _told(self, row: AttemptRow, role: int) -> object:
        parts = (asked_words(row.made_at), row.channel, " ".join(row.note.split()))
        line = " · ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.DisplayRole:
            return line
        return plain_tip(line) if role == Qt.ItemDataRole.ToolTipRole else None


class AttemptDialog(TypedDialog):
    """Asks when and how it was tried, and what came of it."""

    def __init__(self, row: RequestRow, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=420)
        self.set_words(self.tr("Another attempt"), self.tr("Note it"))
        self._request_id = row.id
        self.add_note(row.to_whom)
        self.when = MomentField()
        self.when.set_text(now_given())
        self.channel = QLineEdit(row.attempts[-1].channel if row.attempts else row.channel)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("no one answered, left a message, …"))
        self.add_field(self.tr("When"), self.when)
        self.add_field(self.tr("How"), self.channel)
        self.add_field(self.tr("What came of it"), self.note)
        self.note.setFocus()

    @classmethod
    def ask(cls, row: RequestRow, parent: QWidget | None) -> AddAttempt | None:
        """Show the form; None where the user leaves."""
        dialog = cls(row, parent)
        change = dialog.change() if dialog.exec() else None
        dialog.deleteLater()
        return change

    def change(self) -> AddAttempt:
        """Give the attempt that stands in the fields."""
        return AddAttempt(
            self._request_id,
            self.when.text(),
            self.channel.text().strip(),
            self.note.text().strip(),
        )

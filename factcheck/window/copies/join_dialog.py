"""Two documents that are one report though they share no text: which, and why."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from factcheck.case.read.documents import DocumentRow
from factcheck.window.dialog import Dialog

_ID: Final = 8


class JoinDialog(Dialog):
    """Asks for all three; `joined(id, id, why)` once, Esc changes nothing.

    first: the id of the document that stands in the first field, "" for none.
    """

    joined = Signal(str, str, str)

    def __init__(
        self, documents: Sequence[DocumentRow], first: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_words(self.tr("Two documents, one report"), self.tr("Join"))
        self._ids = _by_name(documents)
        self.first, self.second, self.why = QLineEdit(), QLineEdit(), QLineEdit()
        for field in (self.first, self.second):
            completer = QCompleter(QStringListModel(list(self._ids), self), field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            field.setCompleter(completer)
        self.add_field(self.tr("Document"), self.first)
        self.add_field(self.tr("is one report with"), self.second)
        self.add_field(self.tr("Why"), self.why)
        self.add_note(
            self.tr("They count as one source from then on. The view Copies parts them again.")
        )
        for name, id in self._ids.items():
            if id == first:
                self.first.setText(name)
        for field in (self.first, self.second, self.why):
            field.textChanged.connect(self._typed)
        (self.second if self.first.text() else self.first).setFocus()
        self._typed()

    def accept(self) -> None:
        """Join and close; what is missing or names no document is said."""
        chosen = []
        for field in (self.first, self.second):
            id = self._meant(field.text())
            if id is None:
                self.refuse(self.tr("“{0}” names no document, or several.").format(field.text()))
                field.setFocus()
                return
            chosen.append(id)
        if chosen[0] == chosen[1]:
            self.refuse(self.tr("Name two documents."))
            return
        super().accept()
        self.joined.emit(*chosen, " ".join(self.why.text().split()))

    def _meant(self, typed: str) -> str | None:
        wanted = " ".join(typed.split()).casefold()
        for name, id in self._ids.items():
            if name.casefold() == wanted:
                return id
        found = [id for name, id in self._ids.items() if wanted in name.casefold()]
        return found[0] if len(found) == 1 else None

    def _typed(self) -> None:
        self.clear_error()
        fields = (self.first, self.second, self.why)
        self.main_button.setEnabled(all(field.text().strip() for field in fields))


def _by_name(documents: Sequence[DocumentRow]) -> dict[str, str]:
    """Name documents by title and outlet; those of one name by the beginning of their ids too."""
    names = [
        " · ".join(filter(None, (" ".join(row.title.split()), row.outlet))) for row in documents
    ]
    times = Counter(names)
    return {
        name if times[name] == 1 else f"{name} ({row.id[:_ID]})": row.id
        for name, row in zip(names, documents, strict=True)
    }

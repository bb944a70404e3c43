"""One short question in a small window: a field with what was entered before, Enter, gone."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from factcheck.window.dialog import Dialog


class AskField(Dialog):
    """Asks for a word or two; `answered(str)` once, Esc changes nothing.

    resolve: what the typed words mean, None where they mean nothing; the note below says it while
    one types (`tell` puts it into words), so that nothing is saved that was not seen.
    """

    answered = Signal(str)

    def __init__(
        self,
        title: str,
        label: str,
        value: str = "",
        *,
        verb: str = "",
        words: Sequence[str] = (),
        hint: str = "",
        resolve: Callable[[str], str | None] | None = None,
        tell: Callable[[str | None], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=340)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_words(title, verb or self.tr("Save"))
        self._resolve, self._tell = resolve, tell
        self.field = QLineEdit(value)
        self.field.setPlaceholderText(hint)
        self.field.setMaxLength(500)
        self.add_field(label, self.field)
        self.note = self.add_note("")
        self.note.setVisible(tell is not None)
        if words:
            completer = QCompleter(QStringListModel(list(words), self), self.field)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self.field.setCompleter(completer)
        self.field.textChanged.connect(self._typed)
        self.field.selectAll()
        self.field.setFocus()
        self._typed()

    def value(self) -> str | None:
        """Give what is meant; None where the words mean nothing."""
        typed = " ".join(self.field.text().split())
        return typed if self._resolve is None else self._resolve(typed)

    def accept(self) -> None:
        """Answer and close; words that mean nothing stay."""
        value = self.value()
        if value is not None:
            super().accept()
            self.answered.emit(value)

    def _typed(self) -> None:
        value = self.value()
        self.main_button.setEnabled(value is not None)
        if self._tell is not None:
            self.note.setText(self._tell(value))

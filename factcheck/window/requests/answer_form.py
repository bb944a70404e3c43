"""What became of a request: its outcome and the answer, kept as a source note if that is wanted."""

from typing import NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import REQUEST_OUTCOMES, AnswerRequest, Done, RequestOutcome
from factcheck.case.read.requests import RequestRow
from factcheck.errors import FactcheckError
from factcheck.window.requests.words import word_for_outcome
from factcheck.window.style import make_main
from factcheck.window.widgets.labels import InlineError
from factcheck.window.widgets.typed_field import TypedField, is_confirming
from factcheck.window.workspace import Workspace


class _Typed(NamedTuple):
    """What was typed of an answer and not saved."""

    outcome: str
    answer: str


class AnswerForm(QWidget):
    """Ctrl+Enter saves, Ctrl+Shift+Enter saves the answer as a source note too.

    What is typed is kept for each request. noted(document id): the answer became a note.
    left: Esc. note_wanted(document id): show the note.
    """

    noted = Signal(str)
    left = Signal()
    note_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: RequestRow | None = None
        self._typed: dict[str, _Typed] = {}
        self.outcome = QComboBox()
        self.outcome.setAccessibleName(self.tr("Outcome"))
        for outcome in REQUEST_OUTCOMES:
            self.outcome.addItem(word_for_outcome(outcome), outcome)
        self.answer = TypedField(least_lines=1)
        self.answer.setAccessibleName(self.tr("Answer"))
        self.answer.setPlaceholderText(self.tr("Answer"))
        self.error = InlineError()
        self.save_button = make_main(QPushButton(self.tr("Save")))
        self.save_button.setToolTip(self.tr("Ctrl+Enter"))
        self.note_button = QPushButton(self.tr("Save as note"))
        self.note_button.setToolTip(self.tr("As a source note, to be linked: Ctrl+Shift+Enter"))
        self.open_button = QPushButton(self.tr("Open the note"))
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.outcome)
        buttons.addStretch(1)
        for button in (self.save_button, self.note_button, self.open_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(6)
        column.addWidget(self.answer, 1)
        column.addWidget(self.error)
        column.addLayout(buttons)
        self.save_button.clicked.connect(self.save)
        self.note_button.clicked.connect(self.save_as_note)
        self.open_button.clicked.connect(self._open_note)
        workspace.closed.connect(self._typed.clear)

    def show_request(self, row: RequestRow | None) -> None:
        """Show the answer of a request, or what was typed of it; None for none."""
        same = row is not None and self._row is not None and row.id == self._row.id
        if same and self._is_typed():
            self._row = row
            self._show_buttons()
            return
        self._keep()
        self._row = row
        self.error.clear()
        self.setEnabled(row is not None and not self._workspace.why_read_only)
        stored = _stored(row)
        shown = self._typed.pop(row.id, stored) if row is not None else stored
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(shown.outcome)))
        self.answer.setPlainText(shown.answer)
        self._show_buttons()

    def begin(self) -> None:
        """Put the cursor into the answer."""
        self.answer.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Save outcome and answer."""
        self._save(as_note=False)

    def save_as_note(self) -> None:
        """Save them, and make the answer a source note."""
        self._save(as_note=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, leave with Esc; what was typed stays."""
        if is_confirming(event):
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Internal

    def _save(self, *, as_note: bool) -> None:
        if self._row is None or not self.isEnabled():
            return
        outcome = cast("RequestOutcome", self.outcome.currentData())
        change = AnswerRequest(
            self._row.id, outcome, self.answer.toPlainText().strip(), as_note=as_note
        )
        self._workspace.do(change, self._saved, self._refused)

    def _saved(self, done: Done) -> None:
        self._typed.pop(done.ids[0], None)
        self.error.clear()
        if len(done.ids) > 1:
            self.noted.emit(done.ids[1])
        if self._row is not None and self._row.id == done.ids[0]:
            self.left.emit()

    def _refused(self, error: FactcheckError) -> None:
        self.error.say(str(error), again=False)

    def _is_typed(self) -> bool:
        if self._row is None:
            return False
        typed = _Typed(str(self.outcome.currentData()), self.answer.toPlainText())
        return typed != _stored(self._row)

    def _keep(self) -> None:
        if self._row is not None and self._is_typed():
            typed = _Typed(str(self.outcome.currentData()), self.answer.toPlainText())
            self._typed[self._row.id] = typed

    def _show_buttons(self) -> None:
        is_note = self._row is not None and self._row.note_id is not None
        self.note_button.setVisible(not is_note)
        self.open_button.setVisible(is_note)

    def _open_note(self) -> None:
        if self._row is not None and self._row.note_id is not None:
            self.note_wanted.emit(self._row.note_id)


def _stored(row: RequestRow | None) -> _Typed:
    if row is None or row.outcome == "open":
        return _Typed(REQUEST_OUTCOMES[0], row.answer if row is not None else "")
    return _Typed(row.outcome, row.answer)

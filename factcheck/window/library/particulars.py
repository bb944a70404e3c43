"""What a document says about itself, corrected by hand: a form in the library's place."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.changes import Done, Edit, FieldValue
from factcheck.case.clock import system_clock
from factcheck.case.dates_ahead import ahead_of
from factcheck.case.read.documents import DocumentRow, document
from factcheck.errors import FactcheckError
from factcheck.vectors.minilm import is_outside
from factcheck.window.icons import dress
from factcheck.window.library.fields import (
    DocumentFields,
    FieldWidget,
    has_label,
    put,
    taken,
    widget_for,
)
from factcheck.window.library.kinds import word_for
from factcheck.window.style import make_main
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Particulars(QWidget):
    """A form for one document; only what was changed is saved.

    closed: back to the list, saved or not. recheck_needed(sentence): verdicts rest on it and what
    was said of its condition makes them worth a second look.
    """

    closed = Signal()
    recheck_needed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: DocumentRow | None = None
        self._form = DocumentFields(self)
        self._fields: dict[str, FieldWidget] = {}
        self._kind = PlainLabel("", "strong")
        back = QToolButton()
        back.setAutoRaise(True)
        dress(back, "chevron-left")
        back.setAccessibleName(self.tr("Back to the documents"))
        back.setToolTip(self.tr("Back to the documents (Esc)"))
        back.clicked.connect(self.close_form)
        self._back = back
        self._error = InlineError()
        self._error.retry_wanted.connect(self.save)
        self._save = make_main(QPushButton(self.tr("Save")))
        self._save.setToolTip(self.tr("Ctrl+Enter"))
        self._save.clicked.connect(self.save)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.close_form)
        head = QHBoxLayout()
        head.setContentsMargins(8, 8, 12, 4)
        head.addWidget(back)
        head.addWidget(self._kind, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 8, 12, 12)
        buttons.addWidget(self._save)
        buttons.addWidget(cancel)
        buttons.addStretch(1)
        self._area = QScrollArea()
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        Ground(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(self._error)
        column.addLayout(buttons)

    @property
    def document_id(self) -> str:
        """The document in the form, "" for none."""
        return self._row.id if self._row is not None else ""

    def show_document(self, row: DocumentRow, focus: str = "title") -> None:
        """Fill the form and put the cursor into a field."""
        self._row = row
        self._error.clear()
        self._kind.setText(word_for(row.kind))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 8)
        column.setSpacing(3)
        self._fields = {}
        for field in self._form.of(row):
            widget = widget_for(field)
            put(widget, field.value(row))
            if has_label(widget):
                label = PlainLabel(field.label, "second")
                label.setBuddy(widget)
                column.addWidget(label)
            column.addWidget(widget)
            if field.name == "language" and is_outside(row.language):
                column.addWidget(self._note(self._reads_english()))
            for sentence in ahead_of({field.name: field.value(row)}, system_clock()):
                column.addWidget(self._note(sentence))
            column.addSpacing(6)
            self._fields[field.name] = widget
        column.addStretch(1)
        self._area.setWidget(page)
        # The area would fill it with the colour of the window: the pane is its ground.
        page.setAutoFillBackground(False)
        self._fields[focus].setFocus(Qt.FocusReason.OtherFocusReason)
        # A field far down has its place only after the layout had its turn.
        QTimer.singleShot(0, self._show_focused)

    def refresh(self) -> None:
        """Show what was changed elsewhere, but never over what is being typed."""
        if self._row is None:
            return
        try:
            fresh = self._workspace.read(document, self._row.id)
        except FactcheckError:
            self.close_form()
            return
        typed = self._changed()
        for field in self._form.of(fresh):
            if field.name not in typed:
                put(self._fields[field.name], field.value(fresh))
        self._row = fresh

    def save(self) -> None:
        """Save what was changed and go back to the list."""
        values = self._changed()
        if self._row is None or not values:
            self.close_form()
            return
        self._save.setEnabled(False)
        self._workspace.do(Edit("document", self._row.id, values), self._saved, self._refused)

    def close_form(self) -> None:
        """Go back to the list; what was typed is dropped."""
        self._row = None
        self._save.setEnabled(True)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, go back with Esc."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)

    # Internal

    def _reads_english(self) -> str:
        return self.tr(
            "The model that finds by meaning reads English: this text is found by its words alone."
        )

    def _note(self, sentence: str) -> PlainLabel:
        note = PlainLabel(sentence, "second")
        note.setWordWrap(True)
        return note

    def _changed(self) -> dict[str, FieldValue]:
        if self._row is None:
            return {}
        now = {name: taken(widget) for name, widget in self._fields.items()}
        return {
            field.name: now[field.name]
            for field in self._form.of(self._row)
            if now[field.name] != field.value(self._row)
        }

    def _show_focused(self) -> None:
        focused = self.window().focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused, 0, 120)

    def _saved(self, done: Done) -> None:
        self.close_form()
        if "verdicts" in done.changes.tables:
            resting = len(done.changes.claims)
            self.recheck_needed.emit(
                self.tr(
                    "%n verdict(s) rest(s|) on it and need(s|) a recheck. The ledger lists them.",
                    "",
                    resting,
                )
            )

    def _refused(self, error: FactcheckError) -> None:
        self._save.setEnabled(True)
        self._error.say(str(error))

"""What is known of a claim, as a form; each field is saved as it is left."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.changes import Edit
from factcheck.case.read.claims import ClaimRow, words_used
from factcheck.errors import FactcheckError
from factcheck.window.claims.words import word_for_checks
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


class _Field(NamedTuple):
    """A field: its name in an Edit, its label, what a row has; what it completes or offers."""

    name: str
    label: str
    value: Callable[[ClaimRow], str]
    completes: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class ClaimForm(QWidget):
    """Shows and changes a claim. `left`: Esc."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._widgets: dict[str, QLineEdit | QComboBox] = {}
        self._by_name = {field.name: field for field in self._fields()}
        self._words: dict[str, QStringListModel] = {}
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(16, 4, 16, 8)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field in self._by_name.values():
            widget = self._widget(field)
            self._widgets[field.name] = widget
            form.addRow(PlainLabel(field.label, "second"), widget)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        Ground(area)
        page.setAutoFillBackground(False)
        self._error = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._error)

    def set_claim(self, claim: ClaimRow | None) -> None:
        """Show a claim, but never over what is being typed for the same one."""
        same = claim is not None and self._claim is not None and claim.id == self._claim.id
        if not same:
            self._save_typed()
            self._error.clear()
        before, self._claim = self._claim, claim
        self.setEnabled(claim is not None and not self._workspace.why_read_only)
        if claim is None:
            return
        for name, widget in self._widgets.items():
            value = self._by_name[name].value(claim)
            typing = (
                same
                and before is not None
                and isinstance(widget, QLineEdit)
                and widget.text().strip() != self._by_name[name].value(before)
            )
            if not typing:
                _set(widget, value)

    def open_at(self, name: str = "speaker") -> None:
        """Get the completions ready and put the cursor into a field."""
        if self._workspace.is_open:
            for column, model in self._words.items():
                model.setStringList(self._workspace.read(words_used, column))
        widget = self._widgets[name]
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(widget, QLineEdit):
            widget.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc; what was typed is saved."""
        if event.key() == Qt.Key.Key_Escape:
            self._save_typed()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Internal

    def _widget(self, field: _Field) -> QLineEdit | QComboBox:
        widget: QLineEdit | QComboBox
        if field.choices:
            widget = QComboBox()
            for stored, word in field.choices:
                widget.addItem(word, stored)
            widget.activated.connect(self._save_sender)
        else:
            widget = QLineEdit()
            widget.setPlaceholderText(field.hint)
            widget.editingFinished.connect(self._save_sender)
            if field.completes:
                model = self._words.setdefault(field.completes, QStringListModel(self))
                completer = QCompleter(model, widget)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                widget.setCompleter(completer)
        widget.setObjectName(field.name)
        widget.setAccessibleName(field.label)
        return widget

    def _save_sender(self) -> None:
        widget = self.sender()
        if isinstance(widget, QLineEdit | QComboBox):
            self._save(widget.objectName())

    def _save_typed(self) -> None:
        for name in self._widgets:
            self._save(name)

    def _save(self, name: str) -> None:
        if self._claim is None or self._workspace.why_read_only:
            return
        value = _get(self._widgets[name])
        if value != self._by_name[name].value(self._claim):
            self._error.clear()
            self._workspace.do(Edit("claim", self._claim.id, {name: value}), None, self._refused)

    def _refused(self, error: FactcheckError) -> None:
        self._error.say(str(error), again=False)

    def _fields(self) -> tuple[_Field, ...]:
        checks = tuple((stored, word_for_checks(stored)) for stored in ("fact", "attribution"))
        priority = (
            ("", self.tr("not set")),
            ("low", self.tr("low")),
            ("normal", self.tr("normal")),
            ("high", self.tr("high")),
            ("urgent", self.tr("urgent")),
        )
        date = self.tr("2020-11-17, or as precise as known")
        return (
            _Field("checks", self.tr("Checks"), lambda c: c.checks, choices=checks),
            _Field("speaker", self.tr("Said by"), lambda c: c.speaker, "speaker"),
            _Field("speaker_role", self.tr("Role"), lambda c: c.speaker_role, "speaker_role"),
            _Field("party", self.tr("Party"), lambda c: c.party, "party"),
            _Field("made_on", self.tr("Made on"), lambda c: c.made_on, hint=date),
            _Field("claim_where", self.tr("Where"), lambda c: c.claim_where, "claim_where"),
            _Field("claim_url", self.tr("Address"), lambda c: c.claim_url),
            _Field("event", self.tr("Event"), lambda c: c.event, "event"),
            _Field(
                "tags", self.tr("Tags"), lambda c: ", ".join(c.tags), hint=self.tr("with commas")
            ),
            _Field("why_chosen", self.tr("Why chosen"), lambda c: c.why_chosen),
            _Field("assigned_to", self.tr("Assigned to"), lambda c: c.assigned_to, "assigned_to"),
            _Field("due", self.tr("Due"), lambda c: c.due, hint=self.tr("2020-11-17")),
            _Field("priority", self.tr("Priority"), lambda c: c.priority, choices=priority),
        )


def _set(widget: QLineEdit | QComboBox, value: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif widget.text() != value:
        widget.setText(value)
        widget.setCursorPosition(0)


def _get(widget: QLineEdit | QComboBox) -> str:
    return str(widget.currentData()) if isinstance(widget, QComboBox) else widget.text().strip()

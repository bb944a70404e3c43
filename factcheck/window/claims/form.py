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

from factcheck.case.changes import Edit, FieldValue
from factcheck.case.read.claims import ClaimRow, words_used
from factcheck.case.read.compounds import speaker_particulars
from factcheck.errors import FactcheckError
from factcheck.window.claims.due import resolve_due, tell_due
from factcheck.window.claims.words import PRIORITIES, word_for_checks, word_for_priority
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


class _Field(NamedTuple):
    """A field: its name in an Edit, its label, what a row has; what it completes or offers.

    group: the heading over it, where a group begins with it.
    """

    name: str
    label: str
    value: Callable[[ClaimRow], str]
    completes: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    group: str = ""


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
            if field.group:
                form.addRow(PlainLabel(field.group, "heading"))
            form.addRow(PlainLabel(field.label, "second"), widget)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        Ground(area)
        page.setAutoFillBackground(False)
        self.note = PlainLabel("", "second")
        self.note.setWordWrap(True)
        self.note.setContentsMargins(16, 2, 16, 4)
        self.note.hide()
        self._error = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self.note)
        column.addWidget(self._error)

    def set_claim(self, claim: ClaimRow | None) -> None:
        """Show a claim, but never over what is being typed for the same one."""
        same = claim is not None and self._claim is not None and claim.id == self._claim.id
        if not same:
            self._save_typed()
            self._error.clear()
            self.note.hide()
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
            if field.name == "due":
                widget.textEdited.connect(self._tell_due)
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
        if value == self._by_name[name].value(self._claim):
            return
        self._error.clear()
        values: dict[str, FieldValue] = {name: value}
        if name == "due":
            meant = resolve_due(value)
            if meant is None:
                self._error.say(tell_due(None), again=False)
                return
            values = {name: meant}
        elif name == "speaker":
            values |= self._known_of(value)
        self._workspace.do(Edit("claim", self._claim.id, values), None, self._refused)

    def _known_of(self, speaker: str) -> dict[str, FieldValue]:
        """Give role and party as last known, where none are typed; a note says where from."""
        typed = (_get(self._widgets["speaker_role"]), _get(self._widgets["party"]))
        if not speaker or any(typed):
            return {}
        known = self._workspace.read(speaker_particulars, speaker, _get(self._widgets["made_on"]))
        if not known.claim_no:
            return {}
        told = ", ".join(filter(None, (known.role, known.party)))
        self.note.setText(
            self.tr(
                "{0}: taken over from claim {1}. Change it where it was not so that day."
            ).format(told, known.claim_no)
        )
        self.note.show()
        return {"speaker_role": known.role, "party": known.party}

    def _tell_due(self, typed: str) -> None:
        self.note.setText(tell_due(resolve_due(typed)))
        self.note.show()

    def _refused(self, error: FactcheckError) -> None:
        self._error.say(str(error), again=False)

    def _fields(self) -> tuple[_Field, ...]:
        checks = tuple((stored, word_for_checks(stored)) for stored in ("fact", "attribution"))
        priority = tuple((stored, word_for_priority(stored)) for stored in PRIORITIES)
        date = self.tr("2020-11-17, or as precise as known")
        said, where = self.tr("Who says it"), self.tr("Where it was said")
        return (
            _Field("checks", self.tr("Checks"), lambda c: c.checks, choices=checks, group=said),
            _Field("speaker", self.tr("Said by"), lambda c: c.speaker, "speaker"),
            _Field("speaker_role", self.tr("Role"), lambda c: c.speaker_role, "speaker_role"),
            _Field("party", self.tr("Party"), lambda c: c.party, "party"),
            _Field("made_on", self.tr("Made on"), lambda c: c.made_on, hint=date),
            _Field("claim_where", self.tr("Where"), lambda c: c.claim_where, "claim_where",
                   group=where),
            _Field("event", self.tr("Event"), lambda c: c.event, "event"),
            _Field("claim_url", self.tr("Address"), lambda c: c.claim_url, hint="https://"),
            _Field("claim_archive_url", self.tr("Archived"), lambda c: c.claim_archive_url,
                   hint="https://"),
            *self._own_fields(priority),
        )  # fmt: skip

    def _own_fields(self, priority: tuple[tuple[str, str], ...]) -> tuple[_Field, ...]:
        """Give the fields of what the desk makes of the claim."""
        return (
            _Field("why_chosen", self.tr("Why chosen"), lambda c: c.why_chosen,
                   group=self.tr("On our desk")),
            _Field("tags", self.tr("Tags"), lambda c: ", ".join(c.tags),
                   hint=self.tr("with commas")),
            _Field("assigned_to", self.tr("Assigned to"), lambda c: c.assigned_to, "assigned_to"),
            _Field("due", self.tr("Due"), lambda c: c.due, hint=self.tr("2020-11-17, or Friday")),
            _Field("priority", self.tr("Priority"), lambda c: c.priority, choices=priority),
        )  # fmt: skip


def _set(widget: QLineEdit | QComboBox, value: str) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(max(0, widget.findData(value)))
    elif widget.text() != value:
        widget.setText(value)
        widget.setCursorPosition(0)


def _get(widget: QLineEdit | QComboBox) -> str:
    return str(widget.currentData()) if isinstance(widget, QComboBox) else widget.text().strip()

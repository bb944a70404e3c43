"""The wording of a claim: read in serif, changed in place with F2."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.changes import Done, Edit
from factcheck.case.read.claims import ClaimRow
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.claims.serif_text import SerifText
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace

_LINE = 23


class Wording(QWidget):
    """Shows a claim's wording; Enter saves what is typed, Esc leaves the field and keeps it.

    left: the field was left, the focus may go back.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._typed: dict[str, str] = {}
        self.shown = SerifText(fonts.wording_font(), _LINE)
        self.shown.setToolTip(self.tr("F2 changes the wording"))
        self.field = GrowingField(fonts.wording_font(), most_lines=8, enter_confirms=True)
        self.field.setAccessibleName(self.tr("Wording"))
        self.field.hide()
        self.unsaved = PlainLabel(self.tr("Another wording is typed, not saved: F2."), "second")
        self.unsaved.hide()
        self.error = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.shown, self.field, self.unsaved, self.error):
            column.addWidget(part)
        self.shown.edit_wanted.connect(self.edit)
        self.field.confirmed.connect(self.save)
        self.field.left.connect(self._leave)
        self.error.retry_wanted.connect(self.save)

    @property
    def is_typing(self) -> bool:
        """Whether the field is open."""
        return self.field.isVisibleTo(self)

    def set_claim(self, claim: ClaimRow | None) -> None:
        """Show a claim; a field that is open for the same claim stays as it is."""
        same = claim is not None and self._claim is not None and claim.id == self._claim.id
        if not same:
            self._close()
        self._claim = claim
        self.shown.set_text(claim.wording if claim is not None else "")
        if not self.is_typing:
            self._tell_unsaved()

    def edit(self) -> None:
        """Open the field with the wording, or with what was typed before."""
        if self._claim is None or self._workspace.why_read_only:
            return
        if not self.is_typing:
            self.field.setPlainText(self._typed.get(self._claim.id, self._claim.wording))
            self.shown.hide()
            self.unsaved.hide()
            self.field.show()
            self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Save what was typed."""
        if self._claim is None:
            return
        wording = " ".join(self.field.toPlainText().split())
        if wording == self._claim.wording:
            self._typed.pop(self._claim.id, None)
            self._close()
            self.left.emit()
            return
        self._workspace.do(
            Edit("claim", self._claim.id, {"wording": wording}), self._saved, self._refused
        )

    # Internal

    def _saved(self, done: Done) -> None:
        for id in done.changes.claims:
            self._typed.pop(id, None)
            if self._claim is not None and self._claim.id == id and self.is_typing:
                self.field.setPlainText(self._claim.wording)
                self._close()
                self.left.emit()

    def _refused(self, error: FactcheckError) -> None:
        self.error.say(str(error))

    def _leave(self) -> None:
        self._close()
        self.left.emit()

    def _close(self) -> None:
        if self._claim is not None and self.is_typing:
            typed = self.field.toPlainText()
            if typed == self._claim.wording:
                self._typed.pop(self._claim.id, None)
            else:
                self._typed[self._claim.id] = typed
        self.error.clear()
        self.field.hide()
        self.shown.show()
        self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        self.unsaved.setVisible(self._claim is not None and self._claim.id in self._typed)

"""Case ▸ Properties: what the case is, how much is in it, its fingerprint, and *Verify now*."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from factcheck.case.read.overview import overview
from factcheck.window.dialog import Dialog
from factcheck.window.notes.sizes import size_words
from factcheck.window.properties.backups_part import BackupsPart
from factcheck.window.properties.heads import GivenHeads
from factcheck.window.properties.verifying import VerifyPart
from factcheck.window.tasks import Tasks
from factcheck.window.times import day_and_time
from factcheck.window.widgets.fingerprint import FingerprintRow
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace


class PropertiesDialog(Dialog):
    """Follows the case while it is open; the window goes on working."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, heads: GivenHeads, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=560)
        self.set_words(self.tr("Properties of the case"), self.tr("Close"))
        self.buttons.removeButton(self.cancel_button)
        self._workspace, self._heads = workspace, heads
        self._values: list[PlainLabel] = []
        self.differing = InlineError()
        self.body.addWidget(self.differing)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.body.addLayout(self._grid)
        self.body.addSpacing(8)
        self._entry = self.add_label("")
        self.fingerprint = FingerprintRow()
        self.body.addWidget(self.fingerprint)
        self.add_note(
            self.tr(
                "Give it to somebody else: with it anyone can see later whether the log was "
                "changed since. It does not prove who typed the names."
            )
        )
        self.body.addSpacing(8)
        self.add_label(self.tr("Is it as it was?"))
        self.verifying = VerifyPart(workspace, tasks)
        self.body.addWidget(self.verifying)
        self.body.addSpacing(8)
        self.add_label(self.tr("Backups"))
        self.backups = BackupsPart(workspace)
        self.body.addWidget(self.backups)
        self.body.addStretch(1)
        self.fingerprint.copied.connect(heads.note_copied)
        heads.differing.connect(self._show_differing)
        workspace.changed.connect(self._show)
        workspace.closed.connect(self.reject)
        self._show()
        self._show_differing(heads.sentences)
        self.main_button.setFocus()

    @classmethod
    def ask(
        cls, parent: QWidget, workspace: Workspace, tasks: Tasks, heads: GivenHeads
    ) -> PropertiesDialog:
        """Show the dialog, or the one that is there already; the window goes on working."""
        known = parent.findChild(cls)
        dialog = known if isinstance(known, cls) else cls(workspace, tasks, heads, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    @Slot()
    def reject(self) -> None:
        """Leave; what is being verified is given up."""
        self.verifying.stop()
        super().reject()

    @Slot()
    def accept(self) -> None:
        """Leave, as with Esc."""
        self.reject()

    @Slot()
    def _show(self) -> None:
        if not self._workspace.is_open:
            return
        head = self._workspace.head
        self._entry.setText(self.tr("Fingerprint of entry {0}").format(head.seq))
        self.fingerprint.show_fingerprint(head.fingerprint)
        for row, (name, value) in enumerate(self._rows()):
            if row == len(self._values):
                self._add_row(row, name)
            self._values[row].setText(value)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        told, path = self._workspace.read(overview), self._workspace.path
        made = self.tr("{0}, by {1}").format(day_and_time(told.made_at), told.made_by)
        scale = self.tr("{0}, version {1}").format(told.scale, told.scale_version)
        number = QLocale().toString
        size = size_words(path.stat().st_size) if path.exists() else "–"
        return (
            (self.tr("Name"), told.name),
            (self.tr("Made"), made),
            (self.tr("Scale"), scale),
            (self.tr("Size"), self.tr("{0}, schema {1}").format(size, told.schema)),
            (self.tr("File"), str(path)),
            (self.tr("Documents"), number(told.documents)),
            (self.tr("Claims"), number(told.claims)),
            (self.tr("Verdicts"), number(told.verdicts)),
            (self.tr("Entries of the log"), number(told.entries)),
        )

    def _add_row(self, row: int, name: str) -> None:
        label, value = PlainLabel(name, shade="muted"), PlainLabel()
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        value.setAccessibleDescription(name)
        # Numbers stand to the right of what else there is; the path has a line to itself.
        at, column = (row - _WORDS, 2) if row >= _WORDS else (row, 0)
        self._grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, at, column + 1, 1, 3 if row == _WORDS - 1 else 1)
        self._values.append(value)

    @Slot(object)
    def _show_differing(self, sentences: tuple[str, ...]) -> None:
        if sentences:
            more = len(sentences) - _SHOWN
            words = "\n".join(sentences[:_SHOWN])
            if more > 0:
                rest = self.tr("%n more fingerprint(s) differ(s|).", "", more)
                words = f"{words}\n{rest}"
            self.differing.say(words, again=False)
        else:
            self.differing.clear()


_WORDS = 5
"""Rows of words before those of numbers; the last of them is the path."""
_SHOWN = 2
"""Fingerprints named; all others say the same of another entry."""

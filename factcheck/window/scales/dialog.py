"""The scales of the case: which one it rates with, and their labels to see and to edit."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.changes import AddScale, Done, ScaleRating, UseScale
from factcheck.case.read.scale_origin import scale_origin
from factcheck.case.read.verdicts import RatingRow, ScaleRow, scale_in_use, scales
from factcheck.case.scale_files import scale_from_file
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.icons import dress
from factcheck.window.scales.labels_table import LabelsTable
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

_BY_NUMBER = ("best", "above", "middle", "below", "worst")


class ScalesDialog(Dialog):
    """Shows the scales; each save is a new version, and verdicts keep theirs.

    said(str): what was done.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=860)
        self._workspace, self._folder = workspace, folder
        self._rows: list[ScaleRow] = []
        self._shown: ScaleRow | None = None
        self.set_words(self.tr("Scales of the case"), self.tr("Rate with this scale"))
        # Enter in a field must not choose a scale.
        self.main_button.setDefault(False)
        self.main_button.setAutoDefault(False)
        self.cancel_button.setText(self.tr("Close"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Scales"))
        self.list.setFixedWidth(fonts.scaled(212))
        self.new_button = self._button(self.tr("New scale"), "plus", self.begin_new)
        self.load_button = self._button(self.tr("Load from a file …"), "folder", self._ask_file)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.free_text = QCheckBox(self.tr("Verdicts in one's own words, without labels"))
        self.optional = QCheckBox(self.tr("A reason may be left out where evidence is linked"))
        self.labels = LabelsTable()
        self.labels.setMinimumHeight(fonts.scaled(230))
        self.about = PlainLabel("", "second")
        self.about.setWordWrap(True)
        self.save_button = QPushButton()
        self.save_button.setAutoDefault(False)
        self.buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self.list.currentRowChanged.connect(self._chosen)
        for changed in (self.name.textEdited, self.labels.edited):
            changed.connect(self._edited)
        self.free_text.toggled.connect(self._edited)
        self.optional.toggled.connect(self._edited)
        self.save_button.clicked.connect(self.save)
        self.fill()

    def fill(self, scale_id: str = "") -> None:
        """Read the scales anew and show one of them, without an id the one in use."""
        self._rows = self._workspace.read(scales)
        used = self._workspace.read(scale_in_use)
        wanted = scale_id or used.id
        with QSignalBlocker(self.list):
            self.list.clear()
            for row in self._rows:
                words = row.name
                if row.version > 1:
                    words = self.tr("{0}, version {1}").format(row.name, row.version)
                if row.id == used.id:
                    words = self.tr("{0} · in use").format(words)
                item = QListWidgetItem(words)
                item.setSizeHint(QSize(0, fonts.scaled(30)))
                self.list.addItem(item)
            at = next((at for at, row in enumerate(self._rows) if row.id == wanted), 0)
            self.list.setCurrentRow(at)
        self._chosen(at)

    def begin_new(self) -> None:
        """Empty the form for a scale of one's own."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        self._shown = None
        self._show("", (ScaleRating(""),) * 3, free_text=False, optional=False)
        self.name.setFocus()
        self._edited()

    def save(self) -> None:
        """Put what is typed on record as a scale or as its next version."""
        self.clear_error()
        try:
            ratings = () if self.free_text.isChecked() else self.labels.ratings()
        except ValueError as no_number:
            self.refuse(
                self.tr("The number of “{0}” is a whole number from 0 up, or nothing.").format(
                    no_number
                )
            )
            return
        shown = self._shown
        origin = self._workspace.read(scale_origin, shown.id) if shown is not None else None
        self._add(
            AddScale(
                self.name.text(),
                ratings,
                scale=shown.scale if shown is not None else "",
                language=origin.language if origin is not None else "",
                source=origin.source if origin is not None else "",
                free_text=self.free_text.isChecked(),
                reason_optional_with_evidence=self.optional.isChecked(),
            )
        )

    def load(self, path: Path) -> None:
        """Add the scale in a file, or a new version of the one with its name."""
        self.clear_error()
        try:
            self._add(scale_from_file(path))
        except FactcheckError as refused:
            self.refuse(str(refused))

    def accept(self) -> None:
        """Rate with the scale that is shown from now on."""
        if self._shown is not None and self.main_button.isEnabled():
            self._workspace.do(UseScale(self._shown.scale), self._used, self._refused)

    # Internal

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.new_button)
        left.addWidget(self.load_button)
        right = QVBoxLayout()
        right.setSpacing(6)
        name = PlainLabel(self.tr("Name"), "heading")
        name.setBuddy(self.name)
        self.name.setAccessibleName(self.tr("Name"))
        tools = QHBoxLayout()
        tools.setSpacing(6)
        tools.addWidget(PlainLabel(self.tr("Labels, from best to worst"), "heading"), 1)
        self._tools = (
            self._button(self.tr("Add"), "plus", self.labels.add_label),
            self._button(self.tr("Remove"), "cross", self.labels.remove_label),
            self._button(self.tr("Up"), "chevron-up", self._up),
            self._button(self.tr("Down"), "chevron-down", self._down),
        )
        for button in self._tools:
            tools.addWidget(button)
        for part in (name, self.name, self.free_text, self.optional):
            right.addWidget(part)
        right.addLayout(tools)
        right.addWidget(self.labels, 1)
        right.addWidget(self.about)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addLayout(left)
        both.addLayout(right, 1)
        self.body.addLayout(both, 1)

    def _button(self, words: str, sign: str, slot: object) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        dress(button, sign)
        button.clicked.connect(slot)
        return button

    def _chosen(self, at: int) -> None:
        if not 0 <= at < len(self._rows):
            return
        row = self._shown = self._rows[at]
        ratings = tuple(map(_typed, row.ratings))
        self._show(
            row.name, ratings, free_text=row.free_text, optional=row.reason_optional_with_evidence
        )
        self.clear_error()
        self._tell()

    def _show(
        self, name: str, ratings: tuple[ScaleRating, ...], *, free_text: bool, optional: bool
    ) -> None:
        with QSignalBlocker(self.free_text), QSignalBlocker(self.optional):
            self.name.setText(name)
            self.free_text.setChecked(free_text)
            self.optional.setChecked(optional)
            self.labels.show_ratings(ratings)
        self._enable(edited=False)

    def _edited(self) -> None:
        self.clear_error()
        self._enable(edited=True)

    def _enable(self, *, edited: bool) -> None:
        writable = not self._workspace.why_read_only
        labelled = not self.free_text.isChecked()
        for part in (self.labels, *self._tools):
            part.setEnabled(labelled and writable)
        for field in (self.name, self.free_text, self.optional, self.new_button, self.load_button):
            field.setEnabled(writable)
        self.save_button.setEnabled(edited and writable)
        shown = self._shown
        used = self._workspace.read(scale_in_use)
        self.main_button.setEnabled(
            shown is not None and not edited and writable and shown.scale != used.scale
        )
        if shown is None:
            self.save_button.setText(self.tr("Save the scale"))
            self.about.setText("")
        else:
            words = self.tr("Save as version {0}").format(shown.version + 1)
            self.save_button.setText(words)

    def _tell(self) -> None:
        if self._shown is None:
            return
        origin = self._workspace.read(scale_origin, self._shown.id)
        told = [self.tr("Each save is a new version; verdicts keep the one they were made with.")]
        if origin.verdicts:
            told.append(self.tr("%n verdict(s) with this version.", "", origin.verdicts))
        if origin.older_verdicts:
            told.append(self.tr("%n with older ones.", "", origin.older_verdicts))
        if origin.source:
            told.append(self.tr("From: {0}.").format(origin.source))
        self.about.setText(" ".join(told))

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Load a scale"), str(self._folder), "JSON (*.json)"
        )
        if chosen:
            self.load(Path(chosen))

    def _add(self, change: AddScale) -> None:
        self._workspace.do(change, self._added, self._refused)

    def _added(self, done: Done) -> None:
        self.fill(done.ids[0])
        if done.status == "known":
            self.said.emit(self.tr("Nothing differs from the newest version: it stays as it is."))
        elif self._shown is not None:
            words = self.tr("“{0}” is saved as version {1}.")
            self.said.emit(words.format(self._shown.name, self._shown.version))

    def _used(self, _: Done) -> None:
        super().accept()
        if self._shown is not None:
            words = self.tr("Rating with “{0}” from now on. Earlier verdicts keep their scale.")
            self.said.emit(words.format(self._shown.name))

    def _refused(self, error: FactcheckError) -> None:
        self.refuse(str(error))

    def _up(self) -> None:
        self.labels.move_label(-1)

    def _down(self) -> None:
        self.labels.move_label(1)


def _typed(row: RatingRow) -> ScaleRating:
    # A sign that follows from the number goes on following it when the number is changed.
    shape = "" if row.value is not None and row.shape in _BY_NUMBER else row.shape
    return ScaleRating(row.label, row.value, row.code, shape, row.meaning)

"""Where the backups of the open case lie, chosen in its properties."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QVBoxLayout, QWidget

from factcheck.case.backup_places import Kind, Place, choose_place, folders_of, place_of
from factcheck.errors import FactcheckError
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.workspace import Workspace

_KINDS: Final[tuple[Kind, ...]] = ("usual", "beside", "folder", "none")


class BackupsPart(QWidget):
    """A choice, and where it leads. What was made before stays where it lies."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        words = (
            self.tr("In the program’s folder for data"),
            self.tr("Beside the case"),
            self.tr("In another folder …"),
            self.tr("No backups"),
        )
        self.choice = QComboBox()
        self.choice.addItems(words)
        self.choice.setAccessibleName(self.tr("Where backups lie"))
        self.told = PlainLabel(shade="muted")
        self.told.setWordWrap(True)
        self.wrong = InlineError()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (self.choice, self.told, self.wrong):
            column.addWidget(each)
        self.choice.activated.connect(self._choose)
        self._show()

    @Slot(int)
    def _choose(self, number: int) -> None:
        kind = _KINDS[number]
        folder: Path | None = None
        if kind == "folder":
            chosen = QFileDialog.getExistingDirectory(
                self, self.tr("A folder for the backups"), str(self._workspace.path.parent)
            )
            if not chosen:
                self._show()
                return
            folder = Path(chosen)
        self.wrong.clear()
        try:
            choose_place(self._workspace.case_id, self._workspace.path, Place(kind, folder))
        except FactcheckError as refused:
            self.wrong.say(str(refused), again=False)
        self._show()

    def _show(self) -> None:
        place = place_of(self._workspace.case_id, self._workspace.path)
        self.choice.setCurrentIndex(_KINDS.index(place.kind))
        match place.kind:
            case "usual":
                words = str(folders_of(self._workspace.case_id)[0])
            case "beside":
                words = self.tr(
                    "Whoever has the folder of the case has its backups, and a program that"
                    " synchronises it hands them on."
                )
            case "folder":
                words = str(place.folder)
            case _:
                words = self.tr(
                    "Only the one that is made before an older case is brought up to date."
                )
        self.told.setText(words)

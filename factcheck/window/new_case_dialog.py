"""A new case: its name, its folder, and the scale by which its claims are rated."""

import json
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.assets import asset
from factcheck.window.dialog import Dialog
from factcheck.window.widgets.labels import PlainLabel

SUFFIX: Final = ".factcheck"
# Those of the house first, then what others use.
_ORDER: Final = ("general", "line-check", "wire")
# What some system refuses in a file's name; cases travel between systems.
_REFUSED: Final = frozenset('<>:"/\\|?*')


class NewCase(NamedTuple):
    """What was asked for: where the case is to be, and the name of its scale."""

    path: Path
    scale: str


class Scale(NamedTuple):
    """A built-in scale: its name in the case, its title, its labels in order."""

    scale: str
    title: str
    labels: tuple[str, ...]


@cache
def built_in_scales() -> tuple[Scale, ...]:
    """Read the scales that are shipped, in the order in which they are offered."""
    found = []
    for path in sorted(asset("scales").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        labels = tuple(str(rating["label"]) for rating in told["ratings"])
        found.append(Scale(str(told["scale"]), str(told["name"]), labels))
    found.sort(key=_place)
    return tuple(found)


def _place(scale: Scale) -> tuple[int, str]:
    known = scale.scale in _ORDER
    return (_ORDER.index(scale.scale) if known else len(_ORDER), scale.title.casefold())


class NewCaseDialog(Dialog):
    """Asks for name, folder and scale of a new case; makes nothing itself."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(self.tr("New case"), self.tr("Make the case"))
        self._name = QLineEdit()
        self._name.setMaxLength(120)
        self._name.setPlaceholderText(self.tr("Such as: Maren line truce"))
        self._name.textChanged.connect(self._typed)
        self.add_field(self.tr("Name"), self._name)
        self._folder = folder
        self._folder_label = PlainLabel(str(folder))
        self._choose = QPushButton(self.tr("Choose …"))
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName(self.tr("Choose the folder"))
        self._choose.clicked.connect(self._choose_folder)
        self.add_label(self.tr("Folder"))
        row = QHBoxLayout()
        row.addWidget(self._folder_label, 1)
        row.addWidget(self._choose)
        self.body.addLayout(row)
        self._scales = QComboBox()
        for scale in built_in_scales():
            self._scales.addItem(scale.title, scale.scale)
        self._scales.currentIndexChanged.connect(self._scale_chosen)
        self.add_field(self.tr("Scale of the verdicts"), self._scales)
        self._labels = self.add_note("")
        self._labels.setMinimumHeight(2 * self._labels.fontMetrics().height())
        self._scale_chosen()
        self._typed()
        self._name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, folder: Path) -> NewCase | None:
        """Show the dialog; None where it was cancelled."""
        dialog = cls(folder, parent)
        answer = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def answer(self) -> NewCase:
        """Give what stands in the fields."""
        path = self._folder / f"{self._typed_name()}{SUFFIX}"
        return NewCase(path, str(self._scales.currentData()))

    @Slot()
    def accept(self) -> None:
        """Close, unless no case can be made there."""
        why = self._why_not(self.answer().path)
        if why:
            self.refuse(why)
        else:
            super().accept()

    def _typed_name(self) -> str:
        return " ".join(self._name.text().split()).removesuffix(SUFFIX)

    def _why_not(self, path: Path) -> str:
        name = self._typed_name()
        refused = sorted(_REFUSED & set(name))
        if refused:
            return self.tr("A file's name cannot hold {0} on every system: leave it out.").format(
                " ".join(refused)
            )
        if name.startswith("."):
            return self.tr("A name that begins with a dot is hidden: leave the dot out.")
        if path.exists():
            return self.tr("{0} exists already: open it, or choose another name.").format(path.name)
        if not self._folder.is_dir():
            return self.tr("The folder {0} is not there: choose another.").format(self._folder)
        return ""

    @Slot()
    def _typed(self) -> None:
        self.clear_error()
        self.main_button.setEnabled(bool(self._typed_name()))

    @Slot()
    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder of the case"), str(self._folder)
        )
        if chosen:
            self._folder = Path(chosen)
            self._folder_label.setText(chosen)
            self.clear_error()

    @Slot()
    def _scale_chosen(self) -> None:
        scale = built_in_scales()[self._scales.currentIndex()]
        words = " · ".join(scale.labels)
        self._labels.setText(words or self.tr("A sentence of your own for each claim."))

"""A link without a passage: where in the source, in words, and its stance."""

from typing import NamedTuple, cast

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from factcheck.case.changes import STANCES, Stance
from factcheck.window.dialog import Dialog


class Located(NamedTuple):
    """What was typed: the locator and the stance of the link."""

    locator: str
    stance: Stance


class LocatorDialog(Dialog):
    """Asks where in a source the claim is spoken of, and how."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_words(self.tr("Link by a locator"), self.tr("Link"))
        self.add_note(title)
        self.locator = QLineEdit()
        self.locator.setPlaceholderText(self.tr("p. 214, 00:13:42, row 17"))
        self.add_field(self.tr("Where in the source"), self.locator)
        self.stance = QComboBox()
        for stance, words in zip(
            STANCES,
            (self.tr("supports"), self.tr("contradicts"), self.tr("context")),
            strict=True,
        ):
            self.stance.addItem(words, stance)
        self.add_field(self.tr("It"), self.stance)

    def answer(self) -> Located:
        """Return what was typed."""
        return Located(self.locator.text().strip(), cast("Stance", self.stance.currentData()))


def ask_locator(parent: QWidget | None, title: str) -> Located | None:
    """Ask for a locator; None where the user leaves."""
    dialog = LocatorDialog(title, parent)
    accepted = dialog.exec() == LocatorDialog.DialogCode.Accepted
    answer = dialog.answer()
    dialog.deleteLater()
    return answer if accepted and answer.locator else None

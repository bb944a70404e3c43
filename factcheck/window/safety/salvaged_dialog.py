"""What was salvaged of a damaged case, and what is missing."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.window.dialog import Dialog
from factcheck.window.widgets.labels import PlainLabel


class SalvagedDialog(Dialog):
    """Shows the sentences; there is nothing to choose."""

    def __init__(self, name: str, sentences: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.set_words(self.tr("Salvaged into {0}").format(name), self.tr("Close"))
        self.buttons.removeButton(self.cancel_button)
        self.sentences = tuple(sentences)
        for sentence in self.sentences:
            label = PlainLabel(sentence)
            label.setWordWrap(True)
            self.body.addWidget(label)
        self.add_note(
            self.tr("The damaged file stays where it is. Compare with it before you delete it.")
        )

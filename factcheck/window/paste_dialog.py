"""Text of the clipboard that becomes a document: looked at, named, and told what it is for."""

from typing import Final, NamedTuple

from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from factcheck.errors import FactcheckError
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.reader import read_pasted
from factcheck.window import fonts
from factcheck.window.dialog import Dialog

# So much is shown (code points): more would only slow the dialog down.
_SHOWN: Final = 20_000
_LONGEST_TITLE: Final = 120


class Pasted(NamedTuple):
    """The text as read, its title, and whether it is to be checked, a source, or both."""

    loaded: Loaded
    title: str
    under_check: bool
    source: bool


class PasteDialog(Dialog):
    """Shows the text that is about to be added and asks for its title."""

    def __init__(self, words: str, *, under_check: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=560)
        self.set_words(self.tr("Add the text of the clipboard"), self.tr("Add"))
        self._words = words
        self._title = QLineEdit(_first_line(words))
        self._title.setMaxLength(500)
        self.add_field(self.tr("Title"), self._title)
        self._preview = QPlainTextEdit(words[:_SHOWN])
        self._preview.setReadOnly(True)
        self._preview.setTabChangesFocus(True)
        self._preview.setFont(fonts.quote_font())
        self._preview.setMinimumHeight(fonts.scaled(200))
        self.add_field(self.tr("Text"), self._preview)
        locale = QLocale()
        self._size = self.add_note(
            self.tr("{0} words, {1} characters").format(
                locale.toString(len(words.split())), locale.toString(len(words))
            )
        )
        self._under_check = QCheckBox(self.tr("Under check: its lines are to be checked"))
        self._source = QCheckBox(self.tr("Source: claims are checked against it"))
        self._under_check.setChecked(under_check)
        self._source.setChecked(not under_check)
        for box in (self._under_check, self._source):
            box.toggled.connect(self._judge)
            self.body.addWidget(box)
        self._judge()
        self._title.setFocus()
        self._title.selectAll()

    @classmethod
    def ask(cls, parent: QWidget | None, words: str, *, under_check: bool) -> Pasted | None:
        """Show the dialog; None where it was cancelled."""
        dialog = cls(words, under_check=under_check, parent=parent)
        answer = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def answer(self) -> Pasted:
        """Give the text and what stands in the fields. Raises FactcheckError where it is blank."""
        return Pasted(
            # What was on the clipboard, never what the widget makes of it.
            read_pasted(self._words),
            " ".join(self._title.text().split()) or self.tr("Pasted text"),
            self._under_check.isChecked(),
            self._source.isChecked(),
        )

    @Slot()
    def accept(self) -> None:
        """Close, unless there is no text to add."""
        try:
            read_pasted(self._words)
        except FactcheckError as refused:
            self.refuse(str(refused))
        else:
            super().accept()

    @Slot()
    def _judge(self) -> None:
        useful = self._under_check.isChecked() or self._source.isChecked()
        self.main_button.setEnabled(useful)
        self.main_button.setToolTip("" if useful else self.tr("Choose what the text is for."))


def _first_line(words: str) -> str:
    """Give the first line that says something, cut between words where it is long."""
    line = next((line for line in words.splitlines() if line.strip()), "")
    line = " ".join(line.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    cut = line.rfind(" ", 0, _LONGEST_TITLE)
    return f"{line[: cut if cut > 0 else _LONGEST_TITLE]} …"

"""The dialogs about cases and documents, in one place for the window to ask."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from factcheck.ingest.reader import SUFFIXES
from factcheck.window.added_dialog import AddedDialog, AddedReport
from factcheck.window.dialog import Dialog
from factcheck.window.new_case_dialog import SUFFIX, NewCase, NewCaseDialog
from factcheck.window.paste_dialog import Pasted, PasteDialog

__all__ = [
    "AddedDialog",
    "AddedReport",
    "NameDialog",
    "NewCase",
    "PasteDialog",
    "Pasted",
    "ask_files",
    "ask_new_case",
    "ask_open_case",
]


class NameDialog(Dialog):
    """Asks who is checking; the name stands in the log from then on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=400)
        self.set_words(self.tr("Who is checking"), self.tr("Use this name"))
        self._name = QLineEdit(name)
        self._name.setMaxLength(200)
        self._name.textChanged.connect(self._typed)
        self.add_field(self.tr("Your name, as it will stand in the ledger"), self._name)
        self.add_note(
            self.tr(
                "Kept on this computer. What was recorded before keeps the name that it was "
                "recorded under."
            )
        )
        self._typed()
        self._name.selectAll()
        self._name.setFocus()

    @classmethod
    def ask(cls, parent: QWidget | None, name: str) -> str | None:
        """Show the dialog; None where it was cancelled."""
        dialog = cls(name, parent)
        answer = dialog.answer() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def answer(self) -> str:
        """Give the name on one line."""
        return " ".join(self._name.text().split())

    @Slot()
    def _typed(self) -> None:
        self.main_button.setEnabled(bool(self.answer()))


class _Words(QObject):
    """What the system's own dialogs say."""

    def open_case(self) -> tuple[str, str]:
        """Give title and filter of the dialog that opens a case."""
        cases = self.tr("Cases")
        return self.tr("Open a case"), f"{cases} (*{SUFFIX})"

    def files(self) -> tuple[str, str]:
        """Give title and filters of the dialog that adds documents."""
        one, many = list(SUFFIXES), [".jsonl", ".csv"]
        rows = (
            (self.tr("All that can be read"), one + many),
            (self.tr("Text and Markdown"), _ends("text", "markdown")),
            (self.tr("Web pages"), _ends("html")),
            ("PDF", _ends("pdf")),
            ("Word", _ends("docx")),
            (self.tr("Many documents in one file"), many),
            (self.tr("All files"), [""]),
        )
        words = (f"{word} ({' '.join(f'*{end}' for end in ends)})" for word, ends in rows)
        return self.tr("Add documents"), ";;".join(words)


def _ends(*formats: str) -> list[str]:
    return [end for end, kind in SUFFIXES.items() if kind in formats]


def ask_new_case(parent: QWidget | None, folder: Path) -> NewCase | None:
    """Ask for name, folder and scale of a new case; None where it was cancelled."""
    return NewCaseDialog.ask(parent, folder)


def ask_open_case(parent: QWidget | None, folder: Path) -> Path | None:
    """Ask for a case file; None where it was cancelled."""
    title, wanted = _Words().open_case()
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(folder), wanted)
    return Path(chosen) if chosen else None


def ask_files(parent: QWidget | None, folder: Path) -> list[Path]:
    """Ask for documents to add; [] where it was cancelled."""
    title, wanted = _Words().files()
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), wanted)
    return [Path(path) for path in chosen]

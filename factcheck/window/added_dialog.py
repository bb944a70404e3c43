"""How the adding of files ended: one sentence, and the list of those that were not kept."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from factcheck.window import fonts
from factcheck.window.adding import Added
from factcheck.window.dialog import Dialog


class AddedReport(QObject):
    """Puts into words what became of the files that were added."""

    def __init__(self, added: Added, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._added = added

    def sentence(self) -> str:
        """Say how many were kept: "Kept 199 of 200 files. report.pdf is encrypted: …".

        With one file that failed its own sentence stands there; with several their number.
        """
        return " ".join(part for part in (self._kept(), self._failed()) if part)

    def lines(self) -> tuple[str, ...]:
        """Give a sentence for each file that failed, then what was noticed in those kept."""
        return self._added.failed + self._added.warnings

    def needs_dialog(self) -> bool:
        """Tell whether one sentence cannot say it all: several failed, or much was noticed."""
        return len(self._added.failed) > 1

    def _kept(self) -> str:
        added = self._added
        kept, total = len(added.ids), added.total
        known = self._known(len(added.known))
        if added.cancelled:
            begun = self.tr("Stopped. {0} of {1} files are kept.").format(kept, total)
        elif not added.failed:
            begun = self.tr("1 file is kept.") if kept == 1 else self._all_kept(kept)
        elif kept == 0:
            begun = self.tr("Nothing was added.")
        else:
            begun = self.tr("Kept {0} of {1} files.").format(kept, total)
        told = (begun, known, self._revised(len(added.revised), added.to_look_at))
        return " ".join(part for part in told if part)

    def _all_kept(self, kept: int) -> str:
        return self.tr("%n files are kept.", "", kept)

    def _known(self, count: int) -> str:
        if not count:
            return ""
        if count == 1:
            return self.tr("1 was in the case before.")
        return self.tr("%n were in the case before.", "", count)

    def _revised(self, count: int, to_look_at: int) -> str:
        if not count:
            return ""
        versions = self.tr("%n new version(s)", "", count)
        if not to_look_at:
            return self.tr("{0}, all places found again.").format(versions)
        places = self.tr("%n place(s) to look at", "", to_look_at)
        return self.tr("{0}, {1}: Ctrl+L.").format(versions, places)

    def _failed(self) -> str:
        failed = self._added.failed
        if not failed:
            return ""
        if len(failed) == 1:
            return failed[0]
        return self.tr("%n could not be read.", "", len(failed))


class AddedDialog(Dialog):
    """Lists the files that were not kept, to be read and copied."""

    def __init__(self, added: Added, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=600)
        self.set_words(self.tr("Files added"), self.tr("Close"))
        report = AddedReport(added, self)
        self._lines = report.lines()
        self.add_note(report.sentence())
        self._list = QPlainTextEdit("\n".join(self._lines))
        self._list.setReadOnly(True)
        self._list.setTabChangesFocus(True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._list.setMinimumHeight(fonts.scaled(220))
        self.add_field(self.tr("What happened, file by file"), self._list)
        self._copy = QPushButton(self.tr("Copy the list"))
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(self._copy_all)
        self.buttons.removeButton(self.cancel_button)
        self.buttons.addButton(self._copy, self.buttons.ButtonRole.ActionRole)

    @classmethod
    def ask(cls, parent: QWidget | None, added: Added) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(added, parent)
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._lines))
        self._copy.setText(self.tr("Copied"))

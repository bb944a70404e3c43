"""The way of a sheet into the case: a file is asked for, read, mapped, imported, told of."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from factcheck.case.read.documents import documents
from factcheck.errors import Cancelled, FactcheckError
from factcheck.ingest.sheets import Sheet
from factcheck.window.settings import Settings
from factcheck.window.sheets.import_dialog import ImportDialog
from factcheck.window.sheets.importing import Imported, Wanted, importing, reading
from factcheck.window.sheets.result_dialog import ImportResult
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


class SheetActions(QObject):
    """Imports one sheet at a time.

    said(str): a sentence, nothing to undo. imported(str): one that offers Undo.
    claims_wanted: show all claims.
    """

    said = Signal(str)
    imported = Signal(str)
    claims_wanted = Signal()

    def __init__(
        self, workspace: Workspace, tasks: Tasks, settings: Settings, owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._workspace, self._tasks, self._settings = workspace, tasks, settings
        self._owner = owner
        self._path = Path()
        self._article = ""

    def ask(self, open_article: str, folder: Path) -> None:
        """Ask for a file; what follows depends on what is in it."""
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        chosen, _ = QFileDialog.getOpenFileName(
            self._owner, self.tr("Import claims from a sheet"), str(folder), self._filter()
        )
        if chosen:
            self.read(Path(chosen), open_article)

    def read(self, path: Path, open_article: str) -> None:
        """Read a file and show what its columns could say."""
        self._path, self._article = path, open_article
        self._settings.last_folder = path.parent
        self._tasks.start(self.tr("Reading the sheet"), reading(path), self._have, self._failed)

    def _have(self, sheets: list[Sheet]) -> None:
        articles = [row for row in self._workspace.read(documents) if row.under_check]
        dialog = ImportDialog(
            self._path.name, sheets, articles, self._article, self._settings, self._owner
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.wanted.connect(self._import)
        dialog.open()

    def _import(self, wanted: Wanted) -> None:
        try:
            work = importing(self._workspace, wanted)
        except FactcheckError as refused:
            self.said.emit(str(refused))
            return
        self._tasks.start(self.tr("Importing claims"), work, self._done, self._failed)

    def _done(self, imported: Imported) -> None:
        if not self._workspace.is_open or self._workspace.path != imported.case:
            return
        if not imported.others and not imported.cancelled:
            self.imported.emit(self.tr("%n claim(s) imported.", "", imported.claims))
            return
        dialog = ImportResult(imported, self._owner)
        dialog.finished.connect(dialog.deleteLater)
        dialog.claims_wanted.connect(self.claims_wanted)
        dialog.open()

    def _failed(self, error: FactcheckError) -> None:
        if not isinstance(error, Cancelled):
            self.said.emit(str(error))

    def _filter(self) -> str:
        sheets, every = self.tr("Sheets"), self.tr("All files")
        return f"{sheets} (*.csv *.tsv *.xlsx);;{every} (*)"

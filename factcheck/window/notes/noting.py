"""Makes source notes: opens the dialog, and keeps what was typed where it is closed unsaved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import AddNote
from factcheck.window.notes.note_dialog import NoteDialog
from factcheck.window.workspace import Workspace


class Noting(QObject):
    """One for a window. document_wanted(id): a note was added. said(str): for the toast."""

    document_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, folder: Callable[[], Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._folder, self._parent = workspace, folder, parent
        self._draft: AddNote | None = None
        workspace.closed.connect(self._forget)

    def ask(self) -> NoteDialog:
        """Show the dialog, with what was typed the last time if it was not added."""
        dialog = NoteDialog(self._workspace, self._folder(), self._draft, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.added.connect(self._added)
        dialog.left.connect(self._keep)
        dialog.open()
        return dialog

    def _added(self, document_id: str) -> None:
        self._forget()
        self.document_wanted.emit(document_id)

    def _keep(self, draft: AddNote) -> None:
        self._draft = draft
        self.said.emit(self.tr("Not added. What you typed is kept for the next source note."))

    def _forget(self) -> None:
        self._draft = None

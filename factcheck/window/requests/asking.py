"""Asks: opens the form for claims or an article, keeps what was typed where it is closed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import AskRequest, Done
from factcheck.errors import FactcheckError
from factcheck.window.requests.about import About, about_article, about_claims
from factcheck.window.requests.ask_dialog import AskDialog
from factcheck.window.workspace import Workspace

_Key = tuple[tuple[str, ...], str | None]


class Asking(QObject):
    """One for a window. said(str): for the toast."""

    said = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._parent = workspace, parent
        self._kept: dict[_Key, AskRequest] = {}
        workspace.closed.connect(self._kept.clear)

    def ask_about_claims(self, claim_ids: Sequence[str]) -> AskDialog | None:
        """Open the form for one or several claims; None where there is nothing to ask about."""
        if not claim_ids:
            self.said.emit(self.tr("Choose a claim first: N goes to the next one."))
            return None
        try:
            return self._open(self._workspace.read(about_claims, claim_ids))
        except FactcheckError as gone:
            self.said.emit(str(gone))
            return None

    def ask_about_article(self, document_id: str) -> AskDialog | None:
        """Open the form for an article as a whole."""
        if not document_id:
            self.said.emit(self.tr("Open an article first."))
            return None
        return self._open(self._workspace.read(about_article, document_id))

    def _open(self, about: About) -> AskDialog | None:
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return None
        kept = self._kept.get((about.claim_ids, about.document_id))
        dialog = AskDialog(self._workspace, about, kept, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._asked)
        dialog.left.connect(self._keep)
        dialog.open()
        return dialog

    def _asked(self, done: Done) -> None:
        # What was kept of earlier tries is done with, for this or for any other claim.
        self._kept.clear()
        words = done.warnings[0] if done.warnings else self.tr("Request recorded.")
        self.said.emit(words)

    def _keep(self, typed: AskRequest) -> None:
        self._kept[(typed.claim_ids, typed.document_id)] = typed
        self.said.emit(self.tr("Not recorded. What you typed is kept for the next time."))

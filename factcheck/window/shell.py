"""What a feature of the window works with; it knows neither the main window nor its bars."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from factcheck.window.status_bar import SAID_MS

if TYPE_CHECKING:
    from factcheck.window.settings import Settings
    from factcheck.window.tasks import Tasks
    from factcheck.window.views import Views
    from factcheck.window.workspace import Workspace


class Shell(QObject):
    """The case, its views, the tasks, the settings, and how a feature is heard.

    window: the parent of dialogs. actions: of all commands, once those are made.
    said(str): for the toast. undoable(str): the same, with Undo. noted(str, ms): for the status
    bar, 0 for good. case_wanted(Path, name of a scale or None): open it, or make it first.
    case_unwanted: close the case. waiting(bool): the start page waits for something.
    named(str): who is checking from now on. settings_changed: look and act as they say.
    status_changed: what the status bar tells may be another by now.
    ledger_export_wanted(AsOf): hand the ledger over as it was then.
    """

    said = Signal(str)
    undoable = Signal(str)
    noted = Signal(str, int)
    case_wanted = Signal(object, object)
    case_unwanted = Signal()
    waiting = Signal(bool)
    named = Signal(str)
    settings_changed = Signal()
    ledger_export_wanted = Signal(object)
    status_changed = Signal()

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        settings: Settings,
        views: Views,
    ) -> None:
        super().__init__(window)
        self.window = window
        self.workspace, self.tasks, self.settings, self.views = workspace, tasks, settings, views
        self.actions: Mapping[str, QAction] = {}

    def say(self, sentence: str) -> None:
        """Show a sentence for a moment."""
        self.said.emit(sentence)

    def offer_undo(self, sentence: str) -> None:
        """Show what happened, with a button that takes it back."""
        self.undoable.emit(sentence)

    def note(self, sentence: str, for_ms: int = SAID_MS) -> None:
        """Show a sentence in the status bar; for_ms: 0 until another takes its place."""
        self.noted.emit(sentence, for_ms)

    def open_case(self, path: Path, create_with_scale: str | None = None) -> None:
        """Open a case, or make it first."""
        self.case_wanted.emit(path, create_with_scale)

    def close_case(self) -> None:
        """Let the case go and show the start page."""
        self.case_unwanted.emit()

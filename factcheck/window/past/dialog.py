"""As of …: asks for a moment, then shows the claim or the ledger as it was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from factcheck.window.dialog import Dialog
from factcheck.window.past.picker import MomentPicker
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


class AsOfDialog(Dialog):
    """chosen(AsOf): the moment that was asked for. Esc changes nothing."""

    chosen = Signal(object)

    def __init__(
        self, what: str, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=440)
        self.set_words(what, self.tr("Show it"))
        self.picker = MomentPicker(workspace, tasks)
        self.body.addWidget(self.picker)
        self.add_note(self.tr("Times are those of this computer's clock. Nothing is changed."))
        self.picker.changed.connect(self._enable)
        self.picker.entered.connect(self.accept)
        workspace.closed.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._enable()
        self.picker.setFocus()

    @Slot()
    def accept(self) -> None:
        """Show it, once the moment is known."""
        moment = self.picker.moment()
        if moment is not None:
            self.chosen.emit(moment)
            super().accept()

    @Slot()
    def _enable(self) -> None:
        self.main_button.setEnabled(self.picker.moment() is not None)

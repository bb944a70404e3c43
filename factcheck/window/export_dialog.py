"""Export: asks what and where to, writes beside the window, and says in place what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.dialog import Dialog
from factcheck.window.export_form import ExportForm
from factcheck.window.export_result import ExportResult
from factcheck.window.exporting import Exported, export
from factcheck.window.handing_over.leaving import Leaving, file_name
from factcheck.window.past.picker import MomentPicker
from factcheck.window.past.reading import AsOf
from factcheck.window.settings import Settings
from factcheck.window.tasks import State, Task, Tasks
from factcheck.window.workspace import Workspace


class ExportDialog(Dialog):
    """Three states: the form, writing, written. Esc stops what is being written and leaves.

    A file that stands there already is replaced only after a second press, and only by one that
    is complete.
    """

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=520)
        self.set_words(self.tr("Export as CSV"), self.tr("Export"))
        self._workspace, self._settings = workspace, settings
        self._task: Task | None = None
        self.leaving = Leaving(tasks, self)
        self.leaving.started.connect(self._began)
        self._may_replace: Path | None = None
        self._done = False
        folder = settings.last_folder or workspace.path.parent
        picker = MomentPicker(workspace, tasks)
        self.form = ExportForm(file_name(workspace, workspace.path.stem), folder, picker)
        picker.entered.connect(self.accept)
        self.form.changed.connect(self._form_changed)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self.body.addWidget(self._pages, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        self.body.addWidget(self._bar)
        self._error.retry_wanted.connect(self._start)
        tasks.changed.connect(self._went_on)
        workspace.closed.connect(self.reject)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        workspace: Workspace,
        tasks: Tasks,
        settings: Settings,
        rows: str = "claims",
        moment: AsOf | None = None,
        show_claim: Callable[[str], object] | None = None,
    ) -> None:
        """Show the dialog, or the one that is there already; the window goes on working.

        rows: the table that is chosen at first. moment: the case as it was then. show_claim: shows
        a claim in the window, while the dialog stays.
        """
        known = parent.findChild(cls) if parent is not None else None
        if isinstance(known, cls) and known.isVisible():
            known.raise_()
            known.activateWindow()
            return
        dialog = cls(workspace, tasks, settings, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if show_claim is not None:
            dialog.leaving.claim_wanted.connect(show_claim)
        dialog.form.choose_rows(rows)
        if moment is not None:
            dialog.form.choose_moment(moment)
        dialog.show()

    def result_page(self) -> ExportResult | None:
        """Give what is shown once it is written; None before."""
        page = self._pages.currentWidget()
        return page if isinstance(page, ExportResult) else None

    @Slot()
    def accept(self) -> None:
        """Go on: from the form to the file, from what was written out of the dialog."""
        if self._done:
            super().accept()
            return
        why = self.form.why_not()
        out = self.form.wanted().out
        if why:
            self.refuse(why)
        elif out.exists() and self._may_replace != out:
            self._may_replace = out
            self.main_button.setText(self.tr("Replace it"))
            self.refuse(self.tr("{0} is there already.").format(out.name))
        else:
            self._start()

    @Slot()
    def reject(self) -> None:
        """Leave; what is being written is given up, and an older file stays as it was."""
        self._stop()
        super().reject()

    @Slot()
    def _start(self) -> None:
        wanted = self.form.wanted()
        self._settings.last_folder = wanted.out.parent
        self.clear_error()
        self._show_running(True)
        work = partial(export, self._workspace.path, wanted)
        self.leaving.start(self.tr("Exporting"), work, self._written, self._failed)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def _show_running(self, running: bool) -> None:
        self.form.setEnabled(not running)
        self.main_button.setEnabled(not running)
        self._bar.setVisible(running)
        self._bar.setRange(0, 0)

    @Slot(object)
    def _began(self, task: Task) -> None:
        self._task = task

    @Slot(object)
    def _went_on(self, task: Task) -> None:
        if task is self._task and task.state is State.RUNNING:
            self._bar.setRange(0, task.step.total)
            self._bar.setValue(task.step.done)

    def _written(self, exported: Exported) -> None:
        self._task = None
        self._done = True
        self._show_running(False)
        self.form.hide()
        self._pages.addWidget(ExportResult(exported))
        self._pages.setCurrentIndex(1)
        self.buttons.removeButton(self.cancel_button)
        self.main_button.setText(self.tr("Close"))
        self.main_button.setFocus()

    def _failed(self, error: FactcheckError) -> None:
        self._task = None
        self._show_running(False)
        if not isinstance(error, Cancelled):
            self._error.say(str(error))

    @Slot()
    def _form_changed(self) -> None:
        if self._done:
            return  # What the form tells late, while it goes, is of no use to the result.
        self._may_replace = None
        self.main_button.setText(self.tr("Export"))
        self.clear_error()

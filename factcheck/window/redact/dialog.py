"""Case ▸ Redact …: three pages; nothing is done before all that goes was shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QProgressBar, QPushButton, QStackedWidget, QWidget

from factcheck.case.changes import Done
from factcheck.case.read.redactable import Redactable, redactables
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.dialog import Dialog
from factcheck.window.redact.pages import ChoosePage, DonePage, PlanPage
from factcheck.window.redact.planning import Planned, Planning, plan_lines, purge
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Task, Tasks
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case


class RedactDialog(Dialog):
    """Choose, look at the plan, redact. Esc leaves before; what was redacted stays so.

    While it is looked for what goes, Cancel stops the search and leaves the fields as they are.
    """

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=640)
        self.setMinimumHeight(560)
        self._workspace, self._tasks = workspace, tasks
        self._planned: Planned | None = None
        self._is_done = False
        self._planning: Task | None = None
        self.choosing, self.plan, self.outcome = ChoosePage(), PlanPage(), DonePage()
        self._pages = QStackedWidget()
        for page in (self.choosing, self.plan, self.outcome):
            self._pages.addWidget(page)
        self.body.addWidget(self._pages, 1)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.hide()
        self.far = PlainLabel("", "second")
        """How far it is, and whether it can still be stopped."""
        self.far.setWordWrap(True)
        self.far.hide()
        self.body.addWidget(self._bar)
        self.body.addWidget(self.far)
        self.back = QPushButton(self.tr("Back"))
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._go_back)
        self.buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ResetRole)
        self._things = BesideReader(workspace, tasks, self)
        self._things.answered.connect(self._have_things)
        self._things.failed.connect(self.refuse)
        tasks.changed.connect(self._went_on)
        self.choosing.changed.connect(self.clear_error)
        workspace.closed.connect(self._case_closed)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._go_back()
        self._things.ask(self.tr("Listing texts and files"), _things)

    def choose_entry(self, seq: int) -> None:
        """Begin with an entry, as one chosen in a history."""
        self.choosing.entries.setText(str(seq))

    @Slot()
    def accept(self) -> None:
        """Go on: to the plan, to the deed, out."""
        if self._is_done:
            super().accept()
        elif self._pages.currentWidget() is self.choosing:
            self._ask_plan()
        elif self._planned is not None:
            self._redact(self._planned)

    @Slot()
    def reject(self) -> None:
        """Stop the search, or leave; while it is being redacted there is no way back."""
        if self._planning is not None:
            self._planning.cancel()
        elif not self._is_working():
            super().reject()

    def _ask_plan(self) -> None:
        why = self.choosing.why_not()
        if why:
            self.refuse(why)
            return
        self._show_working(True)
        work = Planning(self._workspace.another_reader, self.choosing.wish())
        name = self.tr("Looking for all that goes")
        self._planning = self._tasks.start(name, work, self._have_plan, self._plan_failed)
        self._went_on(self._planning)

    def _went_on(self, task: Task) -> None:
        if task is not self._planning or not task.is_running:
            return
        done, total, _ = task.step
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        figures = self.tr("{0} of {1} entries looked through.").format(f"{done:,}", f"{total:,}")
        safe = self.tr("Nothing is blanked yet: Cancel stops the search.")
        self.far.setText(f"{figures} {safe}" if total else safe)

    def _case_closed(self) -> None:
        if self._planning is not None:
            self._planning.cancel()
        super().reject()

    def _have_plan(self, found: Planned) -> None:
        self._planning = None
        self._show_working(False)
        self._planned = found
        self.plan.show_plan(found)
        self._pages.setCurrentWidget(self.plan)
        self.set_words(self.tr("Redact: all that goes"), self.tr("Redact for good"))
        self.back.show()
        nothing = found.plan.is_empty
        self.main_button.setEnabled(not nothing and not self._workspace.why_read_only)
        if self._workspace.why_read_only:
            self.refuse(self._workspace.why_read_only)
        # Enter must not blank anything by a second press.
        self.cancel_button.setFocus()

    def _plan_failed(self, error: FactcheckError) -> None:
        self._planning = None
        self._show_working(False)
        if not isinstance(error, Cancelled):
            self.refuse(str(error))

    def _redact(self, found: Planned) -> None:
        self._show_working(True)
        self._bar.setRange(0, 0)
        self.far.setText(
            self.tr("It is being blanked, all in one step. This cannot be stopped any more.")
        )
        self.cancel_button.setEnabled(False)
        self._workspace.do(found.change, self._redacted, self._refused)

    def _redacted(self, done: Done) -> None:
        found = self._planned
        seq = done.changes.seq
        self._planned = None
        self._is_done = True
        rest = list(done.warnings)
        if found is not None and found.backups and self.plan.purge.isChecked():
            self.far.setText(self.tr("The backups that still hold it are being deleted."))
            self._tasks.start(
                self.tr("Deleting backups"),
                partial(purge, found.backups),
                self._purged,
                self._not_purged,
            )
        else:
            self._show_working(False)
            if found is not None:
                still = self.tr("Still holds it: {0}")
                rest += [still.format(str(backup.path)) for backup in found.backups]
        gone = plan_lines(found.plan) if found is not None else []
        self.outcome.show_done(self.tr("It is redacted, by entry {0}.").format(seq), gone, rest)
        self._pages.setCurrentWidget(self.outcome)
        self.set_words(self.tr("Redacted"), self.tr("Close"))
        self.back.hide()
        self.cancel_button.hide()

    def _purged(self, count: int) -> None:
        self._show_working(False)
        words = self.tr("%n backup(s) deleted.", "", count)
        self.outcome.say(f"{self.outcome.text()} {words}")

    def _not_purged(self, error: FactcheckError) -> None:
        self._show_working(False)
        if not isinstance(error, Cancelled):
            self.refuse(str(error))

    def _refused(self, error: FactcheckError) -> None:
        self._show_working(False)
        self.refuse(str(error))

    @Slot()
    def _go_back(self) -> None:
        self.clear_error()
        self._planned = None
        self._pages.setCurrentWidget(self.choosing)
        self.set_words(self.tr("Redact"), self.tr("Show what goes"))
        self.main_button.setEnabled(True)
        self.back.hide()
        self.choosing.reason.setFocus()

    def _have_things(self, found: list[Redactable]) -> None:
        self.choosing.things.show_things(found)

    def _is_working(self) -> bool:
        return self._bar.isVisibleTo(self) and self._pages.currentWidget() is not self.choosing

    def _show_working(self, working: bool) -> None:
        self._bar.setVisible(working)
        self.far.setVisible(working)
        self.cancel_button.setEnabled(True)
        self._pages.setEnabled(not working)
        self.back.setEnabled(not working)
        self.main_button.setEnabled(not working)


def _things(case: Case) -> list[Redactable]:
    return case.read(redactables)

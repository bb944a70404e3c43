"""Keeps the open case safe: backups by themselves, restoring, what to do with a damaged file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from factcheck.errors import Cancelled, DamagedError, FactcheckError
from factcheck.window.commands.command import Command
from factcheck.window.safety.work import back_up, back_up_or_look, put_back, save_what_can_be_read

if TYPE_CHECKING:
    from factcheck.case.backup import Made
    from factcheck.case.restoring import Restored
    from factcheck.case.salvage import Salvaged
    from factcheck.window.safety.pages import DamagedPage, LookingPage
    from factcheck.window.safety.restore_dialog import RestoreDialog
    from factcheck.window.shell import Shell
    from factcheck.window.tasks import Progress, Task

AFTER_OPENING_MS: Final = 10_000
"""What an opened case shows is read first; the backup can wait so long."""
EVERY_MS: Final = 30 * 60_000
_SHOWN_AFTER_MS: Final = 300
"""A case that is verified sooner shows no page for it: a flicker would only disturb."""


class Safekeeping(QObject):
    """Backups of the open case, at its opening and every 30 minutes, where something changed.

    A case that does not verify is not written to any more, and the page of what can be done is
    shown. Pages and dialogs are made where they are needed: the first paint does without them.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell, self._workspace = shell, shell.workspace
        self._running: Task | None = None
        self._asked_for = False
        self._looking: LookingPage | None = None
        self._damaged: DamagedPage | None = None
        self._restoring = Path()
        self._since = QElapsedTimer()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_OPENING_MS)
        self._soon.timeout.connect(self._look_quietly)
        self._often = QTimer(self)
        self._often.setInterval(EVERY_MS)
        self._often.timeout.connect(self._back_up_quietly)
        self._workspace.opened.connect(self._opened)
        self._workspace.closed.connect(self._closed)
        self._workspace.failed.connect(self._since.invalidate)
        self._workspace.looking.connect(self._show_looking)
        self._workspace.damaged.connect(self._show_damaged)

    def commands(self) -> tuple[Command, ...]:
        """Give the commands that keep a case safe."""
        safe = partial(Command, menu="case/safety", group=self.tr("Case"))
        return (
            safe("back-up", self.tr("Back up now"), self.back_up_now, icon="tray"),
            safe("restore", self.tr("Restore a backup …"), self.restore, icon="undo"),
            safe("salvage", self.tr("Salvage what can be read …"), self.salvage, icon="tray"),
            safe("save-copy", self.tr("Save a copy of what is open …"), self.save_copy,
                 icon="copy"),
        )  # fmt: skip

    def back_up_now(self) -> None:
        """Make a backup and say so, also where nothing changed."""
        self._asked_for = True
        self._start_backup()

    def restore(self) -> RestoreDialog | None:
        """Show the backups of the open or the damaged case; restore the one that is chosen."""
        from factcheck.window.safety.restore_dialog import RestoreDialog

        if self._workspace.is_open:
            path, case_id = self._workspace.path, self._workspace.case_id
        elif self._damaged is not None:
            path, case_id = self._damaged.path, ""
        else:
            return None
        self._restoring = path
        dialog = RestoreDialog(path, case_id, self._shell.tasks, self._shell.window)
        dialog.chosen.connect(self._put_back)
        dialog.open()
        return dialog

    def save_copy(self) -> None:
        """Ask for a place and write all that is open there, also where the file vanished."""
        here = self._workspace.path
        there = Path.home() if not here.parent.is_dir() else here.parent
        name = self.tr("{0} (copy)").format(here.stem)
        chosen = self._ask_place(self.tr("Save a copy of what is open"), there / name)
        if chosen is not None:
            self._workspace.save_copy(chosen, self._saved, self._say_error)

    def salvage(self) -> None:
        """Ask for a place and make a new case there from what can be read of the one here."""
        if self._workspace.is_open:
            path = self._workspace.path
        elif self._damaged is not None:
            path = self._damaged.path
        else:
            return
        name = self.tr("{0} (salvaged)").format(path.stem)
        chosen = self._ask_place(self.tr("Salvage into a new case"), path.with_name(name))
        if chosen is not None:
            by = self._workspace.checker or self.tr("Factcheck")
            work = partial(save_what_can_be_read, path, chosen, by)
            self._shell.tasks.start(self.tr("Salvaging"), work, self._salvaged, self._say_error)

    # Backups

    def _opened(self) -> None:
        self._since.invalidate()
        if not self._workspace.why_read_only:
            self._soon.start()
            self._often.start()

    def _closed(self) -> None:
        self._soon.stop()
        self._often.stop()
        if self._running is not None:
            self._running.cancel()

    def _look_quietly(self) -> None:
        # Once an opening: damage of a case that is only read is found as well.
        self._start_backup(back_up_or_look)

    def _back_up_quietly(self) -> None:
        self._start_backup()

    def _start_backup(self, how: Callable[[Path, Progress], Made] = back_up) -> None:
        if self._running is not None or not self._workspace.is_open:
            return
        work = partial(how, self._workspace.path)
        self._running = self._shell.tasks.start(
            self.tr("Backing up"), work, self._made, self._not_made
        )

    def _made(self, made: Made) -> None:
        self._running = None
        asked, self._asked_for = self._asked_for, False
        entry = made.backup.seq
        if made.is_first:
            words = self.tr(
                "Backed up for the first time, to {0}. Another place, or none: Properties of this"
                " case."
            )
            self._shell.say(words.format(str(made.backup.path.parent)))
        elif asked and made.is_new:
            self._shell.say(self.tr("Backed up and verified up to entry {0}.").format(entry))
        elif asked:
            self._shell.say(self.tr("Nothing changed since the last backup."))
        elif made.is_new:
            self._shell.note(self.tr("Backed up to entry {0}.").format(entry))

    def _not_made(self, error: FactcheckError) -> None:
        self._running = None
        asked, self._asked_for = self._asked_for, False
        if isinstance(error, DamagedError) and self._workspace.is_open:
            self._workspace.stop_writing(self.tr("The case is damaged. Here you can only read."))
            # Where even this cannot be read any more, the case is let go.
            with contextlib.suppress(DamagedError):
                self._shell.status_changed.emit()
            self._show_damaged(self._workspace.path, str(error))
        elif asked or not _is_wanted(error):
            self._shell.note(str(error), 0)

    # Restoring

    def _put_back(self, backup: Path) -> None:
        by = self._workspace.checker or self.tr("Factcheck")
        self._shell.close_case()
        self._shell.waiting.emit(True)
        self._shell.tasks.start(
            self.tr("Restoring"),
            partial(put_back, self._restoring, backup, by),
            self._restored,
            self._not_restored,
        )

    def _restored(self, done: Restored) -> None:
        if done.set_aside is not None:
            words = self.tr("Restored. The file that stood there is kept as {0}.")
            self._shell.say(words.format(done.set_aside.name))
        self._shell.open_case(done.path)

    def _not_restored(self, error: FactcheckError) -> None:
        self._shell.waiting.emit(False)
        self._shell.open_case(self._restoring)
        self._shell.say(str(error))

    # Pages

    def _show_looking(self, done: int, total: int) -> None:
        from factcheck.window.safety.pages import LookingPage

        shell = self._shell
        if self._looking is None:
            self._looking = LookingPage()
            self._looking.cancelled.connect(self._leave_it_closed)
            shell.views.pages.addWidget(self._looking)
        if shell.views.pages.currentWidget() is not self._looking:
            if not self._since.isValid():
                self._since.start()
            if self._since.elapsed() < _SHOWN_AFTER_MS:
                return
            self._looking.show_case(self._workspace.opening_path)
            shell.views.pages.setCurrentWidget(self._looking)
            self._looking.setFocus()
        self._looking.show_step(done, total)

    def _leave_it_closed(self) -> None:
        self._shell.close_case()
        self._shell.waiting.emit(False)

    def _show_damaged(self, path: Path, sentence: str) -> None:
        from factcheck.window.safety.pages import DamagedPage

        shell = self._shell
        if self._damaged is None:
            self._damaged = DamagedPage()
            self._damaged.restore_wanted.connect(self.restore)
            self._damaged.salvage_wanted.connect(self.salvage)
            self._damaged.read_wanted.connect(self._look_at_it)
            self._damaged.other_wanted.connect(self._shell.actions["open-case"].trigger)
            shell.views.pages.addWidget(self._damaged)
        self._damaged.show_case(path, sentence, can_be_read=self._workspace.is_open)
        # After the refusal, which shows the start page.
        QTimer.singleShot(0, self._damaged, self._turn_to_damaged)

    def _turn_to_damaged(self) -> None:
        if self._damaged is not None:
            self._shell.views.pages.setCurrentWidget(self._damaged)
            self._damaged.setFocus()

    def _look_at_it(self) -> None:
        self._shell.views.show("check")

    def _ask_place(self, title: str, suggested: Path) -> Path | None:
        suffix = ".factcheck"
        chosen, _ = QFileDialog.getSaveFileName(
            self._shell.window, title, f"{suggested}{suffix}", self.tr("Cases") + f" (*{suffix})"
        )
        if not chosen:
            return None
        return Path(chosen if chosen.endswith(suffix) else chosen + suffix)

    def _salvaged(self, done: Salvaged) -> None:
        from factcheck.window.safety.salvaged_dialog import SalvagedDialog

        self._shell.open_case(done.path)
        SalvagedDialog(done.path.stem, done.sentences, self._shell.window).open()

    def _saved(self, to: Path) -> None:
        self._shell.say(self.tr("A copy of all that is open lies at {0}.").format(str(to)))

    def _say_error(self, error: FactcheckError) -> None:
        self._shell.note(str(error), 0)


def _is_wanted(error: FactcheckError) -> bool:
    """Say whether a backup was not made because the user wants it so."""
    from factcheck.case.backup import NoBackups

    return isinstance(error, Cancelled | NoBackups)

"""What the menus do with the record of a case: properties, fingerprint, verify, history, as of."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from factcheck.errors import FactcheckError
from factcheck.window.commands.command import Command
from factcheck.window.properties.heads import GivenHeads
from factcheck.window.properties.notice import LogNotice

if TYPE_CHECKING:
    from factcheck.case.read.history import HistoryLine
    from factcheck.window.past.actions import PastActions
    from factcheck.window.properties.dialog import PropertiesDialog
    from factcheck.window.shell import Shell

# Dialogs are imported where they are asked for: the first paint does without them.


class RecordActions(QObject):
    """Actions on the record of the open case.

    notice: the strip that warns while the log differs from a fingerprint that was given away.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._workspace = shell.workspace
        self._past: PastActions | None = None
        self.heads = GivenHeads(shell.workspace, shell.tasks, self)
        self.notice = LogNotice()
        self.heads.differing.connect(self.notice.show_sentences)
        self.heads.failed.connect(shell.say)
        self.notice.details_wanted.connect(self.properties)

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on the record."""
        record = partial(Command, group=self.tr("Case"), looks=True)
        log = partial(record, menu="case/log")
        return (
            record("properties", self.tr("Properties …"), self.properties, "case/about",
                   keys=("Ctrl+Shift+P",)),
            record("case-history", self.tr("History of the case …"), self.history, "case/about",
                   keys=("Ctrl+H",), icon="clock"),
            record("ledger-as-of", self.tr("Ledger as of …"), self.ledger_as_of, "case/about",
                   icon="clock"),
            record("as-of", self.tr("As of …"), self.as_of, "claim/history",
                   group=self.tr("Claims"), keys=("Ctrl+Shift+H",), icon="clock"),
            log("verify", self.tr("Check the log"), self.verify, icon="tick"),
            log("copy-fingerprint", self.tr("Copy the fingerprint"), self.copy_fingerprint,
                icon="copy"),
            log("save-script", self.tr("Save the script that checks a log …"), self.save_script),
            record("redact", self.tr("Redact …"), self.redact, "case/redact", icon="cross",
                   looks=False),
        )  # fmt: skip

    def properties(self) -> PropertiesDialog:
        """Show what the case is, and its fingerprint."""
        from factcheck.window.properties.dialog import PropertiesDialog

        shell = self._shell
        return PropertiesDialog.ask(shell.window, shell.workspace, shell.tasks, self.heads)

    def verify(self) -> None:
        """Verify the case, in its properties."""
        self.properties().verifying.start()

    # The past

    def as_of(self) -> None:
        """Show a claim as of the line of a history with the keyboard, or of a moment to choose."""
        self._past_actions().ask(self._line())

    def ledger_as_of(self) -> None:
        """Show the ledger as of a moment to choose."""
        self._past_actions().ask_ledger()

    def history(self) -> None:
        """Show all that was done in the case."""
        from factcheck.window.history.case_history import CaseHistory
        from factcheck.window.history.list import LINE_ACTIONS

        shell = self._shell
        actions = tuple(shell.actions[name] for name in LINE_ACTIONS)
        CaseHistory(self._workspace, shell.tasks, actions, shell.window).show()

    def back_to_now(self) -> bool:
        """Leave the past; False where no claim of it is shown."""
        if self._past is None or not self._past.claim.claim_id:
            return False
        self._past.claim.back()
        return True

    def _past_actions(self) -> PastActions:
        if self._past is None:
            from factcheck.window.past.actions import PastActions

            self._past = PastActions(self._shell)
        return self._past

    def _line(self) -> HistoryLine | None:
        from factcheck.window.history.list import HistoryList

        focused = QApplication.focusWidget()
        return focused.current if isinstance(focused, HistoryList) else None

    # The record

    def redact(self) -> None:
        """Ask what is to be blanked for good; on a line of a history, its entry to begin with."""
        from factcheck.window.redact.dialog import RedactDialog

        line = self._line()
        dialog = RedactDialog(self._workspace, self._shell.tasks, self._shell.window)
        if line is not None:
            dialog.choose_entry(line.seq)
        dialog.open()

    def copy_fingerprint(self) -> None:
        """Put the fingerprint of the last entry on the clipboard, and keep it."""
        fingerprint = self._workspace.head.fingerprint
        QGuiApplication.clipboard().setText(fingerprint)
        self.heads.note_copied(fingerprint)
        self._shell.say(self.tr("The fingerprint is on the clipboard."))

    def save_script(self) -> None:
        """Ask for a place, and put the script there that checks an exported log without the app."""
        from factcheck.assets import asset
        from factcheck.export.whole_file import whole_file

        script = asset("verify_log.py")
        suggested = self._workspace.path.with_name(script.name)
        chosen, _ = QFileDialog.getSaveFileName(
            self._shell.window,
            self.tr("Save the script that checks a log"),
            str(suggested),
            self.tr("Python scripts") + " (*.py)",
        )
        if not chosen:
            return
        try:
            with whole_file(Path(chosen)) as file:
                file.write(script.read_bytes())
        except FactcheckError as refused:
            self._shell.say(str(refused))
        else:
            self._shell.say(self.tr("Written: {0}").format(chosen))

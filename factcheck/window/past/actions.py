"""The ways into the past from the window: a claim, or the ledger, as of a moment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.case.read.claims import claim
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.past.claim import PastClaim
from factcheck.window.past.dialog import AsOfDialog
from factcheck.window.past.ledger import PastLedger, past_case
from factcheck.window.past.reading import AsOf

if TYPE_CHECKING:
    from factcheck.case.as_of import PastCase
    from factcheck.case.read.history import HistoryLine
    from factcheck.window.shell import Shell


class PastActions(QObject):
    """Made when the past is first asked for: it imports all that shows it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell, self._workspace = shell, shell.workspace
        self._asked_for = ""
        self._moment: AsOf | None = None
        check = shell.views.check
        self.claim = PastClaim(shell.workspace, shell.tasks, check.claim)
        check.moved.connect(self._moved)

    def ask(self, line: HistoryLine | None) -> None:
        """Show what is meant as of the line of a history, or of a moment to choose."""
        meant = self._claim_meant()
        claim_id = line.claim_id if line is not None and line.claim_id else meant
        if line is not None and line.claim_id is None:
            # A line about the case: what was known of all of it then.
            self._open_ledger(AsOf(line.seq, line.at))
        elif not claim_id:
            self._shell.say(self.tr("Choose a claim first."))
        elif line is not None:
            self.show_claim(claim_id, AsOf(line.seq, line.at))
        else:
            number = self._workspace.read(claim, claim_id).claim_no
            self._ask_moment(self.tr("Claim {0} as of …").format(number), claim_id)

    def ask_ledger(self) -> None:
        """Show the ledger as of a moment to choose."""
        self._ask_moment(self.tr("Ledger as of …"), "")

    def show_claim(self, claim_id: str, moment: AsOf) -> None:
        """Show a claim as it was, over its panel."""
        views = self._shell.views
        if views.current != "check" or views.check.active_claim != claim_id:
            views.open_claim(claim_id)
        if views.check.active_claim == claim_id:
            self._shell.window.activateWindow()
            self.claim.show_as_of(claim_id, moment)

    def _ask_moment(self, title: str, claim_id: str) -> None:
        dialog = AsOfDialog(title, self._workspace, self._shell.tasks, self._shell.window)
        self._asked_for = claim_id
        dialog.chosen.connect(self._chosen)
        dialog.open()

    def _chosen(self, moment: AsOf) -> None:
        if self._asked_for:
            self.show_claim(self._asked_for, moment)
        else:
            self._open_ledger(moment)

    def _open_ledger(self, moment: AsOf) -> None:
        self._moment = moment
        work = partial(past_case, self._workspace.path, moment)
        name = self.tr("Looking back")
        self._shell.tasks.start(name, work, self._have_ledger, self._failed)

    def _have_ledger(self, past: PastCase) -> None:
        if (
            self._moment is None
            or not self._workspace.is_open
            or past.id != self._workspace.case_id
        ):
            past.close()
            return
        shown = PastLedger(past, self._moment, self._shell.tasks, self._shell.window)
        shown.claim_wanted.connect(self.show_claim)
        shown.export_wanted.connect(self._export)
        self._workspace.closed.connect(shown.reject)
        shown.show()

    def _export(self, moment: AsOf) -> None:
        self._shell.ledger_export_wanted.emit(moment)

    def _failed(self, error: FactcheckError) -> None:
        if not isinstance(error, Cancelled):
            self._shell.say(str(error))

    def _moved(self) -> None:
        if self.claim.claim_id != self._shell.views.check.active_claim:
            self.claim.back()

    def _claim_meant(self) -> str:
        """Give the claim that is worked on: in a table that of the chosen or the current row."""
        shown = self._shell.views.shown
        meant = next(iter(shown.chosen_claims() or ()), "") or shown.claim_meant()
        return meant or self._shell.views.check.claim_meant()

"""The column that says whether the words which a claim quotes stand in a source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from factcheck.case.changes import Changes
from factcheck.case.read.claim_quotes import NO_QUOTATION, KeptQuotes, claim_quote_states
from factcheck.window.checks.words import word_for_quote_state
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

_TABLES: Final = frozenset({"documents", "versions", "places", "claims"})


class ClaimQuotes(QObject):
    """What became of the quotations in the places of claims, worked out beside the window.

    changed: other states are known now.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, str] = {}
        self._kept = KeptQuotes()
        self._is_stale = True
        self._reading = BesideReader(workspace, tasks, self)
        self._reading.answered.connect(self._have_states)
        workspace.closed.connect(self._forget)
        workspace.changed.connect(self._note)

    def ask(self) -> None:
        """Work the states out anew, where a text or a place changed since."""
        if self._is_stale:
            self._is_stale = False
            work = partial(_asked, kept=self._kept)
            self._reading.ask(self.tr("Checking the quotations of claims"), work)

    def state(self, claim_id: str) -> str:
        """Give the state of a claim's quotations, "" where it is not known."""
        return self._states.get(claim_id, "")

    def word(self, claim_id: str) -> str:
        """Give the word for it: a dash for a claim without a quotation."""
        state = self.state(claim_id)
        if not state:
            return ""
        return "–" if state == NO_QUOTATION else word_for_quote_state(state)

    # Internal

    def _note(self, changes: Changes) -> None:
        if changes.everything or changes.tables & _TABLES:
            self._is_stale = True

    def _have_states(self, states: dict[str, str]) -> None:
        if states != self._states:
            self._states = states
            self.changed.emit()

    def _forget(self) -> None:
        self._states, self._kept, self._is_stale = {}, KeptQuotes(), True


def _asked(reader: Case, *, kept: KeptQuotes) -> dict[str, str]:
    return claim_quote_states(reader, kept)

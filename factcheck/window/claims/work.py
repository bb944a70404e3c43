"""The work on a claim: state, assigned to, due, priority, and what it checks; one key each."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import Edit
from factcheck.case.read.claims import words_used
from factcheck.window.ask_field import AskField
from factcheck.window.claims.due import resolve_due, tell_due
from factcheck.window.claims.words import HAND_STATES, PRIORITIES
from factcheck.window.workspace import Workspace


class Worked(Protocol):
    """What the work needs of a claim; rows of the panel and of the table both have it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def claim_no(self) -> int: ...  # noqa: D102
    @property
    def checks(self) -> str: ...  # noqa: D102
    @property
    def state(self) -> str: ...  # noqa: D102
    @property
    def assigned_to(self) -> str: ...  # noqa: D102
    @property
    def due(self) -> str: ...  # noqa: D102
    @property
    def priority(self) -> str: ...  # noqa: D102


class Work(QObject):
    """Changes one claim at a time; what it asks for is typed in a small window.

    said(str): why nothing was done.
    """

    said = Signal(str)

    def __init__(self, workspace: Workspace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._owner = owner
        self._claim_id = ""

    def do(self, command: str, claim: Worked | None) -> None:
        """Do one of the commands of the work to a claim."""
        if claim is None:
            self.said.emit(self.tr("Choose a claim first."))
            return
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        {
            "state": self._next_state,
            "assign": self._ask_assigned,
            "due": self._ask_due,
            "priority": self._next_priority,
            "checks": self._other_checks,
        }[command](claim)

    def _next_state(self, claim: Worked) -> None:
        if claim.state not in HAND_STATES:
            self.said.emit(self.tr("The state of a rated claim follows from its verdict."))
            return
        at = HAND_STATES.index(claim.state)
        self._set(claim.id, "state", HAND_STATES[(at + 1) % len(HAND_STATES)])

    def _next_priority(self, claim: Worked) -> None:
        at = PRIORITIES.index(claim.priority)
        self._set(claim.id, "priority", PRIORITIES[(at + 1) % len(PRIORITIES)])

    def _other_checks(self, claim: Worked) -> None:
        self._set(claim.id, "checks", "attribution" if claim.checks == "fact" else "fact")

    def _ask_assigned(self, claim: Worked) -> None:
        used = self._workspace.read(words_used, "assigned_to")
        me = self._workspace.checker
        self._claim_id = claim.id
        asked = AskField(
            self.tr("Claim {0}: assigned to").format(claim.claim_no),
            self.tr("Name; empty for nobody"),
            claim.assigned_to or me,
            words=[me, *(name for name in used if name != me)],
            parent=self._owner.window(),
        )
        asked.answered.connect(self._assigned)
        asked.open()

    def _ask_due(self, claim: Worked) -> None:
        self._claim_id = claim.id
        asked = AskField(
            self.tr("Claim {0}: due").format(claim.claim_no),
            self.tr("Date; empty for none"),
            claim.due,
            hint=self.tr("Friday"),
            resolve=resolve_due,
            tell=tell_due,
            parent=self._owner.window(),
        )
        asked.answered.connect(self._due)
        asked.open()

    def _assigned(self, name: str) -> None:
        self._set(self._claim_id, "assigned_to", name)

    def _due(self, due: str) -> None:
        self._set(self._claim_id, "due", due)

    def _set(self, claim_id: str, field: str, value: str) -> None:
        self._workspace.do(Edit("claim", claim_id, {field: value}))

"""What a case warns of before a verdict is recorded: a form asks for a sentence each."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QObject, Signal

from factcheck.case.read.claims import ClaimRow
from factcheck.case.read.gates import OpenGate, earlier_explanations, open_gates
from factcheck.case.verdict_changes import GATES, Gate
from factcheck.window.requests.columns import here_now
from factcheck.window.verdicts.ask_form import Asked, AskForm, Asking
from factcheck.window.verdicts.draft import Draft
from factcheck.window.workspace import Workspace

PURPOSE: Final = "gates"


class Gates(QObject):
    """Asks in a form that it shares with others.

    explained(explanations by gate): go on and record; gates without a word are left out.
    """

    explained = Signal(object)

    def __init__(self, workspace: Workspace, form: AskForm, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._form = form
        form.answered.connect(self._answered)
        form.went_other.connect(self._answered)

    @property
    def is_asking(self) -> bool:
        """Whether the form is open for this."""
        return self._form.purpose == PURPOSE

    def ask(self, claim: ClaimRow, draft: Draft, *, go: bool = True) -> bool:
        """Ask about what the case warns of, and say whether there is anything."""
        found = self._open_for(claim, draft)
        if found:
            self._form.open(self._asking(claim.claim_no, found, dict(draft.explanations)), go=go)
        return bool(found)

    def ask_again(self, claim: ClaimRow, draft: Draft) -> bool:
        """Ask anew where what is asked about changed; say whether nothing is left to ask."""
        found = self._open_for(claim, draft)
        if {gate for gate, _ in found} == self._form.answers().keys():
            return False
        had_keyboard = self._form.is_typing
        typed = explanations(self._form.answers())
        self._form.put_away()
        if found:
            self.ask(claim, draft._replace(explanations=tuple(typed.items())), go=had_keyboard)
        return not found and had_keyboard

    # Internal

    def _open_for(self, claim: ClaimRow, draft: Draft) -> tuple[OpenGate, ...]:
        reason = " ".join(draft.reason.split())
        return self._workspace.read(open_gates, claim.id, reason, here_now())

    def _asking(
        self, claim_no: int, found: Sequence[OpenGate], typed: Mapping[Gate, str]
    ) -> Asking:
        fields = tuple(
            Asked(
                gate,
                why[:1].upper() + why[1:] + ".",
                typed.get(gate, ""),
                self.tr("One sentence, kept with the verdict"),
                tuple(self._workspace.read(earlier_explanations, gate)),
            )
            for gate, why in found
        )
        title = self.tr("Why is claim {0} rated all the same?").format(claim_no)
        return Asking(PURPOSE, title, fields, self.tr("Record"), other=self.tr("Record without"))

    def _answered(self, purpose: str, answers: Mapping[str, str]) -> None:
        if purpose == PURPOSE:
            self.explained.emit(explanations(answers))


def explanations(answers: Mapping[str, str]) -> dict[Gate, str]:
    """Return what the form has by gate; gates without a word are left out."""
    return {gate: answers[gate] for gate in GATES if answers.get(gate)}

"""What is done to a verdict that is on record: approved, sent back, published, withdrawn, kept."""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from factcheck.case.changes import (
    ApproveVerdict,
    Change,
    Done,
    PublishVerdict,
    RecheckVerdict,
    SendBackVerdict,
    WithdrawVerdict,
)
from factcheck.case.read.reviews import same_person
from factcheck.errors import FactcheckError
from factcheck.window.verdicts.ask_form import Asked, AskForm, Asking
from factcheck.window.widgets.moment import DATE_HINT
from factcheck.window.workspace import Workspace

AT_ONCE: Final = frozenset({"approve", "confirm"})
"""What needs no words and is done from any view; for the others the claim is shown first."""
_OF_OTHERS: Final = frozenset({"approve", "send-back"})


class Judged(NamedTuple):
    """The verdict that is meant; verdict_id "" where the claim has none that stands."""

    claim_no: int
    verdict_id: str
    checker: str
    was_public: bool


class Judging(QObject):
    """Does it, at once or after the form has asked for words.

    said(str): why nothing was done. done(str): what was done, to be taken back by *Undo*.
    refused(str): the case did not want it, and no form is open to say so.
    form: None where nothing can be asked; a refusal is then `workspace.failed`.
    """

    said = Signal(str)
    done = Signal(str)
    refused = Signal(str)

    def __init__(self, workspace: Workspace, form: AskForm | None, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._form = form
        self._judged = Judged(0, "", "", was_public=False)
        self._told = ""
        self._typed: dict[tuple[str, str], dict[str, str]] = {}
        if form is not None:
            form.answered.connect(self._answered)
            form.went_other.connect(self._went_other)
            form.was_put_away.connect(self._keep)
        workspace.closed.connect(self._typed.clear)

    def do(self, command: str, judged: Judged | None) -> None:
        """Do one of the commands on verdicts to a verdict, or ask for what it needs."""
        if judged is None:
            self.said.emit(self.tr("Choose a claim first."))
        elif not judged.verdict_id:
            words = self.tr("Claim {0} has no verdict that stands.")
            self.said.emit(words.format(judged.claim_no))
        elif self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
        elif command in _OF_OTHERS and same_person(judged.checker, self._workspace.checker):
            # Said before a question is typed; the case holds to it as well.
            words = self.tr("{0} recorded this verdict: somebody else reviews it.")
            refused = self.refused if self._form is not None else self._workspace.failed
            refused.emit(words.format(judged.checker))
        else:
            self._judged = judged
            if command == "approve":
                self._approve("")
            elif command == "confirm":
                words = self.tr("The verdict of claim {0} stands.")
                self._do(RecheckVerdict(judged.verdict_id), words)
            elif self._form is not None:
                self._form.put_away()
                asking = self._asking(command)
                typed = self._typed.get((judged.verdict_id, command), {})
                fields = (each._replace(value=typed.get(each.key, "")) for each in asking.fields)
                self._form.open(asking._replace(fields=tuple(fields)))

    # Internal

    def _asking(self, command: str) -> Asking:
        number = self._judged.claim_no
        if command == "send-back":
            return Asking(
                command,
                self.tr("Review the verdict of claim {0}").format(number),
                (Asked("words", self.tr("Question to the checker, or a remark")),),
                self.tr("Send back"),
                other=self.tr("Approve"),
            )
        if command == "publish":
            return Asking(
                command,
                self.tr("Mark the verdict of claim {0} as published").format(number),
                (
                    Asked("url", self.tr("Where: the address, or in words"), hint="https://…"),
                    Asked("at", self.tr("When; empty for now"), hint=DATE_HINT, optional=True),
                ),
                self.tr("Mark as published"),
                note=self.tr("From then on a change is a correction."),
            )
        public = self._judged.was_public
        note = Asked("note", self.tr("Note that the public reads"))
        return Asking(
            command,
            self.tr("Withdraw the verdict of claim {0}").format(number),
            (Asked("reason", self.tr("What was wrong with it")), *((note,) if public else ())),
            self.tr("Withdraw"),
            note=self.tr("It stays on record as withdrawn."),
        )

    def _answered(self, purpose: str, answers: dict[str, str]) -> None:
        id = self._judged.verdict_id
        if purpose == "send-back":
            words = self.tr("The verdict of claim {0} was sent back.")
            self._do(SendBackVerdict(id, answers["words"]), words)
        elif purpose == "publish":
            words = self.tr("The verdict of claim {0} is marked as published.")
            self._do(PublishVerdict(id, answers["url"], answers["at"]), words)
        elif purpose == "withdraw":
            words = self.tr("The verdict of claim {0} was withdrawn.")
            change = WithdrawVerdict(id, answers["reason"], answers.get("note", ""))
            self._do(change, words)

    def _went_other(self, purpose: str, answers: dict[str, str]) -> None:
        if purpose == "send-back":
            self._approve(answers["words"])

    def _approve(self, remark: str) -> None:
        words = self.tr("The verdict of claim {0} was approved.")
        self._do(ApproveVerdict(self._judged.verdict_id, remark), words)

    def _keep(self, purpose: str, answers: dict[str, str]) -> None:
        self._typed[self._judged.verdict_id, purpose] = answers

    def _do(self, change: Change, told: str) -> None:
        self._told = told.format(self._judged.claim_no)
        failed = self._was_refused if self._form is not None else None
        self._workspace.do(change, self._was_done, failed)

    def _was_done(self, done: Done) -> None:
        if self._form is not None and self._form.purpose:
            self._form.leave()
        for key in [key for key in self._typed if key[0] == self._judged.verdict_id]:
            del self._typed[key]
        # A warning names the claim and what was done to it.
        self.done.emit(" ".join(done.warnings) or self._told)

    def _was_refused(self, error: FactcheckError) -> None:
        if self._form is not None and self._form.purpose:
            self._form.refuse(str(error))
        else:
            self.refused.emit(str(error))

"""Commands on verdicts: choosing a rating, recording, and what is done to one afterwards."""

from __future__ import annotations

from functools import partial

from factcheck.window.check import note_keys
from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands


class VerdictCommands(ViewCommands):
    """What rates the active claim, and what is done to the verdict that is shown."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on verdicts."""
        verdict = partial(Command, group=self.tr("Verdict"), where=Where.READER_AND_LISTS)
        done = (
            ("approve", self.tr("Approve the verdict"), "review", "Shift+Y", "tick"),
            ("send-back", self.tr("Send back with a question …"), "review", "Shift+Q", "undo"),
            ("confirm", self.tr("Looked at again: it stands"), "review", "Shift+V", "recheck"),
            ("publish", self.tr("Mark as published …"), "publish", "Shift+U", "padlock"),
            ("withdraw", self.tr("Withdraw the verdict …"), "publish", "Shift+W", None),
        )
        return (
            *(
                verdict(f"rate-{number}", self.tr("Choose rating {0}").format(number),
                        partial(self.rate, number), "verdict/rate", keys=(str(number),),
                        enabled=in_views("check"))
                for number in range(1, 10)
            ),
            verdict("record", self.tr("Record the verdict, save the form"), self.record,
                    "verdict/record", keys=("Ctrl+Enter", "Ctrl+Return"), where=Where.ANYWHERE),
            *(
                verdict(id, text, partial(self.judge, id), f"verdict/{section}", keys=(key,),
                        icon=icon, enabled=in_views("check", "claims", "ledger"))
                for id, text, section, key, icon in done
            ),
        )  # fmt: skip

    def rate(self, number: int) -> None:
        """Choose a rating of the scale by its number, from 1."""
        if self.workspace.is_open:
            self.views.check.claim.choose_rating(number)

    def record(self) -> None:
        """Save the form with the keyboard, else record the verdict; never that of a hidden view."""
        if self.views.current == "requests" and self.views.requests is not None:
            self.views.requests.record()
        elif self.views.current == "check":
            note_keys.record(self.views.check)

    def judge(self, command: str) -> None:
        """Do one of these commands to the verdict of the claim or row that is shown."""
        if self.views.current == "check":
            self.views.check.claim.judge(command)
        elif self.views.current == "ledger" and self.views.ledger is not None:
            self.views.ledger.judge(command)
        elif self.views.current == "claims" and self.views.claims is not None:
            row = self.views.claims.current
            self.views.judge_claim(command, row.id if row is not None else "")

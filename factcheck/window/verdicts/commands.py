"""Commands on verdicts: choosing a rating, recording, and what is done to one afterwards."""

from __future__ import annotations

from functools import partial

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
        self.views.shown.record()

    def judge(self, command: str) -> None:
        """Do one of these commands to the verdict of the claim or row that is shown."""
        self.views.shown.judge(command)

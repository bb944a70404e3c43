"""Commands on claims: from one to the next, the work on them, their particulars and history."""

from __future__ import annotations

from functools import partial

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands


class ClaimCommands(ViewCommands):
    """What is done to the claim that is active, or chosen in the table of claims."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on claims."""
        claim = partial(Command, group=self.tr("Claims"), where=Where.READER_AND_LISTS)
        return (
            *self._steps(),
            claim("claim-particulars", self.tr("Speaker, date, tags …"),
                  self.in_check(lambda check: check.claim.open_form()), "claim/work",
                  group=self.tr("Documents"), where=Where.ANYWHERE, enabled=in_views("check")),
            *self._work(),
            claim("group-claims", self.tr("Group the claims …"), self.group, "claim/lists",
                  keys=("Shift+G",), where=Where.LISTS),
            claim("history", self.tr("History"),
                  self.in_check(lambda check: check.claim.focus_history()), "claim/history",
                  keys=("H",), icon="clock", enabled=in_views("check"), looks=True),
        )  # fmt: skip

    def _steps(self) -> tuple[Command, ...]:
        step = partial(
            Command,
            menu="claim/move",
            group=self.tr("Read"),
            where=Where.READER_AND_LISTS,
            enabled=in_views("check", "compare"),
            held=True,
        )
        return (
            step("next-claim", self.tr("Next claim"), partial(self.step, 1), keys=("N",),
                 icon="chevron-down"),
            step("previous-claim", self.tr("Previous claim"), partial(self.step, -1), keys=("P",),
                 icon="chevron-up"),
        )  # fmt: skip

    def _work(self) -> tuple[Command, ...]:
        words = (
            ("checks", self.tr("Fact, or attribution"), "F", None),
            ("state", self.tr("Next state"), "T", None),
            ("assign", self.tr("Assigned to …"), "I", "person"),
            ("due", self.tr("Due …"), "Q", "clock"),
            ("priority", self.tr("Next priority"), "Shift+P", None),
        )
        return tuple(
            Command(id, text, partial(self.do_work, id), "claim/work", self.tr("Claims"), (key,),
                    Where.READER_AND_LISTS, icon=icon)
            for id, text, key, icon in words
        )  # fmt: skip

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) claim; side by side, to the next with evidence."""
        if self.workspace.is_open and not self.views.shown.step_claim(by):
            self.views.check.step_claim(by)

    def do_work(self, command: str) -> None:
        """Do a command of the work to the current claim of the view that is shown."""
        if self.workspace.is_open and not self.views.shown.do_work(command):
            self.views.check.do_work(command)

    def group(self) -> None:
        """Show all claims and offer what they can be grouped by."""
        # Imported when it is asked for: the first paint does without it.
        from factcheck.window.claims.claims_view import ClaimsView

        if self.workspace.is_open:
            self.views.show(ClaimsView.name)
            self.views.get(ClaimsView).choose_grouping()

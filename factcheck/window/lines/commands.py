"""Commands of going line by line: the next unread one, no check needed, signing off."""

from __future__ import annotations

from functools import partial

from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands
from factcheck.window.lines import line_keys


class LineCommands(ViewCommands):
    """What is done to the lines of the article."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands of going line by line."""
        line = partial(
            Command,
            menu="document/lines",
            group=self.tr("Line by line"),
            where=Where.READER_AND_LISTS,
            enabled=in_views("check"),
        )
        read = partial(line, menu="document/read", group=self.tr("Read"))
        act = self.in_check
        reasons = (
            ("opinion", self.tr("It is an opinion"), "D, O"),
            ("known", self.tr("It is known"), "D, K"),
            ("background", self.tr("It is background"), "D, B"),
            ("other", self.tr("Another reason"), "D, T"),
        )
        return (
            read("next-unread", self.tr("Next unread line"), act(line_keys.next_unread),
                 keys=("U",), held=True),
            read("next-worth", self.tr("Next sentence worth checking"), act(line_keys.next_worth),
                 keys=("Shift+N",)),
            line("no-check", self.tr("No check needed, because …"), act(line_keys.choose_reason),
                 keys=("D",)),
            *(
                line(f"no-check-{why}", text, act(partial(line_keys.no_check, why=why)),
                     keys=(key,))
                for why, text, key in reasons
            ),
            line("no-check-again", self.tr("The reason of the last time"),
                 act(line_keys.no_check_again), keys=("D, D",)),
            line("mark-unread", self.tr("Unread again"), act(line_keys.mark_unread),
                 keys=("D, U",)),
            line("sign-off", self.tr("Sign off the article …"), act(line_keys.sign_off),
                 keys=("Ctrl+Shift+L",), where=Where.ANYWHERE, icon="tick"),
            line("withdraw-sign-off", self.tr("Withdraw the sign-off"),
                 act(line_keys.withdraw_sign_off), group=self.tr("Documents"),
                 where=Where.ANYWHERE),
        )  # fmt: skip

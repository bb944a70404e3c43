"""What every view is: a page of the window, and what the commands ask of the one that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from factcheck.case.changes import Stance
    from factcheck.window.commands.command import Where
    from factcheck.window.settings import Settings


class View(QWidget):
    """A page of the window; each feature overrides what its page has an answer for.

    name: of the view, as in the settings. is_kept: whether the next session opens in it.
    What does something returns whether it did: where it did not, the check view does it.
    """

    name: ClassVar[str]
    is_kept: ClassVar[bool] = True

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Return the readers and lists in the order of F6, and as what single keys act there."""
        return []

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) pane."""

    def focus_text(self) -> None:
        """Give the keyboard to what is read here: a text, or the table."""
        self.setFocus()

    def apply_settings(self, settings: Settings) -> None:
        """Look as the settings say."""

    def claim_meant(self) -> str:
        """Return the id of the claim that one is at; "" where there is none."""
        return ""

    def link_meant(self) -> str:
        """Return the id of the link that one is at; "" for none, or for what its panel has."""
        return ""

    def chosen_claims(self) -> tuple[str, ...] | None:
        """Return the ids of the claims that are chosen in a table; None where it has no table."""
        return None

    def link(self, stance: Stance) -> bool:
        """Link what is shown with a stance."""
        return False

    def find_evidence(self) -> bool:
        """Look for evidence for the claim that one is at."""
        return False

    def step_claim(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) claim."""
        return False

    def do_work(self, command: str) -> bool:
        """Do a command of the work to the claim that one is at."""
        return False

    def judge(self, command: str) -> bool:
        """Do a command on verdicts to the claim or row that one is at."""
        return False

    def record(self) -> bool:
        """Save the form with the keyboard, or record the verdict that was chosen."""
        return False

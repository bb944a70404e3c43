"""Commands on evidence: linking a passage, looking for some, and what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.window.check import link_keys
from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.commands.of_views import ViewCommands

if TYPE_CHECKING:
    from factcheck.case.changes import Stance


class EvidenceCommands(ViewCommands):
    """What links the passage that is selected, and what looks for one."""

    def commands(self) -> tuple[Command, ...]:
        """Give the commands on evidence."""
        evidence = partial(Command, group=self.tr("Evidence"), where=Where.READER_AND_LISTS)
        of_link = partial(
            Command, group=self.tr("Documents"), where=Where.ANYWHERE, enabled=in_views("check")
        )
        act = self.in_check
        return (
            *self._stances(),
            evidence("locator", self.tr("Link with a locator in words …"),
                     act(link_keys.link_by_locator), "evidence/link", keys=("O",),
                     enabled=in_views("check")),
            of_link("evidence-note", self.tr("Note on the link …"),
                    act(lambda check: check.claim.evidence.list.edit_note()), "evidence/links"),
            evidence("find-evidence", self.tr("Find evidence"), self.find, "evidence/find",
                     keys=("E",), icon="lens", enabled=in_views("check", "grid")),
            evidence("accept", self.tr("Accept the hint"),
                     act(lambda check: check.accept_hint()), "edit/hints", keys=("Y",), icon="tick",
                     enabled=in_views("check")),
            of_link("nothing-found", self.tr("Looked, and found nothing …"),
                    act(lambda check: check.record_nothing()), "evidence/find"),
        )  # fmt: skip

    def _stances(self) -> tuple[Command, ...]:
        words: tuple[tuple[Stance, str, str, str], ...] = (
            ("supports", "S", self.tr("Link as supporting"),
             self.tr("Link to several, supporting …")),
            ("contradicts", "C", self.tr("Link as contradicting"),
             self.tr("Link to several, contradicting …")),
            ("context", "X", self.tr("Link as context"), self.tr("Link to several, for context …")),
        )  # fmt: skip
        link = partial(Command, group=self.tr("Evidence"), where=Where.READER_AND_LISTS)
        return (
            *(
                link(stance, text, partial(self.link, stance), "evidence/link", keys=(key,))
                for stance, key, text, _ in words
            ),
            *(
                link(f"{stance}-several", text, partial(self.link_several, stance),
                     "evidence/several", keys=(f"Shift+{key}",))
                for stance, key, _, text in words
            ),
        )  # fmt: skip

    def link(self, stance: Stance) -> None:
        """Link the passage to the active claim; from the table of claims, to the chosen ones."""
        if self.workspace.is_open and not self.views.shown.link(stance):
            self.views.check.link(stance)

    def link_several(self, stance: Stance) -> None:
        """Ask to which claims the passage is linked; those meant are ticked already."""
        if self.workspace.is_open:
            link_keys.link_several(self.views.check, stance, self.claims_meant())

    def find(self) -> None:
        """Look for evidence for the active claim, or for that of the current cell of the grid."""
        if self.workspace.is_open:
            self.views.shown.find_evidence()

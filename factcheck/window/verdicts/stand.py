"""How a claim's verdict stands: reviewed, published, corrected, to be looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.reviews import AnswerRow, approvals_needed, reviews_of
from factcheck.case.read.verdicts import VerdictRow, verdicts_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Stand(NamedTuple):
    """A claim's verdicts as the panel shows them.

    verdict: the one that stands, None without one. withdrawn: the newest one, where it was
    withdrawn and none took its place. answers: what reviewers said of the one that stands.
    needed: how many approvals the case wants. was_public: one of them was published once, so that
    a change is a correction.
    """

    verdict: VerdictRow | None = None
    withdrawn: VerdictRow | None = None
    answers: tuple[AnswerRow, ...] = ()
    needed: int = 0
    was_public: bool = False

    @property
    def approvals(self) -> int:
        """How many reviewers approved."""
        return sum(answer.decision == "approved" for answer in self.answers)

    @property
    def is_sent_back(self) -> bool:
        """Whether a reviewer sent it back."""
        return any(answer.decision == "sent back" for answer in self.answers)

    @property
    def is_done(self) -> bool:
        """Whether no approval is missing and nobody sent it back."""
        return not self.is_sent_back and self.approvals >= self.needed


def stand_of(connection: Connection, claim_id: str) -> Stand:
    """Read how the verdict of a claim stands."""
    found = verdicts_of(connection, claim_id)
    current = next((row for row in found if row.status == "current"), None)
    answers: tuple[AnswerRow, ...] = ()
    if current is not None:
        reviews = reviews_of(connection, claim_id)
        answers = next(row.answers for row in reviews if row.verdict_id == current.id)
    return Stand(
        current,
        found[0] if found and current is None and found[0].status == "withdrawn" else None,
        answers,
        approvals_needed(connection),
        any(row.published_at for row in found),
    )

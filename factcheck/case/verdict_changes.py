"""The changes to verdicts and to the rules that a case has for them; changes.py lists them too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

Gate = Literal[
    "no evidence", "too few sources", "unexplained contradiction", "request past deadline"
]
GATES: tuple[Gate, ...] = get_args(Gate)
"""What a case can warn of when a verdict is recorded; case/read/gates.py has the rules."""

MOST_APPROVALS = 3


@dataclass(frozen=True, slots=True)
class RateClaim:
    """Record a verdict: a rating of the case's scale with its reason.

    rating: a label of the scale, case ignored, or any words on a free-text scale.
    The claim's earlier verdict is replaced and stays on record.
    explanations: why it is rated although a gate is open, by gate; explain: for all that have
        none of their own. They are recorded with the gates; without them the gates alone are.
    what_was_wrong, correction_note: needed once a verdict of the claim was published: what its
        rating or reason had wrong, and what the public is told.
    """

    claim_id: str
    rating: str
    reason: str = ""
    explanations: Mapping[Gate, str] = field(default_factory=dict)
    explain: str = ""
    what_was_wrong: str = ""
    correction_note: str = ""


@dataclass(frozen=True, slots=True)
class ApproveVerdict:
    """Say that a verdict is right, as somebody else than its checker; names are declared.

    A reviewer has one answer to a verdict: a later one takes its place, and the log keeps both.
    """

    verdict_id: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SendBackVerdict:
    """Send a verdict back to its checker with a question, as somebody else than its checker."""

    verdict_id: str
    question: str


@dataclass(frozen=True, slots=True)
class SetApprovals:
    """Say how many approvals make a verdict final: 0 to MOST_APPROVALS."""

    needed: int


@dataclass(frozen=True, slots=True)
class SetGates:
    """Say which gates the case warns of; the others are off."""

    gates: tuple[Gate, ...]


@dataclass(frozen=True, slots=True)
class PublishVerdict:
    """Mark a verdict as published; from then on a change of it is a correction.

    url: where, or in words where it has no address ("print, 12 March, p. 4").
    at: as given; without it as it was given before, or now.
    """

    verdict_id: str
    url: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawVerdict:
    """Take a verdict back without another in its place; it stays on record.

    reason: what was wrong with it. note: what the public is told; needed once a verdict of the
        claim was published.
    """

    verdict_id: str
    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecheckVerdict:
    """Stand by a verdict that needed a recheck: what it rests on was looked at again."""

    verdict_id: str


VerdictChange = (
    RateClaim
    | ApproveVerdict
    | SendBackVerdict
    | SetApprovals
    | SetGates
    | PublishVerdict
    | WithdrawVerdict
    | RecheckVerdict
)

"""A claim as it was at a moment, read beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from factcheck.case.as_of import claim_as_of
from factcheck.case.case import Case
from factcheck.case.read.claims import claim
from factcheck.case.read.moments import Moment, moments_of
from factcheck.case.read.reviews import AnswerRow, reviews_of
from factcheck.case.read.verdicts import VerdictRow, verdicts_of
from factcheck.errors import FactcheckError
from factcheck.window.claims.shown import Shown, shown_of
from factcheck.window.tasks import Progress


class AsOf(NamedTuple):
    """A moment: the last entry that counts, and the time that was asked for, else that entry's."""

    seq: int
    at: str


class PastShown(NamedTuple):
    """A claim as of a moment.

    verdicts: newest first, those that were replaced by then too. answers: to the first of them.
    earlier, later: the claim's entries before and after that of the moment, if there are any.
    """

    moment: AsOf
    shown: Shown
    verdicts: list[VerdictRow]
    answers: tuple[AnswerRow, ...]
    earlier: AsOf | None
    later: AsOf | None


def past_claim(path: Path, claim_id: str, moment: AsOf, progress: Progress) -> PastShown:
    """Read a claim as it was. Raises FactcheckError where it was not there then, Cancelled."""
    with Case.open(path, read_only=True) as case:
        steps = case.read(moments_of, claim_id)
        if not steps or steps[0].seq > moment.seq:
            raise FactcheckError(_not_yet(case, claim_id, steps, moment))
    progress.check()
    before = [step for step in steps if step.seq <= moment.seq]
    after = next((step for step in steps if step.seq > moment.seq), None)
    with claim_as_of(path, claim_id, moment.seq) as past:
        found = past.read(verdicts_of, claim_id)
        newest = found[0].id if found else ""
        reviews = past.read(reviews_of, claim_id) if found else []
        return PastShown(
            moment,
            past.read(shown_of, claim_id),
            found,
            next((each.answers for each in reviews if each.verdict_id == newest), ()),
            AsOf(*before[-2][:2]) if len(before) > 1 else None,
            AsOf(*after[:2]) if after is not None else None,
        )


def _not_yet(case: Case, claim_id: str, steps: list[Moment], moment: AsOf) -> str:
    number = case.read(claim, claim_id).claim_no
    if not steps:
        return f"Claim {number} has no entry of its own."
    first = steps[0]
    return (
        f"Claim {number} was not there at entry {moment.seq}: it was marked by entry {first.seq},"
        f" on {first.at[:10]}."
    )

"""What is done to verdicts, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import short
from factcheck.case.read.wording.telling import Action, Told, says


def _rated(told: Told) -> str:
    verdicts = [change.after for change in told.changes if change.table == "verdicts"]
    rating = next((row["rating"] for row in verdicts if row and row.get("rating")), "")
    return f"rated {told.claim} {short(str(rating))}".rstrip()


VERDICTS: Mapping[str, Action] = {
    "rate": Action("rate {claim}", "rate {n} claims", _rated),
    "approve": Action(
        "approve {claim}", "approve {n} claims",
        says("approved the verdict of {claim}: {reason}")),
    "send back": Action(
        "send {claim} back", "send {n} claims back",
        says("sent the verdict of {claim} back: {reason}")),
    "publish": Action(
        "mark {claim} as published", "mark {n} claims as published",
        says("marked the verdict of {claim} as published: {url}")),
    "withdraw": Action(
        "withdraw the verdict of {claim}", "withdraw {n} verdicts",
        says("withdrew the verdict of {claim}")),
    "correct": Action(
        "correct {claim}", "correct {n} claims", says("corrected the verdict of {claim}")),
    "recheck": Action(
        "send {claim} to a recheck", "send {n} claims to a recheck",
        says("said that {claim} needs a recheck")),
}  # fmt: skip

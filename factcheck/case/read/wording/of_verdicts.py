"""What is done to verdicts, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import short
from factcheck.case.read.wording.telling import Action, Told, says


def _rated(told: Told) -> str:
    verdicts = [change.after for change in told.changes if change.table == "verdicts"]
    rating = next((row["rating"] for row in verdicts if row and row.get("rating")), "")
    return f"rated {told.claim} {short(str(rating))}".rstrip()


def _corrected(told: Told) -> str:
    made = [change.after for change in told.changes if change.table == "verdicts"]
    row = next((row for row in made if row and row.get("rating")), {})
    wrong = short(str(row.get("what_was_wrong") or ""))
    did = f"corrected the verdict of {told.claim} to {short(str(row.get('rating', '')))}"
    return f"{did}: {wrong}" if wrong else did


def _with_why(sentence: str, told: Told, column: str) -> str:
    why = told.value(column, "verdicts")
    return f"{sentence}: {why}" if why else sentence


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
        lambda told: _with_why(
            f"withdrew the verdict of {told.claim}", told, "what_was_wrong")),
    "correct": Action("correct {claim}", "correct {n} claims", _corrected),
    "confirm": Action(
        "confirm {claim}", "confirm {n} claims",
        says("checked {claim} again and stands by the verdict")),
    "recheck": Action(
        "send {claim} to a recheck", "send {n} claims to a recheck",
        lambda told: _with_why(f"said that {told.claim} needs a recheck", told, "recheck_why")),
}  # fmt: skip

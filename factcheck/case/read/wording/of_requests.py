"""What is asked and answered, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import short
from factcheck.case.read.wording.telling import Action, Told, edited


def _whom(told: Told) -> str:
    row = told.row("requests")
    known = row.get("to_whom")
    if known:
        return short(str(known))
    id = told.row("attempts", "request_claims").get("request_id") or told.id_of("requests")
    return short(told.names.request(str(id)))


def _asked(told: Told) -> str:
    about = "" if told.claim == "the case" else f" about {told.claim}"
    question = told.value("question", "requests")
    return f"asked {_whom(told)}{about}" + (f": “{question}”" if question else "")


def _tried(told: Told) -> str:
    channel, note = told.value("channel", "attempts"), told.value("note", "attempts")
    by = f" by way of {channel}" if channel else ""
    return f"tried to reach {_whom(told)}{by}" + (f": {note}" if note else "")


def _answered(told: Told) -> str:
    outcome, answer = told.value("outcome", "requests"), told.value("answer", "requests")
    if told.row("requests").get("note_id") and not outcome:
        return f"made the answer of {_whom(told)} a source note"
    did = {"no answer": "did not answer", "declined": "declined to answer"}.get(outcome, "answered")
    return f"noted that {_whom(told)} {did}" + (f": “{answer}”" if answer else "")


REQUESTS: Mapping[str, Action] = {
    "request": Action("ask about {claim}", "ask about {n} claims", _asked),
    "edit request": Action(
        "edit a request", "edit {n} requests",
        edited(lambda told: f"request to {_whom(told)}")),
    "attempt": Action("note an attempt", "note {n} attempts", _tried),
    "answer": Action("note an answer", "note an answer", _answered),
}  # fmt: skip

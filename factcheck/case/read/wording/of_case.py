"""What is done to the case as a whole, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.log import Row
from factcheck.case.read.wording.fields import listed, short
from factcheck.case.read.wording.telling import Action, Told, says


def _added_scale(told: Told) -> str:
    row = told.row("scales")
    return f"added version {row.get('version', 1)} of the scale “{short(str(row.get('name', '')))}”"


def _gates(told: Told) -> str:
    on = listed(str(told.row("properties").get("gates") or "[]"))
    return f"set the gates that warn: {on}" if on else "switched all gates off"


def _restored(told: Told) -> str:
    row = told.row("restorations")
    sentence = f"restored the case from the backup {row.get('head', '')}"
    aside = told.value("set_aside", "restorations")
    if not aside:
        return f"{sentence}; no file stood there"
    lost = row.get("entries_lost")
    only = "what it held could not be read" if lost is None else f"only there: {_lost(row)}"
    return f"{sentence}; set aside “{aside}”, {only}"


def _lost(row: Row) -> str:
    entries, verdicts = row.get("entries_lost"), row.get("verdicts_lost")
    words = "1 entry" if entries == 1 else f"{entries} entries"
    return f"{words}, {'1 verdict' if verdicts == 1 else f'{verdicts} verdicts'}"


CASE: Mapping[str, Action] = {
    "create case": Action("make the case", "make the case", says("made the case")),
    "use scale": Action(
        "change the scale", "change the scale", says("changed the scale to {scale}")),
    "set approvals": Action(
        "set the approvals needed", "change the rules of the case",
        lambda told: f"set the approvals needed to {told.row('properties').get('approvals_needed')}"
    ),
    "set gates": Action("switch gates", "change the rules of the case", _gates),
    "add scale": Action(
        "add a scale", "add {n} scales", _added_scale),
    "restore": Action("restore the case", "restore the case", _restored),
    "salvage": Action(
        "salvage the case", "salvage the case", says("salvaged the case from a damaged file")),
    "redact": Action("redact", "redact {n} entries", says("redacted: {reason}")),
}  # fmt: skip

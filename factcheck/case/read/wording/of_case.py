"""What is done to the case as a whole, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import short
from factcheck.case.read.wording.telling import Action, Told, says


def _added_scale(told: Told) -> str:
    row = told.row("scales")
    return f"added version {row.get('version', 1)} of the scale “{short(str(row.get('name', '')))}”"


CASE: Mapping[str, Action] = {
    "create case": Action("make the case", "make the case", says("made the case")),
    "use scale": Action(
        "change the scale", "change the scale", says("changed the scale to {scale}")),
    "add scale": Action(
        "add a scale", "add {n} scales", _added_scale),
    "redact": Action("redact", "redact {n} entries", says("redacted: {reason}")),
}  # fmt: skip

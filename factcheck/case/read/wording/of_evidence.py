"""What is done to links, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.telling import Action, Told, edited, of_claim, where_is


def _linked(told: Told) -> str:
    where = where_is(told, "evidence")
    to = "" if told.claim == "it" else f" to {told.claim}"
    # "linked Agreement, p. 4, as …": the place is set off by commas on both sides.
    comma = "," if "," in where else ""
    return f"linked {where}{comma}{to} as {told.value('stance', 'evidence')}"


def _unlinked(told: Told) -> str:
    of = "" if told.claim == "it" else f" from {told.claim}"
    stance = told.value("stance", "evidence")
    return f"removed the link to {where_is(told, 'evidence')}{of} ({stance})"


EVIDENCE: Mapping[str, Action] = {
    "link": Action("link evidence to {claim}", "link evidence to {n} claims", _linked),
    "edit evidence": Action(
        "edit evidence of {claim}", "edit {n} links", edited(of_claim("evidence"))),
    "remove evidence": Action(
        "remove evidence of {claim}", "remove {n} links", _unlinked),
}  # fmt: skip

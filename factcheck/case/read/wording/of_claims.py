"""What is done to claims and their places, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.telling import (
    Action,
    Told,
    claim_unless_it,
    edited,
    of_claim,
    says,
    where_is,
)

_MOVED = (("places", "place"), ("evidence", "link"), ("request_claims", "request"),
          ("claims", "part"))  # fmt: skip


def _marked(told: Told) -> str:
    quote = told.value("quote", "places")
    where = f" in {where_is(told, 'places')}" if quote else ""
    return f"marked {told.claim}{where}: “{quote or told.value('wording', 'claims')}”"


def _moved(told: Told) -> str:
    quote = told.value("quote", "places")
    return f"moved a place of {told.claim}" + (f" to “{quote}”" if quote else "")


def _corrected(told: Told) -> str:
    words = told.value("should_read", "places")
    if not words:
        return f"took back what {told.claim} should read"
    return f"said that {told.claim} should read “{words}”"


def _split(told: Told) -> str:
    parts = [told.names.claim(change.id) for change in told.changes if change.table == "claims"]
    return f"split {told.claim} into {', '.join(parts)}"


def _merged(told: Told) -> str:
    kept = told.row("claims").get("merged_into")
    return f"merged {told.claim} into {told.names.claim(str(kept)) if kept else 'another'}"


def _took_in(told: Told) -> str:
    tables = [change.table for change in told.changes]
    counts = [(tables.count(table), word) for table, word in _MOVED]
    moved = ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counts if n)
    before = told.changes[0].before or {}
    merged = before.get("claim_id") or before.get("part_of")
    return f"took in {told.names.claim(str(merged)) if merged else 'another claim'}: {moved}"


CLAIMS: Mapping[str, Action] = {
    "mark": Action("mark {claim}", "mark {n} claims", _marked),
    "edit claim": Action("edit {claim}", "edit {n} claims", edited(claim_unless_it)),
    "remove claim": Action(
        "remove {claim}", "remove {n} claims", says("removed {claim}: “{wording}”")),
    "add place": Action(
        "add a place to {claim}", "add {n} places", says("added a place to {claim}: {where}")),
    "move place": Action("move a place of {claim}", "move {n} places", _moved),
    "remove place": Action(
        "remove a place of {claim}", "remove {n} places",
        says("removed a place of {claim}: {where}")),
    "edit place": Action(
        "edit a place of {claim}", "edit {n} places", edited(of_claim("place"))),
    "should read": Action(
        "set what {claim} should read", "set what {n} places should read", _corrected),
    "split": Action("split {claim}", "split a claim into parts", _split),
    "merge": Action("merge {claim}", "merge two claims", _merged),
    "take in": Action("merge a claim into {claim}", "merge two claims", _took_in),
}  # fmt: skip

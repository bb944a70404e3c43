"""The fields of an entry in words: what each column is called, and each value before and after."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from factcheck.case.log import Cell, Row, RowChange

SHORT = 60
"""Code points of a value inside a sentence; the details have it whole."""


class Names(Protocol):
    """Looks up what ids stand for; each gives words also where the thing is gone."""

    def claim(self, claim_id: str | None) -> str:
        """Return "claim 3", or "it" in the history of that claim."""

    def document(self, document_id: str) -> str:
        """Return the title of a document."""

    def place(self, version_id: str | None, start: int | None) -> str:
        """Return "p. 4" or "¶ 12", "" where there is none."""

    def scale(self, scale_id: str) -> str:
        """Return the name of a scale."""

    def version(self, version_id: str) -> str:
        """Return the number of a version."""

    def verdict(self, verdict_id: str) -> str:
        """Return the rating of a verdict."""

    def request(self, request_id: str) -> str:
        """Return whom a request goes to."""


class Detail(NamedTuple):
    """One field before and after, in words; "" where it was or is empty."""

    what: str
    before: str
    after: str


def short(value: str, most: int = SHORT) -> str:
    """Return value on one line, cut with an ellipsis where it is longer than most code points."""
    line = " ".join(value.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


# Columns that a person has a word for; what stands in neither table is inner working.
_FIELDS: Mapping[str, str] = {
    "name": "name", "approvals_needed": "approvals needed", "gates": "gates",
    "kind": "kind", "under_check": "under check", "source": "source", "title": "title",
    "byline": "author", "outlet": "outlet", "published": "published", "updated": "updated",
    "accessed": "accessed", "language": "language", "url": "address",
    "archive_url": "archived copy", "external_id": "external id", "standing": "primary source",
    "reliability": "reliability", "condition": "condition", "condition_note": "about its condition",
    "confidential": "confidential", "who": "who", "happened_at": "when", "how": "how",
    "aliases": "other names",
    "label": "label", "file_name": "file", "warnings": "warnings", "size": "bytes",
    "path": "kept at",
    "claim_no": "number", "wording": "wording", "checks": "checks", "speaker": "speaker",
    "speaker_role": "speaker's role", "party": "party", "made_on": "said on",
    "claim_where": "said where", "claim_url": "address of the claim",
    "claim_archive_url": "archived copy of the claim", "event": "event", "tags": "tags",
    "why_chosen": "why chosen", "state": "state", "assigned_to": "assigned to", "due": "due",
    "priority": "priority", "quote": "quote", "should_read": "should read",
    "should_read_outcome": "what became of it", "should_read_by": "decided by", "stance": "stance",
    "locator": "where", "note": "note", "rating": "rating", "reason": "reason",
    "gate_explanations": "explanations", "checker": "checker", "status": "status",
    "recheck_why": "why to check again", "published_url": "published at",
    "published_at": "published on", "what_was_wrong": "what was wrong",
    "correction_note": "correction note", "decision": "decision", "reviewer": "reviewer",
    "to_whom": "to", "channel": "by way of", "question": "question", "deadline": "deadline",
    "asked_at": "asked", "outcome": "outcome", "answer": "answer", "answered_at": "answered",
    "why": "why", "made_at": "made on",
}  # fmt: skip
_LINKS: Mapping[str, str] = {
    "document_id": "document", "part_of": "part of", "merged_into": "merged into",
    "scale_id": "scale", "current_version": "version", "supersedes": "replaces",
    "note_id": "source note", "claim_id": "claim", "request_id": "request to",
}  # fmt: skip
_OWN_WORDS: Mapping[tuple[str, str], str] = {
    ("versions", "number"): "version",
    ("verdicts", "status"): "verdict",
    ("places", "state"): "place",
    ("evidence", "state"): "passage",
    ("lines", "state"): "line",
    ("attachments", "name"): "file",
    ("attempts", "made_at"): "when",
}
_YES_NO = {"under_check", "source", "confidential"}
_LISTS = {"aliases", "tags", "warnings", "gates", "gate_explanations"}
# The scales that a case starts with, and the claim that an entry is about, are no news.
_UNTOLD_TABLES = {"scales", "ratings"}
_UNTOLD = {("properties", "made_at"), ("verdicts", "claim_id"), ("verdicts", "scale_id"),
           ("places", "claim_id"), ("evidence", "claim_id"), ("versions", "document_id"),
           ("attachments", "document_id"), ("versions", "published"),
           ("request_claims", "claim_id"), ("relocations", "kind"), ("relocations", "document_id"),
           ("relocations", "state")}  # fmt: skip


def details_of(changes: Sequence[RowChange], names: Names) -> tuple[Detail, ...]:
    """Return every field that the changes set, in words and whole; inner workings left out."""
    found: list[Detail] = []
    for change in changes:
        if change.table in _UNTOLD_TABLES:
            continue
        before, after = change.before or {}, change.after or {}
        found.extend(_span(change, before, after))
        for column in after or before:
            if _is_as_made(change, column):
                continue
            told = _detail(change.table, column, before.get(column), after.get(column), names)
            if told is not None and told.before != told.after:
                found.append(told)
    return tuple(found)


def _is_as_made(change: RowChange, column: str) -> bool:
    # Where something is new or goes, that its words stand unchanged in their text is no news.
    whole = change.after if change.before is None else change.before
    return (
        (change.before is None or change.after is None)
        and column == "state"
        and (whole or {}).get(column) == "unchanged"
    )


def _span(change: RowChange, before: Row, after: Row) -> list[Detail]:
    # The two ends are one thing to a reader.
    if change.table not in ("places", "evidence", "lines"):
        return []
    told = Detail("characters", _ends(before), _ends(after))
    return [told] if told.before != told.after else []


def _ends(row: Row) -> str:
    if row.get("start") is None and row.get("end") is None:
        return ""
    return f"{row.get('start', '…')}–{row.get('end', '…')}"


def _detail(table: str, column: str, before: Cell, after: Cell, names: Names) -> Detail | None:
    if (table, column) in _UNTOLD:
        return None
    what = _OWN_WORDS.get((table, column)) or _FIELDS.get(column) or _LINKS.get(column)
    if what is None:
        return None
    return Detail(what, _value(column, before, names), _value(column, after, names))


def _value(column: str, value: Cell, names: Names) -> str:
    if value is None or value == "":
        return ""
    if column in _YES_NO:
        return "yes" if value else "no"
    if column in _LISTS:
        return listed(str(value))
    look_up = _LOOK_UP.get(column)
    return str(value) if look_up is None else look_up(names, str(value))


def listed(stored: str) -> str:
    """Return a stored list in words; of an explained gate, "gate: explanation"."""
    try:
        items = json.loads(stored)
    except ValueError:
        return stored
    return ", ".join(map(_item, items)) if isinstance(items, list) else stored


def _item(item: object) -> str:
    if isinstance(item, dict) and "gate" in item:
        return f"{item['gate']}: {item.get('explanation') or 'not explained'}"
    return str(item)


_LOOK_UP: Mapping[str, Callable[[Names, str], str]] = {
    "document_id": lambda names, id: names.document(id),
    "note_id": lambda names, id: names.document(id),
    "part_of": lambda names, id: names.claim(id),
    "merged_into": lambda names, id: names.claim(id),
    "claim_id": lambda names, id: names.claim(id),
    "scale_id": lambda names, id: names.scale(id),
    "current_version": lambda names, id: names.version(id),
    "supersedes": lambda names, id: names.verdict(id),
    "request_id": lambda names, id: names.request(id),
}

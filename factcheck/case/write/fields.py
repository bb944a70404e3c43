"""The fields that can be edited, with the values that each may have."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from factcheck.case.changes import EditableKind, FieldValue
from factcheck.case.log import Cell
from factcheck.errors import UsageError
from factcheck.text.canonical import canonical

DOCUMENT_PARTICULARS = frozenset(
    {"title", "byline", "outlet", "published", "language", "url", "external_id"}
)
"""What a file may say about itself and a user may say when adding it."""


class EditField(NamedTuple):
    """One field: the column it sets, and the stored value of each word that it may be.

    words: None for free text. A word on the left is what people type, the right is stored.
    many: a list of words, given with commas.
    """

    column: str
    words: Mapping[str, Cell] | None = None
    many: bool = False
    required: bool = False


def _words(*words: str) -> dict[str, Cell]:
    return {word: word for word in words}


_YES_NO: dict[str, Cell] = {"yes": 1, "no": 0, "true": 1, "false": 0, "1": 1, "0": 0}


def _free(*names: str) -> dict[str, EditField]:
    return {name: EditField(name) for name in names}


FIELDS: dict[EditableKind, dict[str, EditField]] = {
    "document": _free(
        "byline", "outlet", "published", "updated", "accessed", "language", "url", "archive_url",
        "external_id", "reliability", "condition_note", "who", "how",
    )
    | {
        "title": EditField("title", required=True),
        "aliases": EditField("aliases", many=True),
        "when": EditField("happened_at"),
        "author": EditField("byline"),
        "publisher": EditField("outlet"),
        "under_check": EditField("under_check", _YES_NO),
        "source": EditField("source", _YES_NO),
        "confidential": EditField("confidential", _YES_NO),
        "primary": EditField(
            "standing", {"yes": "primary", "no": "secondary", "": "", "true": "primary",
                         "false": "secondary", "1": "primary", "0": "secondary"}
        ),
        "standing": EditField("standing", _words("", "primary", "secondary")),
        "condition": EditField(
            "condition", _words("ok", "corrected", "retracted", "unreliable")
        ),
    },
    "claim": _free(
        "speaker", "speaker_role", "party", "made_on", "claim_where", "claim_url",
        "claim_archive_url", "event", "why_chosen", "assigned_to", "due",
    )
    | {
        "wording": EditField("wording", required=True),
        "checks": EditField("checks", _words("fact", "attribution")),
        "tags": EditField("tags", many=True),
        "state": EditField(
            "state",
            _words("to do", "checking", "waiting", "ready") | {"to-do": "to do", "todo": "to do"},
        ),
        "priority": EditField("priority", _words("", "low", "normal", "high", "urgent")),
    },
    "place": _free("should_read", "should_read_by")
    | {
        "should_read_outcome": EditField(
            "should_read_outcome", _words("", "open", "accepted", "refused", "obsolete")
        ),
    },
    "evidence": _free("locator", "note")
    | {"stance": EditField("stance", _words("supports", "contradicts", "context"))},
    "request": _free("channel", "deadline", "answer", "answered_at", "asked_at")
    | {
        "to_whom": EditField("to_whom", required=True),
        "to": EditField("to_whom", required=True),
        "text": EditField("question", required=True),
        "kind": EditField("kind", _words("author", "source", "reply")),
        "outcome": EditField(
            "outcome",
            _words("open", "answered", "no answer", "declined") | {"no-answer": "no answer"},
        ),
    },
}  # fmt: skip


def stored_values(kind: EditableKind, values: Mapping[str, FieldValue]) -> dict[str, Cell]:
    """Return columns and stored values for what a user gave.

    Raises UsageError with the list for a field that the kind does not have or a value that the
    field cannot have.
    """
    stored: dict[str, Cell] = {}
    for name, value in values.items():
        field = FIELDS[kind].get(name)
        if field is None:
            known = ", ".join(sorted(FIELDS[kind]))
            raise UsageError(f"A {kind} has no field “{name}”. It has: {known}.")
        stored[field.column] = _stored(name, field, value)
    return stored


def _stored(name: str, field: EditField, value: FieldValue) -> Cell:
    if field.many:
        given = value.split(",") if isinstance(value, str) else value
        words = (
            [str(word).strip() for word in given] if not isinstance(given, int) else [str(given)]
        )
        return json.dumps([word for word in words if word], ensure_ascii=False)
    text = canonical(str(value)).text.strip()
    if field.words is not None:
        found = field.words.get(text.casefold())
        if found is None:
            known = ", ".join(word for word in field.words if word)
            raise UsageError(f"“{name}” cannot be “{text}”. It can be: {known}.")
        return found
    if field.required and not text:
        raise UsageError(f"“{name}” cannot be empty.")
    return text

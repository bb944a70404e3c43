"""The words for what an entry did: its field names, its values, its sentence, its name in a menu.

One table says each action in three ways: as a verb for the menu ("rate claim 3"), as a past tense
for the history ("rated it Mostly false"), and with several things at once ("add 200 documents").
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from factcheck.case.log import Cell, Row, RowChange

SHORT = 60
"""Code points of a value inside a sentence; the details have it whole."""

_ARROW = " → "


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
_LISTS = {"tags", "warnings", "gates", "gate_explanations"}
# The scales that a case starts with, and the claim that an entry is about, are no news.
_UNTOLD_TABLES = {"scales", "ratings"}
_UNTOLD = {("properties", "made_at"), ("verdicts", "claim_id"), ("verdicts", "scale_id"),
           ("places", "claim_id"), ("evidence", "claim_id"), ("versions", "document_id"),
           ("attachments", "document_id"), ("versions", "published"),
           ("request_claims", "claim_id")}  # fmt: skip


def details_of(changes: Sequence[RowChange], names: Names) -> tuple[Detail, ...]:
    """Return every field that the changes set, in words and whole; inner workings left out."""
    found: list[Detail] = []
    for change in changes:
        if change.table in _UNTOLD_TABLES:
            continue
        before, after = change.before or {}, change.after or {}
        found.extend(_span(change, before, after))
        for column in after or before:
            told = _detail(change.table, column, before.get(column), after.get(column), names)
            if told is not None and told.before != told.after:
                found.append(told)
    return tuple(found)


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
        return _list(str(value))
    look_up = _LOOK_UP.get(column)
    return str(value) if look_up is None else look_up(names, str(value))


def _list(stored: str) -> str:
    try:
        items = json.loads(stored)
    except ValueError:
        return stored
    return ", ".join(str(item) for item in items) if isinstance(items, list) else stored


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


# Sentences


class Told(NamedTuple):
    """What a sentence is made from; row(table) gives the image that says most."""

    changes: Sequence[RowChange]
    claim: str
    names: Names

    def row(self, *tables: str) -> Row:
        """Return the values of the first row of these tables: as made, else as it was."""
        for change in self.changes:
            if change.table in tables:
                return {**(change.before or {}), **(change.after or {})}
        return {}

    def id_of(self, table: str) -> str:
        """Return the id of the first row of a table, "" where there is none."""
        return next((change.id for change in self.changes if change.table == table), "")

    def value(self, column: str, *tables: str) -> str:
        """Return one value for a sentence, short, "" where it is not there."""
        return short(str(self.row(*tables).get(column) or ""))


class _Action(NamedTuple):
    """verb: for the menu, {claim} filled in. verbs: the same for {n} things. past: the sentence."""

    verb: str
    verbs: str
    past: Callable[[Told], str]


def _title(told: Told) -> str:
    title = told.value("title", "documents")
    return title or short(told.names.document(told.id_of("documents")))


def _version(told: Told) -> str:
    row = told.row("versions")
    number = row.get("number")
    title = short(told.names.document(str(row.get("document_id", ""))))
    label = f" ({row['label']})" if row.get("label") else ""
    return f"added version {number}{label} of “{title}”" if number else f"revised “{title}”"


def _where(told: Told, table: str) -> str:
    """Return "Agreement, p. 4" for the place or the link that changed."""
    row = told.row(table)
    title = short(told.names.document(str(row.get("document_id", ""))))
    start, version_id = row.get("start"), row.get("version_id")
    place = str(row.get("locator") or "") or told.names.place(
        version_id if isinstance(version_id, str) else None,
        start if isinstance(start, int) else None,
    )
    return f"{title}, {short(place)}" if place else title


def _marked(told: Told) -> str:
    quote = told.value("quote", "places")
    where = f" in {_where(told, 'places')}" if quote else ""
    return f"marked {told.claim}{where}: “{quote or told.value('wording', 'claims')}”"


def _linked(told: Told) -> str:
    where = _where(told, "evidence")
    to = "" if told.claim == "it" else f" to {told.claim}"
    # "linked Agreement, p. 4, as …": the place is set off by commas on both sides.
    comma = "," if "," in where else ""
    return f"linked {where}{comma}{to} as {told.value('stance', 'evidence')}"


def _unlinked(told: Told) -> str:
    of = "" if told.claim == "it" else f" from {told.claim}"
    stance = told.value("stance", "evidence")
    return f"removed the link to {_where(told, 'evidence')}{of} ({stance})"


def _moved(told: Told) -> str:
    quote = told.value("quote", "places")
    return f"moved a place of {told.claim}" + (f" to “{quote}”" if quote else "")


def _rated(told: Told) -> str:
    verdicts = [change.after for change in told.changes if change.table == "verdicts"]
    rating = next((row["rating"] for row in verdicts if row and row.get("rating")), "")
    return f"rated {told.claim} {short(str(rating))}".rstrip()


def _added_scale(told: Told) -> str:
    row = told.row("scales")
    return f"added version {row.get('version', 1)} of the scale “{short(str(row.get('name', '')))}”"


def _file(told: Told, to: str) -> str:
    title = short(told.names.document(str(told.row("attachments").get("document_id", ""))))
    return f"the file “{told.value('name', 'attachments')}” {to} “{title}”"


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


_MOVED = (("places", "place"), ("evidence", "link"), ("request_claims", "request"),
          ("claims", "part"))  # fmt: skip


def _took_in(told: Told) -> str:
    tables = [change.table for change in told.changes]
    counts = [(tables.count(table), word) for table, word in _MOVED]
    moved = ", ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in counts if n)
    before = told.changes[0].before or {}
    merged = before.get("claim_id") or before.get("part_of")
    return f"took in {told.names.claim(str(merged)) if merged else 'another claim'}: {moved}"


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


def _edited(of: Callable[[Told], str]) -> Callable[[Told], str]:
    def sentence(told: Told) -> str:
        fields = [_field(detail) for detail in details_of(told.changes, told.names)]
        more = f" and {len(fields) - 3} more" if len(fields) > 3 else ""
        about = of(told)
        return (f"{about} – " if about else "") + "; ".join(fields[:3]) + more

    return sentence


def _field(detail: Detail) -> str:
    if not detail.before:
        return f"{detail.what} set to {short(detail.after)}"
    if not detail.after:
        return f"{detail.what} emptied, was {short(detail.before)}"
    return f"{detail.what}: {short(detail.before)}{_ARROW}{short(detail.after)}"


def _claim_unless_it(told: Told) -> str:
    return "" if told.claim == "it" else told.claim


def _of_claim(word: str) -> Callable[[Told], str]:
    return lambda told: word if told.claim == "it" else f"{word} of {told.claim}"


def _says(words: str) -> Callable[[Told], str]:
    """Return a sentence from a pattern with {claim}, {title}, {where}, {scale} and the like."""

    def sentence(told: Told) -> str:
        return words.format(
            claim=told.claim,
            title=_title(told) if "{title}" in words else "",
            wording=told.value("wording", "claims"),
            where=_where(told, "places") if "{where}" in words else "",
            scale=told.names.scale(str(told.row("properties").get("scale_id", "")))
            if "{scale}" in words
            else told.value("name", "scales"),
            reason=told.value("reason", "approvals", "redactions"),
            url=told.value("published_url", "verdicts"),
        ).removesuffix(": ")

    return sentence


_ACTIONS: Mapping[str, _Action] = {
    "create case": _Action("make the case", "make the case", _says("made the case")),
    "add document": _Action(
        "add a document", "add {n} documents", _says("added “{title}”")),
    "add note": _Action(
        "add a source note", "add {n} source notes", _says("added the source note “{title}”")),
    "edit note": _Action(
        "edit a source note", "edit {n} source notes",
        _says("wrote the source note “{title}” anew")),
    "attach": _Action(
        "attach a file", "attach {n} files", lambda told: f"attached {_file(told, 'to')}"),
    "remove attachment": _Action(
        "remove a file", "remove {n} files", lambda told: f"removed {_file(told, 'from')}"),
    "revise document": _Action(
        "add a version", "add versions of {n} documents", _version),
    "edit document": _Action(
        "edit a document", "edit {n} documents", _edited(lambda told: f"“{_title(told)}”")),
    "remove document": _Action(
        "remove a document", "remove {n} documents", _says("removed “{title}”")),
    "mark": _Action("mark {claim}", "mark {n} claims", _marked),
    "edit claim": _Action("edit {claim}", "edit {n} claims", _edited(_claim_unless_it)),
    "remove claim": _Action(
        "remove {claim}", "remove {n} claims", _says("removed {claim}: “{wording}”")),
    "add place": _Action(
        "add a place to {claim}", "add {n} places", _says("added a place to {claim}: {where}")),
    "move place": _Action("move a place of {claim}", "move {n} places", _moved),
    "remove place": _Action(
        "remove a place of {claim}", "remove {n} places",
        _says("removed a place of {claim}: {where}")),
    "edit place": _Action(
        "edit a place of {claim}", "edit {n} places", _edited(_of_claim("place"))),
    "should read": _Action(
        "set what {claim} should read", "set what {n} places should read", _corrected),
    "link": _Action("link evidence to {claim}", "link evidence to {n} claims", _linked),
    "edit evidence": _Action(
        "edit evidence of {claim}", "edit {n} links", _edited(_of_claim("evidence"))),
    "remove evidence": _Action(
        "remove evidence of {claim}", "remove {n} links", _unlinked),
    "rate": _Action("rate {claim}", "rate {n} claims", _rated),
    "use scale": _Action(
        "change the scale", "change the scale", _says("changed the scale to {scale}")),
    "add scale": _Action(
        "add a scale", "add {n} scales", _added_scale),
    # A split and a merge are one action of several entries, each under its own claim.
    "split": _Action("split {claim}", "split a claim into parts", _split),
    "merge": _Action("merge {claim}", "merge two claims", _merged),
    "take in": _Action("merge a claim into {claim}", "merge two claims", _took_in),
    "approve": _Action(
        "approve {claim}", "approve {n} claims",
        _says("approved the verdict of {claim}: {reason}")),
    "send back": _Action(
        "send {claim} back", "send {n} claims back",
        _says("sent the verdict of {claim} back: {reason}")),
    "publish": _Action(
        "mark {claim} as published", "mark {n} claims as published",
        _says("marked the verdict of {claim} as published: {url}")),
    "withdraw": _Action(
        "withdraw the verdict of {claim}", "withdraw {n} verdicts",
        _says("withdrew the verdict of {claim}")),
    "correct": _Action(
        "correct {claim}", "correct {n} claims", _says("corrected the verdict of {claim}")),
    "recheck": _Action(
        "send {claim} to a recheck", "send {n} claims to a recheck",
        _says("said that {claim} needs a recheck")),
    "redact": _Action("redact", "redact {n} entries", _says("redacted: {reason}")),
    "request": _Action("ask about {claim}", "ask about {n} claims", _asked),
    "edit request": _Action(
        "edit a request", "edit {n} requests",
        _edited(lambda told: f"request to {_whom(told)}")),
    "attempt": _Action("note an attempt", "note {n} attempts", _tried),
    "answer": _Action("note an answer", "note an answer", _answered),
    "read line": _Action(
        "mark a line as read", "mark {n} lines as read",
        _says("marked a line as needing no check")),
    "unread line": _Action(
        "mark a line as unread", "mark {n} lines as unread", _says("marked a line as unread")),
}  # fmt: skip


def sentence_of(
    action: str, changes: Sequence[RowChange] | None, claim_id: str | None, names: Names
) -> str:
    """Return what an entry did as one sentence in the past tense, without its subject.

    changes: None where the entry was redacted; the action is then all that is known.
    An action without words of its own is told by its name and the fields that it set.
    """
    claim = names.claim(claim_id) if claim_id else "the case"
    known = _ACTIONS.get(action)
    if changes is None:
        about = known.verb.format(claim=claim) if known else action
        return f"{about} (redacted)"
    told = Told(changes, claim, names)
    if known is None:
        return _edited(lambda _told: action)(told)
    return known.past(told)


def name_of(action: str, claim: str, count: int) -> str:
    """Return the name of an action for the menu: "rate claim 3", "add 200 documents".

    claim: "claim 3", or "" for what concerns no claim. count: how many things it changed.
    """
    known = _ACTIONS.get(action)
    if known is None:
        return action if count == 1 else f"{action} ({count})"
    if count > 1:
        return known.verbs.format(n=f"{count:,}")
    return known.verb.format(claim=claim or "a claim")

"""What is done to documents and source notes, in words."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.case.read.wording.fields import short
from factcheck.case.read.wording.telling import Action, Told, edited, says, title_of


def _version(told: Told) -> str:
    row = told.row("versions")
    number = row.get("number")
    title = short(told.names.document(str(row.get("document_id", ""))))
    label = f" ({row['label']})" if row.get("label") else ""
    return f"added version {number}{label} of “{title}”" if number else f"revised “{title}”"


def _file(told: Told, to: str) -> str:
    title = short(told.names.document(str(told.row("attachments").get("document_id", ""))))
    return f"the file “{told.value('name', 'attachments')}” {to} “{title}”"


def _decided(told: Told) -> str:
    row = told.row("copy_decisions")
    first, second = (
        short(told.names.document(str(row.get(key, "")))) for key in ("first_id", "second_id")
    )
    reason = f": {told.value('reason', 'copy_decisions')}" if row.get("reason") else ""
    if row.get("decision") == "together":
        return f"joined “{first}” and “{second}” to one line of reporting{reason}"
    return f"held “{first}” and “{second}” apart as two lines of reporting{reason}"


def _excused(told: Told) -> str:
    # What it replaced is told of first: the row that was made is the one with an image after.
    made = [row.after for row in told.changes if row.table == "lines" and row.after]
    row = made[0] if made else told.row("lines")
    quote, why, note = (short(str(row.get(name) or "")) for name in ("quote", "why", "note"))
    return f"marked “{quote}” as needing no check ({why}{': ' if note else ''}{note})"


def _signed(told: Told) -> str:
    row = told.row("signoffs")
    title = short(told.names.document(str(row.get("document_id", ""))))
    reason = f": {row['reason']}" if row.get("reason") else ""
    return f"signed off “{title}”{reason}"


DOCUMENTS: Mapping[str, Action] = {
    "add document": Action(
        "add a document", "add {n} documents", says("added “{title}”")),
    "add note": Action(
        "add a source note", "add {n} source notes", says("added the source note “{title}”")),
    "edit note": Action(
        "edit a source note", "edit {n} source notes",
        says("wrote the source note “{title}” anew")),
    "attach": Action(
        "attach a file", "attach {n} files", lambda told: f"attached {_file(told, 'to')}"),
    "remove attachment": Action(
        "remove a file", "remove {n} files", lambda told: f"removed {_file(told, 'from')}"),
    "revise document": Action(
        "add a version", "add versions of {n} documents", _version),
    "edit document": Action(
        "edit a document", "edit {n} documents", edited(lambda told: f"“{title_of(told)}”")),
    "remove document": Action(
        "remove a document", "remove {n} documents", says("removed “{title}”")),
    "join copies": Action("join documents", "join {n} documents", _decided),
    "hold copies apart": Action("hold documents apart", "hold {n} documents apart", _decided),
    "read line": Action(
        "mark a line as needing no check", "mark {n} lines as needing no check", _excused),
    "unread line": Action(
        "mark a line as unread", "mark {n} lines as unread",
        lambda told: f"marked “{told.value('quote', 'lines')}” as unread"),
    "sign off": Action("sign off an article", "sign off {n} articles", _signed),
    "withdraw sign-off": Action(
        "withdraw a sign-off", "withdraw {n} sign-offs", says("took a sign-off back")),
}  # fmt: skip

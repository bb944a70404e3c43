"""Reading line by line: what needs no check, and articles that are called checked."""

from dataclasses import replace

from factcheck.case.changes import Done
from factcheck.case.clock import new_id
from factcheck.case.models import Document, Line, Signoff
from factcheck.case.read.reading import reading
from factcheck.case.reading_changes import (
    NO_CHECK_WHYS,
    NoCheckNeeded,
    SignOff,
    UnreadLine,
    WithdrawSignOff,
)
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import anchor_columns, anchored, text_of_version
from factcheck.case.write.judging_places import forget_relocations
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical
from factcheck.text.sentences import sentences_touching
from factcheck.text.spans import Span


def no_check_needed(tx: Transaction, change: NoCheckNeeded) -> Done:
    """Say that a passage needs no check, line by line; what was said inside of it is replaced.

    One row and one entry a line, of one group: in a new version each line is found by itself, so
    that an edit makes that line unread and no other.
    """
    if change.why not in NO_CHECK_WHYS:
        raise UsageError(f"A line needs no check for one of: {', '.join(NO_CHECK_WHYS)}.")
    document = _under_check(tx, change.document_id)
    version_id, anchor = anchored(tx, document, change.start, change.end)
    text = text_of_version(tx, version_id)
    pieces = _pieces(text, Span(anchor["start"], anchor["end"]), document.language)
    if len(pieces) > 1:
        tx.group_id = tx.group_id or new_id()
    change = replace(change, note=canonical(change.note).text.strip())
    said = tx.find(Line, document_id=document.id, version_id=version_id)
    return tx.done(*(_excuse(tx, change, said, version_id, text, piece) for piece in pieces))


def _pieces(text: str, passage: Span, language: str) -> list[Span]:
    """Return what of each line lies in a passage; the passage itself where it lies in no line."""
    return [
        Span(max(line.start, passage.start), min(line.end, passage.end))
        for line in sentences_touching(text, passage, language)
    ] or [passage]


def _excuse(
    tx: Transaction,
    change: NoCheckNeeded,
    said: list[Line],
    version_id: str,
    text: str,
    piece: Span,
) -> str:
    """Say that one line, or a part of one, needs no check; returns the id of its row.

    said: of lines of this version before.
    """
    inside = [line for line in said if piece.covers(Span(line.start, line.end))]
    for line in inside:
        if (
            line.state in ("unchanged", "moved")
            and (line.start, line.end) == piece
            and (line.why, line.note) == (change.why, change.note)
        ):
            return line.id
    _forget(tx, inside)
    row = Line(
        id=new_id(),
        document_id=change.document_id,
        version_id=version_id,
        why=change.why,
        note=change.note,
        read_by=tx.by,
        **anchor_columns(text, *piece),
    )
    tx.add(row)
    tx.entry("read line")
    return row.id


def unread_line(tx: Transaction, change: UnreadLine) -> Done:
    """Take back that passages need no check."""
    if not change.line_ids:
        raise FactcheckError("Choose a line that was said to need no check.")
    _forget(tx, [tx.get(Line, id) for id in dict.fromkeys(change.line_ids)])
    tx.entry("unread line")
    return tx.done(*change.line_ids)


def sign_off(tx: Transaction, change: SignOff) -> Done:
    """Call an article checked.

    Raises FactcheckError where something is open and no reason is given, or where it is signed
    off already.
    """
    document = _under_check(tx, change.document_id)
    if document.current_version is None:
        raise FactcheckError(f"“{document.title}” has no text to sign off.")
    if tx.find(Signoff, document_id=document.id, status="standing"):
        raise FactcheckError(f"“{document.title}” is signed off already.")
    reason = canonical(change.reason).text.strip()
    read = reading(tx.connection, document.id)
    if not read.lines:
        raise FactcheckError(f"“{document.title}” has no lines to sign off.")
    if not read.is_complete and not reason:
        raise FactcheckError(f"Not signed off: {read.what_is_open}. Give a reason to do it anyway.")
    row = Signoff(
        id=new_id(),
        document_id=document.id,
        version_id=document.current_version,
        lines=len(read.lines),
        unread=len(read.unread),
        open_claims=len(read.open_claims),
        reason=reason,
        signed_by=tx.by,
        signed_at=tx.at,
    )
    tx.add(row)
    tx.entry("sign off")
    return tx.done(row.id)


def withdraw_sign_off(tx: Transaction, change: WithdrawSignOff) -> Done:
    """Take the standing sign-off of an article back."""
    document = tx.get(Document, change.document_id)
    standing = tx.find(Signoff, document_id=document.id, status="standing")
    if not standing:
        raise FactcheckError(f"“{document.title}” is not signed off.")
    for row in standing:
        tx.change(row, {"status": "withdrawn"})
    tx.entry("withdraw sign-off")
    return tx.done(*(row.id for row in standing))


def _under_check(tx: Transaction, document_id: str) -> Document:
    document = tx.get(Document, document_id)
    if not document.under_check:
        raise FactcheckError(
            f"“{document.title}” is a source. Only an article under check is read line by line."
        )
    return document


def _forget(tx: Transaction, lines: list[Line]) -> None:
    forget_relocations(tx, *lines)
    if lines:
        tx.remove(*lines)

"""Reading line by line: what needs no check, and articles that are called checked."""

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
from factcheck.case.write.anchoring import anchored
from factcheck.case.write.judging_places import forget_relocations
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical


def no_check_needed(tx: Transaction, change: NoCheckNeeded) -> Done:
    """Say that a passage needs no check; what was said inside of it is replaced."""
    if change.why not in NO_CHECK_WHYS:
        raise UsageError(f"A line needs no check for one of: {', '.join(NO_CHECK_WHYS)}.")
    document = _under_check(tx, change.document_id)
    version_id, anchor = anchored(tx, document, change.start, change.end)
    note = canonical(change.note).text.strip()
    inside = [
        line
        for line in tx.find(Line, document_id=document.id, version_id=version_id)
        if anchor["start"] <= line.start and line.end <= anchor["end"]
    ]
    for line in inside:
        if (
            line.state in ("unchanged", "moved")
            and (line.start, line.end) == (anchor["start"], anchor["end"])
            and (line.why, line.note) == (change.why, note)
        ):
            return tx.done(line.id)
    _forget(tx, inside)
    line = Line(
        id=new_id(),
        document_id=document.id,
        version_id=version_id,
        why=change.why,
        note=note,
        read_by=tx.by,
        **anchor,
    )
    tx.add(line)
    tx.entry("read line")
    return tx.done(line.id)


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

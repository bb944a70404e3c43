"""Edits of single fields."""

from collections.abc import Mapping, Sequence

from factcheck.case.changes import Done, Edit, EditableKind
from factcheck.case.log import Cell
from factcheck.case.models import Claim, Document, Evidence, Place, Request, Version
from factcheck.case.transaction import Transaction
from factcheck.case.write.fields import stored_values
from factcheck.case.write.places import corrected
from factcheck.case.write.publishing import need_recheck, rated_among, resting_on
from factcheck.case.write.requests import touch_claims
from factcheck.errors import FactcheckError

_Record = Document | Claim | Place | Evidence | Request

_KINDS: dict[EditableKind, type[_Record]] = {
    "document": Document,
    "claim": Claim,
    "place": Place,
    "evidence": Evidence,
    "request": Request,
}


def edit(tx: Transaction, change: Edit) -> Done:
    """Set fields of one record; records nothing where they are so already.

    A source that turns out corrected, retracted or unreliable: the verdicts that rest on it need
    a recheck, in the same group.
    """
    record = tx.get(_KINDS[change.kind], change.id)
    values = stored_values(change.kind, change.values)
    if isinstance(record, Place):
        values = corrected(record, values)
    fell = isinstance(record, Document) and values.get("condition", record.condition) not in (
        "ok",
        record.condition,
    )
    if isinstance(record, Document):
        _correct_first_version(tx, record, values)
    tx.change(record, values)
    if isinstance(record, Document) and not (record.under_check or record.source):
        raise FactcheckError(f"“{record.title}” is under check, a source, or both.")
    why: Mapping[str, Sequence[str]] = {}
    if isinstance(record, Document) and fell:
        why = rated_among(tx, resting_on(tx, record, _how_it_fell(record)))
    tx.entry(f"edit {change.kind}", claim_id=_claim_of(tx, record))
    need_recheck(tx, why)
    return tx.done(record.id)


def _correct_first_version(tx: Transaction, document: Document, values: Mapping[str, Cell]) -> None:
    """Give the first version the date that is corrected: its “on Monday” goes by it."""
    if values.get("published", document.published) == document.published:
        return
    for version in tx.find(Version, document_id=document.id, number=1):
        if version.published == document.published:
            tx.change(version, {"published": values["published"]})


def _how_it_fell(document: Document) -> str:
    how = "is unreliable" if document.condition == "unreliable" else f"was {document.condition}"
    note = f": {document.condition_note.rstrip('.')}" if document.condition_note else ""
    return f"“{document.title}” {how}{note}."


def _claim_of(tx: Transaction, record: _Record) -> str | None:
    if isinstance(record, Claim):
        return record.id
    if isinstance(record, Place | Evidence):
        return record.claim_id
    return touch_claims(tx, record) if isinstance(record, Request) else None

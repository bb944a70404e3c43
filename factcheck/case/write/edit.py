"""Edits of single fields."""

from factcheck.case.changes import Done, Edit, EditableKind
from factcheck.case.models import Claim, Document, Evidence, Place, Request
from factcheck.case.transaction import Transaction
from factcheck.case.write.fields import stored_values
from factcheck.case.write.places import corrected
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
    """Set fields of one record; records nothing where they are so already."""
    record = tx.get(_KINDS[change.kind], change.id)
    values = stored_values(change.kind, change.values)
    if isinstance(record, Place):
        values = corrected(record, values)
    tx.change(record, values)
    if isinstance(record, Document) and not (record.under_check or record.source):
        raise FactcheckError(f"“{record.title}” is under check, a source, or both.")
    tx.entry(f"edit {change.kind}", claim_id=_claim_of(tx, record))
    return tx.done(record.id)


def _claim_of(tx: Transaction, record: _Record) -> str | None:
    if isinstance(record, Claim):
        return record.id
    if isinstance(record, Place | Evidence):
        return record.claim_id
    return touch_claims(tx, record) if isinstance(record, Request) else None

"""Edits of single fields."""

from factcheck.case.changes import Done, Edit, EditableKind
from factcheck.case.models import Claim, Document, Evidence, Place, Request
from factcheck.case.transaction import Transaction
from factcheck.case.write.fields import stored_values
from factcheck.errors import FactcheckError

_KINDS: dict[EditableKind, type[Document | Claim | Place | Evidence | Request]] = {
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
    tx.change(record, values)
    if isinstance(record, Document) and not (record.under_check or record.source):
        raise FactcheckError(f"“{record.title}” is under check, a source, or both.")
    claim_id = record.id if isinstance(record, Claim) else getattr(record, "claim_id", None)
    tx.entry(f"edit {change.kind}", claim_id=claim_id)
    return tx.done(record.id)

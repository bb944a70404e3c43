"""The changes, each a function that takes the open transaction; ``write`` finds the right one."""

from collections.abc import Callable
from typing import Any

from factcheck.case import changes as values
from factcheck.case.transaction import Transaction
from factcheck.case.write import claims, documents, edit, evidence, properties, verdicts

_WRITERS: dict[type, Callable[[Transaction, Any], values.Done]] = {
    values.AddDocument: documents.add_document,
    values.AddNote: documents.add_note,
    values.RemoveDocument: documents.remove_document,
    values.MarkClaim: claims.mark_claim,
    values.AddPlace: claims.add_place,
    values.MovePlace: claims.move_place,
    values.RemovePlace: claims.remove_place,
    values.RemoveClaim: claims.remove_claim,
    values.LinkEvidence: evidence.link_evidence,
    values.RemoveEvidence: evidence.remove_evidence,
    values.RateClaim: verdicts.rate_claim,
    values.Edit: edit.edit,
    values.UseScale: properties.use_scale,
}


def write(tx: Transaction, change: values.Change) -> values.Done:
    """Make one change inside an open transaction."""
    return _WRITERS[type(change)](tx, change)

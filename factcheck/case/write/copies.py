"""Which documents are one line of reporting, as a person decides."""

from factcheck.case.changes import DecideCopies, Done
from factcheck.case.clock import new_id
from factcheck.case.copy_changes import COPY_DECISIONS
from factcheck.case.models import CopyDecision, Document
from factcheck.case.transaction import Transaction
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical


def decide_copies(tx: Transaction, change: DecideCopies) -> Done:
    """Join pairs of documents, or hold them apart."""
    reason = canonical(change.reason).text.strip()
    if change.decision not in COPY_DECISIONS:
        raise UsageError(f"Documents are decided to be {' or '.join(COPY_DECISIONS)}.")
    if not reason:
        raise FactcheckError("Say why: whoever counts the sources later will ask.")
    if not change.pairs or any(a == b for a, b in change.pairs):
        raise FactcheckError("Choose two documents or more.")
    for pair in dict.fromkeys(tuple(sorted(pair)) for pair in change.pairs):
        first, second = (tx.get(Document, id) for id in pair)
        values = {
            "decision": change.decision, "reason": reason, "decided_by": tx.by, "decided_at": tx.at,
        }  # fmt: skip
        known = tx.find(CopyDecision, first_id=first.id, second_id=second.id)
        if known:
            tx.change(known[0], values)
        else:
            tx.add(CopyDecision(id=new_id(), first_id=first.id, second_id=second.id, **values))
    tx.entry("join copies" if change.decision == "together" else "hold copies apart")
    return tx.done(change.pairs[0][0])

"""Review: a second pair of eyes on a verdict, and how many a case wants."""

import json

from factcheck.case.changes import ApproveVerdict, Done, SendBackVerdict, SetApprovals, SetGates
from factcheck.case.clock import new_id
from factcheck.case.models import Approval, Properties
from factcheck.case.read.reviews import same_person
from factcheck.case.transaction import Transaction
from factcheck.case.verdict_changes import GATES, MOST_APPROVALS
from factcheck.case.write.standing import current_verdict
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical


def approve(tx: Transaction, change: ApproveVerdict) -> Done:
    """Approve a verdict."""
    return _answer(tx, change.verdict_id, "approved", change.reason)


def send_back(tx: Transaction, change: SendBackVerdict) -> Done:
    """Send a verdict back with a question."""
    if not change.question.strip():
        raise FactcheckError("What is the question? A verdict is sent back with one.")
    return _answer(tx, change.verdict_id, "sent back", change.question)


def set_approvals(tx: Transaction, change: SetApprovals) -> Done:
    """Set how many approvals make a verdict final."""
    if not 0 <= change.needed <= MOST_APPROVALS:
        raise UsageError(f"A verdict can need 0 to {MOST_APPROVALS} approvals.")
    tx.change(tx.get(Properties, tx.case_id), {"approvals_needed": change.needed})
    tx.entry("set approvals")
    return tx.done(tx.case_id)


def set_gates(tx: Transaction, change: SetGates) -> Done:
    """Switch gates on and off."""
    unknown = set(change.gates) - set(GATES)
    if unknown:
        raise UsageError(f"There is no gate “{min(unknown)}”. There are: {', '.join(GATES)}.")
    stored = json.dumps([gate for gate in GATES if gate in change.gates])
    tx.change(tx.get(Properties, tx.case_id), {"gates": stored})
    tx.entry("set gates")
    return tx.done(tx.case_id)


def _answer(tx: Transaction, verdict_id: str, decision: str, words: str) -> Done:
    verdict = current_verdict(tx, verdict_id)
    if same_person(tx.by, verdict.checker):
        raise FactcheckError(f"{verdict.checker} recorded this verdict: somebody else reviews it.")
    values = {
        "decision": decision, "reason": canonical(words).text.strip(), "reviewed_at": tx.at,
    }  # fmt: skip
    earlier = [
        row for row in tx.find(Approval, verdict_id=verdict.id) if same_person(row.reviewer, tx.by)
    ]
    if earlier:
        approval = earlier[0]
        tx.change(approval, values)
    else:
        approval = Approval(id=new_id(), verdict_id=verdict.id, reviewer=tx.by, **values)
        tx.add(approval)
    tx.entry("approve" if decision == "approved" else "send back", claim_id=verdict.claim_id)
    tx.touch(claim_id=verdict.claim_id)
    return tx.done(approval.id)

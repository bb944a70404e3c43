"""Earlier claims, what a person said of hints, and searches that found nothing."""

from factcheck.case.changes import Done
from factcheck.case.clock import new_id
from factcheck.case.finding_changes import (
    LIKENESSES,
    DismissDifference,
    DismissHint,
    ImportEarlier,
    JudgeEarlier,
    RecordFruitlessSearch,
)
from factcheck.case.models import Claim, Document, EarlierClaim, FruitlessSearch, JudgedHint
from factcheck.case.transaction import Transaction
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical

_TOLD = ("title", "rating", "url", "published", "publisher", "speaker")


def import_earlier(tx: Transaction, change: ImportEarlier) -> Done:
    """Keep an earlier fact-check once; what is told of it anew goes before what was told."""
    claim = canonical(change.claim).text.strip()
    if not claim:
        raise FactcheckError("The row says no claim.")
    told = {name: canonical(getattr(change, name)).text.strip() for name in _TOLD}
    external_id = canonical(change.external_id).text.strip()
    known = tx.scalar(
        "SELECT id FROM earlier_claims WHERE external_id = ? AND claim = ?", external_id, claim
    )
    if isinstance(known, str):
        if tx.change(tx.get(EarlierClaim, known), told):
            tx.entry("revise earlier claim")
            return tx.done(known, status="revised")
        return tx.done(known, status="known")
    id = new_id()
    about = {"external_id": external_id, "claim": claim, "origin": change.origin}
    tx.put("earlier_claims", {"id": id, **about, "imported_at": tx.at, **told})
    tx.entry("import earlier claim")
    return tx.done(id, status="added")


def dismiss_hint(tx: Transaction, change: DismissHint) -> Done:
    """Remember that a passage is no evidence for a claim."""
    document_id = tx.get(Document, change.document_id).id if change.document_id else None
    return _judge(tx, change.claim_id, "passage", change.target, "dismissed", document_id)


def dismiss_difference(tx: Transaction, change: DismissDifference) -> Done:
    """Remember that two statements do not contradict each other."""
    claim = standing_claim(tx, change.claim_id) if change.claim_id else None
    document = tx.get(Document, change.document_id) if change.document_id else None
    if claim is None and document is None:
        raise UsageError("A difference belongs to a claim or to an article.")
    known = tx.find(JudgedHint, kind="difference", target=change.target)
    if known:
        return tx.done(known[0].id)
    row = JudgedHint(
        id=new_id(),
        claim_id=claim.id if claim is not None else None,
        kind="difference",
        target=change.target,
        document_id=document.id if document is not None else None,
        judgement="dismissed",
        judged_by=tx.by,
        judged_at=tx.at,
    )
    tx.add(row)
    tx.entry("dismiss difference", claim_id=row.claim_id)
    return tx.done(row.id)


def judge_earlier(tx: Transaction, change: JudgeEarlier) -> Done:
    """Remember what a person said of an earlier claim."""
    if change.judgement not in LIKENESSES:
        raise UsageError(f"An earlier claim is one of: {', '.join(LIKENESSES)}.")
    if not tx.find(EarlierClaim, id=change.earlier_id):
        other = tx.get(Claim, change.earlier_id)
        if other.id == change.claim_id:
            raise FactcheckError("A claim is no earlier claim of itself: choose another one.")
    return _judge(tx, change.claim_id, "earlier", change.earlier_id, change.judgement, None)


def record_fruitless_search(tx: Transaction, change: RecordFruitlessSearch) -> Done:
    """Record a search that found nothing."""
    claim = standing_claim(tx, change.claim_id)
    looked_for = canonical(change.looked_for).text.strip()
    if not looked_for:
        raise FactcheckError("Say what you looked for, in a few words.")
    row = FruitlessSearch(
        id=new_id(),
        claim_id=claim.id,
        looked_for=looked_for,
        looked_in=canonical(change.looked_in).text.strip(),
        searched_by=tx.by,
        searched_at=tx.at,
    )
    tx.add(row)
    tx.entry("found nothing", claim_id=claim.id)
    return tx.done(row.id)


def _judge(
    tx: Transaction, claim_id: str, kind: str, target: str, judgement: str, document_id: str | None
) -> Done:
    claim = standing_claim(tx, claim_id)
    action = "dismiss hint" if judgement == "dismissed" else "judge earlier claim"
    known = tx.find(JudgedHint, claim_id=claim.id, kind=kind, target=target)
    if known:
        (row,) = known
        tx.change(row, {"judgement": judgement, "judged_by": tx.by, "judged_at": tx.at})
    else:
        row = JudgedHint(
            id=new_id(),
            claim_id=claim.id,
            kind=kind,
            target=target,
            document_id=document_id,
            judgement=judgement,
            judged_by=tx.by,
            judged_at=tx.at,
        )
        tx.add(row)
    tx.entry(action, claim_id=claim.id)
    return tx.done(row.id)

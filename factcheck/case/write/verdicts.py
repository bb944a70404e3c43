"""Verdicts."""

from factcheck.case.changes import Done, RateClaim
from factcheck.case.clock import new_id
from factcheck.case.models import Claim, Evidence, Properties, Rating, Scale, Verdict
from factcheck.case.transaction import Transaction
from factcheck.case.write.standing import standing_claim
from factcheck.errors import UsageError
from factcheck.text.canonical import canonical


def rate_claim(tx: Transaction, change: RateClaim) -> Done:
    """Record a verdict; the one before it is replaced and stays.

    Raises UsageError with the labels where the case's scale has no such rating.
    """
    claim = standing_claim(tx, change.claim_id)
    scale = tx.get(Scale, tx.get(Properties, tx.case_id).scale_id)
    rating_id, label = _rating(tx, scale, change.rating)
    reason = canonical(change.reason).text.strip()
    earlier = tx.find(Verdict, claim_id=claim.id, status="current")
    for verdict in earlier:
        tx.change(verdict, {"status": "replaced"})
    verdict = Verdict(
        id=new_id(),
        claim_id=claim.id,
        scale_id=scale.id,
        rating_id=rating_id,
        rating=label,
        reason=reason,
        checker=tx.by,
        recorded_at=tx.at,
        entry_id=tx.entry_id,
        seq=tx.seq,
        supersedes=earlier[0].id if earlier else None,
    )
    tx.add(verdict)
    tx.entry("rate", claim_id=claim.id)
    return tx.done(verdict.id, warnings=_without_reason(tx, claim, scale, reason))


def _rating(tx: Transaction, scale: Scale, words: str) -> tuple[str | None, str]:
    given = canonical(words).text.strip()
    if scale.free_text:
        if not given:
            raise UsageError("Write the verdict in your own words.")
        return None, given
    ratings = tx.find(Rating, scale_id=scale.id)
    for rating in ratings:
        if given.casefold() in (rating.label.casefold(), rating.code):
            return rating.id, rating.label
    labels = ", ".join(rating.label for rating in sorted(ratings, key=lambda r: r.position))
    raise UsageError(f"“{given}” is no rating of the scale “{scale.name}”. There are: {labels}.")


def _without_reason(tx: Transaction, claim: Claim, scale: Scale, reason: str) -> tuple[str, ...]:
    # The window asks for the reason before it records; a script is told, and never stopped.
    if reason or (scale.reason_optional_with_evidence and tx.find(Evidence, claim_id=claim.id)):
        return ()
    return (f"Claim {claim.claim_no} was rated without a reason.",)

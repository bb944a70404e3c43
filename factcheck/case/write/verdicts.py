"""Verdicts."""

from datetime import datetime

from factcheck.case.changes import Done, RateClaim
from factcheck.case.clock import new_id
from factcheck.case.log import canonical_json
from factcheck.case.models import Claim, Evidence, Properties, Rating, Scale, Verdict
from factcheck.case.read.gates import OpenGate, open_gates
from factcheck.case.transaction import Transaction
from factcheck.case.verdict_changes import Gate
from factcheck.case.write.publishing import was_published
from factcheck.case.write.standing import standing_claim
from factcheck.errors import FactcheckError, UsageError
from factcheck.text.canonical import canonical


def rate_claim(tx: Transaction, change: RateClaim) -> Done:
    """Record a verdict; the one before it is replaced and stays.

    Once a verdict of the claim was published, this is a correction and says what was wrong.
    Gates that are open are recorded with it, explained or not; they never stop it.
    Raises UsageError with the labels where the case's scale has no such rating.
    """
    claim = standing_claim(tx, change.claim_id)
    scale = tx.get(Scale, tx.get(Properties, tx.case_id).scale_id)
    rating_id, label = _rating(tx, scale, change.rating)
    reason = canonical(change.reason).text.strip()
    was = tx.find(Verdict, claim_id=claim.id)
    is_correction = was_published(was)
    what_was_wrong, note = _correction(claim, change, is_correction=is_correction)
    open_ones = open_gates(tx.connection, claim.id, reason, _here(tx.at))
    given = _explanations(change, open_ones)
    for verdict in was:
        if verdict.status == "current":
            tx.change(verdict, {"status": "replaced"})
    verdict = Verdict(
        id=new_id(),
        claim_id=claim.id,
        scale_id=scale.id,
        rating_id=rating_id,
        rating=label,
        reason=reason,
        gate_explanations=canonical_json(
            [{"gate": gate, "explanation": text} for gate, text in given.items()]
        ),
        checker=tx.by,
        recorded_at=tx.at,
        entry_id=tx.entry_id,
        seq=tx.seq,
        # After a withdrawal, the verdict that was withdrawn is the one before.
        supersedes=max(was, key=lambda verdict: verdict.seq).id if was else None,
        what_was_wrong=what_was_wrong,
        correction_note=note,
    )
    tx.add(verdict)
    tx.entry("correct" if is_correction else "rate", claim_id=claim.id)
    lacking = [why for gate, why in open_ones if not given[gate]]
    reasonless = _is_without_reason(tx, claim, scale, reason)
    return tx.done(verdict.id, warnings=_warning(claim, lacking, reasonless=reasonless))


def _correction(claim: Claim, change: RateClaim, *, is_correction: bool) -> tuple[str, str]:
    if not is_correction:
        return "", ""
    wrong = canonical(change.what_was_wrong).text.strip()
    note = canonical(change.correction_note).text.strip()
    if not wrong or not note:
        raise FactcheckError(
            f"The verdict of claim {claim.claim_no} was published, so this is a correction: say"
            " what was wrong, and write the note that the public reads."
        )
    return wrong, note


def _explanations(change: RateClaim, open_ones: tuple[OpenGate, ...]) -> dict[Gate, str]:
    for_all = canonical(change.explain).text.strip()
    return {
        gate: canonical(change.explanations.get(gate, "")).text.strip() or for_all
        for gate, _ in open_ones
    }


def _warning(claim: Claim, lacking: list[str], *, reasonless: bool) -> tuple[str, ...]:
    """Return one sentence for all that a verdict lacks; none where it lacks nothing."""
    without = " without a reason" if reasonless else ""
    if not lacking:
        return (f"Claim {claim.claim_no} was rated{without}.",) if reasonless else ()
    comma = "," if reasonless else ""
    rated = f"Claim {claim.claim_no} was rated{without}{comma} although {'; '.join(lacking)}"
    return (f"{rated}. No explanation was given.",)


def _here(at: str) -> datetime:
    # A deadline without an offset is read on the clock of this machine.
    return datetime.fromisoformat(at).astimezone()


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


def _is_without_reason(tx: Transaction, claim: Claim, scale: Scale, reason: str) -> bool:
    # The window asks for the reason before it records; a script is told, and never stopped.
    return not reason and not (
        scale.reason_optional_with_evidence and tx.find(Evidence, claim_id=claim.id)
    )

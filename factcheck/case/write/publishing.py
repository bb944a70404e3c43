"""Verdicts in public: published, withdrawn; and looked at again where what they rest on changed."""

from collections.abc import Mapping, Sequence

from factcheck.case.changes import Done, PublishVerdict, RecheckVerdict, WithdrawVerdict
from factcheck.case.clock import new_id
from factcheck.case.models import Claim, Document, Verdict
from factcheck.case.transaction import Transaction
from factcheck.case.write.standing import current_verdict
from factcheck.errors import FactcheckError
from factcheck.text.canonical import canonical
from factcheck.text.dates_given import given_date


def publish(tx: Transaction, change: PublishVerdict) -> Done:
    """Mark a verdict as published, with a warning where its review is not done."""
    verdict = current_verdict(tx, change.verdict_id)
    where = canonical(change.url).text.strip()
    if not where:
        raise FactcheckError("Where was it published? Give the address, or say it in words.")
    when = change.at.strip()
    if when and given_date(when) is None:
        raise FactcheckError(
            f"“{when}” is no time: write 2026-11-24, or 2026-11-24T10:00Z; nothing means now."
        )
    # Another address says nothing of when it was first published.
    at = when or verdict.published_at or tx.at
    tx.change(verdict, {"published_url": where, "published_at": at})
    tx.entry("publish", claim_id=verdict.claim_id)
    return tx.done(verdict.id, warnings=_unreviewed(tx, verdict))


def withdraw(tx: Transaction, change: WithdrawVerdict) -> Done:
    """Take a verdict back; nothing takes its place. What was published needs a public note."""
    verdict = current_verdict(tx, change.verdict_id)
    reason = canonical(change.reason).text.strip()
    if not reason:
        raise FactcheckError("Why is it withdrawn? A reason is kept with it.")
    note = canonical(change.note).text.strip()
    if not note and was_published(tx.find(Verdict, claim_id=verdict.claim_id)):
        claim = tx.get(Claim, verdict.claim_id)
        raise FactcheckError(
            f"The verdict of claim {claim.claim_no} was published: write the note that the public"
            " reads."
        )
    values = {
        "status": "withdrawn",
        # A correction that is withdrawn in its turn keeps what it was made for.
        "what_was_wrong": " ".join(filter(None, (verdict.what_was_wrong, reason))),
        "correction_note": " ".join(filter(None, (verdict.correction_note, note))),
    }
    tx.change(verdict, values)
    tx.entry("withdraw", claim_id=verdict.claim_id)
    return tx.done(verdict.id)


def recheck(tx: Transaction, change: RecheckVerdict) -> Done:
    """Stand by a verdict after looking again at what it rests on."""
    verdict = current_verdict(tx, change.verdict_id)
    if not verdict.recheck_why:
        raise FactcheckError("This verdict needs no recheck: nothing that it rests on changed.")
    tx.change(verdict, {"recheck_why": ""})
    tx.entry("confirm", claim_id=verdict.claim_id)
    return tx.done(verdict.id)


def need_recheck(tx: Transaction, why: Mapping[str, Sequence[str]]) -> None:
    """Say why the current verdicts of claims need a recheck: one entry each, of the same group.

    why: sentences by claim id. Call it after the entry that they follow from, and set the
    group before that with ``grouped``.
    """
    for claim_id, sentences in why.items():
        for verdict in tx.find(Verdict, claim_id=claim_id, status="current"):
            known = verdict.recheck_why
            told = [known] if known else []
            told += [sentence for sentence in sentences if sentence not in known]
            if tx.change(verdict, {"recheck_why": " ".join(told)}):
                tx.entry("recheck", claim_id=claim_id)


def rated_among(tx: Transaction, why: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return those of the claims that have a current verdict, and open a group for them."""
    rated = {
        claim_id: sentences
        for claim_id, sentences in why.items()
        if tx.find(Verdict, claim_id=claim_id, status="current")
    }
    if rated:
        tx.group_id = tx.group_id or new_id()
    return rated


def resting_on(tx: Transaction, document: Document, sentence: str) -> dict[str, Sequence[str]]:
    """Return the claims that are linked to a document, each with the sentence."""
    found = tx.connection.exec_driver_sql(
        "SELECT DISTINCT e.claim_id FROM evidence e JOIN claims c ON c.id = e.claim_id"
        " WHERE e.document_id = ? ORDER BY c.claim_no",
        (document.id,),
    )
    return {str(claim_id): (sentence,) for (claim_id,) in found.all()}


def was_published(verdicts: Sequence[Verdict]) -> bool:
    """Say whether one of a claim's verdicts was ever published: what was public stays so."""
    return any(verdict.published_at for verdict in verdicts)


def _unreviewed(tx: Transaction, verdict: Verdict) -> tuple[str, ...]:
    missing = tx.scalar(
        "SELECT approvals_needed - (SELECT count(*) FROM approvals"
        " WHERE verdict_id = ? AND decision = 'approved') FROM properties",
        verdict.id,
    )
    if not isinstance(missing, int) or missing <= 0:
        return ()
    claim = tx.get(Claim, verdict.claim_id)
    approvals = "1 approval is" if missing == 1 else f"{missing} approvals are"
    return (f"Claim {claim.claim_no} is marked as published, and {approvals} missing.",)

"""What can be worked on: a claim that was not merged, a verdict that stands."""

from factcheck.case.models import Claim, Verdict
from factcheck.case.transaction import Transaction
from factcheck.errors import FactcheckError


def standing_claim(tx: Transaction, claim_id: str) -> Claim:
    """Return a claim.

    Raises FactcheckError where there is none, or where it was merged into another claim.
    """
    claim = tx.get(Claim, claim_id)
    if claim.merged_into is not None:
        kept = tx.get(Claim, claim.merged_into)
        raise FactcheckError(
            f"Claim {claim.claim_no} was merged into claim {kept.claim_no}: go on with that one."
        )
    return claim


def current_verdict(tx: Transaction, verdict_id: str) -> Verdict:
    """Return a verdict that stands.

    Raises FactcheckError where there is none, or where it was replaced or withdrawn.
    """
    verdict = tx.get(Verdict, verdict_id)
    if verdict.status != "current":
        claim = tx.get(Claim, verdict.claim_id)
        raise FactcheckError(
            f"This verdict of claim {claim.claim_no} was {verdict.status}: it stays as it is."
        )
    return verdict

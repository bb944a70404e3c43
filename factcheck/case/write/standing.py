"""A claim that can be worked on: it is there, and it was not merged into another."""

from factcheck.case.models import Claim
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

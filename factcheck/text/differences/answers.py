"""One pair as the command line takes it, and its answer as the command line gives it."""

from collections.abc import Mapping

from factcheck.text.differences.comparing import compare


def answer(pair: Mapping[str, object]) -> dict[str, object]:
    """Return the differences of one pair in plain values that JSON can hold.

    pair: id, claim, evidence and, absent or null where unknown, claim_published and
    evidence_published. The answer has the same id, the label, and for each difference its kind,
    both spans as [start, end) in code points, and why.
    """
    outcome = compare(
        str(pair["claim"]),
        str(pair["evidence"]),
        str(pair.get("claim_published") or ""),
        str(pair.get("evidence_published") or ""),
    )
    return {
        "id": pair.get("id"),
        "label": outcome.label,
        "differences": [
            {
                "kind": difference.kind,
                "claim_span": list(difference.claim_span),
                "evidence_span": list(difference.evidence_span),
                "why": difference.why,
            }
            for difference in outcome.differences
        ],
    }

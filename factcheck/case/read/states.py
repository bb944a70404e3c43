"""What follows from a claim's current verdict, as SQL: its state, and how its review stands.

With properties as they are: how many approvals a case needs is asked anew for each row, which
costs nothing measurable, as the table has one row.
"""

_NOTHING, _APPROVED = "''", "'approved'"
_NEEDED = "(SELECT approvals_needed FROM properties)"


def review_sql(verdict: str) -> str:
    """Return the SQL of a verdict's review; verdict: the alias of its table.

    "sent back": by at least one reviewer. "to review": approvals are missing. "done": all that
    are needed are there. "approved": none is needed and somebody approved. "": none of these.
    """
    approvals = (
        f"(SELECT count(*) FROM approvals a WHERE a.verdict_id = {verdict}.id"
        " AND a.decision = 'approved')"
    )
    sent_back = (
        f"EXISTS (SELECT 1 FROM approvals a WHERE a.verdict_id = {verdict}.id"
        " AND a.decision = 'sent back')"
    )
    return (
        f"CASE WHEN {sent_back} THEN 'sent back' WHEN {approvals} < {_NEEDED} THEN 'to review'"
        f" WHEN {_NEEDED} > 0 THEN 'done' WHEN {approvals} > 0 THEN 'approved' ELSE '' END"
    )


def stand_sql(verdict: str, *, reviewed: bool = True) -> str:
    """Return the SQL of how a verdict stands, in the one word that says what is to be done first.

    replaced, withdrawn, needs recheck, sent back, to review, corrected, published, approved or "".
    reviewed: False where the case never asked for a review, which saves looking for one.
    """
    public = (
        f"CASE WHEN {verdict}.what_was_wrong <> '' THEN 'corrected'"
        f" WHEN {verdict}.published_at <> '' THEN 'published' ELSE {{}} END"
    )
    review = review_sql(verdict) if reviewed else "''"
    return (
        f"CASE WHEN {verdict}.status <> 'current' THEN {verdict}.status"
        f" WHEN {verdict}.recheck_why <> '' THEN 'needs recheck' ELSE CASE {review}"
        " WHEN 'sent back' THEN 'sent back' WHEN 'to review' THEN 'to review'"
        f" WHEN '' THEN {public.format(_NOTHING)} ELSE {public.format(_APPROVED)} END END"
    )


def state_sql(verdict: str) -> str:
    """Return the SQL of the state that follows from a current verdict.

    A verdict that was sent back is to be reviewed again: the review itself says more.
    """
    return (
        f"CASE WHEN {verdict}.recheck_why <> '' THEN 'needs recheck'"
        f" ELSE CASE {review_sql(verdict)} WHEN 'to review' THEN 'to review'"
        " WHEN 'sent back' THEN 'to review' WHEN 'done' THEN 'done' ELSE 'rated' END END"
    )

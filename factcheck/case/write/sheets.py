"""Claims from the rows of a sheet."""

from factcheck.case.changes import Done, ImportClaim
from factcheck.case.clock import new_id
from factcheck.case.models import Claim, Document
from factcheck.case.transaction import Transaction, json_list
from factcheck.case.write.anchoring import anchor_columns, text_of_version
from factcheck.case.write.claims import new_place, next_number
from factcheck.case.write.fields import stored_values
from factcheck.errors import FactcheckError
from factcheck.text.anchors import find_quote
from factcheck.text.canonical import canonical, canonical_quote
from factcheck.text.spans import Span

PLACED = "placed"
WITHOUT_PLACE = "without a place"


def import_claim(tx: Transaction, change: ImportClaim) -> Done:
    """Make a claim of a row; its place is where its quote stands exactly once.

    Raises FactcheckError for a row that has neither wording nor quote, and UsageError for a
    value that a field cannot have.
    """
    wording = canonical(change.wording).text.strip() or " ".join(change.quote.split())
    if not wording:
        raise FactcheckError("The row has neither a wording nor a quote.")
    claim = Claim(
        id=new_id(),
        claim_no=next_number(tx),
        wording=wording,
        checks=change.checks,
        tags=json_list(change.tags),
        marked_by=tx.by,
        marked_at=tx.at,
    )
    told = {name: value for name, value in change.particulars.items() if value.strip()}
    for column, stored in stored_values("claim", told).items():
        setattr(claim, column, stored)
    tx.add(claim)
    missing = _add_place(tx, claim, change)
    tx.entry("mark", claim_id=claim.id)
    if not missing:
        return tx.done(claim.id, status=PLACED)
    return tx.done(claim.id, status=WITHOUT_PLACE, warnings=(missing,))


def _add_place(tx: Transaction, claim: Claim, change: ImportClaim) -> str:
    """Give the claim its place, or return why it has none."""
    if change.document_id is None:
        return "No article was named."
    document = tx.get(Document, change.document_id)
    if document.current_version is None:
        return f"“{document.title}” has no text to look in."
    text = text_of_version(tx, document.current_version)
    quote, prefix, suffix = map(canonical_quote, (change.quote, change.prefix, change.suffix))
    if not quote.strip():
        return "The row has no quote."
    found = find_quote(text, quote, prefix, suffix)
    if len(found) != 1:
        return _why(quote, found)
    version_id = document.current_version
    tx.add(new_place(claim.id, document.id, version_id, 1, anchor_columns(text, *found[0])))
    return ""


def _why(quote: str, found: list[Span]) -> str:
    line = " ".join(quote.split())
    short = line if len(line) <= 80 else line[:79] + "…"
    if found:
        return f"“{short}” stands in {len(found)} places: tell them apart with words around it."
    return f"“{short}” does not stand there, letter for letter."

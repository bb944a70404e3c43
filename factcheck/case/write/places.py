"""What a place should read."""

from collections.abc import Mapping

from factcheck.case.changes import Done, SetShouldRead
from factcheck.case.log import Cell
from factcheck.case.models import Place
from factcheck.case.transaction import Transaction
from factcheck.errors import UsageError
from factcheck.text.canonical import canonical


def set_should_read(tx: Transaction, change: SetShouldRead) -> Done:
    """Set the corrected words for a place; the outcome of other words is open again."""
    place = tx.get(Place, change.place_id)
    words = canonical(change.words).text.strip()
    tx.change(place, corrected(place, {"should_read": words}))
    tx.entry("should read", claim_id=place.claim_id)
    return tx.done(place.id)


def corrected(place: Place, values: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return the values that an edit of a place sets, its corrected words with an outcome.

    New words are open; taking them back takes the outcome with them; who decided stands only
    beside a decision.
    Raises UsageError for an outcome without corrected words.
    """
    whole: dict[str, Cell] = dict(values)
    words = whole.get("should_read", place.should_read)
    if not words:
        if whole.get("should_read_outcome"):
            raise UsageError("This place has no corrected words yet: set should_read first.")
        return whole | {"should_read": "", "should_read_outcome": "", "should_read_by": ""}
    if words != place.should_read and not whole.get("should_read_outcome"):
        whole["should_read_outcome"] = "open"
    if not whole.get("should_read_outcome", place.should_read_outcome):
        whole["should_read_outcome"] = "open"
    if whole.get("should_read_outcome", place.should_read_outcome) == "open":
        whole["should_read_by"] = ""
    return whole

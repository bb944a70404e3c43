"""A document has a new text: every place, link and line read is looked for in it again."""

from factcheck.case.log import Cell
from factcheck.case.models import Document, Evidence, Line, Place
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import anchor_columns, cells
from factcheck.text.anchors import Anchor, State, locate, lookalikes_from_json

_FOUND = (State.UNCHANGED, State.MOVED, State.EDITED)


def relocate(tx: Transaction, document: Document, old_version: str, new_text: str) -> None:
    """Find what stands in a document's old version again in its current one.

    What is found goes there. What is ambiguous or lost stays in the old version, in its old
    place, and its state says so: nothing is deleted and nothing is guessed.
    """
    if document.current_version is None:
        return
    standing: list[Place | Evidence | Line] = [
        *tx.find(Place, version_id=old_version),
        *tx.find(Evidence, version_id=old_version),
        *tx.find(Line, version_id=old_version),
    ]
    for row in standing:
        tx.change(row, _found(row, document.current_version, new_text))


def _found(row: Place | Evidence | Line, version_id: str, text: str) -> dict[str, Cell]:
    if row.start is None or row.end is None:
        # A link without a passage holds for any version.
        return {"version_id": version_id}
    anchor = Anchor(
        row.start, row.end, row.quote, row.prefix, row.suffix, lookalikes_from_json(row.lookalikes)
    )
    match = locate(text, anchor)
    if match.state not in _FOUND or match.start is None or match.end is None:
        return {"state": str(match.state)}
    where = cells(anchor_columns(text, match.start, match.end))
    return {"version_id": version_id, "state": str(match.state)} | where

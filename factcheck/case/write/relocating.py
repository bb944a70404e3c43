"""A document has a new text: every place, link and line read is looked for in it again."""

from factcheck.case.log import Cell
from factcheck.case.models import Document, Evidence, Line, Place, Version
from factcheck.case.transaction import Transaction
from factcheck.case.write.anchoring import anchor_columns, cells
from factcheck.text.anchors import Anchor, State, locate, lookalikes_from_json

_FOUND = (State.UNCHANGED, State.MOVED, State.EDITED)


_CHANGED = (State.EDITED, State.AMBIGUOUS, State.LOST)
_SHOWN = 80
Why = dict[str, list[str]]
"""By claim id, what changed under it, as sentences."""


def relocate(tx: Transaction, document: Document, old_version: str, new_text: str) -> Why:
    """Find what stands in a document's old version again in its current one.

    What is found goes there. What is ambiguous or lost stays in the old version, in its old
    place, and its state says so: nothing is deleted and nothing is guessed.
    Returns why the verdicts of claims need a recheck: their words are other ones now, or cannot
    be told from others, or gone.
    """
    why: Why = {}
    if document.current_version is None:
        return why
    number = tx.get(Version, document.current_version).number
    standing: list[Place | Evidence | Line] = [
        *tx.find(Place, version_id=old_version),
        *tx.find(Evidence, version_id=old_version),
        *tx.find(Line, version_id=old_version),
    ]
    for row in standing:
        before = row.quote
        found = _found(row, document.current_version, new_text)
        tx.change(row, found)
        if isinstance(row, Place | Evidence) and found.get("state") in _CHANGED:
            where = f"Version {number} of “{document.title}”"
            why.setdefault(row.claim_id, []).append(f"{where} {_what_changed(row, before)}.")
    return why


def _what_changed(row: Place | Evidence, before: str) -> str:
    quote = _short(before)
    if row.state == State.EDITED:
        return f"says “{_short(row.quote)}” instead of “{quote}”"
    if row.state == State.AMBIGUOUS:
        return f"has “{quote}” in several places"
    return f"no longer has “{quote}”"


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


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

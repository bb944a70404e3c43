"""From a span in a document's current version to the columns of an anchor."""

from functools import lru_cache
from typing import TypedDict

from factcheck.case.log import Cell
from factcheck.case.models import Document, Evidence, Place
from factcheck.case.transaction import Transaction
from factcheck.errors import FactcheckError
from factcheck.text import unseen
from factcheck.text.anchors import Anchor, describe, lookalikes_to_json
from factcheck.text.spans import Span


class AnchorColumns(TypedDict):
    """The columns that a place, a link and a line read have in common; offsets in code points."""

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    lookalikes: str


def anchored(
    tx: Transaction, document: Document, start: int, end: int
) -> tuple[str, AnchorColumns]:
    """Return the current version's id and the anchor of ``[start, end)`` in its text, as columns.

    Raises FactcheckError where the document has no text, or the span lies outside it or is blank.
    """
    if document.current_version is None:
        raise FactcheckError(f"“{document.title}” has no text to mark.")
    text = text_of_version(tx, document.current_version)
    if not 0 <= start < end <= len(text):
        raise FactcheckError(
            f"There is no place {start} to {end} in “{document.title}”:"
            f" it has {len(text)} characters."
        )
    if not text[start:end].strip():
        raise FactcheckError("Only white space is selected. Select the words of the passage.")
    return document.current_version, anchor_columns(text, start, end)


def cells(anchor: AnchorColumns) -> dict[str, Cell]:
    """Return the columns as the values of a row change."""
    return {name: value for name, value in anchor.items() if isinstance(value, int | str)}


def set_anchor(record: Place | Evidence, anchor: AnchorColumns) -> None:
    """Give a record that is being made its anchor."""
    for name, value in anchor.items():
        setattr(record, name, value)


def unseen_there(tx: Transaction, version_id: str, anchor: AnchorColumns) -> tuple[str, ...]:
    """Say of a passage that nobody who looks at its file sees it, or a part of it."""
    stored = tx.scalar("SELECT unseen FROM versions WHERE id = ?", version_id)
    span = Span(anchor["start"], anchor["end"])
    why = unseen.reasons(unseen.from_json(str(stored)), span)
    return (f"Nobody who looks at the file sees these words: {', '.join(why)}.",) if why else ()


def text_of_version(tx: Transaction, version_id: str) -> str:
    """Return the canonical text of a version.

    Raises FactcheckError where it was redacted.
    """
    body = tx.scalar(
        "SELECT t.body FROM versions v JOIN texts t ON t.sha256 = v.text_sha256 WHERE v.id = ?",
        version_id,
    )
    if not isinstance(body, str):
        raise FactcheckError("The text of this document was redacted.")
    return body


# One passage is often linked to a claim in the moment after it was marked.
@lru_cache(maxsize=32)
def anchor_columns(text: str, start: int, end: int) -> AnchorColumns:
    """Describe ``[start, end)`` of text as columns, without white space at its ends."""
    return columns_of(describe(text, start, end))


def columns_of(anchor: Anchor) -> AnchorColumns:
    """Return an anchor as columns."""
    return AnchorColumns(
        start=anchor.start,
        end=anchor.end,
        quote=anchor.quote,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        lookalikes=lookalikes_to_json(anchor.lookalikes),
    )

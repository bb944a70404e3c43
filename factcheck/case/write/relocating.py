"""A document has a new text: every place, link and line read is looked for in it again."""

from collections.abc import Mapping
from typing import NamedTuple

from factcheck.case.clock import new_id
from factcheck.case.log import Cell
from factcheck.case.models import Document, Evidence, Line, Place, Relocation, Version
from factcheck.case.read.revising import standing_in, texts_of
from factcheck.case.relocation import look_for
from factcheck.case.revision_changes import Found, Standing
from factcheck.case.transaction import Transaction
from factcheck.case.write.publishing import need_recheck, rated_among
from factcheck.case.write.signoffs import lapse_signoffs
from factcheck.text.anchors import State
from factcheck.text.what_changed import what_changed

_SHOWN = 80
_LOST = (State.AMBIGUOUS, State.LOST)
Row = Place | Evidence | Line
_NONE: Mapping[Standing, Found] = {}


class _Revision(NamedTuple):
    """The new version: its id and number, and how the document is called."""

    version_id: str
    number: int
    title: str


def revise(
    tx: Transaction,
    document: Document,
    version: Version,
    new_text: str,
    *,
    action: str,
    found: Mapping[Standing, Found] = _NONE,
) -> tuple[Found, ...]:
    """Give a document a new version, and find everything again that stands in it.

    What is found goes there. What is ambiguous or lost stays in the old version, in its old
    place, and its state says so: nothing is deleted and nothing is guessed.
    One entry makes the version and moves what was found word for word; each place, link or line
    that needs a hand has an entry of its own, and so has each verdict that needs a recheck.
    found: what was found beforehand, by the rows as they stood then.
    Returns what became of each place, link to a passage and line read, also where it stands in
    an older version still.
    """
    before = document.current_version
    standing = standing_in(tx.connection, document.id)
    texts = texts_of(tx.connection, document.id)
    tx.add(version)
    tx.change(document, {"current_version": version.id})
    _take_along(tx, document, version.id)
    outcomes = tuple(found.get(one) or look_for(one, texts, new_text) for one in standing)
    new = _Revision(version.id, version.number, document.title)
    rows = _rows(tx, document)
    own_entries: list[tuple[Standing, Found]] = []
    for one, outcome in zip(standing, outcomes, strict=True):
        if outcome.needs_a_hand or one.placed is not None or one.state in _LOST:
            own_entries.append((one, outcome))
        else:
            tx.change(rows[one.id], _columns(outcome, new))
    if before is not None:
        lapse_signoffs(tx, document, version.number, texts.get(before) or "", new_text)
    if own_entries:
        tx.group_id = tx.group_id or new_id()
    why = _why(own_entries, rows, new)
    rated = rated_among(tx, why)
    tx.entry(action)
    for one, outcome in own_entries:
        _relocate(tx, document, rows[one.id], one, outcome, new)
    need_recheck(tx, rated)
    return outcomes


def as_it_stands(tx: Transaction, document: Document) -> tuple[Found, ...]:
    """Return what became of everything that stands in a document whose text did not change."""
    return tuple(
        Found(one.id, one.kind, "unchanged", one.start, one.end, 100.0, "the text is the same")
        if one.version_id == document.current_version
        else Found(one.id, one.kind, one.state, None, None, 0.0, "the text is the same")
        for one in standing_in(tx.connection, document.id)
    )


def _rows(tx: Transaction, document: Document) -> dict[str, Row]:
    rows: list[Row] = [
        *tx.find(Place, document_id=document.id),
        *tx.find(Evidence, document_id=document.id),
        *tx.find(Line, document_id=document.id),
    ]
    return {row.id: row for row in rows}


def _take_along(tx: Transaction, document: Document, version_id: str) -> None:
    # A link without a passage holds for any version.
    for link in tx.find(Evidence, document_id=document.id, start=None):
        if link.version_id is not None:
            tx.change(link, {"version_id": version_id})


def _relocate(
    tx: Transaction, document: Document, row: Row, one: Standing, outcome: Found, new: _Revision
) -> None:
    if not outcome.needs_a_hand:
        tx.change(row, _columns(outcome, new))
        _forget(tx, one)
    elif one.state != outcome.state or outcome.columns or one.placed is not None:
        tx.change(row, _columns(outcome, new))
        _remember(tx, document, one, outcome, new)
    tx.entry("relocate", claim_id=None if isinstance(row, Line) else row.claim_id)


def _columns(outcome: Found, new: _Revision) -> dict[str, Cell]:
    if not outcome.columns:
        return {"state": outcome.state}
    values: dict[str, Cell] = {"version_id": new.version_id, "state": outcome.state}
    values.update(outcome.columns)
    return values


def _remember(
    tx: Transaction, document: Document, one: Standing, outcome: Found, new: _Revision
) -> None:
    """Keep for the review where it last stood as a person had placed it, and what became of it."""
    version_id, start, end = one.placed or (one.version_id, one.start, one.end)
    values: dict[str, Cell] = {
        "from_version": version_id,
        "start": start,
        "end": end,
        "to_version": new.version_id,
        "state": outcome.state,
        "score": min(100, int(outcome.score)),
        "why": outcome.why,
        "judgement": "",
        "judged_by": "",
    }
    for known in tx.find(Relocation, id=one.id):
        tx.change(known, values)
        return
    tx.add(
        Relocation.model_validate(
            {"id": one.id, "kind": one.kind, "document_id": document.id} | values
        )
    )


def _forget(tx: Transaction, one: Standing) -> None:
    for known in tx.find(Relocation, id=one.id):
        tx.remove(known)


def _why(
    own_entries: list[tuple[Standing, Found]], rows: Mapping[str, Row], new: _Revision
) -> dict[str, list[str]]:
    """Return by claim id, as sentences, what changed under it.

    Words that are other ones now, or cannot be told from others, or are gone. What was so before
    is no news.
    """
    why: dict[str, list[str]] = {}
    for one, outcome in own_entries:
        words = dict(outcome.columns).get("quote", one.quote)
        row = rows[one.id]
        is_news = outcome.needs_a_hand and (outcome.state, words) != (one.state, one.quote)
        if isinstance(row, Line) or not is_news:
            continue
        sentence = f"Version {new.number} of “{new.title}” {_what_changed(one, outcome)}."
        why.setdefault(row.claim_id, []).append(sentence)
    return why


def _what_changed(one: Standing, outcome: Found) -> str:
    if outcome.state == State.EDITED:
        before, after = what_changed(one.quote, str(dict(outcome.columns)["quote"]))
        return f"says “{after}” instead of “{before}”"
    quote = _short(one.quote)
    if outcome.state == State.AMBIGUOUS:
        return f"has “{quote}” in several places"
    return f"no longer has “{quote}”"


def _short(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"

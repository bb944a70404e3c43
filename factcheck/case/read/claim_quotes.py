"""What became of the quotations in the places of claims: derived, for the list of claims."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.read.chunks import by_rowid, rows
from factcheck.case.read.quotes import CheckedQuote, KeptShelf, check_quotes
from factcheck.text.quote_check import QuoteState

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.case import Case

# A check of more takes minutes and some hundred megabytes: then no claim has a state. The list
# of one article's quotations has no such bounds.
MOST_ARTICLES = 100
MOST_LETTERS = 20_000_000

NO_QUOTATION = "none"
_WORST = (QuoteState.EXACT, QuoteState.DIFFERS, QuoteState.NOT_FOUND)


class KeptQuotes:
    """Quotations that were looked up already, by the article's version, and the texts for it."""

    def __init__(self) -> None:
        self.shelf = KeptShelf()
        self.checked: dict[str, list[CheckedQuote]] = {}
        self.sources: tuple[str, ...] = ()


class _Place(NamedTuple):
    """A claim's place in the current version of a document."""

    claim_id: str
    start: int
    end: int


def claim_quote_states(case: Case, kept: KeptQuotes) -> dict[str, str]:
    """Return for claims with a place: exact, differs or not found, or "none" without a quotation.

    Of several quotations in its places the worst counts; a word or two is none. kept: of an
    earlier call. Empty where the case has too many articles with claims, or too long sources.
    Long work, to be done beside the window.
    """
    places = case.read(_places)
    sources = tuple(case.read(_source_texts))
    if len(places) > MOST_ARTICLES or case.read(_letters) > MOST_LETTERS:
        return {}
    if sources != kept.sources:
        kept.sources, kept.checked = sources, {}
    states: dict[str, str] = {}
    for (document_id, version_id), standing in places.items():
        if version_id not in kept.checked:
            kept.checked[version_id] = check_quotes(case, document_id, kept.shelf)
        found = [one for one in kept.checked[version_id] if not one.is_scare and not one.depth]
        for place in standing:
            state = _state_of(place, found)
            known = states.get(place.claim_id, NO_QUOTATION)
            states[place.claim_id] = max(known, state, key=_badness)
    return states


def _state_of(place: _Place, found: list[CheckedQuote]) -> str:
    state = NO_QUOTATION
    # From the first quotation that ends behind the place's beginning, its mark included.
    for one in found[bisect_right(found, place.start, key=lambda each: each.end) :]:
        if one.start > place.end:
            break
        state = max(state, one.state, key=_badness)
    return state


def _badness(state: str) -> int:
    return -1 if state == NO_QUOTATION else _WORST.index(QuoteState(state))


def _places(connection: Connection) -> dict[tuple[str, str], list[_Place]]:
    """Return the places in current versions by document and version."""
    current = {
        version_id: document_id
        for _, document_id, version_id in by_rowid(connection, "documents", "id, current_version")
    }
    found: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    columns = 'claim_id, version_id, start, "end"'
    for _, claim_id, version_id, start, end in by_rowid(connection, "places", columns):
        document_id = current.get(version_id)
        if document_id is not None:
            found[document_id, version_id].append(_Place(claim_id, start, end))
    return dict(found)


def _source_texts(connection: Connection) -> list[str]:
    sql = (
        "SELECT v.text_sha256 FROM documents d JOIN versions v ON v.id = d.current_version"
        " WHERE d.source = 1 ORDER BY d.standing, d.added_at, d.rowid"
    )
    return [str(row[0]) for row in rows(connection, sql)]


def _letters(connection: Connection) -> int:
    sql = (
        "SELECT coalesce(sum(t.chars), 0) FROM documents d JOIN versions v ON"
        " v.id = d.current_version JOIN texts t ON t.sha256 = v.text_sha256 WHERE d.source = 1"
    )
    return int(rows(connection, sql)[0][0])

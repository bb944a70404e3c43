"""The plain search: passages that hold the words of a query, best first, each saying why."""

import json
import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from factcheck.case.case import Case
from factcheck.case.find.spelling import respelled
from factcheck.case.fts import Term, matched_spans, terms, words_here
from factcheck.case.index import Index
from factcheck.case.read.indexing import PassageText, passage_texts
from factcheck.case.read.scope import EVERYWHERE, Scope, documents_in
from factcheck.text.spans import Span

_WORD = re.compile(r"[^\W_]+")
_Operator = Literal[" AND ", " OR "]
# So many more are read than wanted, in case some are found by their title.
_SPARE = 5


class Hit(NamedTuple):
    """A passage that was found.

    start, end: in code points of that version's text, text is what stands there.
    score: by bm25, higher is better; comparable within one answer only.
    matched: spans within text that hold words of the query, in order.
    why: which words of the query stand here, for a reader.
    """

    document_id: str
    version_id: str
    external_id: str
    title: str
    start: int
    end: int
    text: str
    score: float
    matched: tuple[Span, ...]
    why: str

    @property
    def id(self) -> str:
        """The passage's name: it stays the same when the index is made anew."""
        return f"{self.version_id}:{self.start}-{self.end}"


class Answer(NamedTuple):
    """What was found for a query; instead: words that stand nowhere, and those shown for them."""

    hits: list[Hit]
    instead: dict[str, str]


def search(
    case: Case, index: Index, query: str, limit: int = 20, scope: Scope = EVERYWHERE
) -> list[Hit]:
    """Return the hits of `answer`."""
    return answer(case, index, query, limit, scope).hits


def answer(
    case: Case, index: Index, query: str, limit: int = 20, scope: Scope = EVERYWHERE
) -> Answer:
    """Return at most limit passages for a query, best first; the index is brought up to date.

    All words must stand in a passage. Where no passage holds all of them, a word that was typed
    wrong is replaced by the nearest that stands in the case; where that does not help either, any
    of the words will do. Words in quotes are a phrase, the last word may be the beginning of one.
    Words are found in any grammatical form that the stem of English shares, whatever their case
    and accents. scope: among which documents.
    """
    index.sync()
    asked = terms(query)
    if not asked or limit < 1:
        return Answer([], {})
    within = None if scope.is_everywhere else case.read(documents_in, scope)
    found = _found(case, index, asked, " AND ", limit, within)
    instead = {} if found else respelled(index, query)
    if instead:
        other = terms(_replaced(query, instead))
        found = _found(case, index, other, " AND ", limit, within)
        asked, instead = (other, instead) if found else (asked, {})
    if not found and len(asked) > 1:
        found = _found(case, index, asked, " OR ", limit, within)
    hits = [
        Hit(
            row.document_id,
            row.version_id,
            told.external_id,
            told.title,
            row.start,
            row.end,
            told.text,
            float(f"{row.score:.6g}"),
            _merged(of_terms),
            _said_instead(instead) + words_here(asked, of_terms),
        )
        for row, told, of_terms in found
    ]
    return Answer(hits, instead)


def _replaced(query: str, instead: Mapping[str, str]) -> str:
    return _WORD.sub(lambda word: instead.get(word[0], word[0]), query)


def _said_instead(instead: Mapping[str, str]) -> str:
    return "".join(f"nothing for “{word}”, shown: “{shown}”; " for word, shown in instead.items())


class _Row(NamedTuple):
    document_id: str
    version_id: str
    start: int
    end: int
    score: float


_Found = list[tuple[_Row, PassageText, list[tuple[Span, ...]]]]


def _found(
    case: Case,
    index: Index,
    asked: list[Term],
    operator: _Operator,
    limit: int,
    within: list[str] | None,
) -> _Found:
    """Return passages with where each term stands in their own text."""
    expression = operator.join(term.expression for term in asked)
    # Passages are indexed with the title above them, which is no answer here. To ask for the text
    # alone takes twice as long, so that is done only where titles take too many places.
    most = limit + max(_SPARE, limit // 4)
    found = _read(case, _matching(index, expression, most, within), asked, operator)
    if len(found.wanted) < limit and found.read == most:
        rows = _matching(index, f"body : ({expression})", limit, within)
        found = _read(case, rows, asked, operator)
    return found.wanted[:limit]


class _Wanted(NamedTuple):
    """Passages in which the terms stand themselves, of how many that were read."""

    wanted: _Found
    read: int


def _read(case: Case, rows: list[_Row], asked: list[Term], operator: _Operator) -> _Wanted:
    texts = case.read(passage_texts, [row[:4] for row in rows])
    # A document that was removed a moment ago is no hit any more.
    passages = [(row, told) for row, told in zip(rows, texts, strict=True) if told is not None]
    spans = matched_spans([told.text for _, told in passages], asked)
    enough = all if operator == " AND " else any
    return _Wanted(
        [
            (row, told, of_terms)
            for (row, told), of_terms in zip(passages, spans, strict=True)
            if enough(of_terms)
        ],
        len(rows),
    )


_PLACES = 'SELECT d.document_id, d.version_id, p.start, p."end", -w.rank FROM'
_OF = "w JOIN passages p ON p.id = w.id JOIN documents d ON d.id = p.document"
# Cut before it is joined: of a thousand matches the places of twenty are looked up.
_BEST = (
    f"(SELECT rowid AS id, rank FROM words WHERE words MATCH ? ORDER BY rank, rowid LIMIT ?) {_OF}"
)


def _matching(index: Index, expression: str, limit: int, within: list[str] | None) -> list[_Row]:
    # bm25 is negative, the best the lowest; equal ones in the order of the texts.
    if within is None:
        rows = index.select(f"{_PLACES} {_BEST} ORDER BY w.rank, w.id", (expression, limit))
    else:
        rows = index.select(
            f"{_PLACES} (SELECT rowid AS id, rank FROM words WHERE words MATCH ?) {_OF}"
            " WHERE d.document_id IN (SELECT value FROM json_each(?))"
            " ORDER BY w.rank, w.id LIMIT ?",
            (expression, json.dumps(within), limit),
        )
    return [_Row._make(row) for row in rows]


def _merged(of_terms: list[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Join the spans of all terms: sorted, overlapping ones as one."""
    merged: list[Span] = []
    for span in sorted(span for spans in of_terms for span in spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)

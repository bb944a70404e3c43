"""The plain search: passages that hold the words of a query, best first, each saying why."""

import json
import math
from collections.abc import Collection
from itertools import chain
from typing import Literal, NamedTuple

from factcheck.case.case import Case
from factcheck.case.find.spelling import replaced, respelled, said_instead
from factcheck.case.fts import Term, matched_spans, set_below, terms, words_here
from factcheck.case.index import Index
from factcheck.case.index_words import counts_of, rarity
from factcheck.case.read.indexing import PassageText, passage_texts
from factcheck.case.read.scope import EVERYWHERE, Scope, documents_in
from factcheck.text.likeness import word_stems
from factcheck.text.spans import Span

_Operator = Literal[" AND ", " OR "]
# FTS5's own: how soon a word said again adds nothing, and how much a long passage is held back.
_ENOUGH, _LENGTH = 1.2, 0.75
# Code points of a usual passage.
_USUAL = 400


class Hit(NamedTuple):
    """A passage that was found.

    start, end: in code points of that version's text, text is what stands there.
    score: by bm25, higher is better; comparable within one answer only, where those that hold the
        last word of the query only as a beginning are set below those that hold the word.
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
    looking = _Search(case, index, limit, within)
    found = looking.all_of(asked)
    instead = {} if found else respelled(index, query)
    if instead:
        other = terms(replaced(query, instead))
        found = looking.all_of(other)
        asked, instead = (other, instead) if found else (asked, {})
    if not found and len(asked) > 1:
        found = looking.any_of(asked)
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
            said_instead(instead) + words_here(asked, of_terms),
        )
        for row, told, of_terms in found
    ]
    return Answer(hits, instead)


class _Row(NamedTuple):
    id: int
    document_id: str
    version_id: str
    start: int
    end: int
    score: float


class _Found(NamedTuple):
    """A passage, with where each term stands in its own text."""

    row: _Row
    told: PassageText
    of_terms: list[tuple[Span, ...]]


class _Search:
    """Looks for at most limit passages; within: the documents to look in, None for all."""

    def __init__(self, case: Case, index: Index, limit: int, within: list[str] | None) -> None:
        self._case = case
        self._index = index
        self._limit = limit
        self._within = within

    def all_of(self, asked: list[Term]) -> list[_Found]:
        """Return passages that hold all terms: first those in which the last is a whole word."""
        whole = [term.whole for term in asked]
        found = self._best(whole, " AND ", self._limit)
        missing = self._limit - len(found)
        if missing and whole != asked:
            more = self._best(asked, " AND ", missing, {each.row.id for each in found})
            scores = set_below(
                [each.row.score for each in more], [each.row.score for each in found]
            )
            found += [
                each._replace(row=each.row._replace(score=score))
                for each, score in zip(more, scores, strict=True)
            ]
        return found

    def any_of(self, asked: list[Term]) -> list[_Found]:
        """Return passages that hold any of the terms."""
        return self._best(asked, " OR ", self._limit)

    def _best(
        self, asked: list[Term], operator: _Operator, limit: int, known: Collection[int] = ()
    ) -> list[_Found]:
        """Return the best passages that are not known yet."""
        # Passages are indexed with the title above them, which is no answer here.
        expression = f"body : ({operator.join(term.expression for term in asked)})"
        most = limit + len(known)
        rows = self._matching("0.0", "", expression, most + 1)
        if len(rows) <= most:
            # To rank, FTS5 reads all places of every word, of "the" too: ten times the work where
            # few passages hold them all.
            return _by_weight(self._index, asked, self._read(rows, known, asked, operator))
        # bm25 is negative, the best the lowest; equal ones in the order of the texts.
        rows = self._matching("rank", "ORDER BY rank, id", expression, most)
        return self._read(rows, known, asked, operator)[:limit]

    def _matching(self, rank: str, order: str, expression: str, limit: int) -> list[_Row]:
        matching = f"SELECT rowid AS id, {rank} AS rank FROM words WHERE words MATCH ?"
        if self._within is None:
            # Cut before it is joined: of a thousand matches the places of twenty are looked up.
            sql = f"{_PLACES} ({matching} {order} LIMIT ?) {_OF} {order}"
            return list(map(_Row._make, self._index.select(sql, (expression, limit))))
        sql = (
            f"{_PLACES} ({matching}) {_OF}"
            f" WHERE d.document_id IN (SELECT value FROM json_each(?)) {order} LIMIT ?"
        )
        values = (expression, json.dumps(self._within), limit)
        return list(map(_Row._make, self._index.select(sql, values)))

    def _read(
        self, rows: list[_Row], known: Collection[int], asked: list[Term], operator: _Operator
    ) -> list[_Found]:
        """Return the passages in which the terms stand themselves."""
        new = [row for row in rows if row.id not in known]
        texts = self._case.read(passage_texts, [row[1:5] for row in new])
        # A document that was removed a moment ago is no hit any more.
        passages = [(row, told) for row, told in zip(new, texts, strict=True) if told is not None]
        spans = matched_spans([told.text for _, told in passages], asked)
        enough = all if operator == " AND " else any
        return [
            _Found(row, told, of_terms)
            for (row, told), of_terms in zip(passages, spans, strict=True)
            if enough(of_terms)
        ]


_PLACES = 'SELECT w.id AS id, d.document_id, d.version_id, p.start, p."end", -w.rank FROM'
_OF = "w JOIN passages p ON p.id = w.id JOIN documents d ON d.id = p.document"


def _by_weight(index: Index, asked: list[Term], found: list[_Found]) -> list[_Found]:
    """Return what was found, best first, by bm25 as FTS5 has it, over the counts of the index."""
    stems = [word_stems(term.words) for term in asked]
    counts = counts_of(index, "passages", chain.from_iterable(stems))
    (total,) = index.select("SELECT coalesce(max(id), 0) FROM passages")[0]
    weight = rarity(counts, total)
    weights = [math.fsum(map(weight, of_term)) for of_term in stems]
    weighed = [each._replace(row=each.row._replace(score=_weight(each, weights))) for each in found]
    return sorted(weighed, key=lambda each: (-each.row.score, each.row.id))


def _weight(found: _Found, weights: list[float]) -> float:
    held_back = _ENOUGH * (1 - _LENGTH + _LENGTH * len(found.told.text) / _USUAL)
    return math.fsum(
        weight * len(spans) * (_ENOUGH + 1) / (len(spans) + held_back)
        for weight, spans in zip(weights, found.of_terms, strict=True)
    )


def _merged(of_terms: list[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Join the spans of all terms: sorted, overlapping ones as one."""
    merged: list[Span] = []
    for span in sorted(span for spans in of_terms for span in spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)

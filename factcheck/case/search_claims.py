"""The plain search over claims and verdicts: what somebody wrote, best first, saying where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.case.find.spelling import replaced, respelled_in_claims, said_instead
from factcheck.case.fts import Term, matched_spans, set_below, terms, words_here
from factcheck.case.index_records import current_records
from factcheck.text.spans import Span

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.index import Index, Progress


class ClaimHit(NamedTuple):
    """A claim in which the words of a query stand.

    text: its wording, or the line of what is recorded of it in which more of the words stand.
    matched: spans within text, in code points. rating: of the verdict that stands, "" without one.
    document_id, start, end: its first place, None where it has none. score: as Hit has it
    (search.py). why: which words of the query stand here.
    """

    claim_id: str
    claim_no: int
    wording: str
    rating: str
    document_id: str | None
    external_id: str
    title: str
    start: int | None
    end: int | None
    text: str
    matched: tuple[Span, ...]
    score: float
    why: str


class ClaimAnswer(NamedTuple):
    """What was found for a query; instead: words that stand nowhere, and those shown for them."""

    hits: list[ClaimHit]
    instead: dict[str, str]


def search_claims(
    case: Case,
    index: Index,
    query: str,
    limit: int = 20,
    progress: Progress | None = None,
) -> list[ClaimHit]:
    """Return the hits of `answer_of_claims`."""
    return answer_of_claims(case, index, query, limit, progress).hits


def answer_of_claims(
    case: Case,
    index: Index,
    query: str,
    limit: int = 20,
    progress: Progress | None = None,
) -> ClaimAnswer:
    """Return at most limit claims for a query, best first; the index is brought up to date.

    All words must stand in what is recorded of a claim. Where they do in none, a word that was
    typed wrong is replaced by the nearest that is recorded; where that does not help either, any
    of the words will do. Words are read as `search` reads them. progress: told how far the index
    is brought up to date; it may raise Cancelled.
    """
    index.sync(progress)
    asked = terms(query)
    if not asked or limit < 1:
        return ClaimAnswer([], {})
    found = _all_of(index, asked, limit)
    instead = {} if found else respelled_in_claims(index, query)
    if instead:
        other = terms(replaced(query, instead))
        found = _all_of(index, other, limit)
        asked, instead = (other, instead) if found else (asked, {})
    if not found and len(asked) > 1:
        found = _matching(index, asked, " OR ", limit)
    ids = [claim_id for claim_id, _ in found]
    facts = case.read(_facts, ids)
    bodies = {row.claim_id: row.body for row in case.read(current_records, ids)}
    hits = []
    for claim_id, score in found:
        # A claim that was removed a moment ago is no hit any more.
        if claim_id in facts and claim_id in bodies:
            text, matched, here = _best_line(bodies[claim_id].split("\n"), asked)
            why = said_instead(instead) + words_here(asked, here)
            hits.append(ClaimHit(*facts[claim_id], text, matched, score, why))
    return ClaimAnswer(hits, instead)


def _all_of(index: Index, asked: list[Term], limit: int) -> list[tuple[str, float]]:
    """Return claims that hold all terms: first those in which the last is a whole word."""
    whole = [term.whole for term in asked]
    found = _matching(index, whole, " AND ", limit)
    if len(found) < limit and whole != asked:
        known = {claim_id for claim_id, _ in found}
        # All known ones match again.
        matching = _matching(index, asked, " AND ", limit + len(known))
        more = [each for each in matching if each[0] not in known]
        scores = set_below([score for *_, score in more], [score for *_, score in found])
        found += [(each[0], score) for each, score in zip(more, scores, strict=True)]
    return found[:limit]


def _matching(
    index: Index, asked: list[Term], operator: str, limit: int
) -> list[tuple[str, float]]:
    rows = index.select(
        "SELECT r.claim_id, -w.rank FROM"
        " (SELECT rowid AS id, rank FROM record_words WHERE record_words MATCH ?"
        " ORDER BY rank, rowid LIMIT ?) w JOIN records r ON r.id = w.id ORDER BY w.rank, w.id",
        (operator.join(term.expression for term in asked), limit),
    )
    return [(claim_id, float(f"{score:.6g}")) for claim_id, score in rows]


_FACTS = """
SELECT c.id, c.claim_no, c.wording, coalesce(v.rating, ''), p.document_id,
    coalesce(d.external_id, ''), coalesce(d.title, ''), p.start, p."end"
FROM claims c
LEFT JOIN verdicts v ON v.claim_id = c.id AND v.status = 'current'
LEFT JOIN places p ON p.id = (
    SELECT id FROM places WHERE claim_id = c.id ORDER BY position LIMIT 1)
LEFT JOIN documents d ON d.id = p.document_id
WHERE c.id IN ({0})"""
_PAGE = 200
_Facts = tuple[str, int, str, str, str | None, str, str, int | None, int | None]


def _facts(connection: Connection, claim_ids: list[str]) -> dict[str, _Facts]:
    found: dict[str, _Facts] = {}
    for first in range(0, len(claim_ids), _PAGE):
        chosen = tuple(claim_ids[first : first + _PAGE])
        sql = _FACTS.format(", ".join("?" * len(chosen)))
        for row in connection.exec_driver_sql(sql, chosen):
            found[row[0]] = (
                row[0], row[1], row[2], row[3], row[4], row[5], row[6], row[7], row[8],
            )  # fmt: skip
    return found


def _best_line(lines: list[str], asked: list[Term]) -> tuple[str, tuple[Span, ...], list[bool]]:
    """Return the first of the lines with the most words of the query, and which those are."""
    of_lines = matched_spans(lines, asked)
    at = max(range(len(lines)), key=lambda n: (sum(map(bool, of_lines[n])), -n))
    everywhere = [any(of_line[n] for of_line in of_lines) for n in range(len(asked))]
    spans = sorted(span for spans in of_lines[at] for span in spans)
    return lines[at], tuple(spans), everywhere

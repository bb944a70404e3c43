"""Where a passage stands that was edited: candidates, and what speaks for and against each."""

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.text.finding import alike, hits
from factcheck.text.paragraphs import trimmed
from factcheck.text.spans import Span
from factcheck.text.surroundings import Lookalike, context_score

# Aligned hits that are weighed, best first: the passage, a twin or two, and one to spare.
_HITS = 4
# Below this an alignment tells nothing; higher would miss sentences of which half was rewritten.
_LOWEST = 55.0
# So many letters next to the quote find its neighbours again: fewer stand everywhere, more are
# edited more often.
_NEIGHBOUR = 24
# Between two neighbours that were found, a gap of more than so many quotes is no rewritten quote.
_LONGEST_GAP = 3

# What stands between both neighbours and shares so much needs no search through the whole text.
_SURE = 80.0
_SURE_CONTEXT = 90.0
# Hits that are worse than the best by more cannot make up for it by their surroundings.
_SPREAD = 25.0
# See required_score. On real revisions the chance hits end at 56 for 50 letters and more, at 70
# for 40 and the rewritten sentences begin at 70 for 54, so the curve runs between.
_FLOOR = 64.0
_SHORTNESS = 300.0
_HIGHEST_FLOOR = 92.0
_CHANCE = 40.0
_CONTEXT_COUNTS = 14.0
# In the choice between candidates five points of surroundings are worth two of letters: enough
# for a rewritten sentence in its place to win against a phrase of it that is used elsewhere.
_CONTEXT_RANK = 0.4


class Candidate(NamedTuple):
    """A passage that may be what became of the quote; all scores 0-100.

    score: the letters it shares with the quote. context: how much its surroundings are those
    of the quote. twin: the letters it shares with the most similar look-alike of the old text,
    twin_context: how much it stands where that one stood; both 0 where there is none.
    """

    span: Span
    score: float
    context: float
    twin: float
    twin_context: float

    @property
    def rank(self) -> float:
        """By what candidates are chosen; comparable for one quote only."""
        return self.score + _CONTEXT_RANK * self.context


def candidates(
    text: str,
    quote: str,
    surroundings: tuple[str, str],
    lookalikes: Sequence[Lookalike],
    taken: list[Span],
) -> list[Candidate]:
    """Return the passages that may have become of quote, best first; none overlaps taken.

    surroundings: what stood before and after the quote. lookalikes: those of the old text.
    """

    def weighed(span: Span) -> Candidate:
        return _weighed(text, span, quote, surroundings, lookalikes)

    found: list[Candidate] = []
    between = _between_neighbours(text, quote, *surroundings)
    if between and not any(between.overlaps(one) for one in taken):
        found.append(weighed(between))
        if found[0].score >= _SURE and found[0].context >= _SURE_CONTEXT:
            return found
    aligned = hits(text, quote, _LOWEST, _HITS, taken, spread=_SPREAD)
    found += [weighed(hit.span) for hit in aligned if hit.span != between]
    return sorted(found, key=lambda one: (-one.rank, one.span))


def required_score(length: int, context: float) -> float:
    """Return the score from which a candidate is taken for a quote of so many code points.

    Short quotes resemble strange sentences by chance: 82 is asked of 16 letters, 66 of 150.
    Surroundings that are the same take up to 14 off, chance surroundings nothing: a sentence
    that was half rewritten in its place keeps 60 of its letters, one that took the place of
    another shares 25 to 45 with it.
    """
    base = min(_HIGHEST_FLOOR, _FLOOR + _SHORTNESS / max(1, length))
    known = min(1.0, max(0.0, (context - _CHANCE) / (100 - _CHANCE)))
    return base - _CONTEXT_COUNTS * known


def is_lookalike(candidate: Candidate) -> bool:
    """Say whether the candidate is rather a passage that stood elsewhere in the old text.

    The same counts on both sides; in doubt it is the other one: a place is sooner lost than wrong.
    """
    return candidate.twin + _CONTEXT_RANK * candidate.twin_context >= candidate.rank


def _weighed(
    text: str,
    span: Span,
    quote: str,
    surroundings: tuple[str, str],
    lookalikes: Sequence[Lookalike],
) -> Candidate:
    words = span.of(text)
    best = Candidate(span, alike(quote, words), context_score(text, span, *surroundings), 0.0, 0.0)
    for one in lookalikes:
        twin = alike(one.quote, words, _LOWEST)
        # A look-alike that still stands elsewhere, word for word, is accounted for.
        if twin and (one.quote == words or not _stands_outside(text, one.quote, span)):
            twin_context = context_score(text, span, one.prefix, one.suffix)
            if twin + _CONTEXT_RANK * twin_context > best.twin + _CONTEXT_RANK * best.twin_context:
                best = best._replace(twin=twin, twin_context=twin_context)
    return best


def _stands_outside(text: str, words: str, span: Span) -> bool:
    return text.find(words, 0, span.start) >= 0 or text.find(words, span.end) >= 0


def _between_neighbours(text: str, quote: str, prefix: str, suffix: str) -> Span | None:
    """Return what now stands between the neighbours of the quote, if both are where they were."""
    before, after = prefix[-_NEIGHBOUR:], suffix[:_NEIGHBOUR]
    start = _only_place(text, before) + len(before) if before.strip() else 0
    end = _only_place(text, after) if after.strip() else len(text)
    if start < len(before) or end < start:
        return None
    span = trimmed(text, start, end)
    return span if 0 < span.end - span.start <= _LONGEST_GAP * len(quote) else None


def _only_place(text: str, words: str) -> int:
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else -(1 << 30)

"""Anchors: a place in a text, kept so that it is found again when the text has changed.

The order is that of Hypothesis's client (anchoring/match-quote.ts): from the simple to the
complex, and a position counts only where the quote stands. New here is the memory of the
look-alikes: what stood elsewhere in the old text is not taken for the passage in the new one.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.text.edited import Candidate, candidates, is_lookalike, required_score
from factcheck.text.finding import LONGEST_COMPARED, Hit, cuts_a_word, hits, places
from factcheck.text.paragraphs import trimmed
from factcheck.text.spans import Span
from factcheck.text.surroundings import Lookalike, around, context_score

# Look-alikes remembered, most alike first. Each costs an alignment and a line in the case file;
# real articles have rarely more than three.
_LOOKALIKES = 8
# Below this two sentences of the same language and subject resemble each other by chance.
_LOOKALIKE_FLOOR = 55.0
# Exact places that are looked at: beyond them a quote is a common word, and only its context
# and its position can tell.
_EXACT_PLACES = 200
# Contexts that differ by less are no reason to prefer one place: chance alone gives as much.
_CLEARLY = 5.0
# A quote of fewer letters can stand anywhere: alone, without its context, it proves nothing.
_TELLING_LENGTH = 12
_KNOWN_CONTEXT = 55.0
# White space that may stand between a quote and its given prefix or suffix.
_LONGEST_SPACE = 64


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a canonical text: where, what, and what stands around it.

    prefix, suffix: up to 120 code points before and after.
    lookalikes: other passages of that text that resemble quote, in the order of the text.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    lookalikes: tuple[Lookalike, ...] = ()

    @property
    def span(self) -> Span:
        """The place as a span."""
        return Span(self.start, self.end)


class State(StrEnum):
    """What became of a place in another version of its text."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Match:
    """Where a place is now.

    start, end: code points; None where the state is lost. Of an ambiguous place, the first
    candidate, for the eye only. score: 0-100, how much of the quote stands there.
    why: a phrase for the user.
    """

    state: State
    start: int | None
    end: int | None
    score: float
    why: str


def describe(text: str, start: int, end: int, *, similar: bool = True) -> Anchor:
    """Return the anchor of ``[start, end)`` in text, without white space at its ends.

    text: canonical. similar: look for passages that resemble the quote as well; without it the
    look-alikes are those of the same words alone, in a tenth of the time.
    Raises ValueError if the range is outside the text or has no words.
    """
    if not 0 <= start <= end <= len(text):
        raise ValueError(f"[{start}, {end}) is outside a text of {len(text)}")
    span = trimmed(text, start, end)
    if span.start == span.end:
        raise ValueError(f"[{start}, {end}) has no words")
    return Anchor(
        *span, span.of(text), *around(text, span), _lookalikes(text, span, similar=similar)
    )


def lookalikes_to_json(lookalikes: Iterable[Lookalike]) -> str:
    """Return the stored form: a JSON list of ``[start, end, quote, prefix, suffix]``."""
    return json.dumps([list(one) for one in lookalikes], ensure_ascii=False, separators=(",", ":"))


def lookalikes_from_json(stored: str) -> tuple[Lookalike, ...]:
    """Read what lookalikes_to_json wrote."""
    return tuple(
        Lookalike(int(start), int(end), str(quote), str(prefix), str(suffix))
        for start, end, quote, prefix, suffix in json.loads(stored)
    )


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Return all places where quote stands word for word, with prefix before and suffix after.

    All three in canonical form (canonical_quote). White space between them and at their ends
    does not count. Overlapping places are all found. The caller says when there is more than one.
    """
    quote, prefix, suffix = quote.strip(), prefix.strip(), suffix.strip()
    found: list[Span] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        span = Span(at, at + len(quote))
        if _is_between(text, span, prefix, suffix):
            found.append(span)
        at = text.find(quote, at + 1)
    return found


def locate(text: str, anchor: Anchor) -> Match:
    """Find where the quoted passage of anchor now stands in text.

    text: canonical; nothing is normalised here. Never chooses between equal candidates: the
    state is then ambiguous, and the user is asked. Raises ValueError if the quote is empty.
    """
    if not anchor.quote:
        raise ValueError("an anchor without a quote cannot be found")
    whole = not _splits_word(anchor)
    found = places(text, anchor.quote, _EXACT_PLACES, whole_words=whole)
    if text.startswith(anchor.quote, anchor.start) and anchor.span not in found:
        found.append(anchor.span)
    match = _among_exact(text, anchor, found) if found else None
    return match or _among_edited(text, anchor, found)


def _among_exact(text: str, anchor: Anchor, found: list[Span]) -> Match | None:
    """Choose among the places where the quote stands; None where all belong to look-alikes."""
    twins = [one for one in anchor.lookalikes if one.quote == anchor.quote]
    scored: list[tuple[float, Span]] = []
    undecided: list[Span] = []
    for span in found:
        own = context_score(text, span, anchor.prefix, anchor.suffix)
        if span == anchor.span and own == 100.0:
            return _exact_match(anchor, span, "same place, same surroundings")
        twin = max((context_score(text, span, one.prefix, one.suffix) for one in twins), default=-1)
        if own > twin:
            scored.append((own, span))
        elif own == twin:
            undecided.append(span)
    if not scored:
        return _ambiguous(undecided) if undecided else None
    scored.sort(key=lambda one: -one[0])
    best, span = scored[0]
    if len(scored) > 1 and best - scored[1][0] < _CLEARLY:
        return _ambiguous([one for score, one in scored if best - score < _CLEARLY])
    is_known = best >= _KNOWN_CONTEXT or span == anchor.span
    if len(anchor.quote) < _TELLING_LENGTH and not is_known:
        return Match(
            State.AMBIGUOUS, *span, 100.0, "so few words, and the surroundings are different ones"
        )
    why = "the only place with these words" if len(found) == 1 else "told apart by its surroundings"
    return _exact_match(anchor, span, why)


def _exact_match(anchor: Anchor, span: Span, why: str) -> Match:
    state = State.UNCHANGED if span == anchor.span else State.MOVED
    return Match(state, *span, 100.0, why)


def _ambiguous(candidates: list[Span]) -> Match:
    first = min(candidates)
    why = f"{len(candidates)} places have these words and like surroundings"
    if len(candidates) == 1:
        why = "the surroundings fit this place and another of the old text alike"
    return Match(State.AMBIGUOUS, *first, 100.0, why)


def _among_edited(text: str, anchor: Anchor, taken: list[Span]) -> Match:
    """Choose among the passages that resemble the quote; taken are places of its twins."""
    surroundings = anchor.prefix, anchor.suffix
    found = candidates(text, anchor.quote, surroundings, anchor.lookalikes, taken)
    good = [one for one in found if one.score >= required_score(len(anchor.quote), one.context)]
    own = [one for one in good if not is_lookalike(one)]
    if not own:
        stood = taken or good
        why = (
            "only look-alikes that stood elsewhere before are left"
            if stood
            else "no passage resembles it"
        )
        return Match(State.LOST, None, None, 0.0, why)
    best = own[0]
    rivals = [one for one in own[1:] if best.rank - one.rank < _CLEARLY]
    if any(not best.span.overlaps(one.span) for one in rivals):
        why = f"{len(rivals) + 1} passages resemble it about as much"
        return Match(State.AMBIGUOUS, *best.span, best.score, why)
    return Match(State.EDITED, *best.span, best.score, _why_edited(best))


def _why_edited(found: Candidate) -> str:
    place = "its surroundings changed as well"
    if found.context >= _KNOWN_CONTEXT:
        place = "in much the same surroundings"
    # Never all of them: the words would have been found as they were.
    return f"{min(99, int(found.score))} % of the letters are the same, {place}"


def _lookalikes(text: str, span: Span, *, similar: bool) -> tuple[Lookalike, ...]:
    quote = span.of(text)
    twins = [one for one in places(text, quote, _EXACT_PLACES, whole_words=False) if one != span]
    # Of very many the nearest are kept: an edit moves a place by little more often than by much.
    twins.sort(key=lambda one: abs(one.start - span.start))
    kept = [Hit(100.0, one) for one in twins[:_LOOKALIKES] if not one.overlaps(span)]
    if similar and len(kept) < _LOOKALIKES and len(quote) <= LONGEST_COMPARED:
        taken = [span, *(hit.span for hit in kept)]
        kept += hits(text, quote, _LOOKALIKE_FLOOR, _LOOKALIKES - len(kept), taken)
    return tuple(
        Lookalike(*hit.span, hit.span.of(text), *around(text, hit.span))
        for hit in sorted(kept, key=lambda hit: hit.span)
    )


def _is_between(text: str, span: Span, prefix: str, suffix: str) -> bool:
    # Windows, not the whole rest: a quote of one letter stands in a text a million times.
    before = text[max(0, span.start - len(prefix) - _LONGEST_SPACE) : span.start]
    after = text[span.end : span.end + len(suffix) + _LONGEST_SPACE]
    return before.rstrip().endswith(prefix) and after.lstrip().startswith(suffix)


def _splits_word(anchor: Anchor) -> bool:
    around = anchor.prefix[-1:] + anchor.quote + anchor.suffix[:1]
    begin = len(anchor.prefix[-1:])
    return cuts_a_word(around, Span(begin, begin + len(anchor.quote)))

"""Where a quote stands in a text, word for word or nearly: what anchors.py builds upon.

Scores are 0-100, the share of letters in common as RapidFuzz counts it (Indel ratio). A score
says "look here", never "agrees".
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from rapidfuzz.fuzz import partial_ratio_alignment, ratio

from factcheck.text.paragraphs import trimmed
from factcheck.text.seeds import LONG_TEXT, seeds_of
from factcheck.text.spans import Span

# An alignment costs 0.5 ms for 200 letters and 30 ms for 1,000 in the same 50 KB. A longer
# quote is found by its first and its last letters; what lies between is compared afterwards.
PROBE = 160
# Comparing two texts takes the product of their lengths: 0.2 ms at 4,000 letters, minutes at a
# million. Edits in the middle of a longer passage do not lower its score.
LONGEST_COMPARED = 4000
# Letters that may be read for one quote, all alignments together: 35 ms on the build machine.
_BUDGET = 5_000_000
# Places of a long text that are aligned for one quote: its own, its twins and look-alikes, and as
# many that share some words only.
_WINDOWS = 16
# Ends are looked for this far inside and outside of what was aligned, as a share of the quote:
# less misses sentences that were made longer by half, more costs time and finds no more.
_SLACK = 0.5
_LEAST_SLACK = 24
# No edit makes a long passage more than so many times as long, or as short.
_LONGEST_GROWTH = 3
# A full stop where the quote had one is worth some letters: sentences are edited as wholes.
_WHOLE_SENTENCE = 3.0
# Scripts written without spaces: each character is a word, as far as edges go.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]+")
_STOPS = frozenset(".!?…:。！？؟۔।\n")


class Hit(NamedTuple):
    """A passage that resembles a quote, and how much."""

    score: float
    span: Span


def alike(quote: str, words: str, floor: float = 0.0) -> float:
    """Return how many letters quote and words share, 0-100; 0 if fewer than floor says.

    Of passages of several pages only the beginnings and the ends are compared.
    """
    if max(len(quote), len(words)) <= LONGEST_COMPARED:
        return ratio(quote, words, score_cutoff=floor)
    half = LONGEST_COMPARED // 2
    score = (ratio(quote[:half], words[:half]) + ratio(quote[-half:], words[-half:])) / 2
    return score if score >= floor else 0.0


def places(text: str, quote: str, limit: int, *, whole_words: bool = True) -> list[Span]:
    """Return the first places of quote in text, word for word; they never overlap.

    limit: stop after so many. whole_words: leave out "port" in "report".
    """
    found: list[Span] = []
    at = text.find(quote) if quote else -1
    while at >= 0 and len(found) < limit:
        span = Span(at, at + len(quote))
        if not whole_words or not cuts_a_word(text, span):
            found.append(span)
        at = text.find(quote, at + len(quote))
    return found


def cuts_a_word(text: str, span: Span) -> bool:
    """Say whether the span begins or ends inside a word of letters with case, or of digits."""
    return any(_cuts(text, edge) for edge in span)


def _cuts(text: str, edge: int) -> bool:
    return 0 < edge < len(text) and _joins(text[edge - 1]) and _joins(text[edge])


def _joins(letter: str) -> bool:
    # Scripts without case are also those that write without spaces, where any edge is right.
    return letter.isdigit() or letter.lower() != letter.upper()


def hits(
    text: str,
    quote: str,
    floor: float,
    limit: int,
    taken: list[Span],
    *,
    spread: float = 100.0,
) -> list[Hit]:
    """Return passages of text that resemble quote at least as floor says, best first.

    They overlap neither each other nor taken. Bounded by limit and by the letters read.
    spread: once there is a hit, those that are worse by more are not looked for.
    """
    cost = 1 if len(quote) <= PROBE else 2
    budget = _BUDGET
    open_hits: list[tuple[float, Span, Span]] = []  # score, hit, the stretch it was found in
    stretches = _worth_reading(text, quote, taken)
    found: list[Hit] = []
    while True:
        for stretch in stretches:
            budget -= cost * (stretch.end - stretch.start)
            hit = _aligned(text, quote, stretch, floor) if budget > 0 else None
            if hit:
                open_hits.append((hit.score, hit.span, stretch))
        if not open_hits or len(found) >= limit:
            return sorted(found, key=lambda hit: -hit.score)
        best = max(open_hits)
        open_hits.remove(best)
        score, span, stretch = best
        floor = max(floor, score - spread)
        fitted = fit(text, quote, span, stretch)
        found.append(Hit(alike(quote, fitted.of(text)), fitted))
        stretches = [Span(stretch.start, fitted.start), Span(fitted.end, stretch.end)]


def _outside(text: str, taken: list[Span]) -> list[Span]:
    stretches: list[Span] = []
    at = 0
    for span in sorted(taken):
        stretches.append(Span(at, span.start))
        at = max(at, span.end)
    return [*stretches, Span(at, len(text))]


def _worth_reading(text: str, quote: str, taken: list[Span]) -> list[Span]:
    """Return the stretches in which quote may stand; of a long text those that share its words."""
    outside = _outside(text, taken)
    windows = seeds_of(text).windows(quote, _WINDOWS) if len(text) >= LONG_TEXT else None
    if windows is None:
        return outside
    met = (
        Span(max(window.start, free.start), min(window.end, free.end))
        for window in windows
        for free in outside
        if window.overlaps(free)
    )
    return [span for span in met if span.start < span.end]


def _aligned(text: str, quote: str, stretch: Span, floor: float) -> Hit | None:
    """Return the best passage of the length of quote in a stretch; ends are not yet right."""
    words = stretch.of(text)
    # Where the stretch is shorter than the quote the alignment would change sides.
    if len(words) < min(len(quote), PROBE) // 2:
        return None
    head = _probe(words, quote[:PROBE], floor)
    if len(quote) <= PROBE:
        return Hit(head.score, _shifted(head.span, stretch)) if head else None
    # Behind a head the tail is not far: one reading of the text is saved.
    near = words if head is None else words[: head.span.start + _LONGEST_GROWTH * len(quote)]
    begin = head.span.start if head else 0
    tail = _probe(near[begin:], quote[-PROBE:], floor)
    if tail:
        tail = Hit(tail.score, Span(tail.span.start + begin, tail.span.end + begin))
    best = max((hit for hit in (head, tail) if hit), default=None)
    if best is None:
        return None
    start = head.span.start if head else max(0, best.span.end - len(quote))
    end = tail.span.end if tail else min(len(words), start + len(quote))
    if end - start < len(quote) // _LONGEST_GROWTH:
        # Head and tail are of different passages: the better one decides.
        start = best.span.start if best is head else max(0, best.span.end - len(quote))
        end = min(len(words), start + len(quote))
    return Hit(best.score, _shifted(Span(start, end), stretch))


def _probe(words: str, probe: str, floor: float) -> Hit | None:
    if len(words) < len(probe):
        score = ratio(probe, words, score_cutoff=floor)
        return Hit(score, Span(0, len(words))) if score else None
    found = partial_ratio_alignment(probe, words, score_cutoff=floor)
    return Hit(found.score, Span(found.dest_start, found.dest_end)) if found else None


def _shifted(span: Span, stretch: Span) -> Span:
    return Span(span.start + stretch.start, span.end + stretch.start)


def fit(text: str, quote: str, span: Span, within: Span) -> Span:
    """Return span with its ends moved to the word edges that resemble quote most.

    Each end of a long quote is compared by the letters next to it alone.
    """
    slack = max(_LEAST_SLACK, int(_SLACK * min(len(quote), PROBE)))
    low, high = max(within.start, span.start - slack), min(within.end, span.end + slack)
    words = list(_WORD.finditer(text, low, high))
    starts = {match.start() for match in words if match.start() < span.start + slack}
    ends = {match.end() for match in words if match.end() > span.end - slack}
    # Where words are not parted by spaces every edge is right, in others none inside a word.
    starts.update([] if _cuts(text, span.start) else [span.start])
    ends.update([] if _cuts(text, span.end) else [span.end])
    head, tail = quote[:PROBE], quote[-PROBE:]
    reach = PROBE if len(quote) > PROBE else len(text)
    start, end = span

    def start_score(edge: int) -> float:
        bonus = _WHOLE_SENTENCE if head[0].isupper() and _begins(text, edge) else 0.0
        return ratio(head, text[edge : min(end, edge + reach)]) + bonus

    def end_score(edge: int) -> float:
        bonus = _WHOLE_SENTENCE if tail[-1] in _STOPS and text[edge - 1] in _STOPS else 0.0
        return ratio(tail, text[max(start, edge - reach) : edge]) + bonus

    # The second round sees the right other end.
    for _ in range(2):
        end = _best_edge((edge for edge in ends if edge > start), end, end_score)
        start = _best_edge((edge for edge in starts if edge < end), start, start_score)
    return trimmed(text, start, end)


def _best_edge(edges: Iterable[int], now: int, score: Callable[[int], float]) -> int:
    """Return the edge with the best score, of equals the nearest; now if there is none."""
    return max(edges, key=lambda edge: (score(edge), -abs(edge - now), -edge), default=now)


def _begins(text: str, edge: int) -> bool:
    before = text[max(0, edge - 4) : edge].rstrip(" \u00a0\"'“‘«„(")
    return not before or before[-1] in _STOPS or "\n" in text[max(0, edge - 2) : edge]

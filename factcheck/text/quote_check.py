"""Whether what an article quotes stands in a source: word for word, with other words, or not.

First the words as they are, in all sources at once. What is not found so is looked for by
likeness, in the few sources that share its rare words: reading 500 sources for each quotation
would take minutes.
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from factcheck.text.finding import hits
from factcheck.text.folded import FoldedText
from factcheck.text.quote_differences import Difference, differences
from factcheck.text.quote_parts import Piece, Segment, segments
from factcheck.text.spans import Span

# Sources that are read for one quotation. Its own shares the most rare words with it in all
# cases that were tried; the others are for quotations that many repeat.
_CANDIDATES = 8
# Of the weight of a quotation's words, the share that a source must have to be read at all.
_SHARE = 0.4
# The score from which other words are still the same quotation: as in edited.py, without help
# from the surroundings. A sentence on the same subject by somebody else ends at 62.
_FLOOR = 66.0
_SHORTNESS = 260.0
_HIGHEST_FLOOR = 90.0
# A piece between ellipses that is so short proves nothing by likeness.
_LEAST_FUZZY = 12
# Better than this needs no further source.
_SURE = 97.0
# Places that are tried of common words, and of those inside others.
_PLACES = 400
# Other sources that are named beside the first.
_OTHERS = 20
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_TERM = re.compile(rf"[{_UNSPACED}]{{2}}|[^\W{_UNSPACED}]+")
_PUNCTUATION = "'.,;:!?()[]…-—/"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


class QuoteState(StrEnum):
    """What became of a quotation in the loaded sources."""

    EXACT = "exact"
    DIFFERS = "differs"
    NOT_FOUND = "not found"


class Found(NamedTuple):
    """Where a quotation stands.

    source: its number among the texts, None where it is in none. start, end: code points there,
    0 without. score: 0-100, the letters in common. others: further sources that have it word
    for word. differences: where the words are other ones; offsets of the quotation's own words.
    """

    state: QuoteState
    source: int | None = None
    start: int = 0
    end: int = 0
    score: float = 0.0
    others: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()


NOT_FOUND = Found(QuoteState.NOT_FOUND)


class _Sighting(NamedTuple):
    """The segments of a quotation in one source, in positions of its folded text."""

    source: int
    score: float
    spans: tuple[tuple[Segment, Span], ...]


class Shelf:
    """Texts in which quotations are looked up; made once, asked often.

    texts: canonical, the better source first: of equals the first is named. Making it takes
    some 60 ms a megabyte, a quotation a few milliseconds.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = [FoldedText(text) for text in texts]
        # Folded texts have no line ends: nothing is found across two of them.
        self._all = "\n".join(one.folded for one in self._texts)
        lengths = (len(one.folded) + 1 for one in self._texts)
        self._begins = list(accumulate(lengths, initial=0))

    def text(self, source: int) -> str:
        """Return one of the texts by its number."""
        return self._texts[source].text

    def find(self, quote: str, *, fuzzy: bool = True) -> Found:
        """Look one quotation up: its words without the marks around it.

        fuzzy: also with other words.
        """
        return self.find_all([quote], [fuzzy])[0]

    def find_all(self, quotes: Sequence[str], fuzzy: Sequence[bool] = ()) -> list[Found]:
        """Look quotations up and return what became of each, in order.

        fuzzy: for each, whether to look with other words too; without it all are.
        """
        parted = [segments(quote) for quote in quotes]
        found = [self._word_for_word(parts) if parts else NOT_FOUND for parts in parted]
        open_ones = [
            number
            for number, one in enumerate(found)
            if one.source is None and parted[number] and (not fuzzy or fuzzy[number])
        ]
        if open_ones:
            words = frozenset().union(*(_terms(_words_of(parted[one])) for one in open_ones))
            terms = _Terms(self._texts, words)
            for number in open_ones:
                alike = self._alike(parted[number], terms)
                best = max(alike, key=lambda one: one.score, default=None)
                if best:
                    found[number] = self._compared(quotes[number], best)
        return found

    # Word for word

    def _word_for_word(self, parts: list[Segment]) -> Found:
        exact = self._exact(parts)
        if not exact:
            return NOT_FOUND
        others = tuple(one.source for one in exact[1:])
        return Found(QuoteState.EXACT, *self._place(exact[0]), 100.0, others)

    def _exact(self, parts: list[Segment]) -> list[_Sighting]:
        """Return the sightings of the words as they are, one a source."""
        pieces = [piece for segment in parts for piece in segment.pieces]
        longest = max(range(len(pieces)), key=lambda number: len(pieces[number].words))
        found: list[_Sighting] = []
        at, tried = 0, 0
        while len(found) <= _OTHERS and tried < _PLACES:
            at = _find_whole(self._all, pieces[longest].words, at, len(self._all))
            if at < 0:
                break
            tried += 1
            source = bisect_right(self._begins, at) - 1
            begin, end = self._begins[source], self._begins[source + 1] - 1
            spans = _around(self._all, pieces, longest, at, Span(begin, end))
            if spans:
                whole = Span(spans[0].start - begin, spans[-1].end - begin)
                found.append(_Sighting(source, 100.0, ((parts[0], whole),)))
                at = end
            else:
                at += 1
        return found

    def _place(self, sighting: _Sighting) -> tuple[int, int, int]:
        first, last = sighting.spans[0][1], sighting.spans[-1][1]
        span = self._texts[sighting.source].span(first.start, last.end)
        return sighting.source, *span

    # With other words

    def _alike(self, parts: list[Segment], terms: "_Terms") -> Iterator[_Sighting]:
        """Yield in which sources something resembles the quotation enough."""
        words = _words_of(parts)
        # A sign of an unspaced script says as much as two letters.
        length = len(words) + len(_IS_UNSPACED.findall(words))
        floor = min(_HIGHEST_FLOOR, _FLOOR + _SHORTNESS / length)
        for source in terms.candidates(words):
            sighting = _in_one(self._texts[source].folded, source, parts, floor)
            if sighting and sighting.score >= floor:
                yield sighting
                if sighting.score >= _SURE:
                    return

    def _compared(self, quote: str, sighting: _Sighting) -> Found:
        source = self._texts[sighting.source]
        changes: list[Difference] = []
        spans: list[Span] = []
        for segment, where in sighting.spans:
            span, found = differences(source.text, source.span(*where), quote, segment.span)
            spans.append(span)
            changes += found
        state = QuoteState.DIFFERS if changes else QuoteState.EXACT
        # Never all: where words differ something is not the same.
        score = min(99.0, sighting.score) if changes else 100.0
        place = sighting.source, spans[0].start, spans[-1].end
        return Found(state, *place, round(score, 1), (), tuple(changes))


class _Terms:
    """Which of some words each source has: those of the quotations, as no others are asked for."""

    def __init__(self, texts: Sequence[FoldedText], wanted: frozenset[str]) -> None:
        self._terms = [_terms(one.folded) & wanted for one in texts]
        self._frequency = Counter(term for terms in self._terms for term in terms)

    def candidates(self, words: str) -> list[int]:
        """Return the sources that share the rare words, the most likely first."""
        wanted = _terms(words)
        count = len(self._terms) + 1
        weights = {term: math.log(count / (self._frequency[term] or 1)) for term in wanted}
        least = _SHARE * sum(weights.values())
        scored: list[tuple[float, int]] = []
        for source, terms in enumerate(self._terms):
            shared = wanted & terms
            weight = sum(map(weights.__getitem__, shared)) if shared else 0.0
            if shared and weight >= least:
                scored.append((-weight, source))
        return [source for _, source in sorted(scored)[:_CANDIDATES]]


def _words_of(parts: list[Segment]) -> str:
    return " ".join(segment.words for segment in parts)


def _terms(words: str) -> frozenset[str]:
    """Return what folded words are found by: words without punctuation, pairs of unspaced signs."""
    if not _IS_UNSPACED.search(words):
        return frozenset(word.strip(_PUNCTUATION) for word in set(words.split())) - {""}
    # Pairs from the second sign on as well: where a run begins does not count.
    pairs = (pair for pair in _TERM.findall(words[1:]) if _IS_UNSPACED.match(pair))
    return frozenset((*_TERM.findall(words), *pairs))


def _find_whole(text: str, words: str, start: int, end: int) -> int:
    """Return where words stand as whole words, from start on; -1 where they do not."""
    at = text.find(words, start, end)
    for _ in range(_PLACES):
        if at < 0 or _is_whole(text, at, at + len(words)):
            return at
        at = text.find(words, at + 1, end)
    return -1


def _is_whole(text: str, start: int, end: int) -> bool:
    return not any(
        0 < edge < len(text) and _joins(text[edge - 1]) and _joins(text[edge])
        for edge in (start, end)
    )


def _joins(letter: str) -> bool:
    return letter.isalnum() and not _IS_UNSPACED.match(letter)


def _around(text: str, pieces: list[Piece], known: int, at: int, within: Span) -> list[Span] | None:
    """Return where all pieces stand, in order, around one that is known; None where they do not."""
    spans = [Span(at, at + len(pieces[known].words))]
    for number in range(known + 1, len(pieces)):
        piece, begin = pieces[number], spans[-1].end
        end = min(within.end, begin + piece.gap + len(piece.words))
        found = _find_whole(text, piece.words, begin, end)
        if found < 0:
            return None
        spans.append(Span(found, found + len(piece.words)))
    for number in range(known - 1, -1, -1):
        piece, end = pieces[number], spans[0].start
        begin = max(within.start, end - pieces[number + 1].gap - len(piece.words))
        found = text.rfind(piece.words, begin, end)
        while found >= 0 and not _is_whole(text, found, found + len(piece.words)):
            found = text.rfind(piece.words, begin, found + len(piece.words) - 1)
        if found < 0:
            return None
        spans.insert(0, Span(found, found + len(piece.words)))
    return spans


def _in_one(text: str, source: int, parts: list[Segment], floor: float) -> _Sighting | None:
    """Look for the segments in one source by likeness, the longest first, the others around it."""
    longest = max(range(len(parts)), key=lambda number: len(parts[number].words))
    found: dict[int, tuple[float, Span]] = {}
    order = [
        longest,
        *range(longest + 1, len(parts)),
        *range(longest - 1, -1, -1),
    ]
    low, high = 0, len(text)
    for number in order:
        words = parts[number].words
        begin = max((span.end for at, (_, span) in found.items() if at < number), default=low)
        end = min((span.start for at, (_, span) in found.items() if at > number), default=high)
        best = _best(text, words, Span(begin, end), floor)
        if best:
            found[number] = best
        elif number == longest:
            return None
    total = sum(len(segment.words) for segment in parts)
    score = sum(score * len(parts[number].words) for number, (score, _) in found.items()) / total
    spans = tuple((parts[number], found[number][1]) for number in sorted(found))
    return _Sighting(source, score, spans)


def _best(text: str, words: str, within: Span, floor: float) -> tuple[float, Span] | None:
    stretch = within.of(text)
    at = _find_whole(stretch, words, 0, len(stretch))
    if at >= 0:
        return 100.0, Span(within.start + at, within.start + at + len(words))
    if len(words) < _LEAST_FUZZY:
        return None
    alike = hits(stretch, words, floor, 1, [])
    if not alike:
        return None
    score, span = alike[0]
    return score, Span(span.start + within.start, span.end + within.start)

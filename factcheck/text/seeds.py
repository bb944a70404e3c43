"""Where in a long text a passage could stand at all: by the rare words that it shares.

An alignment reads the whole text for each quote: 18 ms in a megabyte. The words of a text are
listed once, and each place of a quote's rarer words votes for where the quote would begin; only
around the places with the most votes is it worth aligning. (Seed and extend, as in BLAST:
Altschul et al., Basic local alignment search tool, 1990.)
"""

import math
import re
from array import array
from collections import defaultdict
from functools import lru_cache
from heapq import nlargest

from factcheck.text.spans import Span

# Below this aligning with the whole text costs less than with windows of it.
LONG_TEXT = 150_000
# With fewer words too much hangs on each: "port" for "ports" would lose the place.
_FEWEST_WORDS = 4
# Places of words that vote; the rarer words come first. More cost time and tell less.
_MOST_VOTES = 800
# Words with another ending count: an edited sentence has its verbs in another tense.
_STEM = 6
# A window reaches so much beyond the quote on both sides, as a share of its length.
_REACH = 0.75
_LEAST_REACH = 48
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")


class Seeds:
    """The words of a text with their places.

    text: canonical. Making it takes some 150 ms a megabyte and eight bytes a word.
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        places: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for at, term in _terms(text):
            places[term].append(at)
        self._places = dict(places)
        self._count = sum(map(len, self._places.values()))

    def windows(self, quote: str, limit: int) -> list[Span] | None:
        """Return where the quote could stand, the likeliest first; they do not overlap.

        None where the quote has too few words to tell. limit: no more than so many.
        """
        votes = self._votes(quote)
        if votes is None:
            return None
        width = _bucket(quote)
        reach = max(_LEAST_REACH, int(_REACH * len(quote)))
        # A passage begins near the edge of a bucket as often as not.
        tops = nlargest(4 * limit, votes, key=votes.__getitem__)
        joined = {at: votes[at] + votes[at + 1] for top in tops for at in (top - 1, top)}
        found: list[Span] = []
        for at in sorted(joined, key=lambda one: (-joined[one], one)):
            start = max(0, at * width - reach)
            end = min(self._length, (at + 2) * width + len(quote) + reach)
            window = Span(start, end)
            if start < end and not any(window.overlaps(one) for one in found):
                found.append(window)
                if len(found) == limit:
                    break
        return found

    def _votes(self, quote: str) -> defaultdict[int, float] | None:
        """Return how much speaks for a beginning of the quote in each stretch of the text."""
        terms = [(at, term) for at, term in _terms(quote) if term in self._places]
        if sum(1 for _ in _terms(quote)) < _FEWEST_WORDS:
            return None
        terms.sort(key=lambda one: len(self._places[one[1]]))
        width = _bucket(quote)
        votes: defaultdict[int, float] = defaultdict(float)
        left = _MOST_VOTES
        for at, term in terms:
            places = self._places[term]
            left -= len(places)
            if left < 0 and votes:
                break
            weight = math.log(self._count / len(places)) + 1.0
            for place in places:
                votes[(place - at) // width] += weight
        return votes


def _bucket(quote: str) -> int:
    return max(32, len(quote) // 2)


def _terms(text: str) -> list[tuple[int, str]]:
    """Return the words of a text by their beginnings, pairs of signs where none are parted."""
    found: list[tuple[int, str]] = []
    for match in _WORD.finditer(text):
        word, at = match.group(), match.start()
        is_sign = len(word) == 1 and _IS_UNSPACED.match(word)
        found.append((at, text[at : at + 2] if is_sign else word[:_STEM].casefold()))
    return found


@lru_cache(maxsize=2)
def seeds_of(text: str) -> Seeds:
    """Return the words of a text; of the last two texts they are kept: places come by hundreds."""
    return Seeds(text)

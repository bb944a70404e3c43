"""Word shingles: a text as the set of its three-word runs, each a 64-bit number.

Two texts that share a passage share its shingles, whatever stands around it. A word's numbers
come from BLAKE2b, and a shingle is the exclusive or of one number for each place in it
(Zobrist hashing): the same in every process and on every machine, so that arrays may be stored,
and as fast as a loop that Python runs in C.

Scripts without spaces have no words to cut at. There a character (in Thai, Lao, Khmer and
Burmese a letter with its signs) is a unit, five units are a shingle, and two count as a word.
"""

import re
import sys
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import blake2b
from itertools import accumulate, repeat
from operator import rshift, xor

from factcheck.text.canonical import composed
from factcheck.text.spans import Span

# Words of a shingle, and units of one that begins in a script without spaces.
WIDTH = 3
UNSPACED_WIDTH = 5

_HAN_KANA = "\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_INDOCHINA = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_UNSPACED = f"{_HAN_KANA}{_INDOCHINA}"
# What belongs to a word but is no letter: accents and vowel signs, soft hyphens, joiners.
_SIGNS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u200b-\u200d\u2060\ufeff"
)
# A letter of Thai or Lao with the vowel written before it and the signs above, below and behind.
_CLUSTERS = (
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?[\u0e01-\u0e2f\u0e81-\u0eaf]"
    r"[\u0e30-\u0e3a\u0e45-\u0e4e\u0eb0-\u0ebd\u0ec6-\u0ece]*+"
    r"|[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b4-\u17d1\u17d3])*+"
    r"|[\u1000-\u102a\u103f](?:\u1039[\u1000-\u1021]|[\u102b-\u1038\u103a-\u103e])*+"
)
_WORD = re.compile(
    rf"[^\W_{_UNSPACED}]++(?:[{_SIGNS}]++[^\W_{_UNSPACED}]*+)*+|[{_HAN_KANA}]"
    rf"|{_CLUSTERS}|[{_INDOCHINA}]"
)
_BEGINS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# Signs that one outlet writes and the next leaves out: accents, points, harakat, tatweel.
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06ed\u200b-\u200d\u2060\ufeff]+"
)
# Words whose numbers are remembered: 300 bytes each. More than any one language needs in news.
_REMEMBERED = 200_000


class _Numbers(dict[str, tuple[int, int, int, bool]]):
    """Of each word met so far: a number for each place in a shingle, and if it is unspaced."""

    def __missing__(self, word: str) -> tuple[int, int, int, bool]:
        if len(self) >= _REMEMBERED:
            self.clear()
        digest = blake2b(_folded(word).encode("utf-8", "replace"), digest_size=24).digest()
        numbers = (
            int.from_bytes(digest[:8], "little"),
            int.from_bytes(digest[8:16], "little"),
            int.from_bytes(digest[16:], "little"),
            _BEGINS_UNSPACED.match(word) is not None,
        )
        self[word] = numbers
        return numbers


_NUMBERS = _Numbers()


class Words:
    """A text cut into words, with the shingle that begins at each.

    text: canonical. Words compare without case, accents and the points of Hebrew and Arabic;
    punctuation and white space are no part of them. The spans are made when first asked for.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        words = _WORD.findall(text)
        self.count = len(words)
        self.shingles, self._unspaced = _shingles_of(words)

    @cached_property
    def distinct(self) -> frozenset[int]:
        """The shingles as a set."""
        return frozenset(self.shingles)

    @cached_property
    def spans(self) -> list[Span]:
        """Where each word stands, in code points of the text."""
        return [Span(*match.span()) for match in _WORD.finditer(self.text)]

    @cached_property
    def _halves(self) -> list[int]:
        unspaced = self._unspaced or ()
        return list(accumulate((1 if is_unspaced else 2 for is_unspaced in unspaced), initial=0))

    def size(self, start: int, end: int) -> int:
        """Return how many words the units [start, end) make; two unspaced ones make a word."""
        if self._unspaced is None:
            return end - start
        return (self._halves[end] - self._halves[start]) // 2

    def end_of_shingle(self, index: int) -> int:
        """Return the unit at which the shingle that begins at index ends."""
        wide = self._unspaced is not None and self._unspaced[index]
        return min(index + (UNSPACED_WIDTH if wide else WIDTH), self.count)


def shingles(text: str) -> "array[int]":
    """Return the distinct shingles of a text, ascending, as unsigned 64-bit numbers.

    A text of fewer than three words is one shingle, a text without words none.
    """
    return array("Q", sorted(set(_shingles_of(_WORD.findall(text))[0])))


def containment(a: Iterable[int], b: Iterable[int]) -> float:
    """Return the share of the shorter text's shingles that the other has too, 0-1."""
    ours, theirs = frozenset(a), frozenset(b)
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) / shorter if shorter else 0.0


def to_bytes(numbers: Sequence[int]) -> bytes:
    """Return the stored form of shingles: eight bytes each, little-endian."""
    stored = array("Q", numbers)
    if sys.byteorder == "big":
        stored.byteswap()
    return stored.tobytes()


def from_bytes(stored: bytes) -> "array[int]":
    """Read what to_bytes wrote."""
    numbers = array("Q")
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _folded(word: str) -> str:
    if word.isascii():
        return word.lower()
    apart = "".join(unicodedata.normalize("NFKD", sign) for sign in word)
    return composed(_DROPPED.sub("", apart)).casefold()


def _shingles_of(words: list[str]) -> tuple[list[int], tuple[bool, ...] | None]:
    """Return the shingle that begins at each word but the last ones, and which are unspaced.

    None instead of the latter where no word is.
    """
    if not words:
        return [], None
    padded = words + [""] * (WIDTH - len(words))
    first, second, third, unspaced = zip(*map(_NUMBERS.__getitem__, padded), strict=True)
    threes = list(map(xor, map(xor, first, second[1:]), third[2:]))
    if True not in unspaced:
        return threes, None
    # Five units: two threes that share the middle one. The shift keeps their order in it.
    reach = UNSPACED_WIDTH - WIDTH
    fives = list(map(xor, threes, map(rshift, threes[reach:], repeat(1))))
    # The last units of a text begin no five; a text shorter than that is still one shingle.
    while len(threes) > max(len(fives), 1) and unspaced[len(threes) - 1]:
        threes.pop()
    fives += threes[len(fives) :]
    chosen = zip(unspaced, fives, threes, strict=False)
    return [five if is_unspaced else three for is_unspaced, five, three in chosen], unspaced

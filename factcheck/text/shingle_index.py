"""Which documents share text with a new one: an inverted index of shingles, in memory.

One 64-bit key for each shingle of each document: the upper 40 bits of the shingle, then 24 bits
of the document's number. The keys lie sorted in 1,024 arrays, 8 bytes each (a dict of lists
takes twelve times as much); two searches by halves find those of a shingle. Forty bits confuse
one shingle in 250,000 at four million keys: candidates are compared word by word afterwards.
"""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from factcheck.text.overlap import REPRINT_FROM
from factcheck.text.shingles import Words

_NUMBER_BITS = 24
_NUMBER = (1 << _NUMBER_BITS) - 1
_PREFIX = ((1 << 64) - 1) ^ _NUMBER
_BUCKET_SHIFT = 54
_BUCKETS = 1 << (64 - _BUCKET_SHIFT)
# New keys of a bucket are sorted apart, until they are so many, or half as many as the old.
_FRESH = 64
# A shingle in more documents finds nothing: it would only be counted.
_TOO_COMMON = 1000
# A part of 40 words that was edited every eight still shares so many shingles ...
_PART_SHINGLES = 18
# ... of so many that follow each other in the new text.
_PART_WINDOW = 60
# A little less than a reprint takes: frequent shingles are left out of the count.
_LEAST_CONTAINMENT = 0.8 * REPRINT_FROM
_LEAST_SHARED = 8
# Documents that share so much are copies of each other, in whose number nothing is common.
_NEAR = 0.5


class Candidate(NamedTuple):
    """A document that may share a passage with a text.

    shared: distinct shingles, too common ones left out; containment: these ÷ those of the
    shorter of the two, 0-1.
    """

    document: str
    shared: int
    containment: float


class Found(NamedTuple):
    """What the index knows about a text.

    candidates: best first. frequency: of its shingles, in how many other documents they stand,
    near copies of the text left out. documents: how many other documents there are.
    """

    candidates: list[Candidate]
    frequency: Mapping[int, int]
    documents: int


class _Bucket:
    """The keys of a 1,024th of all shingles."""

    __slots__ = ("fresh", "is_sorted", "keys")

    def __init__(self) -> None:
        self.keys = array("Q")
        self.fresh: list[int] = []
        self.is_sorted = True

    def add(self, key: int) -> None:
        self.fresh.append(key)
        self.is_sorted = False
        if len(self.fresh) >= _FRESH and 2 * len(self.fresh) >= len(self.keys):
            self.keys = array("Q", sorted([*self.keys, *self.fresh]))
            self.fresh = []

    def numbers(self, prefix: int) -> list[int]:
        """Return the numbers of the documents that have a shingle with this prefix."""
        if not self.is_sorted:
            self.fresh.sort()
            self.is_sorted = True
        found: list[int] = []
        for keys in (self.keys, self.fresh):
            start = bisect_left(keys, prefix)
            if start < len(keys) and keys[start] <= prefix | _NUMBER:
                end = bisect_left(keys, prefix + _NUMBER + 1, start)
                found += [key & _NUMBER for key in keys[start:end]]
        return found


class ShingleIndex:
    """Documents by their shingles. Not for several threads at once.

    A document's name is any string, such as a version's id. One that is removed stays in the
    arrays and is passed over; add all anew into a fresh index when many were.
    """

    def __init__(self) -> None:
        self._buckets = [_Bucket() for _ in range(_BUCKETS)]
        self._numbers: dict[str, int] = {}
        self._names: list[str | None] = []
        self._sizes: list[int] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, document: object) -> bool:
        return document in self._numbers

    def add(self, document: str, shingles: Iterable[int]) -> None:
        """Add a document, or replace what was known of it.

        shingles: as shingles.shingles gives them, or read back from where they were stored.
        """
        self.remove(document)
        number = len(self._names)
        self._numbers[document] = number
        self._names.append(document)
        buckets = self._buckets
        size = 0
        for shingle in set(shingles):
            buckets[shingle >> _BUCKET_SHIFT].add(shingle & _PREFIX | number)
            size += 1
        self._sizes.append(size)

    def remove(self, document: str) -> None:
        """Forget a document; one that is not there is no error."""
        number = self._numbers.pop(document, None)
        if number is not None:
            self._names[number] = None

    def look_up(self, text: Words | str, document: str | None = None) -> Found:
        """Return the documents that may share a passage with text, and how common its words are.

        document: the name of the text itself, if it has been added already.
        """
        words = Words(text) if isinstance(text, str) else text
        postings = self._postings(words, document)
        counts: Counter[int] = Counter()
        for numbers in postings.values():
            if len(numbers) <= _TOO_COMMON:
                counts.update(numbers)
        own_size = len(words.distinct)
        share = {
            number: shared / max(1, min(own_size, self._sizes[number]))
            for number, shared in counts.items()
            if shared >= _LEAST_SHARED
        }
        chosen = [number for number, part in share.items() if part >= _LEAST_CONTAINMENT]
        chosen += self._with_passage(words, postings, counts, set(chosen))
        near = {number for number, part in share.items() if part >= _NEAR}
        found = [Candidate(self._name(one), counts[one], share[one]) for one in chosen]
        found.sort(key=lambda one: (-one.containment, -one.shared, one.document))
        others = len(self) - (document in self)
        return Found(found, _frequency(postings, near), others)

    def _postings(self, words: Words, document: str | None) -> dict[int, list[int]]:
        """Return which documents have each shingle of the text."""
        own = self._numbers.get(document) if document is not None else None
        gone = len(self._numbers) < len(self._names)
        postings: dict[int, list[int]] = {}
        for shingle in words.distinct:
            numbers = self._buckets[shingle >> _BUCKET_SHIFT].numbers(shingle & _PREFIX)
            if numbers and (gone or own is not None):
                names = self._names
                numbers = [one for one in numbers if one != own and names[one] is not None]
            if numbers:
                postings[shingle] = numbers
        return postings

    def _with_passage(
        self,
        words: Words,
        postings: Mapping[int, list[int]],
        counts: Counter[int],
        chosen: set[int],
    ) -> list[int]:
        """Return the documents whose shared shingles crowd in one place of the text."""
        left = {
            number
            for number, shared in counts.items()
            if shared >= _PART_SHINGLES and number not in chosen
        }
        if not left:
            return []
        places: dict[int, list[int]] = defaultdict(list)
        for at, shingle in enumerate(words.shingles):
            numbers = postings.get(shingle, ())
            if len(numbers) <= _TOO_COMMON:
                for number in left.intersection(numbers):
                    places[number].append(at)
        step = _PART_SHINGLES - 1
        return [
            number
            for number, at in places.items()
            if any(end - start <= _PART_WINDOW for start, end in zip(at, at[step:], strict=False))
        ]

    def _name(self, number: int) -> str:
        name = self._names[number]
        if name is None:
            raise KeyError(number)
        return name


def _frequency(postings: Mapping[int, list[int]], near: set[int]) -> dict[int, int]:
    if not near:
        return {shingle: len(numbers) for shingle, numbers in postings.items()}
    return {
        shingle: len(numbers) - len(near.intersection(numbers))
        for shingle, numbers in postings.items()
    }

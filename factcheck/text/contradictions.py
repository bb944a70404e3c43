"""One thing with two figures: pairs of statements that cannot both be right.

Statements are paired by the rare words that they share, so that nothing is quadratic, and only
those that tell of one thing are compared. It is quiet on purpose: a list that is mostly noise is
read once and never again.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from heapq import nsmallest
from math import log
from typing import Final, NamedTuple

from factcheck.text.differences.comparing import compare_sides
from factcheck.text.differences.lexicon import ALIKE, OPPOSED
from factcheck.text.differences.results import Comparison, Difference
from factcheck.text.one_thing import is_of_one_thing
from factcheck.text.statements import Told, reading

# By so many of its rarest words a statement looks for others, among so many that have the word,
# and is compared with so many: more finds hardly any, and 5,000 statements take minutes.
_ASKED: Final = 8
_MOST_POSTINGS: Final = 200
_MOST_WEIGHED: Final = 24
_MOST_COMPARED: Final = 6
# The weight of the words that both say, as a share of what the shorter and the longer one says.
# Lower, and "the guns sold" is compared with "the owners of guns".
_OF_SHORTER: Final = 0.6
_OF_LONGER: Final = 0.34
_OF_A_NAME: Final = 0.3
# Beside these no word need say how large the case is: two statements that are all there is.
_PRIOR: Final = 20


class Statement(NamedTuple):
    """A claim or a sentence.

    published: from when its "on Wednesday" counts, "" for unknown. article: where it stands, so
    that two counts of the dead in one article are held against each other; "" for nowhere.
    """

    text: str
    published: str = ""
    article: str = ""


class Contradiction(NamedTuple):
    """Two statements that tell one thing differently.

    first, second: their numbers in what was given, first < second. compared: the first as the
    claim, the second as the evidence.
    """

    first: int
    second: int
    compared: Comparison


MayMeet = Callable[[int, int], bool]


def contradictions(
    statements: Sequence[Statement],
    may_meet: MayMeet = lambda _first, _second: True,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Contradiction]:
    """Return the pairs that contradict each other, in the order of their first statements.

    may_meet: whether two statements are compared at all. told(done, all): how far it is.
    """
    count = len(statements)
    read = []
    for number, each in enumerate(statements):
        told(number, 2 * count)
        read.append(reading(each.text, each.published))
    pairing = _Pairing(statements, read, may_meet)
    found = []
    for number in range(count):
        told(count + number, 2 * count)
        for other in pairing.near(number):
            differences = _differences(read[number], read[other])
            if differences is not None:
                found.append(Contradiction(number, other, differences))
    return found


def target_of(first: str, second: str) -> str:
    """Return the SHA-256 of two statements' words, whichever comes first.

    Under it a person's word on the two is kept: said otherwise, they are asked about anew.
    """
    words = sorted(" ".join(text.split()) for text in (first, second))
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


class _Pairing:
    """Finds which statements tell nearly the same, by the rare words that they share."""

    def __init__(
        self, statements: Sequence[Statement], read: Sequence[Told], may_meet: MayMeet
    ) -> None:
        self._read, self._may_meet = read, may_meet
        self._articles = [each.article for each in statements]
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._tolls: dict[tuple[str, int], list[int]] = defaultdict(list)
        for number, each in enumerate(read):
            for key in each.keys:
                self._postings[key].append(number)
            for event in self._events(number):
                self._tolls[event].append(number)
        total = len(read) + _PRIOR
        self._weights = {key: log(total / len(having)) for key, having in self._postings.items()}
        # By these a word is looked for in another statement, its contraries included.
        self._asks = {
            stem: frozenset((stem, *ALIKE.get(stem, ()), *OPPOSED.get(stem, ())))
            for stem in self._weights
        }
        self._sums = [self._weight(each, each.stems) for each in read]

    def near(self, number: int) -> list[int]:
        """Return the later statements that may tell of the same thing."""
        liked = [
            (self._likeness(number, other), other)
            for other in self._sharing(number)
            if self._may_meet(number, other)
        ]
        liked.sort(key=lambda pair: (-pair[0], pair[1]))
        found = [other for likeness, other in liked if likeness][:_MOST_COMPARED]
        tolls = [
            other
            for event in self._events(number)
            for other in self._tolls[event]
            if other > number and self._may_meet(number, other)
        ]
        return list(dict.fromkeys((*found, *tolls[:_MOST_WEIGHED])))

    def _events(self, number: int) -> Iterable[tuple[str, int]]:
        article = self._articles[number]
        return [(article, event) for event in self._read[number].tolls] if article else ()

    def _sharing(self, number: int) -> list[int]:
        """Return the later statements that share most of the rarest words."""
        rare = sorted(
            (key for key in self._read[number].keys if self._is_shared(key)),
            key=lambda key: (-self._weights[key], key),
        )
        shared: dict[int, float] = defaultdict(float)
        for key in rare[:_ASKED]:
            weight = self._weights[key]
            for other in self._postings[key]:
                if other > number:
                    shared[other] += weight
        return nsmallest(_MOST_WEIGHED, shared, key=lambda other: (-shared[other], other))

    def _is_shared(self, key: str) -> bool:
        return 1 < len(self._postings[key]) <= _MOST_POSTINGS

    def _weight(self, told: Told, stems: Iterable[str]) -> float:
        # Who it was is told in many ways, and may be what differs.
        return sum(
            self._weights[stem] * (_OF_A_NAME if stem in told.named else 1.0) for stem in stems
        )

    def _likeness(self, number: int, other: int) -> float:
        """Return how much of what the shorter one says the other says too; 0 for too little."""
        one, two = self._read[number], self._read[other]
        mine = [stem for stem in one.stems if not self._asks[stem].isdisjoint(two.keys)]
        theirs = [stem for stem in two.stems if not self._asks[stem].isdisjoint(one.keys)]
        if not mine or not theirs:
            return 0.0
        longer, shorter = sorted(
            (
                self._weight(one, mine) / (self._sums[number] or 1.0),
                self._weight(two, theirs) / (self._sums[other] or 1.0),
            )
        )
        return shorter if shorter >= _OF_SHORTER and longer >= _OF_LONGER else 0.0


def _differences(one: Told, two: Told) -> Comparison | None:
    """Compare two statements both ways; None where nothing of one thing differs in both."""
    compared = compare_sides(one.side, two.side)
    if not compared.differences:
        return None
    back = compare_sides(two.side, one.side).differences
    kept = tuple(
        each
        for each in compared.differences
        if _is_answered(each, back) and is_of_one_thing(one, two, each)
    )
    # What differs in several figures tells of two cases: "95% after two doses, 60% after one".
    several = len({each.claim_span for each in kept}) > 1 and not one.tolls & two.tolls
    return compared._replace(differences=kept) if kept and not several else None


def _is_answered(difference: Difference, back: Sequence[Difference]) -> bool:
    """Say whether the other way about the same places differ."""
    return any(
        each.kind == difference.kind
        and each.claim_span.overlaps(difference.evidence_span)
        and each.evidence_span.overlaps(difference.claim_span)
        for each in back
    )

"""Shared passages: the places where two texts run alike, small edits allowed.

Exact runs of shingles are found first, along the diagonals of the two texts, then runs that
follow each other in both texts with a few words between them are joined.
"""

from collections import defaultdict
from typing import NamedTuple

from factcheck.text.shingles import Words
from factcheck.text.spans import Span

# Shorter runs are phrases that anybody writes: "told reporters on the sidelines of the summit".
LEAST_WORDS = 12
# A few words put in, left out or replaced do not end a passage.
_GAP = 8
# Runs may share the words at a seam, where a word was written twice.
_SEAM = -3
# A shingle that stands more often in a text starts no more runs: it would only cost time.
_PLACES = 8
# Runs followed at once; a text that repeats itself would open one for each word.
_DIAGONALS = 32
# Passages kept of a pair; the longest.
_PASSAGES = 200
# Joined runs of which less was shared are two passages that happen to be neighbours.
_LEAST_SHARED = 0.5


class Stretch(NamedTuple):
    """A passage of two texts in words: [a_start, a_end) and [b_start, b_end).

    shared: how many of the words lie in runs that are alike.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    shared: int


def shared_passages(
    a: Words | str, b: Words | str, least_words: int = LEAST_WORDS
) -> list[tuple[Span, Span]]:
    """Return the maximal passages that two texts share: where in a and where in b, in order of a.

    a, b: canonical texts, or these cut into words. least_words: shorter ones are left out.
    Spans are code points. A few changed words do not end a passage; moved ones are several.
    """
    ours, theirs = as_words(a), as_words(b)
    return [spans_of(ours, theirs, one) for one in stretches(ours, theirs, least_words)]


def as_words(text: Words | str) -> Words:
    """Return a text cut into words, which may have been done before."""
    return Words(text) if isinstance(text, str) else text


def stretches(a: Words, b: Words, least_words: int = LEAST_WORDS) -> list[Stretch]:
    """Return the shared passages in words, in order of a; see shared_passages."""
    long_enough = [one for one in _joined(_runs(a, b)) if _length(a, b, one) >= least_words]
    long_enough.sort(key=lambda one: one.a_start - one.a_end)
    kept: list[Stretch] = []
    for one in long_enough[: 4 * _PASSAGES]:
        if not any(_mostly_covers(other, one) for other in kept):
            kept.append(one)
    return sorted(kept[:_PASSAGES])


def spans_of(a: Words, b: Words, stretch: Stretch) -> tuple[Span, Span]:
    """Return where a stretch stands in both texts, with the same stops and quotes around it."""
    start_a, end_a = a.spans[stretch.a_start].start, a.spans[stretch.a_end - 1].end
    start_b, end_b = b.spans[stretch.b_start].start, b.spans[stretch.b_end - 1].end
    ours, theirs = a.text, b.text
    while end_a < len(ours) and end_b < len(theirs) and _same_mark(ours[end_a], theirs[end_b]):
        end_a, end_b = end_a + 1, end_b + 1
    while start_a and start_b and _same_mark(ours[start_a - 1], theirs[start_b - 1]):
        start_a, start_b = start_a - 1, start_b - 1
    return Span(start_a, end_a), Span(start_b, end_b)


def _same_mark(ours: str, theirs: str) -> bool:
    return ours == theirs and not ours.isalnum() and not ours.isspace()


def _length(a: Words, b: Words, one: Stretch) -> int:
    return min(a.size(one.a_start, one.a_end), b.size(one.b_start, one.b_end))


def _runs(a: Words, b: Words) -> list[Stretch]:
    """Return the longest exact runs of shared shingles, by their start in a."""
    common = a.distinct & b.distinct
    places: dict[int, list[int]] = defaultdict(list)
    theirs = b.shingles
    for at, shingle in enumerate(theirs):
        if shingle in common and len(places[shingle]) < _PLACES:
            places[shingle].append(at)
    found: list[Stretch] = []
    open_since: dict[int, int] = {}  # diagonal (place in b less place in a) -> start in a
    for at, shingle in enumerate(a.shingles):
        if open_since:
            for diagonal in list(open_since):
                other = at + diagonal
                if other >= len(theirs) or theirs[other] != shingle:
                    found.append(_run(a, b, open_since.pop(diagonal), at, diagonal))
        if shingle in common:
            for other in places[shingle]:
                if other - at not in open_since and len(open_since) < _DIAGONALS:
                    open_since[other - at] = at
    last = len(a.shingles)
    found += [_run(a, b, start, last, diagonal) for diagonal, start in open_since.items()]
    return sorted(found)


def _run(a: Words, b: Words, start: int, last: int, diagonal: int) -> Stretch:
    end = a.end_of_shingle(last - 1)
    length = min(end - start, b.count - start - diagonal)
    return Stretch(start, start + length, start + diagonal, start + diagonal + length, length)


def _joined(runs: list[Stretch]) -> list[Stretch]:
    """Return the runs, those joined that follow each other in both texts with a small gap."""
    finished: list[Stretch] = []
    growing: list[Stretch] = []
    for run in runs:
        still: list[Stretch] = []
        for one in growing:
            (still if run.a_start - one.a_end <= _GAP else finished).append(one)
        growing = still[-4 * _DIAGONALS :]
        finished += still[: -4 * _DIAGONALS]
        best = min(
            (
                (abs(run.a_start - one.a_end) + abs(run.b_start - one.b_end), index)
                for index, one in enumerate(growing)
                if _follows(one, run)
            ),
            default=None,
        )
        if best is None:
            growing.append(run)
            continue
        one = growing[best[1]]
        shared = one.shared + run.shared - max(0, one.a_end - run.a_start, one.b_end - run.b_start)
        growing[best[1]] = Stretch(
            one.a_start, max(one.a_end, run.a_end), one.b_start, max(one.b_end, run.b_end), shared
        )
    return finished + growing


def _follows(one: Stretch, run: Stretch) -> bool:
    gap_a, gap_b = run.a_start - one.a_end, run.b_start - one.b_end
    if not (_SEAM <= gap_a <= _GAP and _SEAM <= gap_b <= _GAP):
        return False
    length = max(run.a_end - one.a_start, run.b_end - one.b_start)
    return one.shared + run.shared >= _LEAST_SHARED * length


def _mostly_covers(kept: Stretch, one: Stretch) -> bool:
    """Say whether at least half of one lies in kept, in either text."""
    in_a = min(kept.a_end, one.a_end) - max(kept.a_start, one.a_start)
    in_b = min(kept.b_end, one.b_end) - max(kept.b_start, one.b_start)
    return 2 * in_a >= one.a_end - one.a_start or 2 * in_b >= one.b_end - one.b_start

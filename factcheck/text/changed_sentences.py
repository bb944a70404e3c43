"""What a publisher changed between two versions of a text: sentences added, removed and edited.

A sentence that only moved, or that was wrapped anew, is no change. Of an edited one the figures,
times and quotations that are other ones are told: those are what verdicts rest on.
"""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from factcheck.text.changed_details import Detail, Facts, changed_details
from factcheck.text.folded import bare
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

Kind = Literal["added", "removed", "edited"]

# Between the same neighbours so many letters in common make it the same sentence, edited; two
# sentences of one subject share 40 to 50. Elsewhere in the text only a near copy is the same.
_IN_PLACE = 55.0
_ELSEWHERE = 75.0
# Sentences that are compared with each other at once: texts of which nothing is left as it was
# would take the product of their lengths.
_MOST_PAIRS = 250_000
# A neighbour belongs to a sentence that was cut in two when both together are so much more like.
_CUT_IN_TWO = 5.0


class SentenceChange(NamedTuple):
    """A sentence that is not the same in both versions.

    old, new: where it stands in each, in code points; None where it does not. at: where it stands
    in the new text, or where what is gone would stand. details: figures, times and quotations
    that changed. is_typographic: only marks, blanks or case changed.
    """

    kind: Kind
    old: Span | None
    new: Span | None
    at: int
    details: tuple[Detail, ...] = ()
    is_typographic: bool = False


class _Pairing:
    """Which sentence of the old text became which of the new one, by their numbers."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.old, self.new = old, new
        self.same: dict[int, int] = {}
        self.edited: dict[int, int] = {}
        self._gaps: list[tuple[list[int], list[int]]] = []
        self._pair_same()
        for left, right in self._gaps:
            self._pair_alike(left, right, _IN_PLACE)
        self._pair_moved()
        self._pair_alike(self.left_old(), self.left_new(), _ELSEWHERE)

    def left_old(self) -> list[int]:
        """Return the old sentences that have become nothing yet."""
        return [at for at in range(len(self.old)) if at not in self.same and at not in self.edited]

    def left_new(self) -> list[int]:
        """Return the new sentences that have come from nothing yet."""
        taken = {*self.same.values(), *self.edited.values()}
        return [at for at in range(len(self.new)) if at not in taken]

    def _pair_same(self) -> None:
        for step in Indel.opcodes(self.old, self.new):
            before = range(step.src_start, step.src_end)
            after = range(step.dest_start, step.dest_end)
            if step.tag == "equal":
                self.same.update(zip(before, after, strict=True))
                self._gaps.append(([], []))
            else:
                # Removed and added sentences between the same neighbours come in two steps.
                if not self._gaps:
                    self._gaps.append(([], []))
                self._gaps[-1][0].extend(before)
                self._gaps[-1][1].extend(after)

    def _pair_moved(self) -> None:
        waiting: dict[str, list[int]] = {}
        for at in self.left_new():
            waiting.setdefault(self.new[at], []).append(at)
        for at in self.left_old():
            places = waiting.get(self.old[at])
            if places:
                self.same[at] = places.pop(0)

    def _pair_alike(self, left: list[int], right: list[int], floor: float) -> None:
        if len(left) * len(right) > _MOST_PAIRS:
            return
        gone = {self.old[at] for at in left} & {self.new[at] for at in right}
        scored: list[tuple[float, int, int]] = []
        for number, at in enumerate(left):
            for order, to in enumerate(right):
                # Moved, not edited: that comes later.
                if self.old[at] in gone or self.new[to] in gone:
                    continue
                score = ratio(self.old[at], self.new[to], score_cutoff=floor)
                if score:
                    scored.append((-score, abs(number - order), at * len(self.new) + to))
        taken_old: set[int] = set()
        taken_new: set[int] = set()
        for _, _, pair in sorted(scored):
            at, to = divmod(pair, len(self.new))
            if at not in taken_old and to not in taken_new:
                taken_old.add(at)
                taken_new.add(to)
                self.edited[at] = to


def changed_sentences(
    old: str, new: str, language: str = "", published: tuple[str, str] = ("", "")
) -> list[SentenceChange]:
    """Return what changed from one version of a text to another, in reading order.

    old, new: canonical. language: a BCP 47 tag or "". published: when each version was, as given,
    for "on Wednesday". A removed sentence stands where it stood among those that are left.
    """
    spans_old, spans_new = sentences(old, language), sentences(new, language)
    pairing = _Pairing(_plain(old, spans_old), _plain(new, spans_new))
    facts_old, facts_new = Facts(old, published[0]), Facts(new, published[1])
    joined = _joined(pairing, spans_old, spans_new)
    found: list[tuple[tuple[int, int], SentenceChange]] = []
    for old_numbers, new_numbers in joined:
        before, after = _over(spans_old, old_numbers), _over(spans_new, new_numbers)
        details = changed_details(facts_old, before, facts_new, after)
        is_same = bool(before and after) and _bare(old, before) == _bare(new, after)
        kind: Kind = "edited" if before and after else "removed" if before else "added"
        order = _order(pairing, old_numbers, new_numbers)
        at = after.start if after else spans_new[order[0] // 2].end if order[0] > 0 else 0
        found.append((order, SentenceChange(kind, before, after, at, details, is_same)))
    return [change for _, change in sorted(found, key=lambda one: one[0])]


def _plain(text: str, spans: Iterable[Span]) -> list[str]:
    return [" ".join(span.of(text).split()) for span in spans]


def _bare(text: str, span: Span | None) -> str:
    return bare(span.of(text)) if span else ""


def _joined(
    pairing: _Pairing, old: Sequence[Span], new: Sequence[Span]
) -> list[tuple[list[int], list[int]]]:
    """Return the changes as numbers of sentences; those that were cut in two or joined as one."""
    left_old, left_new = set(pairing.left_old()), set(pairing.left_new())
    changes: list[tuple[list[int], list[int]]] = []
    for at, to in pairing.edited.items():
        before, after = [at], [to]
        score = ratio(pairing.old[at], pairing.new[to])
        for beside in (to - 1, to + 1):
            if beside in left_new:
                both = " ".join(pairing.new[one] for one in sorted([to, beside]))
                if ratio(pairing.old[at], both) >= score + _CUT_IN_TWO:
                    after = sorted([to, beside])
                    left_new.discard(beside)
                    break
        for beside in (at - 1, at + 1):
            if beside in left_old and len(after) == 1:
                both = " ".join(pairing.old[one] for one in sorted([at, beside]))
                if ratio(both, pairing.new[to]) >= score + _CUT_IN_TWO:
                    before = sorted([at, beside])
                    left_old.discard(beside)
                    break
        changes.append((before, after))
    changes += [([at], []) for at in left_old]
    changes += [([], [to]) for to in left_new]
    return changes


def _over(spans: Sequence[Span], numbers: Sequence[int]) -> Span | None:
    return Span(spans[numbers[0]].start, spans[numbers[-1]].end) if numbers else None


def _order(pairing: _Pairing, old: Sequence[int], new: Sequence[int]) -> tuple[int, int]:
    """Return where a change stands in reading order, which is that of the new text.

    What is gone stands after what stood before it.
    """
    if new:
        return new[0] * 2, 0
    at = old[0]
    for before in range(at - 1, -1, -1):
        stands = pairing.same.get(before, pairing.edited.get(before))
        if stands is not None:
            return stands * 2 + 1, at
    return -1, at

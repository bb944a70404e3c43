"""What several texts tell of one claim: each against the claim, and each against the others.

Texts are put into versions of the story: those that agree with each other share one. Two texts
are compared on what they answer of the claim; where the claim gives no figure ("many were
killed"), on all that they say.
"""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from factcheck.text.differences import Agreement, Comparison, Difference, compare
from factcheck.text.spans import Span

# Longer words than these are a sentence, not the figure or the name that answers.
_LONGEST_WORDS = 48
# So many texts that nobody agrees with are compared with all others; more are none of one story,
# and would take the square of their number.
_MOST_VERSIONS = 8

# What is told by a whole sentence, and what says when and who rather than what.
_WHOLE = frozenset({"comparison", "negation"})
_BESIDE = frozenset({"date", "weekday", "name"})

Differs = Literal["", "claim", "others"]
"""From what a text differs: from the claim, or else from what most others tell of it.

Among texts that do not differ from the claim, each line of reporting counts once; where two
versions are told equally often, nobody knows which is the other, and both differ.
"""


class Said(NamedTuple):
    """Words and the date from which their "on Wednesday" is counted, "" where nobody knows.

    line: the same for texts that copy each other; "" for one that stands alone.
    """

    text: str
    published: str = ""
    line: str = ""


class Other(NamedTuple):
    """A text that tells it differently: its place in the sequence, what it says, and what here."""

    at: int
    there: str
    here: str


class Telling(NamedTuple):
    """What one text tells.

    compared: with the claim; spans are positions in the claim and in the text. words: the figure
    or the few words that answer the claim, "" where none do. span: where they stand in the text.
    version: which version of the story it tells, from 1; 0 where nothing tells it apart from the
    others. others: one text of each version that differs.
    """

    compared: Comparison
    words: str
    span: Span | None
    differs: Differs
    version: int
    others: tuple[Other, ...]


Compare = Callable[[str, str, str, str], Comparison]
"""Compares two texts with their dates, as text.differences.compare does."""


def tellings(claim: Said, texts: Sequence[Said], compared: Compare = compare) -> list[Telling]:
    """Return what each of the texts tells of a claim, in their order.

    A text without words tells nothing. compared: for who keeps what he compared before.
    """
    return _Row(claim, texts, compared).tellings()


_NOTHING = Comparison("incomparable", (), ())
NOT_COMPARED = Telling(_NOTHING, "", None, "", 0, ())
"""Of a text that nobody compared yet."""


class _Row:
    """The texts on one claim, compared with it and put into versions."""

    def __init__(self, claim: Said, texts: Sequence[Said], compared: Compare) -> None:
        self._texts = texts
        self._compare = compared
        apart = {text[:2]: text for text in texts}
        compared_once = {words: self._pair(claim, text) for words, text in apart.items()}
        self._with_claim = [compared_once[text[:2]] for text in texts]
        self._groups: list[list[int]] = []
        self._apart: set[tuple[int, int]] = set()
        self._answers: dict[int, Span] = {}
        self._known: dict[tuple[str, str], int] = {}
        for at, text in enumerate(texts):
            if text.text:
                self._put(at)

    def _pair(self, one: Said, other: Said) -> Comparison:
        if not one.text or not other.text:
            return _NOTHING
        return self._compare(one.text, other.text, one.published, other.published)

    def _put(self, at: int) -> None:
        """Put a text into the version that it agrees with, or begin one with it."""
        known = self._known.setdefault(self._texts[at][:2], at)
        if known != at:
            # Copies repeat each other to the letter: what one tells is compared once.
            next(group for group in self._groups if known in group).append(at)
            if known in self._answers:
                self._answers[at] = self._answers[known]
            return
        home: list[int] | None = None
        for group in self._groups[:_MOST_VERSIONS]:
            first = group[0]
            met = self._meet(first, at)
            if isinstance(met, tuple):
                self._apart.add((first, at))
                self._answers.setdefault(first, met[0])
                self._answers.setdefault(at, met[1])
            elif met and home is None:
                home = group
        if home is None:
            self._groups.append([at])
        else:
            home.append(at)

    def _meet(self, one: int, other: int) -> tuple[Span, Span] | bool:
        """Return where two texts differ, or whether they agree."""
        mine, theirs = self._with_claim[one], self._with_claim[other]
        split = _split_by_claim(mine, theirs)
        if split is not None:
            return split
        outcome = self._pair(self._texts[one], self._texts[other])
        about = _answers([*mine.differences, *mine.agreements])
        for difference in outcome.differences:
            if not about or any(span.overlaps(difference.claim_span) for span in about):
                return difference.claim_span, difference.evidence_span
        return not outcome.differences and bool(outcome.agreements)

    def tellings(self) -> list[Telling]:
        """Return what each text tells."""
        group_of = {at: number for number, group in enumerate(self._groups) for at in group}
        apart = {(group_of[one], group_of[other]) for one, other in self._apart}
        apart |= {(other, one) for one, other in apart}
        # Versions are numbered in the order in which they are told first.
        number_of = {group: n for n, group in enumerate(sorted({one for one, _ in apart}), 1)}
        spans = [self._span(at) for at in range(len(self._texts))]
        words = [
            _on_one_line(span.of(text.text) if span else text.text)
            for span, text in zip(spans, self._texts, strict=True)
        ]
        told = self._lines_telling()
        found = []
        for at, span in enumerate(spans):
            mine = group_of.get(at, -1)
            firsts = [self._groups[theirs][0] for one, theirs in sorted(apart) if one == mine]
            rivals = [group for group in (group_of[first] for first in firsts) if group in told]
            others = tuple(Other(first, words[first], words[at]) for first in firsts)
            found.append(
                Telling(
                    self._with_claim[at],
                    words[at] if span else "",
                    span,
                    self._differs(at, told.get(mine, 0), [told[group] for group in rivals]),
                    number_of.get(mine, 0),
                    others,
                )
            )
        return found

    def _lines_telling(self) -> dict[int, int]:
        """Count the lines of reporting that tell a version, those differing from the claim out."""
        told: dict[int, int] = {}
        for number, group in enumerate(self._groups):
            lines = {
                self._texts[at].line or str(at)
                for at in group
                if not self._with_claim[at].differences
            }
            if lines:
                told[number] = len(lines)
        return told

    def _differs(self, at: int, told: int, rivals: list[int]) -> Differs:
        """told: how many lines tell the version of a text; rivals: those that tell another."""
        if self._with_claim[at].differences:
            return "claim"
        return "others" if any(rival >= told for rival in rivals) else ""

    def _span(self, at: int) -> Span | None:
        """Return the words that answer: the claim, else what the other texts say."""
        compared = self._with_claim[at]
        # What most of the texts answer is what the claim is about: "eleven-page" is not.
        differing = sorted(compared.differences, key=self._answered, reverse=True)
        if found := _answers(differing):
            return found[0]
        if at in self._answers and _is_short(self._answers[at]):
            return self._answers[at]
        agreeing = sorted(
            compared.agreements, key=lambda each: (each.kind in _BESIDE, -self._answered(each))
        )
        return next(iter(_answers(agreeing)), None)

    def _answered(self, each: Agreement | Difference) -> int:
        """Count the texts that tell anything of the same words of the claim."""
        count = 0
        for compared in self._with_claim:
            found: list[Agreement | Difference] = [*compared.differences, *compared.agreements]
            count += any(
                one.kind not in _WHOLE and one.claim_span.overlaps(each.claim_span) for one in found
            )
        return count


def _split_by_claim(one: Comparison, other: Comparison) -> tuple[Span, Span] | None:
    """Return where two texts part on one thing of the claim: one agrees with it, one differs."""
    for agreed, differed, turned in ((one, other, False), (other, one, True)):
        found = _parting(agreed.agreements, differed.differences)
        if found is not None:
            mine, theirs = found
            return (theirs, mine) if turned else (mine, theirs)
    return None


def _parting(
    agreements: Sequence[Agreement], differences: Sequence[Difference]
) -> tuple[Span, Span] | None:
    for agreement in agreements:
        for difference in differences:
            if agreement.claim_span.overlaps(difference.claim_span):
                return agreement.evidence_span, difference.evidence_span
    return None


def _answers(found: Sequence[Agreement | Difference]) -> list[Span]:
    """Return the words of a text that answer the claim, whole sentences left out."""
    return [
        each.evidence_span
        for each in found
        if each.kind not in _WHOLE and _is_short(each.evidence_span)
    ]


def _is_short(span: Span) -> bool:
    return 0 < span.end - span.start <= _LONGEST_WORDS


def _on_one_line(words: str) -> str:
    return " ".join(words.split())

"""What changed between two wordings, word by word, for the eye of an editor.

Words are compared whole: a letter that changed shows as one word for another. Numbers keep their
points and commas ("1,150"), words their apostrophes; Han, Kana, Hangul and Thai, which put no
blanks between words, are compared character by character. Changes with only white space or a
comma between them are shown as one change: "the cat" for "a dog" reads better than four changes.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from factcheck.text.spans import Span

DiffKind = Literal["same", "removed", "added"]

_WORD = re.compile(
    r"[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
    r"|\d+(?:[.,]\d+)*|\w+(?:['’]\w+)*|\s+|.",
    re.DOTALL,
)
# Words of both texts together. The comparison takes time and memory by their product: 20,000
# words against 20,000 take some 0.1 s and 60 MB.
_MOST_WORDS = 40_000


class DiffPart(NamedTuple):
    """A run of words that both texts have, or only the first (removed), or only the second (added).

    span: code points of the first text for same and removed, of the second for added.
    """

    kind: DiffKind
    text: str
    span: Span


def word_diff(a: str, b: str) -> list[DiffPart]:
    """Return what stands in both texts and what in one, in reading order.

    The texts of same and removed joined are a; those of same and added joined are b. A removed
    part comes before the added part that takes its place. Two very long texts are one change.
    """
    words_a, words_b = _words(a), _words(b)
    if len(words_a) + len(words_b) > _MOST_WORDS:
        runs = [_Run(a, b, is_same=a == b)]
    else:
        runs = [
            _Run(
                "".join(words_a[step.src_start : step.src_end]),
                "".join(words_b[step.dest_start : step.dest_end]),
                is_same=step.tag == "equal",
            )
            for step in Indel.opcodes(words_a, words_b)
        ]
    return list(_parts(_joined(runs)))


class _Run(NamedTuple):
    """What stands in a and in b between two points; both alike where it is the same."""

    a: str
    b: str
    is_same: bool


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in _WORD.findall(text):
        # A mark that is combined with a letter (a vowel sign, an accent) belongs to its word.
        if words and unicodedata.category(word[0]).startswith("M"):
            words[-1] += word
        else:
            words.append(word)
    return words


def _joined(runs: list[_Run]) -> list[_Run]:
    """Join changes that follow each other, and those with no whole word between them."""
    joined: list[_Run] = []
    for at, run in enumerate(runs):
        is_gap = run.is_same and 0 < at < len(runs) - 1 and not any(map(str.isalnum, run.a))
        is_change = not run.is_same or is_gap
        if is_change and joined and not joined[-1].is_same:
            before = joined[-1]
            joined[-1] = _Run(before.a + run.a, before.b + run.b, is_same=False)
        elif not run.is_same or run.a:
            joined.append(run)
    return joined


def _parts(runs: list[_Run]) -> Iterator[DiffPart]:
    at_a = at_b = 0
    for run in runs:
        end_a, end_b = at_a + len(run.a), at_b + len(run.b)
        if run.is_same:
            yield DiffPart("same", run.a, Span(at_a, end_a))
        else:
            if run.a:
                yield DiffPart("removed", run.a, Span(at_a, end_a))
            if run.b:
                yield DiffPart("added", run.b, Span(at_b, end_b))
        at_a, at_b = end_a, end_b

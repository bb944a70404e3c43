"""Which sentences of a new version are new or other ones: the lines that want to be read."""

from collections import Counter
from typing import NamedTuple

from factcheck.text.sentences import sentences
from factcheck.text.spans import Span


class ChangedLines(NamedTuple):
    """What a new version has that the old one lacks, and the other way round.

    changed: sentences of the new text that the old one lacks, in order. gone: how many sentences
    of the old text the new one lacks; an edited sentence counts on both sides.
    """

    changed: tuple[Span, ...]
    gone: int


def changed_lines(old: str, new: str, language: str = "") -> ChangedLines:
    """Compare two versions of a text sentence by sentence.

    Both canonical. White space does not count, nor does a sentence that only moved: whoever
    read it has read it. A sentence that stands more often than before is changed where it
    stands the last times.
    """
    known = Counter(_words(old, span) for span in sentences(old, language))
    changed: list[Span] = []
    for span in sentences(new, language):
        words = _words(new, span)
        if known[words] > 0:
            known[words] -= 1
        else:
            changed.append(span)
    return ChangedLines(tuple(changed), sum(known.values()))


def _words(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())

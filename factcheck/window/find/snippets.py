"""A few words around what was found. Pure: offsets are code points."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.text.spans import Span

LENGTH: Final = 320
"""Two lines of a wide window hold no more; what is longer costs time to lay out."""

# So much before the first word that was found: it stands on the first line of a narrow list.
_BEFORE: Final = 40


class Snippet(NamedTuple):
    """Words of a passage on one line, and the spans in them that hold words of the query."""

    text: str
    marked: tuple[Span, ...]


def snippet(passage: str, matched: Sequence[Span]) -> Snippet:
    """Cut a passage around its first match; the words are those of the text, one line of them.

    matched: spans of the passage, in order. Where words are left out stands "…".
    """
    start, end = 0, len(passage)
    if end > LENGTH:
        first = matched[0].start if matched else 0
        start = _word_start(passage, max(0, first - _BEFORE)) if first > _BEFORE else 0
        end = _word_end(passage, min(end, start + LENGTH))
    head = "… " if start else ""
    tail = " …" if end < len(passage) else ""
    # One character for each, so that the spans stay where they are.
    line = "".join(" " if letter.isspace() else letter for letter in passage[start:end])
    shift = len(head) - start
    marked = tuple(
        Span(max(span.start, start) + shift, min(span.end, end) + shift)
        for span in matched
        if span.start < end and span.end > start
    )
    return Snippet(f"{head}{line}{tail}", marked)


def _word_start(text: str, offset: int) -> int:
    """Give the beginning of the next word, unless there is none near: Chinese has no spaces."""
    for place in range(offset, min(len(text), offset + 20)):
        if text[place].isspace():
            return place + 1
    return offset


def _word_end(text: str, offset: int) -> int:
    if offset == len(text):
        return offset
    for place in range(offset, max(0, offset - 20), -1):
        if text[place].isspace():
            return place
    return offset

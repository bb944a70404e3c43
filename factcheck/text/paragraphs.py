"""Paragraphs of a canonical text, and the number by which a reader finds one."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from factcheck.text.spans import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_END = re.compile(r"\n")


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the range without white space at its ends; empty, at its end, if there is no more."""
    words = text[start:end]
    kept = words.strip()
    if not kept:
        return Span(end, end)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(kept))


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of text in order, without the white space around them.

    A paragraph ends at a blank line, or at each line end in a text that has no blank line
    between its first and its last word.
    """
    whole = trimmed(text, 0, len(text))
    if whole.start == whole.end:
        return []
    if "\n" not in text:
        return [whole]
    separator = _BLANK_LINE if _BLANK_LINE.search(text, whole.start, whole.end) else _LINE_END
    found: list[Span] = []
    start = whole.start
    for match in separator.finditer(text, whole.start, whole.end):
        _add(found, trimmed(text, start, match.start()))
        start = match.end()
    _add(found, trimmed(text, start, whole.end))
    return found


def paragraph_number(spans: Sequence[Span], offset: int) -> int:
    """Return the number, from 1, of the paragraph at offset.

    The gap after a paragraph counts with it; what stands before the first counts as 1.
    """
    # (offset, infinity) sorts after every span that starts at offset.
    return max(1, bisect_right(spans, (offset, float("inf"))))


def _add(found: list[Span], span: Span) -> None:
    if span.start < span.end:
        found.append(span)

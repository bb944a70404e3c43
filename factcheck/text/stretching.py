"""The ends of a span moved by words or by letters, as arrow keys move them."""

import re
import unicodedata
from typing import Literal

from factcheck.text.spans import Span

End = Literal["start", "end"]

_WORD = re.compile(
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]|\w+(?:[.,'’-]\w+)*"
)
_LOOK = 400
"""Code points that are looked at on each side: longer than any word, short enough to be at once."""


def by_word(text: str, span: Span, end: End, step: Literal[1, -1]) -> Span:
    """Return the span with one end at the next word's, forward (1) or backward (-1).

    The start goes to the first letter of a word, the end behind the last one. Where there is no
    word to go to, or none would be left between the two, the span comes back as it is.
    """
    at = span.start if end == "start" else span.end
    low, high = max(0, at - _LOOK), min(len(text), at + _LOOK)
    edges = [
        found.start() if end == "start" else found.end()
        for found in _WORD.finditer(text, low, high)
    ]
    beyond = [edge for edge in edges if (edge > at if step > 0 else edge < at)]
    if not beyond:
        return span
    return _kept(span, end, min(beyond) if step > 0 else max(beyond))


def by_letter(text: str, span: Span, end: End, step: Literal[1, -1]) -> Span:
    """Return the span with one end a letter on, or as it is at the end of the text.

    Marks that combine with a letter, and joined signs, go with it.
    """
    at = (span.start if end == "start" else span.end) + step
    while 0 < at < len(text) and _joins(text, at):
        at += step
    return _kept(span, end, at) if 0 <= at <= len(text) else span


def _joins(text: str, at: int) -> bool:
    """Say whether no letter begins at a position."""
    return (
        unicodedata.category(text[at]).startswith("M")
        or text[at] in "\u200d\ufe0f"
        or text[at - 1] == "\u200d"
        or "\U0001f3fb" <= text[at] <= "\U0001f3ff"
    )


def _kept(span: Span, end: End, at: int) -> Span:
    moved = Span(at, span.end) if end == "start" else Span(span.start, at)
    return moved if moved.start < moved.end else span

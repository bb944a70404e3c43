"""Passages: the pieces of a text that a search finds. A paragraph, or a window of a long one."""

from collections.abc import Iterator

from factcheck.text.paragraphs import paragraphs, trimmed
from factcheck.text.sentences import sentences
from factcheck.text.spans import Span

LONGEST = 1000
"""Code points. Longer passages hide what was found in them, shorter ones part words that belong
together; a thousand is what a sentence model of 256 word pieces still reads whole."""


def passages(text: str) -> list[Span]:
    """Return the passages of a canonical text in order, without white space around them.

    Every character that is not white space stands in exactly one passage.
    """
    return [window for paragraph in paragraphs(text) for window in _windows(text, paragraph)]


def sentences_of(passage: str) -> list[Span]:
    """Return the sentences of a passage; the whole of it where there is none."""
    return sentences(passage) or [Span(0, len(passage))]


def _windows(text: str, paragraph: Span) -> Iterator[Span]:
    if paragraph.end - paragraph.start <= LONGEST:
        yield paragraph
        return
    start = end = paragraph.start
    for sentence in _pieces(text, paragraph):
        if end > start and sentence.end - start > LONGEST:
            yield trimmed(text, start, end)
            start = sentence.start
        end = sentence.end
    yield trimmed(text, start, end)


def _pieces(text: str, paragraph: Span) -> Iterator[Span]:
    """Return the sentences of a paragraph, those that are too long in parts between words."""
    at = paragraph.start
    for sentence in sentences(paragraph.of(text)):
        start, end = paragraph.start + sentence.start, paragraph.start + sentence.end
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            cut = space if space > 0 else start + LONGEST
            yield Span(at, cut)
            at = start = cut
        yield Span(at, end)
        at = end

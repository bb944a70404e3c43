"""What of a quotation must stand in its source: ellipses and brackets are the writer's own."""

import re
from typing import NamedTuple

from factcheck.text.folded import folded
from factcheck.text.spans import Span

# "…", "...", "[…]", "(...)": words were left out here, of any number.
_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.{3,}|\. \. \.)\s*[\])]|…|\.{3,}|\. \. \.")
# "[T]he": the writer changed the case of a letter, no more.
_LETTER = re.compile(r"\[(\w)\](?=\w)")
# "[the deal]", "announce[d]": words of the writer stand for some of the source, or for none.
_BRACKETS = re.compile(r"(?:(?<!\w)\w++)?\[[^\[\]]*+\]\w*+")
_EDGES = " '.,;:!?-—…()[]/"
# What a pair of brackets stands for in the source is a phrase, seldom a sentence.
_BRACKETS_HIDE = 80
_ANYTHING = 1 << 40


class Piece(NamedTuple):
    """Words that stand together, folded; before them at most `gap` letters after the last piece."""

    words: str
    gap: int


class Segment(NamedTuple):
    """What stands between two ellipses.

    span: in the quotation. words: folded, without what stands in brackets.
    """

    span: Span
    words: str
    pieces: tuple[Piece, ...]


def segments(quote: str) -> list[Segment]:
    """Return what a quotation repeats, in order; a quotation without words has none."""
    found: list[Segment] = []
    at = 0
    for match in [*_ELLIPSIS.finditer(quote), None]:
        end = match.start() if match else len(quote)
        segment = _segment(quote, Span(at, end))
        if segment.pieces:
            found.append(segment)
        at = match.end() if match else end
    return found


def brackets(quote: str) -> list[Span]:
    """Return where words of the writer stand in a quotation."""
    return [Span(*match.span()) for match in _BRACKETS.finditer(quote)]


def _segment(quote: str, span: Span) -> Segment:
    plain = _LETTER.sub(r"\1", span.of(quote))
    pieces: list[Piece] = []
    for words in _BRACKETS.split(plain):
        kept = folded(words).strip(_EDGES)
        if any(map(str.isalnum, kept)):
            pieces.append(Piece(kept, _BRACKETS_HIDE if pieces else _ANYTHING))
    return Segment(span, " ".join(piece.words for piece in pieces), tuple(pieces))

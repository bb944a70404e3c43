"""Blocks: what the readers of pages, PDFs and DOCX find, and the one way to make a text of them."""

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.text.canonical import canonical
from factcheck.text.landmarks import Landmark, LandmarkKind
from factcheck.text.unseen import Unseen

LABEL_LENGTH = 80
"""Code points of a landmark's label: one line in the margin."""

_BLANK = " \t\n\f\v"


class Block(NamedTuple):
    """A paragraph, heading, caption, table or note, in reading order.

    kind: the landmark that stands at its start; None for a plain paragraph.
    label: the landmark's label; "" stands for the first words of the block.
    unseen: what of it the file does not show, at code points of text as it is here, not yet
        canonical; sorted by place.
    """

    text: str
    kind: LandmarkKind | None = None
    label: str = ""
    unseen: tuple[Unseen, ...] = ()


class BlockText(NamedTuple):
    """The canonical text of some blocks, one blank line between them."""

    text: str
    landmarks: tuple[Landmark, ...]
    warnings: tuple[str, ...]
    unseen: tuple[Unseen, ...] = ()


def join(blocks: Iterable[Block]) -> BlockText:
    """Lay blocks under each other and note where each landmark and unseen stretch came to stand.

    Blocks of white space alone are dropped, but for pages: an empty page keeps its number, at
    the start of the next block.
    """
    parts: list[str] = []
    landmarks: list[Landmark] = []
    unseen: list[Unseen] = []
    warnings: list[str] = []
    length = 0
    for block in blocks:
        # Each block for itself: joined with newlines, canonical texts stay canonical.
        whole, said = canonical(block.text)
        text = whole.strip(_BLANK)
        warnings.extend(said)
        start = length + 2 if parts else 0
        if block.kind is not None and (text or block.kind == "page"):
            label = block.label or text
            landmarks.append(Landmark(start, block.kind, short(label)))
        if text:
            parts.append(text)
            length = start + len(text)
            lead = len(whole) - len(whole.lstrip(_BLANK))
            for each in _in_canonical(block) if block.unseen else ():
                first = max(start, start + each.start - lead)
                last = min(length, start + each.end - lead)
                if first < last:
                    unseen.append(Unseen(first, last, each.why))
    kept = tuple(mark for mark in landmarks if mark.offset <= length)
    laid = "\n\n".join(parts)
    return BlockText(laid, kept, tuple(dict.fromkeys(warnings)), tuple(_merged(unseen, laid)))


def short(words: str) -> str:
    """Return words on one line, cut at a word near LABEL_LENGTH code points."""
    line = " ".join(words.split())
    if len(line) <= LABEL_LENGTH:
        return line
    cut = line[: LABEL_LENGTH - 1]
    return cut[: max(cut.rfind(" "), LABEL_LENGTH // 2)] + "…"


def _in_canonical(block: Block) -> Iterator[Unseen]:
    """Give the unseen stretches of a block at their places in the block's canonical text."""
    text = block.text
    cuts = {bound: _cut(text, bound) for each in block.unseen for bound in (each.start, each.end)}
    places: dict[int, int] = {}
    at = length = 0
    for cut in sorted(set(cuts.values())):
        # A line end before each piece keeps a BOM in it, which is dropped only at the start.
        piece = canonical(text[at:cut]).text if at == 0 else canonical("\n" + text[at:cut]).text[1:]
        length += len(piece)
        places[cut] = length
        at = cut
    for start, end, why in block.unseen:
        yield Unseen(places[cuts[start]], places[cuts[end]], why)


def _cut(text: str, at: int) -> int:
    """Return the next place at which a text can be cut and either side be made canonical alone."""
    while 0 < at < len(text) and (
        unicodedata.combining(text[at]) or text[at - 1 : at + 1] == "\r\n"
    ):
        at += 1
    return at


def _merged(stretches: Iterable[Unseen], text: str) -> Iterator[Unseen]:
    """Give stretches with the same reason as one where only blanks stand between them."""
    last: Unseen | None = None
    for each in stretches:
        if last is None:
            last = each
        elif last.why == each.why and not text[last.end : each.start].strip():
            last = Unseen(last.start, max(last.end, each.end), last.why)
        else:
            yield last
            last = each
    if last is not None:
        yield last

"""Blocks: what the readers of pages, PDFs and DOCX find, and the one way to make a text of them."""

from collections.abc import Iterable
from typing import NamedTuple

from factcheck.text.canonical import canonical
from factcheck.text.landmarks import Landmark, LandmarkKind

LABEL_LENGTH = 80
"""Code points of a landmark's label: one line in the margin."""


class Block(NamedTuple):
    """A paragraph, heading, caption, table or note, in reading order.

    kind: the landmark that stands at its start; None for a plain paragraph.
    label: the landmark's label; "" stands for the first words of the block.
    """

    text: str
    kind: LandmarkKind | None = None
    label: str = ""


class BlockText(NamedTuple):
    """The canonical text of some blocks, one blank line between them."""

    text: str
    landmarks: tuple[Landmark, ...]
    warnings: tuple[str, ...]


def join(blocks: Iterable[Block]) -> BlockText:
    """Lay blocks under each other and note where each landmark came to stand.

    Blocks of white space alone are dropped, but for pages: an empty page keeps its number, at
    the start of the next block.
    """
    parts: list[str] = []
    landmarks: list[Landmark] = []
    warnings: list[str] = []
    length = 0
    for block in blocks:
        # Each block for itself: joined with newlines, canonical texts stay canonical.
        text, said = canonical(block.text)
        text = text.strip(" \t\n\f\v")
        warnings.extend(said)
        start = length + 2 if parts else 0
        if block.kind is not None and (text or block.kind == "page"):
            label = block.label or text
            landmarks.append(Landmark(start, block.kind, short(label)))
        if text:
            parts.append(text)
            length = start + len(text)
    kept = tuple(mark for mark in landmarks if mark.offset <= length)
    return BlockText("\n\n".join(parts), kept, tuple(dict.fromkeys(warnings)))


def short(words: str) -> str:
    """Return words on one line, cut at a word near LABEL_LENGTH code points."""
    line = " ".join(words.split())
    if len(line) <= LABEL_LENGTH:
        return line
    cut = line[: LABEL_LENGTH - 1]
    return cut[: max(cut.rfind(" "), LABEL_LENGTH // 2)] + "…"

"""Landmarks: what stands where beside a text, and how a place is named to a reader."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple, get_args

from factcheck.text.paragraphs import paragraph_number
from factcheck.text.spans import Span

LandmarkKind = Literal[
    "page", "headline", "standfirst", "heading", "caption", "table", "note", "correction"
]
LANDMARK_KINDS: tuple[str, ...] = get_args(LandmarkKind)


class Landmark(NamedTuple):
    """A named point of a text.

    offset: code points from the start of the canonical text, at the block's first character.
    kind: one of LANDMARK_KINDS.
    label: short words for a reader, such as a page number ("4") or a table's caption.
    """

    offset: int
    kind: str
    label: str


def to_json(landmarks: tuple[Landmark, ...]) -> str:
    """Return the stored form: a JSON list of ``[offset, kind, label]``, sorted by offset."""
    return json.dumps([list(mark) for mark in sorted(landmarks)], ensure_ascii=False)


def from_json(stored: str) -> tuple[Landmark, ...]:
    """Read what to_json wrote."""
    return tuple(
        Landmark(int(offset), str(kind), str(label)) for offset, kind, label in json.loads(stored)
    )


def page_at(landmarks: tuple[Landmark, ...], offset: int) -> str | None:
    """Return the label of the page that offset stands on; None where the text has no pages."""
    pages = [mark for mark in landmarks if mark.kind == "page"]
    found = bisect_right([mark.offset for mark in pages], offset)
    return pages[found - 1].label if found else None


def locator(landmarks: tuple[Landmark, ...], paragraphs: Sequence[Span], offset: int) -> str:
    """Return where offset stands in words for a reader: "p. 4" where there are pages, else "¶ 12".

    paragraphs: the spans that text/paragraphs.py finds in the same text.
    """
    page = page_at(landmarks, offset)
    return f"p. {page}" if page else f"¶ {paragraph_number(paragraphs, offset)}"

"""The lines of a page of a PDF, in reading order, with what of them is not seen."""

import re
import unicodedata
from typing import Any, NamedTuple

import pypdfium2

from factcheck.ingest.pdfium import Boxes
from factcheck.text.unseen import Unseen

_GLYPHS = re.compile("[\ufb00-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


class Line(NamedTuple):
    """A line of a page; left, right, top, bottom in points from the page's lower left corner.

    unseen: what of it the page does not show.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    unseen: tuple[Unseen, ...] = ()


def lines_of(text_page: Any, boxes: Boxes, words: str, unseen: dict[int, str]) -> list[Line]:  # noqa: ANN401
    """Return the lines of a page. words: its text; unseen: why, by places in it."""
    lines, at = [], 0
    # At a hyphen that broke a word PDFium puts U+FFFE in place of hyphen and line end.
    for piece in re.findall("[^\r\n\ufffe\x02]+[\ufffe\x02]?|.", words, re.DOTALL):
        if piece.strip():
            lines.append(_line(text_page, boxes, piece, at, unseen))
        at += len(piece)
    return lines


def _line(
    text_page: Any,  # noqa: ANN401
    boxes: Boxes,
    piece: str,
    at: int,
    unseen: dict[int, str],
) -> Line:
    first = at + len(piece) - len(piece.lstrip())
    last = at + len(piece.rstrip()) - 1
    hidden = _hidden(piece, at, unseen) if unseen else ()
    # The font's own height: the ink of "a" and of "g" ends at other places of one line.
    places = [boxes.loose(index) for index in (first, (first + last) // 2, last)]
    found = [box for box in places if box is not None]
    if len(found) < len(places):
        # Without a place a line is still text.
        return Line(_letters(piece), 0, 0, 0, 0, hidden)
    if _RIGHT_TO_LEFT.search(piece):
        try:
            piece = _in_reading_order(text_page, piece, at)
        except (pypdfium2.PdfiumError, IndexError):
            return Line(_letters(piece), 0, 0, 0, 0, hidden)
    return Line(
        _letters(piece),
        min(box[0] for box in found),
        max(box[2] for box in found),
        max(box[3] for box in found),
        min(box[1] for box in found),
        hidden,
    )


def _hidden(piece: str, at: int, unseen: dict[int, str]) -> tuple[Unseen, ...]:
    """Return what of a line is not seen, at its places in the line's letters."""
    found: list[Unseen] = []
    for place, letter in enumerate(piece):
        why = unseen.get(at + place)
        if why is None and letter.isspace() and found and found[-1].end == place:
            # A blank hides with the word before it, where the next one is hidden as well.
            why = unseen.get(at + place + 1)
        if why is None:
            continue
        if found and found[-1].end == place and found[-1].why == why:
            found[-1] = Unseen(found[-1].start, place + 1, why)
        else:
            found.append(Unseen(place, place + 1, why))
    lead = len(piece) - len(piece.lstrip())

    def place_of(end: int) -> int:
        # With a letter at its end a blank there is kept.
        return len(_letters(piece[lead:end] + "x")) - 1

    return tuple(Unseen(place_of(start), place_of(end), why) for start, end, why in found)


def _in_reading_order(text_page: Any, piece: str, at: int) -> str:  # noqa: ANN401
    """Turn the letters of one glyph round again where PDFium turned a right-to-left line.

    A glyph such as lam-alef stands for several letters, which all have its box.
    """
    glyphs: list[tuple[object, str]] = []
    for index, letter in enumerate(piece, at):
        box = text_page.get_charbox(index) if _RIGHT_TO_LEFT.match(letter) else None
        if box is not None and glyphs and glyphs[-1][0] == box:
            glyphs[-1] = (box, letter + glyphs[-1][1])
        else:
            glyphs.append((box, letter))
    return "".join(letters for _, letters in glyphs)


def _letters(piece: str) -> str:
    """Return the letters for which ligatures and Arabic glyph forms stand."""
    text = _GLYPHS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), piece)
    return re.sub(r"[ \t]{2,}", " ", text).strip()

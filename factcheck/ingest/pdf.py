"""PDF files by PDFium: pages as landmarks, lines laid together into paragraphs."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.pdf_unseen import sight
from factcheck.ingest.pdfium import Boxes, Drawing, TooLong, text_index
from factcheck.text.unseen import Unseen

MEDIA_TYPE = "application/pdf"
_LINE_END_HYPHENS = "-\u00ad\u2010\ufffe\x02"
"""PDFium writes U+FFFE (in old releases U+0002) for a hyphen at which a word was broken."""
_GLYPHS = re.compile("[\ufb00-\ufb4f\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]")
_DATE = re.compile(
    r"D?:?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?([Zz+-])?(\d{2})?'?(\d{2})?"
)
_NO_TITLE = re.compile(
    r"^(?:untitled|unbenannt|sans titre|document\d*|.*\.(?:docx?|indd|qxd|dvi|tex))$", re.I
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u30ff]")
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")


_DRAWING_SECONDS = 6.0
"""What may be spent on drawing the pages of a document; a page of text takes 5 ms."""


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


def read(data: bytes, name: str) -> Loaded:
    """Read a PDF; raises FactcheckError where it is encrypted, broken or has no text layer."""
    document = open_pdf(data, name)
    try:
        reading = _Reading(document)
        pages = [reading.lines(number) for number in range(len(document))]
        meta = document.get_metadata_dict(skip_empty=True)
        scanned = [number for number, lines in enumerate(pages, 1) if not lines]
    except pypdfium2.PdfiumError as error:
        raise FactcheckError(f"“{name}” is damaged: a page of it could not be read.") from error
    finally:
        document.close()
    words = _vocabulary(pages)
    joined = join(
        block for number, lines in enumerate(pages, 1) for block in _page(number, lines, words)
    )
    if not any(character.isalnum() for character in joined.text):
        raise FactcheckError(
            f"“{name}” has no text layer: its pages are pictures. Run a text recognition (OCR) "
            "over it and add the result."
        )
    title, published, warnings = _stated(meta)
    if scanned:
        warnings.append(_without_text(scanned))
    warnings.extend(reading.warnings())
    return Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader="pdf",
        reader_version=f"{__version__}; pdfium {pypdfium2.PDFIUM_INFO.build}",
        title=title,
        byline=" ".join(meta.get("Author", "").split()),
        published=published,
        landmarks=joined.landmarks,
        unseen=joined.unseen,
        warnings=(*warnings, *joined.warnings),
    )


def open_pdf(data: bytes, name: str) -> Any:  # noqa: ANN401  # pypdfium2 has no types
    """Open a PDF; raises FactcheckError where it is encrypted, broken or empty."""
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) == 0:
            raise FactcheckError(f"“{name}” is a PDF without pages.")
    except pypdfium2.PdfiumError as error:
        if (
            getattr(error, "err_code", None) == FPDF_ERR_PASSWORD
            or "password" in str(error).lower()
        ):
            raise FactcheckError(
                f"“{name}” is encrypted. Save it without its password and add it again."
            ) from error
        raise FactcheckError(f"“{name}” is damaged: it could not be opened as a PDF.") from error
    return document


class _Reading:
    """Reads the pages of a document one after the other, and what is to be said of them."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401
        self._document = document
        self._drawing = Drawing(_DRAWING_SECONDS)
        self._recognised: list[int] = []
        self._not_drawn: list[int] = []

    def lines(self, number: int) -> list[Line]:
        """Return the lines of a page, counted from 0."""
        page = self._document[number]
        text_page = page.get_textpage()
        try:
            boxes = Boxes(text_page)
            unseen = self._unseen(number, page, text_page, boxes)
            raw = text_page.get_text_range()
            lines, at = [], 0
            # At a hyphen that broke a word PDFium puts U+FFFE in place of hyphen and line end.
            for piece in re.findall("[^\r\n\ufffe\x02]+[\ufffe\x02]?|.", raw, re.DOTALL):
                if piece.strip():
                    lines.append(_line(text_page, boxes, piece, at, unseen))
                at += len(piece)
            return lines
        finally:
            text_page.close()
            page.close()

    def warnings(self) -> list[str]:
        """Say of which pages more is to be known."""
        said = []
        if self._recognised:
            said.append(
                f"{_pages(self._recognised)}: the text is a layer over a scan and may differ from "
                "what the picture shows."
            )
        if self._not_drawn:
            said.append(
                f"{_pages(self._not_drawn)}: it was not checked that all of the text is seen "
                "there; drawing would take too long."
            )
        return said

    def _unseen(
        self,
        number: int,
        page: Any,  # noqa: ANN401
        text_page: Any,  # noqa: ANN401
        boxes: Boxes,
    ) -> dict[int, str]:
        """Return why letters of a page are not seen, by their places in its text."""
        try:
            seen = sight(page, text_page, boxes, self._drawing)
        except TooLong:
            self._not_drawn.append(number + 1)
            return {}
        if seen.recognised:
            self._recognised.append(number + 1)
        return {text_index(text_page, at): why for at, why in seen.unseen.items()}


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


def _page(number: int, lines: list[Line], words: Counter[str]) -> list[Block]:
    blocks = [Block("", "page", str(number))]
    for group in _paragraphs(lines):
        text = ""
        unseen: list[Unseen] = []
        right = max(line.right for line in group)
        width = right - min(line.left for line in group)
        for before, line in zip([None, *group], group, strict=False):
            if before is None:
                text = line.text
            else:
                full = before.right >= right - 0.15 * width
                full = full and not (_is_row(before.text) and _is_row(line.text))
                full = full or _share_line(before, line)
                text = _joined(text, line.text, words, full=full)
            # A line is always joined to the end.
            start = len(text) - len(line.text)
            unseen += [Unseen(start + each.start, start + each.end, each.why)
                       for each in line.unseen]  # fmt: skip
        blocks.append(_block(text, unseen))
    return blocks


def _block(text: str, unseen: list[Unseen]) -> Block:
    soft = [at for at, letter in enumerate(text) if letter == "\xad"] if unseen else []
    moved = tuple(
        Unseen(each.start - bisect_left(soft, each.start), end - bisect_left(soft, end), each.why)
        for each in unseen
        if each.start < (end := min(each.end, len(text)))
    )
    return Block(text.translate({0xFFFE: "-", 0x02: "-", 0xAD: None}), unseen=moved)


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Group lines: a wider gap, another size, an indent, or a short last line ends a paragraph."""
    pitches = Counter(
        round(above.bottom - below.bottom)
        for above, below in pairwise(lines)
        if above.bottom > below.bottom
    )
    usual = pitches.most_common(1)[0][0] if pitches else 12
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not _is_break(groups[-1], line, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _is_break(group: list[Line], line: Line, usual: float) -> bool:
    before = group[-1]
    pitch = before.bottom - line.bottom
    height, height_before = line.top - line.bottom, before.top - before.bottom
    if _share_line(before, line):
        return False
    if pitch < 0 or pitch > max(1.35 * usual, 1.5 * min(height, height_before) + 2):
        return True
    if max(height, height_before) > 1.6 * max(1.0, min(height, height_before)) and pitch > usual:
        return True
    left = min(each.left for each in group)
    right = max(each.right for each in group)
    short = before.right < right - 0.2 * (right - left)
    indented = line.left > left + 6 and before.left <= left + 3 and len(group) > 1
    return bool(_ENDS.search(before.text)) and (short or indented)


def _share_line(before: Line, line: Line) -> bool:
    """Say whether a raised or lowered figure was cut off its line: a note mark, a power."""
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    least = min(before.top - before.bottom, line.top - line.bottom)
    return least > 0 and overlap > 0.4 * least and line.left >= before.left


def _joined(text: str, line: str, words: Counter[str], *, full: bool) -> str:
    if not text:
        return line
    if (
        text[-1] in _LINE_END_HYPHENS
        and len(text) > 1
        and text[-2].isalpha()
        and line[:1].isalpha()
    ):
        return _rejoined(text, line, words)
    if not full:
        return f"{text}\n{line}"
    if _UNSPACED.match(text[-1]) and _UNSPACED.match(line):
        return text + line
    return f"{text} {line}"


def _is_row(line: str) -> bool:
    """Say whether a line looks like a row of figures, or of a table of contents."""
    words = [word for word in line.split() if word.strip(".")]
    figures = sum(any(mark.isdigit() for mark in word) for word in words)
    return len(words) > 1 and words[-1][-1:].isdigit() and figures >= 0.4 * len(words)


def _rejoined(text: str, line: str, words: Counter[str]) -> str:
    """Join a word broken at a line's end: as the document writes it elsewhere, else in one."""
    head = re.findall(r"[^\W\d_]+", text[:-1])[-1]
    tail = re.findall(r"^[^\W\d_]+", line)[0]
    whole, hyphened = words[(head + tail).lower()], words[f"{head}-{tail}".lower()]
    capital = tail[0].isupper() and not head.isupper()
    # A hyphen that is not the typesetter's own stands in words such as "long-term", "U-Bahn".
    if hyphened > whole or (capital and not whole):
        return f"{text[:-1]}-{line}"
    return text[:-1] + line


def _vocabulary(pages: list[list[Line]]) -> Counter[str]:
    words: Counter[str] = Counter()
    for lines in pages:
        for line in lines:
            words.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.lower()))
    return words


def _stated(meta: dict[str, str]) -> tuple[str, str, list[str]]:
    """Return title and date of the file's own properties, and what to know about them."""
    title = re.sub(
        r"^Microsoft (?:Word|PowerPoint) - ", "", " ".join(meta.get("Title", "").split())
    )
    if _NO_TITLE.match(title):
        title = ""
    published = _date(meta.get("CreationDate", ""))
    warnings = []
    if published:
        warnings.append(
            "The date is the one on which the PDF was made; it may have been published on another."
        )
    return title, published, warnings


def _date(raw: str) -> str:
    found = _DATE.match(raw.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second, sign, off_hour, off_minute = found.groups()
    date = "-".join(part for part in (year, month, day if month else None) if part)
    if hour and day:
        date += f"T{hour}:{minute}" + (f":{second}" if second else "")
        if sign in ("Z", "z"):
            date += "Z"
        elif sign and off_hour:
            date += f"{sign}{off_hour}:{off_minute or '00'}"
    return date


def _without_text(pages: list[int]) -> str:
    if len(pages) == 1:
        return f"{_pages(pages)} has no text: it is blank or a picture."
    return f"{_pages(pages)} have no text: they are blank or pictures."


def _pages(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (", …" if len(numbers) > 10 else "")
    return f"Page {shown}" if len(numbers) == 1 else f"Pages {shown}"

"""PDF files by PDFium: pages as landmarks, lines laid together into paragraphs."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from factcheck import __version__
from factcheck.errors import FactcheckError
from factcheck.ingest.blocks import Block, join
from factcheck.ingest.loaded import Loaded
from factcheck.ingest.pdf_lines import Line
from factcheck.ingest.pdf_reading import PageRead, Reading
from factcheck.text.unseen import Unseen

MEDIA_TYPE = "application/pdf"
_VERSION = 2
"""Counts what changed the text of PDFs: 2 reads notes and fields, too."""
_LINE_END_HYPHENS = "-\u00ad\u2010\ufffe\x02"
"""PDFium writes U+FFFE (in old releases U+0002) for a hyphen at which a word was broken."""
_DATE = re.compile(
    r"D?:?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?([Zz+-])?(\d{2})?'?(\d{2})?"
)
_NO_TITLE = re.compile(
    r"^(?:untitled|unbenannt|sans titre|document\d*|.*\.(?:docx?|indd|qxd|dvi|tex))$", re.I
)
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\u3000-\u30ff]")
_ENDS = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")


def read(data: bytes, name: str) -> Loaded:
    """Read a PDF; raises FactcheckError where it is encrypted, broken or has no text layer."""
    document = open_pdf(data, name)
    try:
        reading = Reading(document, lambda: open_pdf(data, name))
        pages = [reading.page(number) for number in range(1, len(document) + 1)]
        meta = document.get_metadata_dict(skip_empty=True)
        reading.close()
    except pypdfium2.PdfiumError as error:
        raise FactcheckError(f"“{name}” is damaged: a page of it could not be read.") from error
    finally:
        document.close()
    words = _vocabulary(pages)
    joined = join(block for page in pages for block in _page(page, words))
    if not any(character.isalnum() for character in joined.text):
        raise FactcheckError(
            f"“{name}” has no text layer: its pages are pictures. Run a text recognition (OCR) "
            "over it and add the result."
        )
    title, published, warnings = _stated(meta)
    warnings.extend(reading.warnings())
    return Loaded(
        text=joined.text,
        snapshot=data,
        media_type=MEDIA_TYPE,
        reader="pdf",
        reader_version=f"{__version__}; pdfium {pypdfium2.PDFIUM_INFO.build}; reading {_VERSION}",
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


def _page(page: PageRead, words: Counter[str]) -> Iterator[Block]:
    yield Block("", "page", str(page.number))
    yield from _laid(page.lines, words)
    for group in _paragraphs(page.drawn):
        yield _of_lines(group)
    for said, who in page.written:
        yield Block(said, "note", who)


def _of_lines(group: list[Line]) -> Block:
    """Make a note of lines: they may be fields beside each other."""
    text = ""
    unseen: list[Unseen] = []
    for line in group:
        start = len(text) + 1 if text else 0
        text = f"{text}\n{line.text}" if text else line.text
        unseen += (Unseen(start + begin, start + end, why) for begin, end, why in line.unseen)
    return _block(text, unseen)._replace(kind="note")


def _laid(lines: list[Line], words: Counter[str]) -> Iterator[Block]:
    """Lay lines together into paragraphs."""
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
            unseen += (Unseen(start + begin, start + end, why) for begin, end, why in line.unseen)
        yield _block(text, unseen)


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
    if len(words) < 2 or not words[-1][-1].isdigit():
        return False
    figures = sum(any(mark.isdigit() for mark in word) for word in words)
    return figures >= 0.4 * len(words)


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


def _vocabulary(pages: list[PageRead]) -> Counter[str]:
    words: Counter[str] = Counter()
    for page in pages:
        for line in page.lines:
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

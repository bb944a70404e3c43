"""Reads the pages of a PDF one after the other, and knows what is to be said of them."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

from factcheck.ingest.pdf_letters import Letters, replaced
from factcheck.ingest.pdf_lines import Line, lines_of
from factcheck.ingest.pdf_notes import Notes, leave_notes, notes_on
from factcheck.ingest.pdf_unseen import sight
from factcheck.ingest.pdfium import (
    Box,
    Boxes,
    Drawing,
    PageObject,
    TooLong,
    address,
    bounds,
    objects,
    text_index,
    text_object,
)

DRAWING_SECONDS: Final = 5.0
"""Of the processor, to compare what a document shows with its text; a page takes 3 to 12 ms."""
_LONGEST_STRING: Final = 32_767
"""Bytes of a string of which PDFium reads no more."""
_LARGE_PICTURE: Final = 0.3
"""Share of a page from which on pictures on it are worth a word."""
_XFA: Final = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
_CELLS: Final = 24
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]{3,}")
"""Private signs in a row: one alone is a bullet or a little picture."""
_MOST_PAGES: Final = 10
_MOST_FILES: Final = 5


_SAID: Final = {
    "recognised": "the text is a layer over a scan and may differ from what the picture shows.",
    "undrawn": "it was not checked that all of the text is seen there; drawing takes too long.",
    "redacted": "words are marked to be blacked out and are not; they stand in this text.",
    "cut": "a string is too long to be read whole; its end may be left out.",
    "left": "it has more notes than are read; the rest is left out.",
}


class PageRead(NamedTuple):
    """A page from 1 on: its lines, those that notes draw on it, and (words, who) of other notes."""

    number: int
    lines: list[Line]
    drawn: list[Line]
    written: tuple[tuple[str, str], ...]


class Reading:
    """Reads a document.

    again: opens the document once more, for what changes it; called only where it is needed.
    """

    def __init__(self, document: Any, again: Callable[[], Any]) -> None:  # noqa: ANN401
        self._document = document
        self._again = again
        self._copy: Any = None
        document.init_forms()
        self._is_xfa = document.get_formtype() in _XFA
        self._drawing = Drawing(DRAWING_SECONDS, document.formenv)
        # The form of one document must not be drawn on pages of another.
        self._drawing_notes = Drawing(DRAWING_SECONDS / 2)
        self._letters = Letters(document)
        self._before: Any = None
        self._pages: dict[str, list[int]] = {}
        self._pictures: dict[int, int] = {}
        self._private = 0
        self._files = [
            document.get_attachment(at).get_name() for at in range(document.count_attachments())
        ]

    def page(self, number: int) -> PageRead:
        """Read a page, counted from 1."""
        page = self._document[number - 1]
        all_objects = list(objects(page))
        notes = notes_on(page, self._document.formenv)
        lines = self._lines(number, page, all_objects, notes.places)
        drawn = self._drawn(number, notes) if notes.drawn else []
        self._note(number, "redacted", bool(notes.redactions))
        self._note(number, "left", bool(notes.left))
        self._files += [f"p. {number}"] * notes.files
        share = round(100 * _share_of_pictures(page, all_objects))
        if share >= 100 * _LARGE_PICTURE or (share and not lines):
            self._pictures[number] = share
        self._note(number, "empty", not (lines or drawn or notes.written))
        return PageRead(number, lines, drawn, notes.written)

    def close(self) -> None:
        """Let the pages go."""
        if self._before is not None:
            self._before.close()
        if self._copy is not None:
            self._copy.close()

    def warnings(self) -> list[str]:
        """Say of which pages more is to be known."""
        pages = self._pages
        empty = pages.get("empty", [])
        blank = [number for number in empty if number not in self._pictures]
        said = [
            f"Page {number} is a picture with no text: {self._pictures[number]} % of the page."
            for number in empty[:_MOST_PAGES]
            if number in self._pictures
        ]
        more = sum(number in self._pictures for number in empty[_MOST_PAGES:])
        if more:
            said.append(f"{more} more pages are pictures with no text.")
        if len(blank) == 1:
            said.append(f"{_named(blank)} has no text: it is blank or a picture.")
        elif blank:
            said.append(f"{_named(blank)} have no text: they are blank or pictures.")
        said += self._of_pictures(set(empty) | set(pages.get("recognised", [])))
        for sort, words in _SAID.items():
            if sort in pages:
                said.append(f"{_named(pages[sort])}: {words}")
        if self._private:
            said.append(
                f"{self._private} signs of this text are private to the file's fonts: what they "
                "look like is not known here."
            )
        return said + self._of_files()

    def _lines(
        self,
        number: int,
        page: Any,  # noqa: ANN401
        all_objects: Sequence[PageObject],
        places: Sequence[Box],
    ) -> list[Line]:
        text_page = page.get_textpage()
        try:
            boxes = Boxes(text_page)
            words = text_page.get_text_range()
            texts = [each.handle for each in all_objects if each.kind == raw.FPDF_PAGEOBJ_TEXT]
            unseen = self._shown_as(page, text_page, texts, words)
            unseen |= self._unseen(number, page, text_page, boxes, all_objects, places)
            self._private += sum(
                len(run[0])
                for run in _PRIVATE.finditer(words)
                if not unseen.keys() & set(range(*run.span()))
            )
            self._note(number, "cut", _is_cut(text_page, len(words)))
            return lines_of(text_page, boxes, words, unseen)
        finally:
            text_page.close()
            # Its fonts have to be there while those of the next page are looked at.
            if self._before is not None:
                self._before.close()
            self._before = page

    def _shown_as(
        self,
        page: Any,  # noqa: ANN401
        text_page: Any,  # noqa: ANN401
        texts: Sequence[int],
        words: str,
    ) -> dict[int, str]:
        """Return what letters look like that look like others, by their places in the text."""
        false = {
            text_index(text_page, at): shown
            for at, shown in self._letters.false_on(text_page, texts, words).items()
        }
        told: dict[int, str] = {}
        for word in re.finditer(r"\S+", words) if false else ():
            places = range(*word.span())
            if not false.keys().isdisjoint(places):
                look = "".join(false.get(at, words[at]) for at in places)
                told.update(dict.fromkeys(places, f"shown as “{look}”"))
        for at, look in replaced(page, text_page, texts).items():
            told[text_index(text_page, at)] = f"shown as “{look}”"
        return told

    def _unseen(
        self,
        number: int,
        page: Any,  # noqa: ANN401
        text_page: Any,  # noqa: ANN401
        boxes: Boxes,
        all_objects: Sequence[PageObject],
        places: Sequence[Box] | None = None,
    ) -> dict[int, str]:
        """Return why letters of a page are not seen, by their places in its text.

        places: of the notes over it; None on a page of the copy that shows notes alone.
        """
        drawing = self._drawing_notes if places is None else self._drawing
        try:
            with drawing:
                seen = sight(page, text_page, boxes, drawing, all_objects, places or ())
        except TooLong:
            self._note(number, "undrawn", True)
            return {}
        self._note(number, "recognised", seen.recognised)
        return {text_index(text_page, at): why for at, why in seen.unseen.items()}

    def _drawn(self, number: int, notes: Notes) -> list[Line]:
        """Return the lines that the notes of a page draw on it."""
        if self._copy is None:
            self._copy = self._again()
            self._copy.init_forms()
        page = self._copy[number - 1]
        leave_notes(page, notes.drawn)
        page.close()
        page = self._copy[number - 1]
        text_page = page.get_textpage()
        try:
            boxes = Boxes(text_page)
            all_objects = list(objects(page))
            unseen = self._unseen(number, page, text_page, boxes, all_objects)
            return lines_of(text_page, boxes, text_page.get_text_range(), unseen)
        finally:
            text_page.close()
            page.close()

    def _note(self, number: int, sort: str, is_so: bool) -> None:
        pages = self._pages.setdefault(sort, []) if is_so else []
        if is_so and number not in pages:
            pages.append(number)

    def _of_pictures(self, told: set[int]) -> list[str]:
        shares = [(number, share) for number, share in self._pictures.items() if number not in told]
        if not shares:
            return []
        named = ", ".join(f"{share} % of page {number}" for number, share in shares[:_MOST_PAGES])
        more = ", …" if len(shares) > _MOST_PAGES else ""
        return [f"Pictures cover {named}{more}: words in them are not read."]

    def _of_files(self) -> list[str]:
        said = []
        if self._files:
            many = (
                "1 attached file" if len(self._files) == 1 else f"{len(self._files)} attached files"
            )
            named = ", ".join(self._files[:_MOST_FILES])
            more = ", …" if len(self._files) > _MOST_FILES else ""
            said.append(f"Left out: {many} ({named}{more}).")
        if self._is_xfa:
            said.append(
                "Left out: a form in XFA, which few programs show; what it shows may differ from "
                "this text."
            )
        return said


def _is_cut(text_page: Any, length: int) -> bool:  # noqa: ANN401
    """Say whether one text object has as many letters as PDFium reads of a string."""
    if length < _LONGEST_STRING // 2:
        return False
    at, run, last = address(text_page), 0, None
    for index in range(raw.FPDFText_CountChars(text_page)):
        handle = text_object(at, index)
        if handle is not None:
            run, last = (run + 1 if handle == last else 1), handle
        # Letters of two bytes are half as many.
        if run in (_LONGEST_STRING // 2, _LONGEST_STRING):
            following = text_object(at, index + 1)
            if following != handle:
                return True
    return False


def _share_of_pictures(page: Any, all_objects: Sequence[PageObject]) -> float:  # noqa: ANN401
    """Return which share of a page pictures cover, by the cells of a grid."""
    forms = {each.form for each in all_objects if each.kind == raw.FPDF_PAGEOBJ_IMAGE}
    if not forms:
        return 0.0
    left, bottom, right, top = page.get_bbox()
    wide, high = (right - left) / _CELLS, (top - bottom) / _CELLS
    if wide <= 0 or high <= 0:
        return 0.0
    covered: set[tuple[int, int]] = set()
    for form in forms:
        box = bounds(form)
        if box is not None:
            covered.update(_cells(Box(*box), left, bottom, wide, high))
    return len(covered) / _CELLS**2


def _cells(
    box: Box, left: float, bottom: float, wide: float, high: float
) -> Iterator[tuple[int, int]]:
    """Give the cells whose middles a box covers."""
    for column in range(_CELLS):
        if box.left <= left + (column + 0.5) * wide <= box.right:
            for row in range(_CELLS):
                if box.bottom <= bottom + (row + 0.5) * high <= box.top:
                    yield column, row


def _named(numbers: Sequence[int]) -> str:
    more = ", …" if len(numbers) > _MOST_PAGES else ""
    shown = ", ".join(map(str, numbers[:_MOST_PAGES])) + more
    return f"Page {shown}" if len(numbers) == 1 else f"Pages {shown}"

"""Letters of a PDF that look like others than the file says: “12” that is given as “98”.

A font draws shapes; a table in the file says which letters they are, and the table can lie. So the
shape that a font draws for each digit and letter is looked up among the shapes that the same font,
or a standard one in its place, has for them by its own names. Fonts that name none of their
shapes, as many subsets do, cannot be held to anything.
"""

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from ctypes import (
    POINTER,
    addressof,
    byref,
    c_float,
    c_int,
    c_size_t,
    c_uint,
    c_uint8,
    c_ulong,
    c_void_p,
    cast,
    create_string_buffer,
)
from hashlib import sha256
from typing import Any, Final

from pypdfium2 import raw

from factcheck.ingest.pdfium import address, code_point, quick, text_object

_LETTERS: Final = string.digits + string.ascii_letters
_ALIKE: Final = ({"I", "l", "1", "|"}, {"O", "0", "o"})
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_POINTS: Final = 6
_SIZE: Final = 100.0
_LARGEST_FONT: Final = 4 * 2**20
_STANDARD: Final = (
    "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", "Helvetica-BoldOblique",
    "Times-Roman", "Times-Bold", "Times-Italic", "Times-BoldItalic",
    "Courier", "Courier-Bold", "Courier-Oblique", "Courier-BoldOblique",
)  # fmt: skip

_font_of = quick(raw.FPDFTextObj_GetFont, c_void_p, c_void_p)
_path_of = quick(raw.FPDFFont_GetGlyphPath, c_void_p, c_void_p, c_uint, c_float)
_count = quick(raw.FPDFGlyphPath_CountGlyphSegments, c_int, c_void_p)
_segment = quick(raw.FPDFGlyphPath_GetGlyphPathSegment, c_void_p, c_void_p, c_int)
_point = quick(raw.FPDFPathSegment_GetPoint, c_int, c_void_p, c_void_p, c_void_p)

_count_marks = quick(raw.FPDFPageObj_CountMarks, c_int, c_void_p)
_mark = quick(raw.FPDFPageObj_GetMark, c_void_p, c_void_p, c_uint)

_Shape = tuple[object, ...]


class Letters:
    """Holds the fonts of one document to their own shapes, page by page in order."""

    def __init__(self, document: Any) -> None:  # noqa: ANN401
        self._document = document
        self._known: dict[int, dict[_Shape, str]] = {}
        self._false: dict[int, dict[str, str]] = {}
        self._by_program: dict[bytes, dict[_Shape, str]] = {}

    def false_on(self, text_page: Any, texts: Iterable[int], words: str) -> dict[int, str]:  # noqa: ANN401
        """Return what letters of a page are shown as, by their numbers.

        texts: the text objects of the page. words: its text. The page before has to be open still:
        a font that is gone may leave its address to another.
        """
        fonts = {_font_of(handle) for handle in texts}
        self._known = {font: self._known.get(font) or self._shapes(font) for font in fonts if font}
        self._false = {
            font: self._false[font] if font in self._false else _false_of(font, shapes)
            for font, shapes in self._known.items()
        }
        private = _PRIVATE.search(words) is not None
        if not private and not any(self._false.values()):
            return {}
        return dict(self._letters(text_page))

    def _letters(self, text_page: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401
        at = address(text_page)
        for index in range(raw.FPDFText_CountChars(text_page)):
            letter = chr(min(code_point(at, index), 0x10FFFF))
            font = _font_of(text_object(at, index) or 0) if letter > " " else None
            if not font or font not in self._known:
                continue
            if _PRIVATE.match(letter):
                shape = _shape(font, letter)
                shown = self._known[font].get(shape, "") if shape else " "
            else:
                shown = self._false[font].get(letter, "")
            if shown:
                yield index, shown

    def _shapes(self, font: int) -> dict[_Shape, str]:
        """Return the letters by the shapes that a font has for them by its own names."""
        handle = cast(font, raw.FPDF_FONT)
        if raw.FPDFFont_GetIsEmbedded(handle) != 1:
            return self._standard_shapes(handle)
        length = c_size_t()
        raw.FPDFFont_GetFontData(handle, None, 0, byref(length))
        if not 0 < length.value <= _LARGEST_FONT:
            return {}
        data = (c_uint8 * length.value)()
        raw.FPDFFont_GetFontData(handle, data, length.value, byref(length))
        program = sha256(data).digest()
        if program not in self._by_program:
            is_truetype = bytes(data[:4]) in (b"\0\1\0\0", b"true", b"OTTO")
            kind = raw.FPDF_FONT_TRUETYPE if is_truetype else raw.FPDF_FONT_TYPE1
            self._by_program[program] = self._loaded(
                raw.FPDFText_LoadFont(self._document, data, length.value, kind, False)
            )
        return self._by_program[program]

    def _standard_shapes(self, handle: Any) -> dict[_Shape, str]:  # noqa: ANN401
        name = create_string_buffer(128)
        raw.FPDFFont_GetBaseFontName(handle, name, len(name))
        wanted = name.value if name.value.decode("latin-1") in _STANDARD else _STANDARD[0].encode()
        if wanted not in self._by_program:
            self._by_program[wanted] = self._loaded(
                raw.FPDFText_LoadStandardFont(self._document, wanted)
            )
        return self._by_program[wanted]

    def _loaded(self, font: Any) -> dict[_Shape, str]:  # noqa: ANN401
        if not font:
            return {}
        try:
            at = cast(font, c_void_p).value or 0
            return _by_shape({letter: _shape(at, letter) for letter in _LETTERS + " .,-"})
        finally:
            raw.FPDFFont_Close(font)


def replaced(page: Any, text_page: Any, texts: Iterable[int]) -> dict[int, str]:  # noqa: ANN401
    """Return what letters are drawn as for which the file gives other words (“ActualText”).

    By the numbers of the letters. texts: the text objects; they lose the words that are given.
    """
    spans: dict[int, list[int]] = {}
    for handle in texts:
        for number in range(_count_marks(handle)):
            mark = _mark(handle, number)
            if mark and _gives_words(mark):
                spans.setdefault(mark, []).append(handle)
    if not spans:
        return {}
    given = {mark: _words_of(handles, text_page) for mark, handles in spans.items()}
    for mark, handles in spans.items():
        for handle in handles:
            raw.FPDFPageObj_RemoveMark(
                cast(handle, raw.FPDF_PAGEOBJECT), cast(mark, raw.FPDF_PAGEOBJECTMARK)
            )
    plain = page.get_textpage()
    try:
        drawn = {mark: _words_of(handles, plain) for mark, handles in spans.items()}
    finally:
        plain.close()
    other = {
        handle: " ".join(drawn[mark].split())
        for mark, handles in spans.items()
        if _core(drawn[mark]) and _core(drawn[mark]) != _core(given[mark])
        for handle in handles
    }
    if not other:
        return {}
    at = address(text_page)
    letters = range(raw.FPDFText_CountChars(text_page))
    return {index: other[h] for index in letters if (h := text_object(at, index)) in other}


def _gives_words(mark: int) -> bool:
    length = c_ulong()
    found = raw.FPDFPageObjMark_GetParamStringValue(
        cast(mark, raw.FPDF_PAGEOBJECTMARK), b"ActualText", None, 0, byref(length)
    )
    return bool(found) and length.value > 0


def _words_of(handles: Iterable[int], text_page: Any) -> str:  # noqa: ANN401
    said = []
    for handle in dict.fromkeys(handles):
        at = cast(handle, raw.FPDF_PAGEOBJECT)
        length = raw.FPDFTextObj_GetText(at, text_page, None, 0)
        buffer = create_string_buffer(max(2, length))
        place = cast(buffer, POINTER(raw.FPDF_WCHAR))
        raw.FPDFTextObj_GetText(at, text_page, place, length)
        said.append(buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0"))
    return "".join(said)


def _core(words: str) -> str:
    """Return the letters and digits of words, ligatures taken apart."""
    plain = unicodedata.normalize("NFKC", words)
    return "".join(letter for letter in plain if letter.isalnum() and letter.isprintable())


def _false_of(font: int, shapes: dict[_Shape, str]) -> dict[str, str]:
    """Return the letters of a font that are drawn as others, with those others."""
    if not shapes:
        return {}
    drawn = {letter: _shape(font, letter) for letter in _LETTERS}
    # What a font lacks is drawn as one shape for all.
    often = Counter(drawn.values())
    return {
        letter: shown
        for letter, shape in drawn.items()
        if often[shape] < 3
        and (shown := shapes.get(shape, letter)) != letter
        and not any({letter, shown} <= alike for alike in _ALIKE)
    }


def _by_shape(shapes: dict[str, _Shape]) -> dict[_Shape, str]:
    """Return letters by shape; one that unlike letters share, as what is lacking, is left out."""
    found: dict[_Shape, set[str]] = {}
    for letter, shape in shapes.items():
        found.setdefault(shape, set()).add(letter)
    return {
        shape: max(letters)
        for shape, letters in found.items()
        if shape and (len(letters) == 1 or any(letters <= alike for alike in _ALIKE))
    }


def _shape(font: int, letter: str) -> _Shape:
    """Return the number of strokes of a letter and where the first ones end; () for a blank."""
    path = _path_of(font, ord(letter), _SIZE)
    count = _count(path) if path else 0
    if count <= 0:
        return ()
    place = (c_float * 2)()
    x, y = addressof(place), addressof(place) + 4
    points: list[object] = [count]
    for at in range(min(count, _POINTS)):
        _point(_segment(path, at), x, y)
        points.append((round(place[0], 1), round(place[1], 1)))
    return tuple(points)

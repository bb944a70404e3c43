"""The few functions of PDFium that are called for every object, and a page as a picture.

pypdfium2 checks the types of each argument; called this way a function takes a third of the time.
"""

import time
from collections.abc import Iterator
from ctypes import (
    PYFUNCTYPE,
    addressof,
    byref,
    c_double,
    c_float,
    c_int,
    c_uint,
    c_void_p,
    cast,
    string_at,
)
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

_TEXT: Final = raw.FPDF_PAGEOBJ_TEXT
_FORM: Final = raw.FPDF_PAGEOBJ_FORM
_DEEPEST: Final = 12
"""Forms inside forms that are looked into; no program nests them deeper than three."""


def quick(function: Any, result: Any, *arguments: Any) -> Any:  # noqa: ANN401
    """Return a function of PDFium that takes addresses and numbers as they are."""
    return PYFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


_page_object = quick(raw.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_form_object = quick(raw.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
_type = quick(raw.FPDFPageObj_GetType, c_int, c_void_p)
_rect = quick(raw.FPDFText_GetRect, c_int, c_void_p, c_int, *[c_void_p] * 4)
_char_box = quick(raw.FPDFText_GetCharBox, c_int, c_void_p, c_int, *[c_void_p] * 4)
_loose_box = quick(raw.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
_bounds = quick(raw.FPDFPageObj_GetBounds, c_int, c_void_p, *[c_void_p] * 4)
_BOUNDS: Final = (c_float * 4)()
_BOUND_PLACES: Final = tuple(addressof(_BOUNDS) + 4 * at for at in range(4))
render_mode = quick(raw.FPDFTextObj_GetTextRenderMode, c_int, c_void_p)
"""The render mode of a text object, as numbered in PDF 32000-1, table 106."""
set_active = quick(raw.FPDFPageObj_SetIsActive, c_int, c_void_p, c_int)
"""Let an object be drawn (1) or not (0)."""
text_object = quick(raw.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
"""The address of the text object of a character; None where PDFium made the character up."""
code_point = quick(raw.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
"""The code point of a character; 0 where the file gives none."""


class Box(NamedTuple):
    """A box on a page in points, or in a picture in pixels; bottom is less than top on a page."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


class PageObject(NamedTuple):
    """An object of a page or of a form on it.

    handle: its address. kind: FPDF_PAGEOBJ_*. form: the form it stands in on the page, or itself.
    """

    handle: int
    kind: int
    form: int


def address(handle: Any) -> int:  # noqa: ANN401
    """Return the address behind a handle of pypdfium2."""
    return cast(handle.raw, c_void_p).value or 0


def objects(page: Any) -> Iterator[PageObject]:  # noqa: ANN401
    """Give the objects of a page in the order of drawing, those in forms after their form."""
    at = address(page)
    for number in range(raw.FPDFPage_CountObjects(page)):
        handle = _page_object(at, number)
        kind = _type(handle)
        yield PageObject(handle, kind, handle)
        if kind == _FORM:
            yield from _inside(handle, handle, _DEEPEST)


def _inside(form: int, outer: int, depth: int) -> Iterator[PageObject]:
    for number in range(raw.FPDFFormObj_CountObjects(cast(form, raw.FPDF_PAGEOBJECT))):
        handle = _form_object(form, number)
        kind = _type(handle)
        yield PageObject(handle, kind, outer)
        if kind == _FORM and depth:
            yield from _inside(handle, outer, depth - 1)


def draws_words(note: Any) -> bool:  # noqa: ANN401
    """Say whether the picture that an annotation has of itself holds words."""
    for number in range(raw.FPDFAnnot_GetObjectCount(note)):
        handle = cast(raw.FPDFAnnot_GetObject(note, number), c_void_p).value or 0
        kind = _type(handle)
        inside = _inside(handle, handle, _DEEPEST) if kind == _FORM else ()
        if kind == _TEXT or any(each.kind == _TEXT for each in inside):
            return True
    return False


def bounds(handle: int) -> Box | None:
    """Return the box of an object of a page, None where it has none."""
    if not _bounds(handle, *_BOUND_PLACES):
        return None
    return Box(*_BOUNDS)


class Boxes:
    """The boxes of one text page: of characters, and of the stretches that are drawn as one."""

    def __init__(self, text_page: Any) -> None:  # noqa: ANN401
        self._at = address(text_page)
        self._page = text_page
        self._found = (c_double * 4)()
        first = addressof(self._found)
        self._places = (first, first + 8, first + 16, first + 24)
        self._loose = raw.FS_RECTF()
        self._loose_place = addressof(self._loose)

    def drawn(self) -> list[Box]:
        """Return a box for each stretch of characters that one text object draws."""
        found, (left, top, right, bottom) = self._found, self._places
        return [
            Box(found[0], found[3], found[2], found[1])
            for number in range(raw.FPDFText_CountRects(self._page, 0, -1))
            if _rect(self._at, number, left, top, right, bottom)
        ]

    def of_char(self, index: int) -> Box | None:
        """Return the box of the ink of a character; None where it has no place."""
        left, right, bottom, top = self._places
        if not _char_box(self._at, index, left, right, bottom, top):
            return None
        found = self._found
        return Box(found[0], found[2], found[1], found[3])

    def first_in(self, box: Box) -> int:
        """Return the number of the character at the left end of a box; negative without one."""
        middle = (box.bottom + box.top) / 2
        return int(raw.FPDFText_GetCharIndexAtPos(self._page, box.left + 0.5, middle, 2.0, 4.0))

    def loose(self, index: int) -> tuple[float, float, float, float] | None:
        """Return left, bottom, right, top of a character in the height of its font."""
        if not _loose_box(self._at, index, self._loose_place):
            return None
        found = self._loose
        return found.left, found.bottom, found.right, found.top


def text_index(text_page: Any, index: int) -> int:  # noqa: ANN401
    """Return where a character stands in the text of its page; negative where it does not."""
    return int(raw.FPDFText_GetTextIndexFromCharIndex(text_page, index))


class TooLong(Exception):
    """Drawing took longer than it may."""


class Drawing:
    """Draws pages; entered for each, it lasts for as many seconds of the processor as it is given.

    fields: the form of the document, which is drawn with the page; None without one.
    """

    def __init__(self, seconds: float, fields: Any = None) -> None:  # noqa: ANN401
        self._fields = fields
        self._left = seconds
        self._started = self._until = 0.0
        self._pause = raw.IFSDK_PAUSE(version=1)
        self._pause.NeedToPauseNow = type(self._pause.NeedToPauseNow)(
            lambda _: time.process_time() > self._until
        )

    def __enter__(self) -> None:
        self._started = time.process_time()
        self._until = self._started + self._left

    def __exit__(self, *_: object) -> None:
        self._left -= time.process_time() - self._started

    def check(self) -> None:
        """Raise TooLong where the time is used up."""
        if time.process_time() >= self._until:
            raise TooLong

    def draw(
        self,
        page: Any,  # noqa: ANN401
        size: tuple[int, int],
        paper: int,
        *,
        colour: bool,
        cut: Box | None = None,
    ) -> "Picture":
        """Draw a page on paper of one grey, or what lies in a box of it; raises TooLong.

        size: width and height of the whole page in pixels. cut: in pixels as well.
        """
        left, first, right, last = cut or Box(0, 0, *size)
        left, first = max(0, int(left)), max(0, int(first))
        width = max(1, min(size[0], int(right) + 1) - left)
        height = max(1, min(size[1], int(last) + 1) - first)
        self.check()
        kind = raw.FPDFBitmap_BGRx if colour else raw.FPDFBitmap_Gray
        bitmap = raw.FPDFBitmap_CreateEx(width, height, kind, None, 0)
        if not bitmap:
            raise TooLong
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFF000000 | paper * 0x010101)
            where = (-left, -first, *size, 0, raw.FPDF_ANNOT)
            status = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *where, byref(self._pause))
            raw.FPDF_RenderPage_Close(page)
            if status != raw.FPDF_RENDER_DONE:
                raise TooLong
            if self._fields is not None:
                raw.FPDF_FFLDraw(self._fields, bitmap, page, *where)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            pixels = string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return Picture(pixels, stride, Box(left, first, left + width, first + height), kind)


class Picture(NamedTuple):
    """A page or a part of it as it was drawn.

    stride: bytes of a row. place: the pixels of the whole page that it shows. kind: the format.
    """

    pixels: bytes
    stride: int
    place: Box
    kind: int

    def holds(self, box: Box) -> bool:
        """Say whether a box lies in the picture whole, but for a pixel or two."""
        left, first, right, last = self.place
        within = box.left > left - 2 and box.right < right + 2
        return within and box.bottom > first - 2 and box.top < last + 2

    def rows(self, box: Box) -> list[slice]:
        """Give where in the bytes the rows of a box stand, in pixels of the whole page."""
        place, depth = self.place, 1 if self.kind == raw.FPDFBitmap_Gray else 4
        left = max(0, int(box.left - place.left))
        right = min(int(place.width), int(box.right - place.left) + 1)
        first = max(0, int(box.bottom - place.bottom))
        last = min(int(place.height), int(box.top - place.bottom) + 1)
        if left >= right:
            return []
        first, last = first * self.stride, last * self.stride
        start, end = left * depth, right * depth
        return [slice(at + start, at + end) for at in range(first, last, self.stride)]


class Placing:
    """Where the points of a page lie in a picture of it: PDFium turns and crops pages."""

    _FINE = 1000

    def __init__(self, page: Any, width: int, height: int) -> None:  # noqa: ANN401
        self._width, self._height = width, height
        origin, right, up = (self._point(page, *at) for at in ((0, 0), (100, 0), (0, 100)))
        self._x = ((right[0] - origin[0]) / 100, (up[0] - origin[0]) / 100, origin[0])
        self._y = ((right[1] - origin[1]) / 100, (up[1] - origin[1]) / 100, origin[1])

    def __call__(self, box: Box) -> Box:
        """Return a box of the page in pixels; there bottom is the first row, top the last."""
        (ax, bx, cx), (ay, by, cy) = self._x, self._y
        x1, x2 = ax * box.left + bx * box.bottom + cx, ax * box.right + bx * box.top + cx
        y1, y2 = ay * box.left + by * box.bottom + cy, ay * box.right + by * box.top + cy
        if x1 > x2:
            x1, x2 = x2, x1
        if y1 > y2:
            y1, y2 = y2, y1
        return Box(x1, y1, x2, y2)

    def _point(self, page: Any, x: float, y: float) -> tuple[float, float]:  # noqa: ANN401
        column, row = c_int(), c_int()
        fine = self._FINE
        size = (self._width * fine, self._height * fine)
        raw.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, byref(column), byref(row))
        return column.value / fine, row.value / fine

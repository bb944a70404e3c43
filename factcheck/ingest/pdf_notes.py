"""What a page of a PDF shows beside its text: typed notes, stamps, comments, fields of forms."""

from collections.abc import Collection, Iterator
from ctypes import POINTER, byref, cast, create_string_buffer
from typing import Any, Final, NamedTuple

from pypdfium2 import raw

from factcheck.ingest.pdfium import Box, draws_words

_NO_WORDS: Final = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)
_UNSEEN: Final = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_PASSWORD: Final = 1 << 13
_TYPED: Final = (
    raw.FPDF_FORMFIELD_TEXTFIELD,
    raw.FPDF_FORMFIELD_COMBOBOX,
    raw.FPDF_FORMFIELD_LISTBOX,
)
_TICKED: Final = (raw.FPDF_FORMFIELD_CHECKBOX, raw.FPDF_FORMFIELD_RADIOBUTTON)
_MOST: Final = 2000
"""Notes of a page that are read."""


class Notes(NamedTuple):
    """What stands beside the text of a page.

    written: words that no picture of the page gives, each with who wrote them or what they fill.
    drawn: the numbers of those that draw words, which have to be read off the page.
    redactions: places that were marked to be blacked out, and are not.
    files: attached to a place of the page.
    left: notes that are more than are read.
    places: where they lie over the page, in points.
    """

    written: tuple[tuple[str, str], ...] = ()
    drawn: tuple[int, ...] = ()
    redactions: int = 0
    files: int = 0
    left: int = 0
    places: tuple[Box, ...] = ()


def notes_on(page: Any, fields: Any) -> Notes:  # noqa: ANN401
    """Return the notes of a page; fields: the handle of the document's form, None without one."""
    count = raw.FPDFPage_GetAnnotCount(page)
    if count <= 0:
        return Notes()
    written: list[tuple[str, str]] = []
    drawn: list[int] = []
    places: list[Box] = []
    redactions = files = 0
    for number in range(min(count, _MOST)):
        note = raw.FPDFPage_GetAnnot(page, number)
        if not note:
            continue
        try:
            kind = raw.FPDFAnnot_GetSubtype(note)
            if kind in _NO_WORDS or raw.FPDFAnnot_GetFlags(note) & _UNSEEN:
                continue
            places += _place(note)
            redactions += kind == raw.FPDF_ANNOT_REDACT
            files += kind == raw.FPDF_ANNOT_FILEATTACHMENT
            draws = draws_words(note) and not _is_ticked(note, fields, kind)
            if draws:
                drawn.append(number)
            if kind in (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_XFAWIDGET):
                written += _of_field(note, fields, draws=draws)
            elif not draws or kind != raw.FPDF_ANNOT_FREETEXT:
                written += _of_comment(note)
        finally:
            raw.FPDFPage_CloseAnnot(note)
    return Notes(
        tuple(written), tuple(drawn), redactions, files, max(0, count - _MOST), tuple(places)
    )


def leave_notes(page: Any, numbers: Collection[int]) -> None:  # noqa: ANN401
    """Take everything off a page but these notes, and make what they draw a part of it.

    The page has to be loaded anew after that.
    """
    for number in reversed(range(raw.FPDFPage_CountObjects(page))):
        raw.FPDFPage_RemoveObject(page, raw.FPDFPage_GetObject(page, number))
    for number in reversed(range(raw.FPDFPage_GetAnnotCount(page))):
        if number not in numbers:
            raw.FPDFPage_RemoveAnnot(page, number)
    raw.FPDFPage_GenerateContent(page)
    raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)


def _of_comment(note: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    words = _string(note, b"Contents")
    if words:
        yield words, _string(note, b"T")


def _of_field(note: Any, fields: Any, *, draws: bool) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if fields is None:
        return
    kind = raw.FPDFAnnot_GetFormFieldType(fields, note)
    name = _from(raw.FPDFAnnot_GetFormFieldAlternateName, fields, note)
    name = name or _from(raw.FPDFAnnot_GetFormFieldName, fields, note)
    if kind in _TICKED and raw.FPDFAnnot_IsChecked(fields, note):
        yield f"☒ {name}", name
    if kind not in _TYPED or draws:
        return
    if not raw.FPDFAnnot_GetFormFieldFlags(fields, note) & _PASSWORD:
        words = _from(raw.FPDFAnnot_GetFormFieldValue, fields, note)
        if words:
            yield words, name


def _place(note: Any) -> list[Box]:  # noqa: ANN401
    place = raw.FS_RECTF()
    if not raw.FPDFAnnot_GetRect(note, byref(place)):
        return []
    return [Box(place.left, place.bottom, place.right, place.top)]


def _is_ticked(note: Any, fields: Any, kind: int) -> bool:  # noqa: ANN401
    """Say whether a note is a box to tick: the letter in it is a tick, not a word."""
    is_field = kind == raw.FPDF_ANNOT_WIDGET and fields is not None
    return is_field and raw.FPDFAnnot_GetFormFieldType(fields, note) in _TICKED


def _string(note: Any, key: bytes) -> str:  # noqa: ANN401
    return _from(raw.FPDFAnnot_GetStringValue, note, key)


def _from(function: Any, *arguments: Any) -> str:  # noqa: ANN401
    """Return a text that a function writes into a buffer in UTF-16."""
    length = function(*arguments, None, 0)
    if length <= 2:  # the end alone
        return ""
    buffer = create_string_buffer(length)
    function(*arguments, cast(buffer, POINTER(raw.FPDF_WCHAR)), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0").strip()

"""What can be seen of an attached file: a picture, a page, or a sentence. Runs beside the window.

Pictures are decoded by Qt with its limit on memory, from a short list of formats; pages of a PDF
are drawn by the child that reads documents. Nothing here touches a widget.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from factcheck.case.files_here import file_here
from factcheck.case.read.attached import (
    attachment,
    attachment_bytes,
    check_attachment,
    point_to_file,
)
from factcheck.case.read.documents import AttachmentRow
from factcheck.errors import Cancelled, FactcheckError
from factcheck.export.whole_file import whole_file
from factcheck.ordinary_file import open_ordinary

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.ingest.page_pictures import PagePicture
    from factcheck.ingest.worker import Readers

PICTURES: Final = frozenset({"png", "jpeg", "jpg", "gif", "webp", "bmp", "tiff", "tif"})
"""Never SVG: a drawing may name other files."""
_MOST_SIDE: Final = 2400
_PAGE_WIDTH: Final = 1400
_LARGEST: Final = 256 * 2**20
"""Bytes of the largest file that is read into memory to be shown."""


class Look(NamedTuple):
    """What is seen of an attached file; one of image and sentence is empty.

    page, pages: from 1, 0 where the file has no pages. is_sought: it is kept by its path, and is
    not the same or not known here; the user may point to it.
    """

    attachment_id: str
    image: QImage | None = None
    sentence: str = ""
    page: int = 0
    pages: int = 0
    is_sought: bool = False


class PageReaders:
    """The child that draws pages, started with the first PDF and kept warm; one file at a time."""

    def __init__(self) -> None:
        self._readers: Readers | None = None
        self._lock = threading.Lock()

    def draw(self, data: bytes, name: str, page: int) -> PagePicture:
        """Draw a page. Raises FactcheckError."""
        # Imported here, beside the window: the readers start a child process.
        from factcheck.ingest.worker import Readers

        with self._lock:
            if self._readers is None:
                self._readers = Readers()
            return self._readers.page_picture(data, name, page, _PAGE_WIDTH)

    def close(self) -> None:
        """End the child, also while it draws; the next page starts another."""
        readers = self._readers
        if readers is not None:
            readers.cancel()
        with self._lock:
            if self._readers is not None:
                self._readers.close()
                self._readers = None


def look(attachment_id: str, page: int, pages: PageReaders, reader: Case) -> Look:
    """Look at an attached file, at a page of it; what cannot be shown gets a sentence.

    A file that is kept by its path is compared with what was recorded, and shown only if it is
    the same.
    """
    try:
        row = reader.read(attachment, attachment_id)
        here = file_here(reader.id, row.sha256) if row.path is not None else None
        if row.path is not None:
            checked = check_attachment(row, here)
            if checked.state != "unchanged":
                return Look(attachment_id, sentence=checked.sentence, is_sought=True)
        kind, _, form = row.media_type.partition("/")
        if row.media_type == "application/pdf":
            return _page(attachment_id, page, pages, _body(reader, row, here), row.name)
        if kind == "image" and form in PICTURES:
            return _picture(attachment_id, _body(reader, row, here), row.name)
    except Cancelled:
        raise
    except FactcheckError as error:
        return Look(attachment_id, sentence=str(error))
    unchanged = " It is as it was attached." if row.path is not None else ""
    sentence = f"“{row.name}” cannot be shown here.{unchanged} Save a copy to open it elsewhere."
    return Look(attachment_id, sentence=sentence)


def save_copy(attachment_id: str, to: Path, reader: Case) -> str:
    """Write an attached file to a place and return the sentence that says so.

    Raises FactcheckError where it was changed, is gone, or cannot be written.
    """
    row = reader.read(attachment, attachment_id)
    if row.path is not None:
        here = file_here(reader.id, row.sha256)
        checked = check_attachment(row, here)
        if here is None or checked.state != "unchanged":
            raise FactcheckError(checked.sentence)
        _copy(here, to)
    else:
        with whole_file(to) as file:
            file.write(reader.read(attachment_bytes, attachment_id))
    return f"Saved a copy as {to.name}."


def point_to(attachment_id: str, path: Path, reader: Case) -> str:
    """Say where an attached file lies on this computer; return the sentence about what is there.

    Raises FactcheckError where it cannot be remembered.
    """
    return point_to_file(reader.id, reader.read(attachment, attachment_id), path).sentence


def _copy(source: Path, to: Path) -> None:
    # In pieces: such files are larger than the memory should have to hold.
    if to.exists() and to.samefile(source):
        raise FactcheckError(f"{to.name} is the attached file itself. Choose another name.")
    with whole_file(to) as to_file, open_ordinary(source) as from_file:
        while piece := from_file.read(2**20):
            to_file.write(piece)


def _body(reader: Case, row: AttachmentRow, here: Path | None) -> bytes:
    if here is None:
        return reader.read(attachment_bytes, row.id)
    if row.size > _LARGEST:
        raise FactcheckError(f"“{row.name}” is too large to be shown here. Save a copy to open it.")
    try:
        with open_ordinary(here) as file:
            return file.read(row.size)
    except OSError as refused:
        raise FactcheckError(f"{here} cannot be read: {refused.strerror}.") from refused


def _page(attachment_id: str, page: int, pages: PageReaders, body: bytes, name: str) -> Look:
    drawn = pages.draw(body, name, page)
    row = 4 * drawn.width
    image = QImage(drawn.pixels, drawn.width, drawn.height, row, QImage.Format.Format_RGB32)
    # Copied: the picture must not look into bytes that are gone.
    return Look(attachment_id, image.copy(), page=drawn.number, pages=drawn.pages)


def _picture(attachment_id: str, body: bytes, name: str) -> Look:
    buffer = QBuffer()
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode("ascii", "replace") not in PICTURES:
        raise FactcheckError(f"“{name}” is no picture of a kind that is shown here.")
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _MOST_SIDE:
        most = QSize(_MOST_SIDE, _MOST_SIDE)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise FactcheckError(f"“{name}” cannot be shown: it is damaged, or larger than fits.")
    return Look(attachment_id, image)

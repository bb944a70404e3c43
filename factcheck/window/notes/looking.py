"""What can be seen of an attached file: a picture, a page, or a sentence. Runs beside the window.

Pictures are decoded by Qt in a confined child (decoding.py), from a short list of formats; pages of
a PDF are drawn by the child that reads documents. Nothing here touches a widget.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtGui import QImage

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
from factcheck.ingest.page_pictures import PICTURES
from factcheck.ordinary_file import open_ordinary

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.confined.child import Child
    from factcheck.ingest.page_pictures import PagePicture
    from factcheck.ingest.worker import Readers

_PAGE_WIDTH: Final = 1400
_LONG_S: Final = 86_400
"""Of work in the life of the child that decodes; each picture has its own seconds by the clock."""
_PICTURE_S: Final = 10.0
"""Seconds after which a picture is given up: one of 100 megapixels takes two."""


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


class Children:
    """The children that draw pages and decode pictures, one file at a time.

    Each is started with the first file for it and kept warm.
    """

    def __init__(self) -> None:
        self._readers: Readers | None = None
        self._decoder: Child | None = None
        self._is_closing = False
        self._lock = threading.Lock()

    def draw(self, data: bytes, name: str, page: int) -> PagePicture:
        """Draw a page of a PDF. Raises FactcheckError."""
        # Imported here, beside the window: the readers start a child process.
        from factcheck.ingest.worker import Readers

        with self._lock:
            if self._readers is None:
                self._readers = Readers()
            return self._readers.page_picture(data, name, page, _PAGE_WIDTH)

    def decode(self, data: bytes, name: str) -> PagePicture:
        """Decode a picture. Raises FactcheckError."""
        from factcheck.confined.child import TimedOut
        from factcheck.confined.told import Died

        with self._lock:
            for _ in range(2):
                try:
                    return self._decoded(data, name)
                except (Died, TimedOut) as broken:
                    self._drop_decoder()
                    if self._is_closing:
                        raise Cancelled("Looking was stopped.") from broken
                    if isinstance(broken, TimedOut):
                        raise FactcheckError(
                            f"“{name}” cannot be shown here: it takes longer than"
                            f" {_PICTURE_S:.0f} seconds. Save a copy to open it elsewhere."
                        ) from broken
            raise FactcheckError(f"“{name}” cannot be shown: it is damaged, or larger than fits.")

    def close(self) -> None:
        """End the children, also while they work; the next file starts another."""
        self._is_closing = True
        readers, decoder = self._readers, self._decoder
        if readers is not None:
            readers.cancel()
        if decoder is not None:
            decoder.strike()
        with self._lock:
            self._drop_decoder()
            if self._readers is not None:
                self._readers.close()
                self._readers = None
            self._is_closing = False

    def _decoded(self, data: bytes, name: str) -> PagePicture:
        from factcheck.confined.child import Child
        from factcheck.confined.limits import Limits
        from factcheck.confined.told import Told
        from factcheck.ingest.answers import picture_from, sentence_of

        if self._decoder is None:
            limits = Limits(cpu=_LONG_S, wall=_PICTURE_S)
            self._decoder = Child("factcheck.window.notes.decoding:serve", limits)
        answer = self._decoder.ask({"name": name}, data)
        if "error" in Told(answer.head):
            raise FactcheckError(sentence_of(answer.head["error"]))
        return picture_from(answer)

    def _drop_decoder(self) -> None:
        if self._decoder is not None:
            self._decoder.close()
            self._decoder = None


def look(attachment_id: str, page: int, children: Children, reader: Case) -> Look:
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
            drawn = children.draw(_body(reader, row, here), row.name, page)
            image = _image(drawn, QImage.Format.Format_RGB32)
            return Look(attachment_id, image, page=drawn.number, pages=drawn.pages)
        if kind == "image" and form in PICTURES:
            shown = children.decode(_body(reader, row, here), row.name)
            return Look(attachment_id, _image(shown, QImage.Format.Format_ARGB32))
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
    from factcheck.ingest.reader import MAX_BYTES

    if row.size > MAX_BYTES:
        raise FactcheckError(f"“{row.name}” is too large to be shown here. Save a copy to open it.")
    if here is None:
        return reader.read(attachment_bytes, row.id)
    try:
        with open_ordinary(here) as file:
            return file.read(row.size)
    except OSError as refused:
        raise FactcheckError(f"{here} cannot be read: {refused.strerror}.") from refused


def _image(drawn: PagePicture, form: QImage.Format) -> QImage:
    image = QImage(drawn.pixels, drawn.width, drawn.height, 4 * drawn.width, form)
    # Copied: the picture must not look into bytes that are gone.
    return image.copy()

"""The child that decodes attached pictures: the one program part that gives a stranger's to Qt.

It runs confined (factcheck/confined/) and answers with pixels, of which the window makes an image.
"""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from factcheck.confined.messages import Pipe
from factcheck.errors import FactcheckError
from factcheck.ingest.answers import tell_picture
from factcheck.ingest.page_pictures import PICTURES, PagePicture

_MOST_SIDE: Final = 2400


def serve(pipe: Pipe) -> None:
    """Decode one picture after another until the pipe ends."""
    while True:
        try:
            asked = pipe.receive()
        except ValueError:
            return
        # It outlives its reader: that of a TIFF still asks for it when it goes.
        buffer = QBuffer()
        buffer.setData(QByteArray(asked.body))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        try:
            picture = _decoded(QImageReader(buffer), str(asked.head["name"]))
        except FactcheckError as refused:
            pipe.send({"error": str(refused)})
        else:
            pipe.send(tell_picture(picture), picture.pixels)


def _decoded(reader: QImageReader, name: str) -> PagePicture:
    """Return a picture, made smaller where it is larger than a screen, with its transparency.

    Raises FactcheckError where it cannot be shown.
    """
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode("ascii", "replace") not in PICTURES:
        raise FactcheckError(f"“{name}” is no picture of a kind that is shown here.")
    if reader.size().isValid() and _is_large(reader.size()):
        reader.setScaledSize(_smaller(reader.size()))
    image = reader.read()
    if image.isNull():
        raise FactcheckError(f"“{name}” cannot be shown: it is damaged, or larger than fits.")
    if _is_large(image.size()):
        image = image.scaled(_smaller(image.size()))
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    return PagePicture(1, 1, image.width(), image.height(), bytes(image.constBits()))


def _is_large(size: QSize) -> bool:
    return max(size.width(), size.height()) > _MOST_SIDE


def _smaller(size: QSize) -> QSize:
    return size.scaled(
        QSize(_MOST_SIDE, _MOST_SIDE), Qt.AspectRatioMode.KeepAspectRatio
    ).expandedTo(QSize(1, 1))

"""A picture that fills the room it has and is never larger than it is."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.window.shapes import color


class PictureView(QWidget):
    """Shows an image scaled down to its own size, the proportions kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._scaled = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None, name: str = "") -> None:
        """Show a picture, named for who cannot see it; None for none."""
        self._image = image or QImage()
        self._scaled = QImage()
        self.setAccessibleName(name)
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether a picture is shown."""
        return not self._image.isNull()

    def minimumSizeHint(self) -> QSize:
        """Be content with a stamp."""
        return QSize(80, 60)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture in the middle, at the sharpness of the screen."""
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        room = QSize(round(self.width() * ratio), round(self.height() * ratio))
        size = self._image.size()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        if self._scaled.size() != size:
            self._scaled = self._image.scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        wide, high = round(size.width() / ratio), round(size.height() / ratio)
        corner = QPoint((self.width() - wide) // 2, max(0, (self.height() - high) // 2))
        place = QRect(corner, QSize(wide, high))
        painter = QPainter(self)
        painter.fillRect(place, Qt.GlobalColor.white)
        painter.drawImage(place, self._scaled)
        painter.setPen(color("line"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))

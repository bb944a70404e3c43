"""A picture that fits into its room, or, enlarged, fills the width of a scrolling one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.window.shapes import color


class PictureView(QWidget):
    """Shows an image, the proportions kept, never larger than it is.

    double_clicked: it is wanted larger, or small again.
    """

    double_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._scaled = QImage()
        self._is_large = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None, name: str = "") -> None:
        """Show a picture, named for who cannot see it; None for none."""
        self._image = image or QImage()
        self._scaled = QImage()
        self.setAccessibleName(name)
        self.set_large(self._is_large)
        self.update()

    def set_large(self, large: bool) -> None:
        """Fill the width, as high as that makes it, or fit into the room there is."""
        self._is_large = large
        self.setMinimumHeight(self._height_at(self.width()) if large else 0)
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether a picture is shown."""
        return not self._image.isNull()

    def minimumSizeHint(self) -> QSize:
        """Be content with a stamp."""
        return QSize(80, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where it fills the width."""
        super().resizeEvent(event)
        if self._is_large:
            self.setMinimumHeight(self._height_at(self.width()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Want it larger, or small again."""
        self.double_clicked.emit()

    def _height_at(self, width: int) -> int:
        size = self._image.size() / self.devicePixelRatioF()
        if size.width() < 1:
            return 0
        return round(size.height() * min(1.0, width / size.width()))

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

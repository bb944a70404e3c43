"""A rating: its shape in its colour, and always its word beside it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.window import icons
from factcheck.window.rating_shapes import Shape, color_of, icon_of
from factcheck.window.shapes import color
from factcheck.window.widgets.labels import Role, font_of

_GAP = 8


def paint_shape(painter: QPainter, rect: QRect, shape: Shape, size: int = icons.SIZE) -> None:
    """Paint a rating's shape in the middle of the rectangle."""
    ratio = painter.device().devicePixelRatio()
    drawn = icons.pixmap(icon_of(shape), color_of(shape), size, ratio)
    centre = rect.center()
    painter.drawPixmap(QPoint(centre.x() - size // 2 + 1, centre.y() - size // 2 + 1), drawn)


class RatingLabel(QWidget):
    """The shape of a rating and its word; its accessible name is the word."""

    def __init__(
        self,
        shape: Shape = "plain",
        word: str = "",
        role: Role = "base",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFont(font_of(role))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_rating(shape, word)

    def set_rating(self, shape: Shape, word: str) -> None:
        """Show another rating."""
        self._shape: Shape = shape
        self._word = word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of shape and word."""
        metrics = self.fontMetrics()
        width = icons.SIZE + _GAP + metrics.horizontalAdvance(self._word) + 2
        return QSize(width, max(icons.SIZE, metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shape and word."""
        painter = QPainter(self)
        shape = QRect(0, 0, icons.SIZE, self.height())
        text = self.rect().adjusted(icons.SIZE + _GAP, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            shape.moveRight(self.width() - 1)
            text = self.rect().adjusted(0, 0, -icons.SIZE - _GAP, 0)
            side = Qt.AlignmentFlag.AlignRight
        paint_shape(painter, shape, self._shape)
        painter.setFont(self.font())
        painter.setPen(color("text"))
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        shown = self.fontMetrics().elidedText(self._word, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(text, flags, shown)

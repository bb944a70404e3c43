"""A hairline between two sections."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from factcheck.window.shapes import hairline


class Line(QWidget):
    """A hairline between two sections."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        hairline(QPainter(self), self.rect(), Qt.Edge.TopEdge)

"""A page whose content stands in one column, a little above the middle of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from factcheck.window import fonts, style


class MiddlePage(QScrollArea):
    """It scrolls where the window is too small; what it shows is added to ``column``."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """Make the page; width: of the column, in px of the usual size of text."""
        super().__init__(parent)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        style.set_ground(self, "panel")
        middle = QWidget()
        middle.setFixedWidth(fonts.scaled(width))
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        page = QWidget()
        around = QVBoxLayout(page)
        around.addStretch(3)
        around.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        around.addStretch(4)
        self.setWidget(page)
        page.setAutoFillBackground(False)

"""The pane beside a table: headings and lists of choices, scrolling where they are many."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from factcheck.window.shapes import color, hairline
from factcheck.window.tables.choices import ChoicesList
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.headers import SectionHeader


class TableSide(QWidget):
    """Sections from the top; what is added to the foot stays at the bottom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(160)
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(0, 4, 1, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page)
        self._page.setAutoFillBackground(False)
        Ground(area)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(area, 1)

    def add_section(self, name: str, choices: ChoicesList) -> SectionHeader:
        """Add a heading and its list; gives the heading back, for a count at its end."""
        heading = SectionHeader(name, folds=False)
        self._column.insertWidget(self._column.count() - 1, heading)
        self._column.insertWidget(self._column.count() - 1, choices)
        self._column.insertSpacing(self._column.count() - 1, 8)
        return heading

    def add_foot(self, widget: QWidget) -> None:
        """Add something that stays at the bottom."""
        self._whole.addWidget(widget)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line towards the table."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.RightEdge)

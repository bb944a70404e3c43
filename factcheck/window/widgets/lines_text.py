"""A few lines of text on lines of a given height, as Qt's labels cannot set them."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.window import fonts
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.shapes import color


class LinesText(QWidget):
    """Shows a text whole; it is as high as its lines (px at the usual size of text) need."""

    def __init__(self, font: QFont, line: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = fonts.scaled(line)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high the lines are at this width."""
        return max(1, self._laid_out(width).lineCount()) * self._line

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, self._line)

    def minimumSizeHint(self) -> QSize:
        """Be content with a word's room."""
        return QSize(60, self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(color("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))

    # For the subclass

    def _shown(self) -> str:
        """Give what is shown, on one line."""
        raise NotImplementedError

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        """Give how parts of it look."""
        return []

    def _show_anew(self, spoken: str) -> None:
        """Show another text, and say it to whoever cannot see it."""
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    # Internal

    def _laid_out(self, width: int) -> QTextLayout:
        text = self._shown()
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left(text) else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setFormats(self._formats(text))
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, number * self._line + (self._line - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout

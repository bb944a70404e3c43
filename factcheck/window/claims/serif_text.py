"""A few lines of serif text on lines of a given height, as Qt's labels cannot set them."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.window import fonts
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.shapes import color


class SerifText(QWidget):
    """Shows a text whole; it is as high as its lines need. `edit_wanted`: a double click."""

    edit_wanted = Signal()

    def __init__(self, font: QFont, line: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._line = fonts.scaled(line)
        self.setFont(font)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Give the text shown."""
        return self._text

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

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the field."""
        self.edit_wanted.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(color("text"))
        layout = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(" ".join(self._text.split()), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        arabic = is_right_to_left(self._text)
        side = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width))
            line.setPosition(QPointF(0, number * self._line + (self._line - line.height()) / 2))
            number += 1
        layout.endLayout()
        return layout

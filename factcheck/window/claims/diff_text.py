"""Corrected words beside the old ones: removed words struck through, added ones underlined."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.text.canonical import Utf16Map
from factcheck.text.worddiff import DiffPart, word_diff
from factcheck.window import fonts
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.shapes import color

_LINE = 21


class DiffText(QWidget):
    """Shows a text as it was and as it should read, in one; as high as its lines need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[DiffPart] = []
        self._line = fonts.scaled(_LINE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(fonts.quote_font())

    def set_texts(self, before: str, after: str) -> None:
        """Show what changed between two wordings; white space on one line."""
        self._parts = word_diff(" ".join(before.split()), " ".join(after.split()))
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    def parts(self) -> list[DiffPart]:
        """Give what is shown, in reading order."""
        return list(self._parts)

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

    def _spoken(self) -> str:
        said = {
            "same": "{0}",
            "removed": self.tr("[removed: {0}]"),
            "added": self.tr("[added: {0}]"),
        }
        return " ".join(said[part.kind].format(part.text.strip()) for part in self._parts)

    def _laid_out(self, width: int) -> QTextLayout:
        text = "".join(part.text for part in self._parts)
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        arabic = is_right_to_left(text)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
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

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        positions, at = Utf16Map(text), 0
        found: list[QTextLayout.FormatRange] = []
        for part in self._parts:
            end = at + len(part.text)
            if part.kind != "same":
                look = QTextLayout.FormatRange()
                look.start = positions.to_qt(at)
                look.length = positions.to_qt(end) - look.start
                look.format = _look(added=part.kind == "added")
                found.append(look)
            at = end
        return found


def _look(*, added: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    if added:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(color("supports.line"))
        look.setBackground(color("supports.fill"))
    else:
        look.setFontStrikeOut(True)
        look.setForeground(color("muted"))
    return look

"""A few lines of a claim or a quote, to be read and, with a double click, to be changed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont, QMouseEvent
from PySide6.QtWidgets import QWidget

from factcheck.window.widgets.lines_text import LinesText


class SerifText(LinesText):
    """Shows a text whole. `edit_wanted`: a double click."""

    edit_wanted = Signal()

    def __init__(self, font: QFont, line: int, parent: QWidget | None = None) -> None:
        super().__init__(font, line, parent)
        self._text = ""

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self._show_anew(text)

    def text(self) -> str:
        """Give the text shown."""
        return self._text

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the field."""
        self.edit_wanted.emit()

    def _shown(self) -> str:
        return " ".join(self._text.split())

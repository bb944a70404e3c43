"""The button that records a verdict, or saves the form that stands in its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.window import fonts
from factcheck.window.commands.command import shown_key
from factcheck.window.shapes import color
from factcheck.window.style import make_main
from factcheck.window.widgets.chips import chip_size, paint_key


class RecordButton(QPushButton):
    """The main button of the panel, with its key on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = self.tr("Record")
        self._key = shown_key("Ctrl+Return").replace("Return", "Enter")
        self.setAccessibleName(self._words)
        make_main(self)

    def set_words(self, words: str) -> None:
        """Do something else than record: say what."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of word and key."""
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(12 + words + 8 + chip_size(self._key).width() + 8, fonts.scaled(28))

    def minimumSizeHint(self) -> QSize:
        """Never be narrower."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the style's button, then word and key."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(color("on_accent" if self.isEnabled() else "faint"))
        place = self.rect().adjusted(12, 0, 0, 0)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self._words)
        chip = chip_size(self._key)
        rect = self.rect()
        left = rect.right() - 8 - chip.width()
        key = rect.adjusted(left, (rect.height() - chip.height()) // 2, 0, 0)
        key.setSize(chip)
        if self.isEnabled():
            paint_key(painter, key, self._key, on_accent=True)
        else:
            paint_key(painter, key, self._key)

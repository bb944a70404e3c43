"""The fingerprint of the last entry, at the foot of the ledger's side."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.log import Head
from factcheck.window import fonts
from factcheck.window.shapes import hairline
from factcheck.window.widgets.labels import PlainLabel


class Fingerprint(QWidget):
    """Two lines: of which entry, and the fingerprint; it can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = PlainLabel("", "second")
        self._words = PlainLabel("", "second", "text")
        self._words.setFont(_mono())
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(2)
        column.addWidget(self._entry)
        column.addWidget(self._words)

    def show_head(self, head: Head) -> None:
        """Show the fingerprint of an entry."""
        self._entry.setText(self.tr("Fingerprint of entry {0}").format(head.seq))
        self._words.setText(head.fingerprint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        hairline(QPainter(self), self.rect(), Qt.Edge.TopEdge)


def _mono() -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(fonts.scaled(fonts.CHIP_PX))
    return font

"""A fingerprint that can be copied with one press."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from factcheck.window import fonts
from factcheck.window.widgets.labels import PlainLabel


class FingerprintRow(QWidget):
    """The fingerprint, and *Copy*. copied(fingerprint): it lies on the clipboard now."""

    copied = Signal(str)

    def __init__(self, fingerprint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", "second", "text")
        self._words.setFont(mono_font())
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = QPushButton(self.tr("Copy"))
        self._copy.setAutoDefault(False)
        self._copy.setAccessibleName(self.tr("Copy the fingerprint"))
        self._copy.clicked.connect(self._put_on_clipboard)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        row.addWidget(self._copy)
        self.show_fingerprint(fingerprint)

    def text(self) -> str:
        """Give the fingerprint."""
        return self._words.text()

    def show_fingerprint(self, fingerprint: str) -> None:
        """Show another fingerprint, which nobody copied yet."""
        if fingerprint != self._words.text():
            self._copy.setText(self.tr("Copy"))
        self._words.setText(fingerprint)

    @Slot()
    def _put_on_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self._copy.setText(self.tr("Copied"))
        self.copied.emit(self.text())


def mono_font() -> QFont:
    """Give the font in which each sign of a fingerprint is as wide as the next."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(fonts.scaled(fonts.SECOND_PX))
    return font

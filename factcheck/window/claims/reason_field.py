"""A field for a sentence or two: it grows with its text, Tab leaves it, Esc too."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAD = 6


class GrowingField(QPlainTextEdit):
    """Plain text of one to a few lines.

    confirmed: Ctrl+Enter (with enter_confirms also Enter alone). left: Esc; the text stays.
    """

    confirmed = Signal()
    left = Signal()

    def __init__(
        self,
        font: QFont,
        *,
        most_lines: int = 5,
        enter_confirms: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = most_lines
        self._enter_confirms = enter_confirms
        self.setFont(font)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_PAD)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)

    def sizeHint(self) -> QSize:
        """Ask for the lines that there are, up to the most."""
        # Counted in lines: a QPlainTextEdit measures its height so.
        lines = max(1, round(self.document().size().height()))
        height = min(lines, self._most) * self.fontMetrics().lineSpacing()
        return QSize(160, height + 2 * (_PAD + self.frameWidth()))

    def minimumSizeHint(self) -> QSize:
        """Be as high as the lines need."""
        return QSize(60, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter and Esc."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and (ctrl or (plain and self._enter_confirms)):
            self.confirmed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the lines break anew; show all of them where they fit."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grown()
        elif not self._is_longer():
            # Enter scrolled the first line away before the field had grown.
            self.verticalScrollBar().setValue(0)

    def _is_longer(self) -> bool:
        # Rounding would show a scroll bar for less than a pixel.
        return round(self.document().size().height()) > self._most

    def _grown(self) -> None:
        longer = self._is_longer()
        on, off = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(on if longer else off)
        self.updateGeometry()

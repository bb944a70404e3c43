"""A field that searches or filters while one types."""

from typing import Final

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.window import icons
from factcheck.window.widgets.chips import chip_size, paint_key

# Long enough for the next letter, short enough to feel at once.
PAUSE_MS: Final = 150


class SearchField(QLineEdit):
    """A field with an icon, what it looks for, and the key that leads to it.

    searched(str): after a pause in typing, at Enter at once. left: Esc; the text stays. down: the
    arrow down, for the list beneath.
    """

    searched = Signal(str)
    left = Signal()
    down = Signal()

    def __init__(
        self,
        placeholder: str,
        icon: str = "lens",
        key: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._told = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        sign = QAction(self)
        icons.dress(sign, icon, "muted")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._typed)
        self.returnPressed.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, go on into the list with the arrow down."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and its key while it is empty and elsewhere is typed."""
        super().paintEvent(event)
        if self._key is None or self.text() or self.hasFocus():
            return
        size = chip_size(self._key)
        left = self.width() - size.width() - 8
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left = 8
        top = (self.height() - size.height()) // 2
        paint_key(QPainter(self), QRect(left, top, size.width(), size.height()), self._key)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.searched.emit(self._told)

"""What stands in a place whose content is being looked for."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from factcheck.window.widgets.labels import PlainLabel

SAID_AFTER_MS: Final = 300
CANCEL_AFTER_MS: Final = 1_000


class Waiting(QWidget):
    """Says "Looking for evidence …" after 0.3 s and offers *Cancel* after one."""

    cancelled = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = PlainLabel(text, shade="muted")
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel)
        self.setAccessibleName(text)
        self._say = self._timer(SAID_AFTER_MS)
        self._say.timeout.connect(self.show)
        self._offer = self._timer(CANCEL_AFTER_MS)
        self._offer.timeout.connect(self._cancel.show)
        self.stop()

    def start(self) -> None:
        """Begin to wait."""
        self.stop()
        self._say.start()
        self._offer.start()

    @Slot()
    def stop(self) -> None:
        """Wait no longer: the content is there, or an error."""
        self._say.stop()
        self._offer.stop()
        self._cancel.hide()
        self.hide()

    def _timer(self, after_ms: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(after_ms)
        return made

"""A warning that stays while its reason lasts: a strip below the tabs with what to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from factcheck.window import icons
from factcheck.window.shapes import color, hairline
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.labels import PlainLabel


class LogNotice(QWidget):
    """Says that the log differs from a fingerprint that was given away.

    details_wanted: *Properties …* was pressed. It cannot be closed: what it says stays true.
    """

    details_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._label = PlainLabel(shade="contradicts.line")
        self._label.setWordWrap(True)
        self._label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._more = QPushButton(self.tr("Properties …"))
        self._more.clicked.connect(self.details_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 12, 6)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        row.addWidget(self._more)
        self._paint_sign()
        self.hide()

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show the first sentence and how many there are besides; nothing where there is none."""
        words = sentences[0] if sentences else ""
        if len(sentences) > 1:
            more = self.tr("%n more fingerprint(s) differ(s|).", "", len(sentences) - 1)
            words = f"{words} {more}"
        self._label.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if words:
            announce(self, words)

    def text(self) -> str:
        """Give what is shown, "" for nothing."""
        return self._label.text()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colour of the sign from the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._paint_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line beneath."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge)

    def _paint_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icons.pixmap("rating-misleading", "contradicts.line", ratio=ratio))

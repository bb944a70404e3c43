"""One line that tells something and leads there: an icon, and words that look like a link."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.window import fonts
from factcheck.window.icons import pixmap
from factcheck.window.shapes import color, ring
from factcheck.window.widgets.labels import plain_tip


class LinkLine(QAbstractButton):
    """Hidden while it has no words; `clicked` leads there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._icon, self._shade = "", "accent"
        self.hide()

    def show_line(self, words: str, spoken: str, icon: str = "", shade: str = "accent") -> None:
        """Show words; spoken: with what a click does. icon: "" for none. shade: of the theme."""
        self._icon, self._shade = icon, shade
        self.setText(words)
        self.setAccessibleName(spoken)
        self.setToolTip(plain_tip(words))
        self.setVisible(bool(words))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(160, fonts.scaled(24))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(80, fonts.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon and words."""
        painter = QPainter(self)
        left = 0
        if self._icon:
            drawn = pixmap(self._icon, self._shade, 16, self.devicePixelRatioF())
            painter.drawPixmap(0, (self.height() - 16) // 2, drawn)
            left = 22
        font = fonts.second_font(semibold=True)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(color(self._shade))
        place = QRect(left, 0, self.width() - left, self.height())
        metrics = painter.fontMetrics()
        # An ampersand is one, and no mnemonic: it is painted here.
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

"""One line in the claim panel: which requests about the claim are open; a click lists them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.case.read.requests import RequestRow
from factcheck.window import fonts
from factcheck.window.icons import pixmap
from factcheck.window.requests.columns import here_now
from factcheck.window.shapes import color, ring
from factcheck.window.times import given_date
from factcheck.window.widgets.labels import plain_tip


class OpenRequests(QAbstractButton):
    """Hidden while no request about the claim is open; `clicked` asks for the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._late = False
        self.hide()

    def show_requests(self, rows: Sequence[RequestRow]) -> None:
        """Say to whom the open requests went and until when an answer is due."""
        now = here_now()
        self._late = any(row.is_past_due(now) for row in rows)
        named = "; ".join(self._told(row, late=row.is_past_due(now)) for row in rows)
        words = self.tr("Asked: {0}").format(named)
        self.setText(words)
        self.setAccessibleName(self.tr("{0}. Show the requests").format(words))
        self.setToolTip(plain_tip(words))
        self.setVisible(bool(rows))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(160, fonts.scaled(24))

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(80, fonts.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a bubble, or a clock where one is past due, and the line as a link."""
        painter = QPainter(self)
        shade = "contradicts.line" if self._late else "accent"
        ratio = self.devicePixelRatioF()
        icon = "clock" if self._late else "request"
        painter.drawPixmap(0, (self.height() - 16) // 2, pixmap(icon, shade, 16, ratio))
        font = fonts.second_font(semibold=True)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(color(shade))
        place = QRect(22, 0, self.width() - 22, self.height())
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _told(self, row: RequestRow, *, late: bool) -> str:
        if not row.deadline:
            return row.to_whom
        words = self.tr("{0}, past due since {1}") if late else self.tr("{0}, due {1}")
        return words.format(row.to_whom, given_date(row.deadline, short=True))

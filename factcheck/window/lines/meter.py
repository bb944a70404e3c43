"""How far an article is read, in the head of its reader: a bar, the counts, the sign-off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.window import fonts, icons
from factcheck.window.lines.words import LineWords
from factcheck.window.shapes import box, color, ring
from factcheck.window.times import day_and_time
from factcheck.window.widgets.labels import plain_tip

if TYPE_CHECKING:
    from factcheck.case.read.reading import Reading

_BAR: Final = 92
_LEAST_BAR: Final = 40
_HEIGHT: Final = 7
_GAP: Final = 10
_HATCH: Final = 3


class ReadMeter(QAbstractButton):
    """Shows a bar and "31 of 44 lines, 12 claims, 3 without verdict", shorter where it is narrow.

    Lines in claims fill the bar, those that need no check are hatched. A click, Space or Enter
    asks for the sign-off.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = LineWords(self)
        self._texts: tuple[str, ...] = ("",)
        self._shares = (0.0, 0.0)
        self._sign = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFont(fonts.second_font())
        self.hide()

    def show_reading(self, reading: Reading | None) -> None:
        """Show how far an article is read; nothing where that is not known."""
        self.setVisible(reading is not None and bool(reading.lines))
        if reading is None or not reading.lines:
            return
        lines = len(reading.lines)
        self._shares = (reading.in_claims / lines, sum(reading.no_check.values()) / lines)
        signed = reading.sign_off.status if reading.sign_off is not None else ""
        self._sign = {"standing": "tick", "lapsed": "recheck"}.get(signed, "")
        counts = self._words.counts(reading)
        first = self._words.signed(reading)
        self._texts = tuple(f"{first} · {text}" if first else text for text in counts[:-1])
        self._texts += (first, counts[-1]) if first else counts[-1:]
        told = "\n".join(
            part for part in (self._signed(reading), self._words.told(reading)) if part
        )
        click = self.tr("Click to sign off, or to see what is open (Ctrl+Shift+L)")
        self.setToolTip(plain_tip(f"{told}\n{click}"))
        self.setAccessibleName(self._texts[0])
        self.setAccessibleDescription(told)
        self.updateGeometry()
        self.update()

    def text_shown(self) -> str:
        """Give the longest of the texts that has room."""
        room = self.width() - self._bar_width() - _GAP - self._sign_width()
        fits = (text for text in self._texts if self._advance(text) <= room)
        return next(fits, self._texts[-1])

    def sizeHint(self) -> QSize:
        """Ask for the room of bar and the whole text."""
        return self._size(_BAR, self._texts[0])

    def minimumSizeHint(self) -> QSize:
        """Be content with a short bar and two numbers."""
        return self._size(_LEAST_BAR, self._texts[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint bar, sign and text; mirrored where one reads from the right."""
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        text = self.text_shown()
        wide = self._advance(text)
        left = self.width() - wide if not mirrored else 0
        painter.setFont(self.font())
        painter.setPen(color("text" if self.underMouse() else "muted"))
        place = QRect(left, 0, wide, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
        if self._sign:
            x = left - icons.SIZE - 4 if not mirrored else wide + 4
            shade = "accent" if self._sign == "tick" else "recheck.line"
            drawn = icons.pixmap(self._sign, shade, ratio=self.devicePixelRatioF())
            painter.drawPixmap(x, (self.height() - icons.SIZE) // 2, drawn)
        self._paint_bar(painter, wide + self._sign_width(), mirrored)
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _paint_bar(self, painter: QPainter, taken: int, mirrored: bool) -> None:
        width = self._bar_width()
        left = taken + _GAP if mirrored else self.width() - taken - _GAP - width
        frame = QRectF(left, (self.height() - _HEIGHT) // 2, width, _HEIGHT)
        inner = frame.adjusted(1, 1, -1, -1)
        claimed, said = (share * inner.width() for share in self._shares)
        start = inner.right() - claimed if mirrored else inner.left()
        painter.fillRect(QRectF(start, inner.top(), claimed, inner.height()), color("claim.line"))
        first = inner.left() + claimed if not mirrored else start - said
        at = first + 1.0
        while at < first + said:
            painter.fillRect(QRectF(at, inner.top(), 1.0, inner.height()), color("unread.line"))
            at += _HATCH
        box(painter, frame, line="border", corner=2)

    def _signed(self, reading: Reading) -> str:
        signed = reading.sign_off
        if signed is None:
            return ""
        words = {
            "standing": self.tr("Signed off by {0}, {1}."),
            "lapsed": self.tr("The sign-off by {0}, {1}, has lapsed."),
            "withdrawn": self.tr("The sign-off by {0}, {1}, was withdrawn."),
        }[signed.status].format(signed.signed_by, day_and_time(signed.signed_at))
        return " ".join(part for part in (words, signed.lapsed_why) if part)

    def _bar_width(self) -> int:
        full = fonts.scaled(_BAR)
        room = self.width() - _GAP - self._sign_width() - self._advance(self._texts[0])
        return full if room >= full else fonts.scaled(_LEAST_BAR)

    def _sign_width(self) -> int:
        return icons.SIZE + 4 if self._sign else 0

    def _advance(self, text: str) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(text) + 1 if text else 0

    def _size(self, bar: int, text: str) -> QSize:
        width = fonts.scaled(bar) + _GAP + self._sign_width() + self._advance(text)
        return QSize(width, fonts.scaled(24))

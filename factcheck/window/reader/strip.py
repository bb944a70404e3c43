"""The strip at the outer edge: the whole text in one look, and the scroll bar at once."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QScrollBar, QWidget

from factcheck.text.spans import Span
from factcheck.window.reader.looks import HIT, LOOKS
from factcheck.window.reader.marks import LineState
from factcheck.window.reader.markset import MarkSet
from factcheck.window.theme import Theme

WIDTH: Final = 18
_EDGE: Final = 4.0
_TICK: Final = 2.0
_LEAST_VIEW: Final = 20.0


class Tick(NamedTuple):
    """A tick of the strip at a height in px: a token of the theme and how wide it is (0 to 1)."""

    y: int
    token: str
    share: float
    thick: bool


class Strip(QScrollBar):
    """A scroll bar that shows where claims, hits and unread lines stand, and the part in view.

    Heights follow code points, not rows: rows that nobody has scrolled to are not laid out
    yet, and the ticks must not move when they are.
    jumped: a code point that the user pointed at.
    """

    jumped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._length = 0
        self._marks = MarkSet()
        self._hits: Sequence[Span] = ()
        self._unread: list[int] = []
        self._view = Span(0, 0)
        self._ticks: list[Tick] | None = None
        self._picture: QPixmap | None = None
        self._picture_key: object = None
        self._grab: int | None = None

    def show_marks(self, length: int, marks: MarkSet, hits: Sequence[Span]) -> None:
        """Show marks and hits of a text of so many code points."""
        self._length, self._marks, self._hits = length, marks, hits
        self._ticks = self._picture = None
        self.update()

    def show_states(self, states: Sequence[LineState]) -> None:
        """Show which lines are unread."""
        self._unread = [state.span.start for state in states if state.state in ("unread", "worth")]
        self._ticks = self._picture = None
        self.update()

    def show_view(self, span: Span) -> None:
        """Show which part of the text is in view."""
        if span != self._view:
            self._view = span
            self.update()

    def ticks(self) -> list[Tick]:
        """Return the ticks, at most one of a sort on each px, the important ones last."""
        if self._ticks is None:
            self._ticks = self._make_ticks()
        return self._ticks

    def view_rectangle(self) -> QRectF:
        """Return the frame around the part in view."""
        top, bottom = self._y(self._view.start), self._y(self._view.end)
        height = min(max(bottom - top, _LEAST_VIEW), self.height() - 2 * _EDGE)
        top = min(top, self.height() - _EDGE - height)
        return QRectF(1.5, top, self.width() - 3.0, height)

    def sizeHint(self) -> QSize:
        """Return the strip's width."""
        return QSize(WIDTH, 100)

    def minimumSizeHint(self) -> QSize:
        """Return the strip's width."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ticks and the frame of the part in view."""
        painter = QPainter(self)
        try:
            theme = Theme.current()
            painter.drawPixmap(0, 0, self._drawn(theme))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.color("border"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._length:
                painter.drawRoundedRect(self.view_rectangle(), 3.0, 3.0)
        finally:
            painter.end()

    def resizeEvent(self, event: object) -> None:
        """Place the ticks anew."""
        self._ticks = self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the place; with the frame grabbed, move it."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        view = self.view_rectangle()
        y = event.position().y()
        inside = view.top() <= y <= view.bottom()
        self._grab = round(y - view.center().y()) if inside else 0
        if not inside:
            self._jump(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the part in view along."""
        if self._grab is not None:
            self._jump(event.position().y() - self._grab)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the frame go."""
        self._grab = None

    def _drawn(self, theme: Theme) -> QPixmap:
        """Return the ticks as a picture, drawn when they, the size or the theme changed."""
        key = (theme, self.size(), self.devicePixelRatio())
        if self._picture is None or self._picture_key != key:
            self._picture = QPixmap(self.size() * self.devicePixelRatio())
            self._picture.setDevicePixelRatio(self.devicePixelRatio())
            self._picture.fill(theme.color("paper"))
            self._picture_key = key
            painter = QPainter(self._picture)
            try:
                for tick in self.ticks():
                    width = (self.width() - 8.0) * tick.share
                    height = _TICK * 2 if tick.thick else _TICK
                    left = self.width() - 4.0 - width
                    painter.fillRect(QRectF(left, tick.y, width, height), theme.color(tick.token))
            finally:
                painter.end()
        return self._picture

    def _jump(self, y: float) -> None:
        share = (y - _EDGE) / max(1.0, self.height() - 2 * _EDGE)
        self.jumped.emit(round(min(max(share, 0.0), 1.0) * self._length))

    def _y(self, offset: int) -> float:
        share = offset / self._length if self._length else 0.0
        return _EDGE + share * (self.height() - 2 * _EDGE)

    def _make_ticks(self) -> list[Tick]:
        if not self._length:
            return []
        factor = (self.height() - 2 * _EDGE) / self._length
        # One tick a px and sort: ten thousand marks are no more than the strip is high.
        unread = sorted({int(_EDGE + offset * factor) for offset in self._unread})
        marked: dict[int, int] = {}
        active: dict[int, int] = {}
        for mark, code in zip(self._marks.marks, self._marks.codes(), strict=True):
            found = active if LOOKS[code].stripe == "accent" else marked
            found[int(_EDGE + mark.span.start * factor)] = code
        hits = sorted({int(_EDGE + hit.start * factor) for hit in self._hits})
        return [
            *(Tick(y, "unread.line", 0.4, False) for y in unread),
            *(Tick(y, LOOKS[code].stripe, 1.0, False) for y, code in sorted(marked.items())),
            *(Tick(y, LOOKS[HIT].stripe, 0.6, False) for y in hits),
            *(Tick(y, LOOKS[code].stripe, 1.0, True) for y, code in sorted(active.items())),
        ]

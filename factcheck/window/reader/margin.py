"""The margin beside the text: stripes, number chips, the state of lines, pages."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from factcheck.text.spans import Span
from factcheck.window.reader import chips
from factcheck.window.reader.looks import LOOKS
from factcheck.window.reader.painting import MarkPainter, band_color
from factcheck.window.reader.rows import Row
from factcheck.window.reader.typography import small_font
from factcheck.window.theme import Theme
from factcheck.window.widgets.labels import plain_tip

# Distances from the text in px at 100 %, from the pictures.
_STRIPE: Final = 11.0
_STRIPE_STEP: Final = 6.0
_CHIP: Final = 28.0
_GAP: Final = 6.0
_STATE: Final = 9.0
_SIGN: Final = 8.0
_POINT: Final = 1.75
_NEAR: Final = 4.0
_PAGE_FONT: Final = 11
_BAR: Final = 2.0
_CHANGED: Final = 3.0
# Inside of the bar of the current line, so that both show.
_CHANGED_IN: Final = 6.0
_DASH: Final = 5.0
_DASH_GAP: Final = 3.0
# The same whatever stands in the margin, so that the text never moves when a mark comes.
_WIDTH: Final = 96.0
_WIDTH_WITH_PAGES: Final = 128.0


@dataclass(frozen=True)
class MarginLayout:
    """Where the columns of the margin stand, as distances from the text in px.

    inset: what of that distance belongs to the viewport already.
    """

    scale: float
    inset: float
    widest_chip: float = chips.LEAST_WIDTH
    has_states: bool = True
    has_pages: bool = False

    @property
    def chip(self) -> float:
        """Where chips begin."""
        return _CHIP * self.scale

    @property
    def state(self) -> float:
        """Where the state of the line begins."""
        return self.chip + self.widest_chip + _GAP * self.scale

    @property
    def page(self) -> float:
        """Where page labels begin."""
        return self.state + ((_STATE + _GAP) * self.scale if self.has_states else 0.0)

    @property
    def bar(self) -> float:
        """Where the bar of the current line stands."""
        return self.state + (_STATE + 9.0) * self.scale

    @property
    def width(self) -> float:
        """The least width of the whole margin, the viewport's share included.

        Wider where the system's digits are, so that the bar is never cut off.
        """
        usual = (_WIDTH_WITH_PAGES if self.has_pages else _WIDTH) * self.scale
        return max(usual, math.ceil(self.bar))


class MarginRow(NamedTuple):
    """What stands beside a row.

    stripes: look by level. state: "claim", "none", "unread", "worth" (and unread) or "".
    page: "p. 4" or "".
    is_changed: another version lacks the line.
    """

    row: Row
    stripes: dict[int, int]
    chip: chips.Chip | None
    state: str
    page: str
    is_current: bool
    is_changed: bool = False


class MarginSource(Protocol):
    """Tells the margin what to show: the reader."""

    def margin_rows(self, top: float, bottom: float) -> Sequence[MarginRow]:
        """Return the rows of a band of the viewport."""

    def margin_layout(self) -> MarginLayout:
        """Return where the columns stand."""

    def state_words(self, row: Span) -> str:
        """Return what hovering the state of the lines that begin in a row says."""


class Margin(QWidget):
    """Paints the margin and says which chip is pointed at or clicked.

    chip_clicked, chip_hovered: the Chip, or None when the pointer left it.
    """

    chip_clicked = Signal(object)
    chip_hovered = Signal(object)

    def __init__(
        self, source: MarginSource, wheel: Callable[[QWheelEvent], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._wheel = wheel
        self._hovered: chips.Chip | None = None
        self.mirrored = False
        """Whether the margin lies on the right of the text."""
        self.setMouseTracking(True)

    def chip_at(self, point: QPointF) -> chips.Chip | None:
        """Return the chip under a point."""
        y = point.y()
        for row in self._source.margin_rows(y - 1, y + 1):
            if row.chip is not None and self._chip_rectangle(row, row.chip).contains(point):
                return row.chip
        return None

    def words_at(self, point: QPointF) -> str:
        """Return what the sign of a line under a point means, "" where there is none."""
        layout = self._source.margin_layout()
        size = _SIGN * layout.scale
        left = self._left(layout.state, size)
        if not left - _NEAR <= point.x() <= left + size + _NEAR:
            return ""
        rows = self._source.margin_rows(point.y() - 1, point.y() + 1)
        return next((self._source.state_words(row.row.span) for row in rows if row.state), "")

    def event(self, event: QEvent) -> bool:
        """Say what the sign under the pointer means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), plain_tip(words), self)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the exposed part touches."""
        area = event.rect()
        painter = QPainter(self)
        try:
            theme = Theme.current()
            painter.fillRect(area, theme.color("paper"))
            layout = self._source.margin_layout()
            pen = MarkPainter(painter, theme, layout.scale)
            for row in self._source.margin_rows(area.top(), area.bottom() + 1):
                if row.is_current:
                    self._paint_band(painter, row.row, layout, theme)
                if row.is_changed:
                    self._paint_changed(painter, row.row, layout, theme)
                self._paint_stripes(pen, row, layout)
                self._paint_state(painter, row, layout, theme)
                self._paint_page(painter, row, layout, theme)
                if row.chip is not None:
                    rectangle = self._chip_rectangle(row, row.chip)
                    chips.draw_chip(painter, rectangle, row.chip, theme, layout.scale)
        finally:
            painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which chip is under the pointer."""
        self._hover(self.chip_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        """Say that no chip is under the pointer."""
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which chip was clicked."""
        chip = self.chip_at(event.position())
        if chip is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chip_clicked.emit(chip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the end of a click, so that it does not reach what lies below."""
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text."""
        self._wheel(event)

    def _hover(self, chip: chips.Chip | None) -> None:
        if chip != self._hovered:
            self._hovered = chip
            shape = (
                Qt.CursorShape.ArrowCursor if chip is None else Qt.CursorShape.PointingHandCursor
            )
            self.setCursor(shape)
            self.chip_hovered.emit(chip)

    def _left(self, distance: float, width: float) -> float:
        # Distances count from the text; the viewport holds the first few px of them.
        out = distance - self._source.margin_layout().inset
        return out if self.mirrored else self.width() - out - width

    def _chip_rectangle(self, row: MarginRow, chip: chips.Chip) -> QRectF:
        layout = self._source.margin_layout()
        width, height = chips.chip_width(chip.text, layout.scale), chips.HEIGHT * layout.scale
        top = row.row.top + (row.row.height - height) / 2
        return QRectF(round(self._left(layout.chip, width)), round(top), width, height)

    def _paint_band(self, painter: QPainter, row: Row, layout: MarginLayout, theme: Theme) -> None:
        out = layout.bar - layout.inset
        left = 0.0 if self.mirrored else self.width() - out
        painter.fillRect(QRectF(left, row.top, out, row.height), band_color(theme))
        bar = out - _BAR if self.mirrored else left
        painter.fillRect(QRectF(bar, row.top, _BAR, row.height), theme.color("accent"))

    def _paint_changed(
        self, painter: QPainter, row: Row, layout: MarginLayout, theme: Theme
    ) -> None:
        """Paint a broken bar: what was written anew, beside what one reads."""
        left = round(self._left(layout.bar - _CHANGED_IN, _CHANGED))
        at = row.top + 1.0
        while at < row.bottom - 1.0:
            height = min(_DASH, row.bottom - 1.0 - at)
            painter.fillRect(QRectF(left, at, _CHANGED, height), theme.color("contradicts.line"))
            at += _DASH + _DASH_GAP

    def _paint_stripes(self, pen: MarkPainter, row: MarginRow, layout: MarginLayout) -> None:
        for level, look in row.stripes.items():
            width = 3.0 * layout.scale
            left = self._left((_STRIPE + _STRIPE_STEP * level) * layout.scale, width)
            top = row.row.top + (1.0 if row.row.is_first else 0.0)
            bottom = row.row.bottom - (1.0 if row.row.is_last else 0.0)
            pen.stripe(round(left), top, bottom, LOOKS[look])

    def _paint_state(
        self, painter: QPainter, row: MarginRow, layout: MarginLayout, theme: Theme
    ) -> None:
        if not row.state:
            return
        size = _SIGN * layout.scale
        left = round(self._left(layout.state, size))
        middle = round(row.row.top + row.row.height / 2)
        box = QRectF(left, middle - size / 2, size, size)
        color = theme.color("claim.line" if row.state == "claim" else "unread.line")
        if row.state == "claim":
            painter.fillRect(box, color)
        elif row.state == "none":
            painter.fillRect(QRectF(left, middle - 0.5, size, 1.5), color)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(0.25, 0.25, -0.25, -0.25))
            if row.state == "worth":
                # A point in the ring: to be read like the others, and rather than the others.
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawEllipse(box.center(), _POINT * layout.scale, _POINT * layout.scale)

    def _paint_page(
        self, painter: QPainter, row: MarginRow, layout: MarginLayout, theme: Theme
    ) -> None:
        if not row.page:
            return
        painter.setFont(small_font(_PAGE_FONT * layout.scale))
        painter.setPen(theme.color("muted"))
        width = max(36.0 * layout.scale, painter.fontMetrics().horizontalAdvance(row.page) + 1.0)
        left = self._left(layout.page, width)
        side = Qt.AlignmentFlag.AlignLeft if self.mirrored else Qt.AlignmentFlag.AlignRight
        box = QRectF(left, row.row.top, width, row.row.height)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, row.page)

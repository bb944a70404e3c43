"""Draws fills, lines, boxes and stripes with the colours of the theme."""

from math import floor
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from factcheck.window.reader.looks import LOOKS, Look, Stroke
from factcheck.window.reader.pieces import FillPiece, LinePiece
from factcheck.window.reader.rows import Extent, Row
from factcheck.window.theme import Theme

# px at 100 %, measured from the edges of a row of 27.
_FILL_TOP: Final = 2.0
_LINE_BOTTOM: Final = 1.0
_LEVEL_STEP: Final = 3.0
_HATCH_STEP: Final = 6.0
_STRIPE_WIDTH: Final = 3.0
# A badge stands above the letters; marks stand under them.
_PIN_WIDTH: Final = 7.0
_PIN_HEIGHT: Final = 6.0
_WAVE_TOP: Final = 2.5
_WAVE_HEIGHT: Final = 2.5
_WAVE_STEP: Final = 2.5
# The soft accent of a selected row is too strong behind a whole paragraph.
_LINE_BAND_ALPHA: Final = 0.6
# Paler, and what stands around a passage could not be read any more (contrast 5 to 1 is left).
VEIL_ALPHA: Final = 0.36


class MarkPainter:
    """Paints marks onto rows. scale: 1.0 at 100 % zoom."""

    def __init__(self, painter: QPainter, theme: Theme, scale: float) -> None:
        self._painter = painter
        self._theme = theme
        self._scale = scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def band(self, rectangle: QRectF) -> None:
        """Paint the ground of the current line."""
        self._painter.fillRect(rectangle, band_color(self._theme))

    def fill(self, row: Row, piece: FillPiece) -> None:
        """Paint the fill of a mark below the letters."""
        look = LOOKS[piece.look]
        if self._theme.high_contrast:
            return
        rectangle = self._ground(row, piece.extent)
        self._painter.fillRect(rectangle, self._theme.color(look.fill))
        if look.hatched:
            self._hatch(rectangle, self._theme.color(look.line))

    def line(self, row: Row, piece: LinePiece) -> None:
        """Paint the line of a mark under the letters; a higher level stands nearer to them."""
        look = LOOKS[piece.look]
        bottom = round(row.bottom - (_LINE_BOTTOM + _LEVEL_STEP * piece.level) * self._scale)
        self._stroke(QPointF(piece.extent.left, bottom), QPointF(piece.extent.right, bottom), look)

    def hit(self, row: Row, extent: Extent, *, current: bool, below: bool) -> None:
        """Paint a search hit: the ground of the current one below the letters, else the box."""
        rectangle = self._ground(row, extent).adjusted(-1.0, 0.5, 1.0, -0.5)
        if below:
            if current and not self._theme.high_contrast:
                self._painter.fillRect(rectangle, self._theme.color("hit.fill"))
            return
        self._box(rectangle, self._theme.color("hit.line"), 2.0 if current else 1.5)

    def flash(self, row: Row, extent: Extent) -> None:
        """Paint the frame that shows for a moment where one has jumped to."""
        rectangle = self._ground(row, extent).adjusted(-2.0, -0.5, 2.0, 1.5)
        self._box(rectangle, self._theme.color("accent"), 2.0)

    def veil(self, row: Row, extent: Extent) -> None:
        """Paint letters paler, as far as they can still be read; never in high contrast."""
        if self._theme.high_contrast:
            return
        color = QColor(self._theme.color("paper"))
        color.setAlphaF(VEIL_ALPHA)
        height = row.bottom - row.top
        rectangle = QRectF(extent.left - 1, row.top, extent.right - extent.left + 2, height)
        self._painter.fillRect(rectangle, color)

    def pin(self, row: Row, x: float) -> None:
        """Paint the badge of something without width: a line with a head, through the row."""
        color = self._theme.color("badge.line")
        width = self._sharp(self._theme.line_width(1.0) * max(1.0, self._scale))
        half, high = _PIN_WIDTH * self._scale / 2, _PIN_HEIGHT * self._scale
        # At the edge of the paper half a head would be cut off.
        x = max(x, half)
        bottom = row.bottom - _LINE_BOTTOM * self._scale
        ratio = self._painter.device().devicePixelRatio()
        left = floor((x - width / 2) * ratio + 0.5) / ratio
        self._painter.fillRect(QRectF(left, row.top, width, bottom - row.top), color)
        corners = [(x - half, row.top), (x + half, row.top), (x, row.top + high)]
        self._painter.setPen(QPen(self._theme.color("paper"), 1.0))
        self._painter.setBrush(color)
        self._painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def wave(self, row: Row, extent: Extent) -> None:
        """Paint the badge of a word: a wave over its letters."""
        top, step = row.top + _WAVE_TOP * self._scale, _WAVE_STEP * self._scale
        count = max(2, round((extent.right - extent.left) / step))
        step = (extent.right - extent.left) / count
        points = [
            QPointF(extent.left + step * at, top + (at % 2) * _WAVE_HEIGHT * self._scale)
            for at in range(count + 1)
        ]
        color = self._theme.color("badge.line")
        self._painter.setPen(QPen(color, self._theme.line_width(1.25) * max(1.0, self._scale)))
        self._painter.drawPolyline(QPolygonF(points))

    def overline(self, row: Row, extent: Extent) -> None:
        """Paint the badge of words that nobody sees: a dashed line over their letters."""
        width = self._theme.line_width(1.25) * max(1.0, self._scale)
        self._painter.setPen(_pen(self._theme.color("badge.line"), width, [4.0, 2.0]))
        y = row.top + _WAVE_TOP * self._scale
        self._painter.drawLine(QLineF(extent.left, y, extent.right, y))

    def unseen_ground(self, row: Row, extent: Extent) -> None:
        """Hatch the ground of words that nobody sees; not in high contrast."""
        if not self._theme.high_contrast:
            self._hatch(self._ground(row, extent), self._theme.color("badge.line"))

    def stripe(self, left: float, top: float, bottom: float, look: Look) -> None:
        """Paint the stripe of a mark beside its rows, in the mark's own line style."""
        color = self._theme.color(look.stripe)
        if look.stroke in (Stroke.SOLID, Stroke.DOUBLE):
            rectangle = QRectF(left, top, _STRIPE_WIDTH * max(1.0, self._scale), bottom - top)
            self._painter.fillRect(rectangle, color)
            return
        width = _STRIPE_WIDTH * max(1.0, self._scale)
        dashes = [1.0, 0.8] if look.stroke is Stroke.DOTTED else [2.0, 1.0]
        self._painter.setPen(_pen(color, width, dashes))
        middle = left + width / 2
        self._painter.drawLine(QLineF(middle, top, middle, bottom))

    def _ground(self, row: Row, extent: Extent) -> QRectF:
        top = row.top + _FILL_TOP * self._scale
        bottom = row.bottom - _LINE_BOTTOM * self._scale
        return QRectF(extent.left, top, extent.right - extent.left, bottom - top)

    def _stroke(self, start: QPointF, end: QPointF, look: Look) -> None:
        # start and end lie on the lower edge of the line.
        color = self._theme.color(look.line)
        width = self._sharp(self._theme.line_width(look.width) * max(1.0, self._scale))
        length = end.x() - start.x()
        if look.stroke is Stroke.SOLID:
            self._painter.fillRect(QRectF(start.x(), start.y() - width, length, width), color)
        elif look.stroke is Stroke.DOUBLE:
            for upper in (width, width * 3):
                self._painter.fillRect(QRectF(start.x(), start.y() - upper, length, width), color)
        else:
            dashes = [1.0, 0.8] if look.stroke is Stroke.DOTTED else [4.0, 2.0]
            self._painter.setPen(_pen(color, width, dashes))
            y = start.y() - width / 2
            self._painter.drawLine(QLineF(start.x(), y, end.x(), y))

    def _sharp(self, width: float) -> float:
        """Return a width in whole device pixels, so that a line has no grey edge."""
        ratio = self._painter.device().devicePixelRatio()
        return max(1.0, floor(width * ratio + 0.5)) / ratio

    def _hatch(self, rectangle: QRectF, color: QColor) -> None:
        faint = QColor(color)
        faint.setAlphaF(0.14)
        height, step = rectangle.height(), _HATCH_STEP * self._scale
        self._painter.save()
        self._painter.setClipRect(rectangle, Qt.ClipOperation.IntersectClip)
        self._painter.setPen(QPen(faint, 1.5))
        # Counted from the left edge of the paper, so that hatching goes on across a border.
        x = (rectangle.left() - height) // step * step
        lines = []
        while x < rectangle.right():
            lines.append(QLineF(x, rectangle.bottom(), x + height, rectangle.top()))
            x += step
        self._painter.drawLines(lines)
        self._painter.restore()

    def _box(self, rectangle: QRectF, color: QColor, width: float) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(color, self._theme.line_width(width)))
        self._painter.drawRect(rectangle)


def band_color(theme: Theme) -> QColor:
    """Return the ground of the current line."""
    color = QColor(theme.color("accent_soft"))
    color.setAlphaF(_LINE_BAND_ALPHA)
    return color


def _pen(color: QColor, width: float, dashes: list[float]) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(dashes)
    return pen

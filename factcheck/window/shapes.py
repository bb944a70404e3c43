"""The few shapes that the style and the small widgets paint alike: frames, rings, chevrons."""

from typing import Final, Literal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from factcheck.window.theme import Theme

CORNER: Final = 5.0
CHIP_CORNER: Final = 4.0
RING: Final = 2.0

Side = Literal["up", "down", "left", "right"]


def color(name: str) -> QColor:
    """Give a colour of the theme in use."""
    return Theme.current().color(name)


def pen(line: QColor | str, width: float = 1.0, dash: list[float] | None = None) -> QPen:
    """Make a pen with round joins; `dash` in px, not in widths of the pen as Qt has it."""
    made = QPen(color(line) if isinstance(line, str) else line, width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash is not None:
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        made.setDashPattern([part / width for part in dash])
    return made


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    *,
    fill: QColor | str | None = None,
    line: QPen | str | None = None,
    corner: float = CORNER,
) -> None:
    """Paint a rounded box whose line lies wholly inside the rectangle."""
    edge = pen(line) if isinstance(line, str) else line
    inset = edge.widthF() / 2 if edge is not None else 0.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge if edge is not None else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(color(fill) if isinstance(fill, str) else fill or Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, corner - inset / 2, corner - inset / 2)
    painter.restore()


def ring(painter: QPainter, rect: QRect | QRectF, corner: float = CORNER) -> None:
    """Paint the focus ring: 2 px of the accent along the inside of the rectangle."""
    box(painter, rect, line=pen("accent", RING), corner=corner)


def hairline(painter: QPainter, rect: QRect, edge: Qt.Edge, name: str = "line") -> None:
    """Paint one px along an edge of the rectangle."""
    strip = QRect(rect)
    if edge == Qt.Edge.TopEdge:
        strip.setHeight(1)
    elif edge == Qt.Edge.BottomEdge:
        strip.setTop(rect.bottom())
    elif edge == Qt.Edge.LeftEdge:
        strip.setWidth(1)
    else:
        strip.setLeft(rect.right())
    painter.fillRect(strip, color(name))


def chevron(painter: QPainter, rect: QRect | QRectF, side: Side, line: QColor | str) -> None:
    """Paint a small open arrow in the middle of the rectangle."""
    middle = QRectF(rect).center()
    long, short = 3.5, 1.75
    along = {"up": (1, -1), "down": (1, 1), "left": (-1, 1), "right": (1, 1)}[side]
    points = [(-long, -short * along[1]), (0.0, short * along[1]), (long, -short * along[1])]
    if side in ("left", "right"):
        points = [(-short * along[0], -long), (short * along[0], 0.0), (-short * along[0], long)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    round_pen = pen(line, 1.5)
    round_pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(round_pen)
    painter.drawPolyline([middle + QPointF(x, y) for x, y in points])
    painter.restore()

"""Lines under the words of a quote that is broken into rows: double and dotted."""

from typing import Final, NamedTuple

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from factcheck.text.spans import Span
from factcheck.window.shapes import color

_BELOW: Final = 2.0


class Underline(NamedTuple):
    """Words of a quote that stand out. span: code points of the quote on one line."""

    span: Span
    differs: bool


def line_starts(quote: str, lines: tuple[str, ...]) -> list[int]:
    """Return where each of the rows begins that a quote was broken into, in its code points."""
    starts, at = [], 0
    for line in lines:
        while at < len(quote) and quote[at].isspace() and not line.startswith(quote[at]):
            at += 1
        starts.append(at)
        at += len(line)
    return starts


def paint_underlines(
    painter: QPainter, row: QRect, line: str, start: int, marks: list[Underline], *, arabic: bool
) -> None:
    """Paint the lines under one row of a quote; start: where the row begins in the quote."""
    # A row that was cut ends with an ellipsis, which is no part of the quote.
    end = start + len(line.removesuffix("…"))
    metrics = QFontMetricsF(painter.font())
    base = row.top() + (row.height() + metrics.ascent() - metrics.descent()) / 2 + _BELOW
    for mark in marks:
        first, last = max(mark.span.start, start), min(mark.span.end, end)
        if first >= last:
            continue
        left = metrics.horizontalAdvance(line[: first - start])
        right = metrics.horizontalAdvance(line[: last - start])
        if arabic:
            left, right = row.width() - right, row.width() - left
        _line(painter, row.left() + left, row.left() + right, base, differs=mark.differs)


def _line(painter: QPainter, left: float, right: float, top: float, *, differs: bool) -> None:
    if differs:
        for y in (top, top + 2):
            painter.fillRect(QRectF(left, y, right - left, 1), color("contradicts.line"))
        return
    pen = QPen(color("muted"), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([1.0, 0.8])
    painter.save()
    painter.setPen(pen)
    painter.drawLine(QLineF(left, top + 1, right, top + 1))
    painter.restore()

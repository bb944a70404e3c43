"""The rows of a quote with what differs and what agrees in it, and the line that tells it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from factcheck.text.spans import Span
from factcheck.window import fonts
from factcheck.window.evidence.told import Told, on_one_line
from factcheck.window.evidence.underlines import Underline, line_starts, paint_underlines
from factcheck.window.reader.direction import is_right_to_left
from factcheck.window.shapes import color

QUOTE_ROW: Final = 20
"""Height of a row of a quote, px at 100 %."""
TOLD_ROW: Final = 18
"""Height of a row of what is told of it."""


def paint_quote(
    painter: QPainter,
    place: QRect,
    lines: Sequence[str],
    text: str,
    told: Sequence[Told],
    *,
    mark: str = "",
) -> int:
    """Paint a text that was broken into lines, with its marks; gives where the next row begins.

    text: as it stands in its document. mark: the quotation mark that the first line begins with.
    """
    painter.setFont(fonts.quote_font())
    painter.setPen(color("text"))
    step = fonts.scaled(QUOTE_ROW)
    # An Arabic quote begins at the right, whatever the window's own direction.
    arabic = is_right_to_left(text)
    begin = Qt.AlignmentFlag.AlignRight if arabic else Qt.AlignmentFlag.AlignLeft
    side = int(begin | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    quote, spans = on_one_line(text, [each.evidence_span for each in told])
    on = len(mark)
    marks = [
        Underline(Span(span.start + on, span.end + on), each.differs)
        for span, each in zip(spans, told, strict=True)
    ]
    starts = line_starts(f"{mark}{quote}", tuple(lines))
    for number, (words, start) in enumerate(zip(lines, starts, strict=True)):
        row = QRect(place.left(), place.top() + number * step, place.width(), step)
        painter.drawText(row, side, words)
        paint_underlines(painter, row, words, start, marks, arabic=arabic)
    return place.top() + len(lines) * step


def paint_told(painter: QPainter, place: QRect, lines: Sequence[str]) -> int:
    """Paint what differs and agrees, in the colour of what differs where anything does."""
    step = fonts.scaled(TOLD_ROW)
    differs = bool(lines) and lines[0].startswith("≠")
    painter.setFont(fonts.second_font())
    painter.setPen(color("contradicts.line" if differs else "muted"))
    for number, words in enumerate(lines):
        row = QRect(place.left(), place.top() + number * step, place.width(), step)
        painter.drawText(row, int(Qt.AlignmentFlag.AlignVCenter), words)
    return place.top() + len(lines) * step

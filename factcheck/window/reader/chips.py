"""The number chips in the margin: which stand beside which row, and how one is drawn."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from factcheck.window.reader.looks import LOOKS, Stroke, code_of
from factcheck.window.reader.marks import Mark
from factcheck.window.reader.typography import small_font
from factcheck.window.theme import Theme

HEIGHT: Final = 18.0
LEAST_WIDTH: Final = 20.0
_FONT_SIZE: Final = 11
_SIDES: Final = 5.0
_CORNER: Final = 4.0
# Rows that a chip may slide down from where its mark begins; farther, it would mislead.
_SLIDE: Final = 2
# Two numbers up to this many letters share a chip; of more the first and a count.
_SHORT: Final = 5
SHARED: Final = "00 +0"
"""As wide as a chip of several marks gets, but for numbers of more than two digits."""


class Chip(NamedTuple):
    """A chip beside a row: one mark, or several that found no row of their own.

    text: what stands on it. active: one of them is the active one.
    """

    marks: tuple[Mark, ...]
    text: str
    active: bool


def stacked(marks: Sequence[tuple[Mark, bool]], starts: Sequence[int], end: int) -> dict[int, Chip]:
    """Place the chips of the marks that begin in a block; return them by row.

    marks: with whether each is active, in reading order. starts: the first code point of each
    row. end: the code point behind the block. A chip slides at most two rows down to
    stand alone; then it shares one.
    """
    slots: dict[int, list[tuple[Mark, bool]]] = {}
    row = 0
    for mark, active in marks:
        if not mark.number or not starts[0] <= mark.span.start < max(end, starts[0] + 1):
            continue
        while row + 1 < len(starts) and starts[row + 1] <= mark.span.start:
            row += 1
        below = range(row, min(row + _SLIDE + 1, len(starts)))
        free = next((at for at in below if at not in slots), row)
        slots.setdefault(free, []).append((mark, active))
    return {at: _chip(found) for at, found in slots.items()}


def _chip(found: list[tuple[Mark, bool]]) -> Chip:
    # The active one leads, so that its number is never hidden in a count.
    ordered = sorted(found, key=lambda pair: not pair[1])
    numbers = [mark.number for mark, _ in ordered]
    text = " ".join(numbers)
    if len(text) > _SHORT and len(numbers) > 1:
        text = f"{numbers[0]} +{len(numbers) - 1}"
    return Chip(tuple(mark for mark, _ in ordered), text, ordered[0][1])


def chip_font(scale: float) -> QFont:
    """Return the font of chips: the window's, 11 px at 100 %."""
    return small_font(_FONT_SIZE * scale, semibold=True)


def chip_width(text: str, scale: float) -> float:
    """Return how wide a chip with this text is in px."""
    advance = QFontMetricsF(chip_font(scale)).horizontalAdvance(text)
    return max(LEAST_WIDTH * scale, round(advance + 2 * _SIDES * scale))


def draw_chip(painter: QPainter, rectangle: QRectF, chip: Chip, theme: Theme, scale: float) -> None:
    """Draw a chip: frame and fill of its mark, filled with the accent where it is active."""
    look = LOOKS[code_of(chip.marks[0].kind, False)]
    accent = chip.active
    color = theme.color("accent") if chip.active else theme.color(look.line)
    ground = theme.color(look.fill or "paper")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(color, theme.line_width(1.0))
    if look.stroke in (Stroke.DASHED, Stroke.DOTTED) and not accent:
        pen.setDashPattern([2.5, 1.5] if look.stroke is Stroke.DASHED else [1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(theme.color("accent") if accent else ground)
    frame = rectangle.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, _CORNER * scale, _CORNER * scale)
    if look.stroke is Stroke.DOUBLE:
        inner = frame.adjusted(2.0, 2.0, -2.0, -2.0)
        painter.setPen(QPen(theme.color("on_accent") if accent else color, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, (_CORNER - 1.5) * scale, (_CORNER - 1.5) * scale)
    painter.setPen(theme.color("on_accent") if accent else _ink(chip, theme, look.line))
    painter.setFont(chip_font(scale))
    painter.drawText(rectangle, Qt.AlignmentFlag.AlignCenter, chip.text)


def _ink(chip: Chip, theme: Theme, line: str) -> QColor:
    return theme.color("text" if chip.marks[0].kind == "claim" else line)

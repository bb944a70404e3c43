"""How a place that waits is painted: what it is, what became of it, its words."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from factcheck.case.read.revising import WaitingRow
from factcheck.text.quote_marks import CLOSED_BY
from factcheck.window import fonts
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.shapes import color
from factcheck.window.tables.row_delegate import TEXT, RowDelegate, draw_icon, draw_line

_LINE: Final = 18
_END: Final = 12
_ICONS = {"edited": "pencil", "ambiguous": "copy", "lost": "broken-link"}


class WaitingDelegate(RowDelegate[WaitingRow]):
    """Three lines: its name with its state at the end, its words, its document."""

    height = 64

    def paint_row(
        self, painter: QPainter, row: WaitingRow, place: QRect, *, mirrored: bool
    ) -> None:
        """Paint what a row shows."""
        line = fonts.scaled(_LINE)
        top = place.top() + (place.height() - 3 * line) // 2
        draw_icon(painter, _ICONS[row.state], place, top + line // 2, mirrored=mirrored)
        words = QRect(place.left() + TEXT, top, place.width() - TEXT - _END, line)
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        state = word_for_place_state(row.state)
        taken = draw_line(painter, state, words, place, mirrored=mirrored, at_end=True) + _END
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        name = words.adjusted(0, 0, -taken, 0)
        draw_line(painter, name_of_place(row), name, place, mirrored=mirrored)
        painter.setFont(fonts.second_font())
        quote = " ".join(row.quote.split())
        shown = quote if quote.startswith(tuple(CLOSED_BY)) else f"“{quote}”"
        draw_line(painter, shown, words.translated(0, line), place, mirrored=mirrored)
        painter.setPen(color("muted"))
        draw_line(painter, row.title, words.translated(0, 2 * line), place, mirrored=mirrored)

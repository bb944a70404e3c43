"""How a pair of documents that share text is painted: two titles, what they share, their line."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from factcheck.window import fonts
from factcheck.window.copies.model import PairRow
from factcheck.window.copies.words import what_is_shared, word_for_kind, words_for_line
from factcheck.window.shapes import color
from factcheck.window.tables.row_delegate import TEXT, RowDelegate, draw_icon, draw_line

_LINE: Final = 18
_END: Final = 12


class PairDelegate(RowDelegate[PairRow]):
    """Four lines: both titles, what they share, of which line of reporting they are."""

    height = 82

    def paint_row(self, painter: QPainter, row: PairRow, place: QRect, *, mirrored: bool) -> None:
        """Paint what a row shows."""
        line = fonts.scaled(_LINE)
        top = place.top() + (place.height() - 4 * line) // 2
        draw_icon(painter, "copy", place, top + line // 2, mirrored=mirrored)
        words = QRect(place.left() + TEXT, top, place.width() - TEXT - _END, line)
        painter.setPen(color("text"))
        painter.setFont(fonts.base_font(semibold=True))
        for title in (row.a.title, row.b.title):
            draw_line(painter, title, words, place, mirrored=mirrored)
            words = words.translated(0, line)
        painter.setFont(fonts.second_font())
        told = f"{word_for_kind(row.pair.kind)} · {what_is_shared(row.pair)}"
        draw_line(painter, told, words, place, mirrored=mirrored)
        painter.setPen(color("muted"))
        of = words_for_line(row.number, row.line)
        draw_line(painter, of, words.translated(0, line), place, mirrored=mirrored)

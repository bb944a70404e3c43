"""How a passage that was found is painted: icon, title, locator, two lines of its words."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtGui import QTextOption as Option

from factcheck.text.canonical import Utf16Map
from factcheck.window import fonts
from factcheck.window.find.searching import Passage
from factcheck.window.shapes import color
from factcheck.window.tables.row_delegate import (
    SIDE,
    TEXT,
    RowDelegate,
    draw_icon,
    draw_line,
    mirror,
)

_PAD = 8
_TITLE, _LINE, _LINES = 20, 20, 2
_WIDEST: Final = 760
"""Lines of quotes are no wider than this (px): about 110 letters of 14 px."""


class PassageDelegate(RowDelegate[Passage]):
    """Paints a passage in 76 px; words of the query on the ground of a hit and underlined."""

    height = 2 * _PAD + _TITLE + _LINES * _LINE

    def paint_row(self, painter: QPainter, row: Passage, place: QRect, *, mirrored: bool) -> None:
        """Paint what a row shows."""
        top = place.top() + fonts.scaled(_PAD)
        width = place.width() - TEXT - SIDE
        title = QRect(place.left() + TEXT, top, width, fonts.scaled(_TITLE))
        _paint_title(painter, row, place, title, mirrored=mirrored)
        words = QRect(title.left(), title.bottom() + 1, title.width(), 0)
        words.setWidth(min(words.width(), fonts.scaled(_WIDEST)))
        words = mirror(words, place) if mirrored else words
        _paint_snippet(painter, row, words, mirrored=mirrored)


def _paint_title(
    painter: QPainter, passage: Passage, row: QRect, rect: QRect, *, mirrored: bool
) -> None:
    draw_icon(painter, passage.icon, row, rect.center().y(), mirrored=mirrored)
    painter.setFont(fonts.second_font())
    painter.setPen(color("muted"))
    taken = draw_line(painter, passage.locator, rect, row, mirrored=mirrored, at_end=True) + SIDE
    painter.setFont(fonts.base_font(semibold=True))
    painter.setPen(color("text"))
    room = rect.adjusted(0, 0, -taken, 0)
    draw_line(painter, passage.title, room, row, mirrored=mirrored)


def _paint_snippet(painter: QPainter, passage: Passage, rect: QRect, *, mirrored: bool) -> None:
    # Where the window is mirrored, also lines of Latin letters begin under their title.
    option = Option()
    if mirrored:
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(Option.WrapMode.WrapAtWordBoundaryOrAnywhere)
    formats = _formats(passage)
    layout = _laid_out(passage.snippet, rect.width(), option, formats)
    if layout.lineCount() > _LINES:
        last = layout.lineAt(_LINES - 1)
        end = Utf16Map(passage.snippet).from_qt(last.textStart() + last.textLength())
        shown = _shortened(passage.snippet, end)
        # The two characters at its end are ours and hold no word of the query.
        kept = _within(formats, Utf16Map(shown).qt_length - 2)
        layout = _laid_out(shown, rect.width(), option, kept)
    painter.setPen(color("text"))
    for number in range(min(layout.lineCount(), _LINES)):
        layout.lineAt(number).draw(painter, QPointF(rect.topLeft()))


def _shortened(text: str, end: int) -> str:
    """Cut a text so that "…" still finds room where its last line ends."""
    cut = text.rfind(" ", 0, max(0, end - 3))
    return f"{text[: cut if cut > end - 24 else max(0, end - 4)].rstrip()} …"


def _laid_out(
    text: str, width: int, option: Option, formats: list[QTextLayout.FormatRange]
) -> QTextLayout:
    layout = QTextLayout(text, fonts.quote_font())
    layout.setFormats(formats)
    layout.setTextOption(option)
    layout.beginLayout()
    for number in range(_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1, width))
        height = fonts.scaled(_LINE)
        line.setPosition(QPointF(0, number * height + (height - line.height()) / 2))
    layout.endLayout()
    return layout


def _formats(passage: Passage) -> list[QTextLayout.FormatRange]:
    """Mark the words of the query: by the ground of a hit and by a line, not by colour alone."""
    look = QTextCharFormat()
    look.setBackground(QBrush(color("hit.fill")))
    look.setForeground(QBrush(color("text")))
    look.setFontUnderline(True)
    look.setUnderlineColor(color("hit.line"))
    words = Utf16Map(passage.snippet)
    return [_range(*words.span_to_qt(span), look) for span in passage.marked]


def _within(formats: list[QTextLayout.FormatRange], end: int) -> list[QTextLayout.FormatRange]:
    return [
        _range(each.start, min(each.start + each.length, end), each.format)
        for each in formats
        if each.start < end
    ]


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made

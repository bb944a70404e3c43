"""How a passage that was found is painted: icon, title, locator, two lines of its words."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtGui import QTextOption as Option
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from factcheck.text.canonical import Utf16Map
from factcheck.window import fonts, icons
from factcheck.window.find.model import PASSAGE_ROLE
from factcheck.window.find.searching import Passage
from factcheck.window.shapes import color, hairline
from factcheck.window.style_panels import draw_row_ring

Index = QModelIndex | QPersistentModelIndex

_PAD, _SIDE, _TEXT = 8, 16, 42
_TITLE, _LINE, _LINES = 20, 20, 2
_WIDEST: Final = 760
"""Lines of quotes are no wider than this (px): about 110 letters of 14 px."""


class PassageDelegate(QStyledItemDelegate):
    """Paints a passage in 76 px; words of the query on the ground of a hit and underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row; all are equal."""
        return QSize(200, fonts.scaled(2 * _PAD + _TITLE + _LINES * _LINE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        passage: Passage | None = index.data(PASSAGE_ROLE)
        if passage is None:
            return
        view: QWidget = option.widget
        row: QRect = option.rect
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        self.initStyleOption(option, index)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        view.style().drawPrimitive(panel, option, painter, view)
        hairline(painter, row, Qt.Edge.BottomEdge)
        top = row.top() + fonts.scaled(_PAD)
        title = QRect(row.left() + _TEXT, top, row.width() - _TEXT - _SIDE, fonts.scaled(_TITLE))
        self._paint_title(painter, passage, row, title, mirrored=mirrored)
        words = QRect(title.left(), title.bottom() + 1, title.width(), 0)
        words.setWidth(min(words.width(), fonts.scaled(_WIDEST)))
        words = _mirror(words, row) if mirrored else words
        _paint_snippet(painter, passage, words, mirrored=mirrored)
        draw_row_ring(option, painter, view)
        painter.restore()

    def _paint_title(
        self, painter: QPainter, passage: Passage, row: QRect, rect: QRect, *, mirrored: bool
    ) -> None:
        icon = QRect(row.left() + _SIDE, rect.top() + (rect.height() - 16) // 2, 16, 16)
        ratio = painter.device().devicePixelRatioF()
        place = _mirror(icon, row) if mirrored else icon
        painter.drawPixmap(place, icons.pixmap(passage.icon, "text", 16, ratio))
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            rect, start, end = _mirror(rect, row), end, start
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        painter.drawText(rect, end | middle, passage.locator)
        room = QFontMetrics(painter.font()).horizontalAdvance(passage.locator) + 16
        rect = rect.adjusted(room if mirrored else 0, 0, 0 if mirrored else -room, 0)
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        elide = Qt.TextElideMode.ElideRight
        shown = painter.fontMetrics().elidedText(passage.title, elide, rect.width())
        painter.drawText(rect, start | middle, shown)


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


def _mirror(place: QRect, row: QRect) -> QRect:
    mirror = QRect(place)
    mirror.moveLeft(row.left() + row.right() - place.right())
    return mirror

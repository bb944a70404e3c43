"""How a link is painted: chip, document, stance and place; the quote; the note."""

from typing import Final, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factcheck.window import fonts
from factcheck.window.evidence.broken_lines import BrokenLines
from factcheck.window.evidence.compared_rows import QUOTE_ROW, TOLD_ROW, paint_quote, paint_told
from factcheck.window.evidence.model import LOCATED_ROLE
from factcheck.window.evidence.told import in_brief
from factcheck.window.evidence.words import Located, told_condition, told_unseen, word_for_stance
from factcheck.window.icons import pixmap
from factcheck.window.shapes import color, hairline
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.widgets.chips import CHIP_HEIGHT, paint_stance

Index = QModelIndex | QPersistentModelIndex

_SIDE: Final = 16
_TEXT: Final = 42
_ABOVE, _BELOW = 5, 6
_TITLE: Final = 20
_SECOND: Final = TOLD_ROW


class Layout(NamedTuple):
    """Where the parts of a row begin (px from its top), and the lines of the quote."""

    lines: tuple[str, ...]
    told: tuple[str, ...]
    note: int
    own: int
    height: int


class EvidenceDelegate(QStyledItemDelegate):
    """Paints the rows of an `EvidenceModel`; a quote has up to three lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = BrokenLines()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Tell the height of a row."""
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 300
        return QSize(100, self.layout_of(index.data(LOCATED_ROLE), width).height)

    def layout_of(self, located: Located, width: int) -> Layout:
        """Break the quote of a link into lines for a row of this width."""
        quote = _quoted(located.row.quote)
        room = width - _TEXT - _SIDE
        lines = self._lines.of(quote, room, is_quote=True)
        brief = self._lines.of(in_brief(list(located.told)), room, is_quote=False)
        below = _ABOVE + fonts.scaled(_TITLE) + len(lines) * fonts.scaled(QUOTE_ROW)
        below += len(brief) * fonts.scaled(_SECOND)
        note = below
        if located.row.note:
            below += fonts.scaled(_SECOND)
        own = below
        below += len(self._marks(located)) * fonts.scaled(_SECOND)
        return Layout(lines, brief, note, own, below + _BELOW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        rect: QRect = option.rect
        located: Located = index.data(LOCATED_ROLE)
        layout = self.layout_of(located, rect.width())
        side = fonts.scaled(CHIP_HEIGHT)
        chip = QRect(rect.left() + _SIDE, rect.top() + _ABOVE + 1, side, side)
        paint_stance(painter, chip, located.row.stance)  # type: ignore[arg-type]
        self._title(painter, rect, located)
        top = rect.top() + _ABOVE + fonts.scaled(_TITLE)
        quote = QRect(rect.left() + _TEXT, top, rect.width() - _TEXT - _SIDE, 0)
        words = located.row.quote
        quote.moveTop(paint_quote(painter, quote, layout.lines, words, located.told, mark="“"))
        paint_told(painter, quote, layout.told)
        if located.row.note:
            self._second(painter, rect, layout.note, located.row.note)
        for number, (words, icon) in enumerate(self._marks(located)):
            self._second(painter, rect, layout.own + number * fonts.scaled(_SECOND), words, icon)
        hairline(painter, rect, Qt.Edge.BottomEdge)
        draw_row_ring(option, painter, view)
        painter.restore()

    def _marks(self, located: Located) -> list[tuple[str, str]]:
        """Give what else there is to know of a link, each with its icon."""
        found = []
        fell = told_condition(located.row)
        if fell:
            found.append((fell, "recheck"))
        hidden = told_unseen(located)
        if hidden:
            found.append((hidden, "eye"))
        if located.row.own_article:
            found.append((self.tr("the claim's own article"), "sheet-check"))
        state = located.row.state
        if state == "lost":
            found.append((self.tr("place lost"), "broken-link"))
        elif state == "ambiguous":
            found.append((self.tr("in several places now"), "copy"))
        elif state == "edited":
            found.append((self.tr("edited in a new version"), "recheck"))
        return found

    def _title(self, painter: QPainter, rect: QRect, located: Located) -> None:
        words = word_for_stance(located.row.stance)
        end = f"{words} · {located.place}" if located.place else words
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        row = QRect(
            rect.left() + _TEXT,
            rect.top() + _ABOVE,
            rect.width() - _TEXT - _SIDE,
            fonts.scaled(_TITLE),
        )
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(end, Qt.TextElideMode.ElideRight, row.width() * 3 // 5)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(row, int(right), shown)
        row.setRight(row.right() - metrics.horizontalAdvance(shown) - 8)
        # The outlet says whose word it is; the title follows where there is room.
        first, second = located.row.outlet, located.row.document_title
        if not first:
            first, second = second, ""
        left = self._elided(painter, row, first, strong=True)
        row.setLeft(left + 6)
        if second and row.width() > 40:
            self._elided(painter, row, second, strong=False)

    def _elided(self, painter: QPainter, place: QRect, words: str, *, strong: bool) -> int:
        """Paint words from the left of a place; gives where they end."""
        painter.setFont(fonts.second_font(semibold=strong))
        painter.setPen(color("text" if strong else "muted"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return place.left() + metrics.horizontalAdvance(shown)

    def _second(self, painter: QPainter, rect: QRect, top: int, words: str, icon: str = "") -> None:
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        height = fonts.scaled(_SECOND)
        place = QRect(rect.left() + _TEXT, rect.top() + top, rect.width() - _TEXT - _SIDE, height)
        if icon:
            ratio = painter.device().devicePixelRatioF()
            middle = place.top() + (height - 12) / 2
            painter.drawPixmap(QPointF(place.left(), middle), pixmap(icon, "muted", 12, ratio))
            place.setLeft(place.left() + 18)
        shown = painter.fontMetrics().elidedText(
            " ".join(words.split()), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _quoted(quote: str) -> str:
    return f"“{' '.join(quote.split())}”" if quote else ""

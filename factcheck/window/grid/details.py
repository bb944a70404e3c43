"""What the current cell of the grid says: its words with what differs in them, and the reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from factcheck.case.read.comparing import Pair
from factcheck.case.read.grid import STANDS_HERE
from factcheck.window import fonts
from factcheck.window.evidence.broken_lines import broken
from factcheck.window.evidence.compared_rows import QUOTE_ROW, TOLD_ROW, paint_quote
from factcheck.window.evidence.told import Told, told
from factcheck.window.grid.words import beside, name_of, says_nothing, word_for_role
from factcheck.window.shapes import color, hairline
from factcheck.window.widgets.chips import CHIP_HEIGHT, paint_stance

if TYPE_CHECKING:
    from factcheck.case.grid import GridCell, GridRow
    from factcheck.case.read.grid import GridDocument
    from factcheck.window.grid.hinting import GridHint

_SIDE: Final = 16
_TOP: Final = 8
_HEIGHT: Final = 148


class CellDetails(QWidget):
    """Shows one cell whole; the words that it paints are its accessible name too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(fonts.scaled(84))
        self.clear()

    def clear(self, words: str = "") -> None:
        """Show no cell, only words."""
        self._title, self._role, self._quote, self._claim = words, "", "", ""
        self._told: list[Told] = []
        self._reasons: list[str] = []
        self._speak()

    def show_cell(self, row: GridRow, document: GridDocument, cells: Sequence[GridCell]) -> None:
        """Show what a document says of a claim."""
        self.clear()
        claim = row.claim
        self._claim = f"{claim.claim_no}  {' '.join(claim.wording.split())}"
        name = name_of(document)
        if not cells:
            words = self.tr("{0}: {1}. E looks for a passage.")
            self._title = words.format(name, says_nothing())
            self._speak()
            return
        cell = cells[0]
        self._role = "" if cell.link.role == STANDS_HERE else cell.link.role
        parts = (name, word_for_role(cell.link.role), beside(cell))
        self._title = " · ".join(filter(None, parts))
        self._quote = cell.link.quote
        pair = Pair(claim.wording, cell.link.quote, claim.published, cell.link.published)
        self._told = told(pair, cell.telling.compared)
        self._reasons = [f"≠ {each}" for each in cell.why] or [
            each.words for each in self._told if not each.differs
        ]
        if cell.link.note:
            self._reasons.append(cell.link.note)
        self._reasons += [f"{word_for_role(more.link.role)}: {more.words}" for more in cells[1:]]
        self._speak()

    def show_versions(self, words: str) -> None:
        """Say beside the claim which versions of it are told."""
        if words:
            self._claim = f"{self._claim} · {words}"
            self._speak()

    def show_hint(self, row: GridRow, document: GridDocument, hint: GridHint) -> None:
        """Show what was found where nothing is linked."""
        self.clear()
        claim = row.claim
        self._claim = f"{claim.claim_no}  {' '.join(claim.wording.split())}"
        words = self.tr("{0} · a hint, not linked: Enter shows the passage, S C X link it there.")
        self._title = words.format(name_of(document))
        self._quote = hint.quote
        self._reasons = [hint.why]
        self._speak()

    def sizeHint(self) -> QSize:
        """Ask for a few lines."""
        return QSize(400, fonts.scaled(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint claim, title, quote and reasons, as far as there is room."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge)
        line = fonts.scaled(CHIP_HEIGHT) + 2
        place = QRect(_SIDE, _TOP, self.width() - 2 * _SIDE, line)
        if self._claim:
            painter.setFont(fonts.second_font())
            painter.setPen(color("muted"))
            _draw(painter, place, self._claim)
            place.moveTop(place.top() + line)
        title = QRect(place)
        if self._role:
            side = fonts.scaled(CHIP_HEIGHT)
            chip = QRect(place.left(), place.top() + 1, side, side)
            paint_stance(painter, chip, self._role)  # type: ignore[arg-type]  # "" is asked before
            title.setLeft(chip.right() + 8)
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        _draw(painter, title, self._title)
        self._paint_words(painter, place.translated(0, line + 2))

    def _paint_words(self, painter: QPainter, place: QRect) -> None:
        step = fonts.scaled(TOLD_ROW)
        if self._quote:
            words = f"“{' '.join(self._quote.split())}”"
            lines = broken(words, fonts.quote_font(), place.width())
            # The reasons go before a third line of the quote.
            room = self.height() - place.top() - len(self._reasons) * step
            most = max(1, room // fonts.scaled(QUOTE_ROW))
            top = paint_quote(painter, place, lines[:most], self._quote, self._told, mark="“")
            place = QRect(place.left(), top, place.width(), step)
        place.setHeight(step)
        painter.setFont(fonts.second_font())
        for reason in self._reasons:
            painter.setPen(color("contradicts.line" if reason.startswith("≠") else "muted"))
            _draw(painter, place, reason)
            place.moveTop(place.top() + step)

    def _speak(self) -> None:
        parts = (self._claim, self._title, self._quote, *self._reasons)
        self.setAccessibleName(". ".join(filter(None, parts)))
        self.update()


def _draw(painter: QPainter, place: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)

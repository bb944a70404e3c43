"""The line *fact · said by · made on* of a claim; a click opens the form behind it."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factcheck.case.read.claims import ClaimRow
from factcheck.window import fonts
from factcheck.window.claims.words import word_for_checks
from factcheck.window.shapes import chevron, color, ring
from factcheck.window.times import given_date

_LINE = 20


class _Piece(NamedTuple):
    words: str
    strong: bool


class FactsLine(QAbstractButton):
    """Checked while the form is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[tuple[_Piece, ...], ...] = ()
        self.setCheckable(True)
        self.setToolTip(self.tr("Speaker, date, tags and more"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_claim(self, claim: ClaimRow | None) -> None:
        """Show what is known of a claim."""
        self._pieces = self._of(claim) if claim is not None else ()
        words = " · ".join(" ".join(each.words for each in group) for group in self._pieces)
        self.setAccessibleName(self.tr("{0}. Change …").format(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell how high the line, or the lines, are."""
        lines = self._placed(width)
        return (lines[-1][0] + 1 if lines else 1) * fonts.scaled(_LINE) + 4

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(200, fonts.scaled(_LINE) + 4)

    def minimumSizeHint(self) -> QSize:
        """Be content with little."""
        return QSize(80, fonts.scaled(_LINE) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pieces, and the chevron of the form."""
        painter = QPainter(self)
        height = fonts.scaled(_LINE)
        for line, left, piece in self._placed(self.width()):
            painter.setFont(fonts.second_font(semibold=piece.strong))
            painter.setPen(color("text" if piece.strong else "muted"))
            room = self.width() - 20 - left
            shown = painter.fontMetrics().elidedText(piece.words, Qt.TextElideMode.ElideRight, room)
            place = QRect(left, 2 + line * height, room, height)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)
        if self.underMouse() or self.hasFocus() or self.isChecked():
            arrow = QRect(self.width() - 18, 2, 16, height)
            chevron(painter, arrow, "up" if self.isChecked() else "down", "muted")
        if self.hasFocus():
            ring(painter, self.rect(), 4)

    def _of(self, claim: ClaimRow) -> tuple[tuple[_Piece, ...], ...]:
        groups: list[tuple[_Piece, ...]] = [(_Piece(word_for_checks(claim.checks), True),)]
        if claim.speaker:
            role = ", ".join(part for part in (claim.speaker_role, claim.party) if part)
            name = f"{claim.speaker} ({role})" if role else claim.speaker
            groups.append((_Piece(self.tr("said by"), False), _Piece(name, True)))
        else:
            groups.append((_Piece(self.tr("speaker not given"), False),))
        if claim.made_on:
            made_on = self.tr("made on")
            groups.append((_Piece(made_on, False), _Piece(given_date(claim.made_on), True)))
        if claim.event:
            groups.append((_Piece(claim.event, True),))
        if claim.tags:
            groups.append((_Piece(", ".join(claim.tags), False),))
        if claim.assigned_to:
            groups.append((_Piece(self.tr("for"), False), _Piece(claim.assigned_to, True)))
        if claim.due:
            groups.append((_Piece(self.tr("due"), False), _Piece(given_date(claim.due), True)))
        return tuple(groups)

    def _placed(self, width: int) -> list[tuple[int, int, _Piece]]:
        """Lay the groups side by side, on a new line where one does not fit."""
        found: list[tuple[int, int, _Piece]] = []
        line, left = 0, 0
        plain = QFontMetrics(fonts.second_font())
        bold = QFontMetrics(fonts.second_font(semibold=True))
        space, dot = plain.horizontalAdvance(" "), plain.horizontalAdvance(" · ")
        for number, group in enumerate(self._pieces):
            wide = [(bold if p.strong else plain).horizontalAdvance(p.words) for p in group]
            whole = sum(wide) + space * (len(group) - 1)
            if number and left + dot + whole > width - 20:
                line, left = line + 1, 0
            elif number:
                found.append((line, left, _Piece(" · ", False)))
                left += dot
            for piece, each in zip(group, wide, strict=True):
                found.append((line, left, piece))
                left += each + space
            left -= space
        return found

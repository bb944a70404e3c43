"""The headers of the grid: claims, which stay in sight at the side, and documents in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from factcheck.window import fonts, icons
from factcheck.window.grid.model import GridModel
from factcheck.window.grid.words import name_of
from factcheck.window.shapes import color, hairline
from factcheck.window.times import given_moment

if TYPE_CHECKING:
    from factcheck.case.read.grid import GridDocument

CLAIMS: Final = 216
NARROW_CLAIMS: Final = 176
"""Width of the claims beside the grid; the second in a narrow window."""
_GROUP: Final = 26
_NAME: Final = 42
_LINE: Final = 18
_SIDE: Final = 10
_NUMBER: Final = 30


class _Header(QHeaderView):
    """What both headers do alike."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        # Each part sets its own; a heavier one here would make all of them heavy.
        self.setFont(fonts.base_font())

    def grid(self) -> GridModel | None:
        """Give the model, where one is set."""
        model = self.model()
        return model if isinstance(model, GridModel) else None

    def draw(self, painter: QPainter, place: QRect, words: str) -> None:
        """Draw words on one line, cut with an ellipsis."""
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), shown)


class ClaimHeader(_Header):
    """The claims: number, beneath it how many versions are told, and the wording in two lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.wide = CLAIMS

    def sizeHint(self) -> QSize:
        """Ask for the same width always."""
        return QSize(fonts.scaled(self.wide), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a claim."""
        grid = self.grid()
        if grid is None or section >= len(grid.rows):
            return
        row = grid.rows[section]
        painter.save()
        painter.setClipRect(rect)
        current = self.selectionModel().currentIndex().row() == section
        painter.fillRect(rect, color("accent_soft" if current else "panel"))
        painter.setFont(fonts.base_font(semibold=True))
        painter.setPen(color("text"))
        top = rect.top() + (rect.height() - 2 * fonts.scaled(_LINE)) // 2
        number = QRect(rect.left() + _SIDE, top, fonts.scaled(_NUMBER), fonts.scaled(_LINE))
        painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(row.claim.claim_no))
        left = number.right() + 1
        place = QRect(left, top, rect.right() - left - 6, fonts.scaled(_LINE))
        words = " ".join(row.claim.wording.split())
        painter.setFont(fonts.base_font())
        first, rest = _broken(painter, words, place.width())
        self.draw(painter, place, first)
        place.moveTop(place.top() + fonts.scaled(_LINE))
        if row.versions > 1:
            painter.setFont(fonts.second_font(semibold=True))
            painter.setPen(color("contradicts.line"))
            number.moveTop(place.top())
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), f"≠ {row.versions}")
            painter.setFont(fonts.base_font())
            painter.setPen(color("text"))
        if rest:
            self.draw(painter, place, rest)
        elif row.claim.rating:
            painter.setFont(fonts.second_font())
            painter.setPen(color("muted"))
            self.draw(painter, place, row.claim.rating)
        hairline(painter, rect, Qt.Edge.BottomEdge)
        hairline(painter, rect, Qt.Edge.RightEdge)
        painter.restore()


def _broken(painter: QPainter, words: str, width: int) -> tuple[str, str]:
    """Break words into a first line that fits and the rest."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(words) <= width:
        return words, ""
    first = ""
    for word in words.split(" "):
        longer = f"{first} {word}" if first else word
        if metrics.horizontalAdvance(longer) > width:
            break
        first = longer
    return (first, words[len(first) :].strip()) if first else (words, "")


class DocumentHeader(_Header):
    """The documents: what each is called and when it came out; copies under one heading."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sizeHint(self) -> QSize:
        """Leave room for the headings of the groups, where there are any."""
        grid = self.grid()
        groups = fonts.scaled(_GROUP) if grid is not None and grid.groups() else 0
        return QSize(super().sizeHint().width(), groups + fonts.scaled(_NAME))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a document, and its part of the heading of its group."""
        grid = self.grid()
        if grid is None or section >= len(grid.documents):
            return
        document = grid.documents[section]
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, color("panel"))
        groups = grid.groups()
        low = QRect(rect)
        if groups:
            high = QRect(rect.left(), rect.top(), rect.width(), fonts.scaled(_GROUP))
            low.setTop(high.bottom() + 1)
            group = next((one for one in groups if one[0] <= section <= one[1]), None)
            if group is None:
                low = QRect(rect)
            else:
                self._paint_group(painter, high, grid.documents, *group)
        self._paint_name(painter, low, document, is_hinted=document.id in grid.hinted)
        hairline(painter, rect, Qt.Edge.BottomEdge)
        last = next((one[1] for one in groups if one[0] <= section <= one[1]), section)
        hairline(painter, rect if last == section else low, Qt.Edge.RightEdge)
        painter.restore()

    def _paint_name(
        self, painter: QPainter, rect: QRect, document: GridDocument, *, is_hinted: bool
    ) -> None:
        line = fonts.scaled(_LINE)
        told = " · ".join(filter(None, (self._beside(document), given_moment(document.published))))
        top = rect.top() + (rect.height() - (2 * line if told else line)) // 2
        place = QRect(rect.left() + _SIDE, top, rect.width() - 2 * _SIDE, line)
        painter.setFont(fonts.base_font(semibold=not is_hinted))
        painter.setPen(color("muted" if is_hinted else "text"))
        self.draw(painter, place, name_of(document))
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        self.draw(painter, place.translated(0, line), told)

    def _beside(self, document: GridDocument) -> str:
        return document.title if document.outlet else document.who

    def _paint_group(
        self,
        painter: QPainter,
        part: QRect,
        documents: tuple[GridDocument, ...],
        first: int,
        last: int,
    ) -> None:
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        # The heading stays readable while its first column is scrolled away.
        left = max(left, 0)
        whole = QRect(left, part.top(), right - left, part.height())
        ratio = painter.device().devicePixelRatioF()
        icon = QPoint(whole.left() + _SIDE, whole.top() + (whole.height() - 14) // 2)
        painter.drawPixmap(icon, icons.pixmap("copy", "text", 14, ratio))
        names = ", ".join(name_of(document) for document in documents[first : last + 1])
        painter.setFont(fonts.second_font(semibold=True))
        painter.setPen(color("text"))
        place = whole.adjusted(_SIDE + 20, 0, -_SIDE, 0)
        self.draw(painter, place, self.tr("One line of reporting: {0}").format(names))
        hairline(painter, part, Qt.Edge.BottomEdge)

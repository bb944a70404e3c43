"""What stands beneath the ledger: the claim of the current row, its evidence, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.read.claims import PlaceRow, places_of
from factcheck.case.read.history import HistoryLine, history_of
from factcheck.window import fonts
from factcheck.window.claims.serif_text import SerifText
from factcheck.window.evidence.model import LOCATED_ROLE, EvidenceModel
from factcheck.window.evidence.words import Located, located_evidence
from factcheck.window.history.list import HistoryList
from factcheck.window.rating_shapes import Shape
from factcheck.window.shapes import color, hairline
from factcheck.window.style_panels import draw_row_ring
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.verdicts.stand import Stand, stand_of
from factcheck.window.verdicts.stand_lines import StandLines
from factcheck.window.widgets.chips import CHIP_HEIGHT, paint_stance
from factcheck.window.widgets.labels import EmptyState, PlainLabel
from factcheck.window.widgets.rating import RatingLabel

if TYPE_CHECKING:
    from sqlalchemy import Connection

Index = QModelIndex | QPersistentModelIndex
_ROW: Final = 26


class ClaimDetails(NamedTuple):
    """What belongs to a claim, read in one go."""

    places: list[PlaceRow]
    evidence: list[Located]
    history: list[HistoryLine]
    stand: Stand


def claim_details(connection: Connection, claim_id: str) -> ClaimDetails:
    """Return the places, links and history of a claim, and how its verdict stands."""
    return ClaimDetails(
        places_of(connection, claim_id),
        located_evidence(connection, claim_id),
        history_of(connection, claim_id),
        stand_of(connection, claim_id),
    )


class Told(NamedTuple):
    """The claim as the table has it; rating "" where it has none.

    stands: whether the verdict is the claim's newest, about which there is more to say.
    """

    claim_no: int
    wording: str
    rating: str
    shape: Shape
    reason: str
    stands: bool = True


class _EvidenceRow(QStyledItemDelegate):
    """Paints a link on one line: chip, document, place."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, fonts.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self.initStyleOption(option, index)
        view = option.widget
        view.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view
        )
        located: Located = index.data(LOCATED_ROLE)
        rect: QRect = option.rect
        side = fonts.scaled(CHIP_HEIGHT)
        chip = QRect(rect.left() + 16, rect.top() + (rect.height() - side) // 2, side, side)
        paint_stance(painter, chip, located.row.stance)  # type: ignore[arg-type]  # the schema's words
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        words = rect.adjusted(42, 0, -16, 0)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        place = metrics.elidedText(located.place, Qt.TextElideMode.ElideRight, words.width() // 2)
        painter.drawText(words, int(right), place)
        words.setRight(words.right() - metrics.horizontalAdvance(place) - 8)
        painter.setPen(color("text"))
        shown = metrics.elidedText(
            located.row.document_title, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        draw_row_ring(option, painter, view)
        painter.restore()


class EvidenceLines(RowsList):
    """The links of a claim, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EvidenceModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_EvidenceRow(self))
        self.setAccessibleName(self.tr("Evidence"))
        Ground(self)


class DetailsPane(QWidget):
    """Three columns. `evidence_chosen(EvidenceRow)`: Enter or a double click on a link."""

    evidence_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "heading")
        self.rating = RatingLabel("plain", "", "strong")
        self.wording = SerifText(fonts.wording_font(), 22)
        self.reason = PlainLabel()
        self.reason.setWordWrap(True)
        self.should_read = PlainLabel("", "second")
        self.should_read.setWordWrap(True)
        self.stand = StandLines(with_answers=True)
        self.evidence_count = PlainLabel("", "second")
        self.evidence = EvidenceLines()
        self.history_count = PlainLabel("", "second")
        self.history = HistoryList()
        self.empty = EmptyState(self.tr("Choose a row to see its claim, evidence and history."))
        self._parts = QWidget()
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._claim_part(), 10)
        row.addWidget(
            _Part(PlainLabel(self.tr("Evidence"), "heading"), self.evidence_count, self.evidence), 9
        )
        row.addWidget(
            _Part(PlainLabel(self.tr("History"), "heading"), self.history_count, self.history), 9
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.addWidget(self._parts)
        whole.addWidget(self.empty)
        self.setMinimumHeight(fonts.scaled(110))
        self.evidence.chosen.connect(self._chosen)
        self.show_details(None, None)

    def show_details(self, told: Told | None, details: ClaimDetails | None) -> None:
        """Show a claim, or say how to choose one."""
        there = told is not None and details is not None
        self._parts.setVisible(there)
        self.empty.setVisible(not there)
        if told is None or details is None:
            return
        self.title.setText(self.tr("Claim {0}").format(told.claim_no))
        self.rating.setVisible(bool(told.rating))
        self.rating.set_rating(told.shape, told.rating)
        self.wording.set_text(told.wording)
        self.reason.setText(told.reason)
        self.reason.setVisible(bool(told.reason))
        self.stand.show_stand(details.stand if told.stands else Stand())
        words = [place.should_read for place in details.places if place.should_read]
        self.should_read.setText(self.tr("Should read: {0}").format(" · ".join(words)))
        self.should_read.setVisible(bool(words))
        self.evidence.rows.set_rows(details.evidence)
        sources = len({located.row.document_id for located in details.evidence})
        self.evidence_count.setText(self.tr("%n source(s)", "", sources))
        self.history.show_lines(details.history)
        self.history_count.setText(self.tr("%n entr(y|ies)", "", len(details.history)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge, "border")

    def _claim_part(self) -> QWidget:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(4)
        for one in (self.wording, self.reason, self.stand, self.should_read):
            column.addWidget(one)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.tr("The claim and its verdict"))
        self.area.setWidget(inner)
        inner.setAutoFillBackground(False)
        Ground(self.area)
        return _Part(self.title, self.rating, self.area)

    def _chosen(self, index: QModelIndex) -> None:
        located = self.evidence.rows.located(index)
        if located is not None:
            self.evidence_chosen.emit(located.row)


class _Part(QWidget):
    """One column: a heading, what stands at its end, and its content."""

    def __init__(
        self, heading: QWidget, end: QWidget, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 1, 8)
        self._column.setSpacing(4)
        first = QHBoxLayout()
        first.setContentsMargins(16, 0, 16, 2)
        first.addWidget(heading)
        first.addStretch(1)
        first.addWidget(end)
        self._column.addLayout(first)
        self._column.addWidget(content, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line towards the next column."""
        hairline(QPainter(self), self.rect(), Qt.Edge.RightEdge)

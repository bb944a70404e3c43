"""The section of the claim panel that holds the evidence: heading, list, what is folded."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.evidence.comparing import Comparing
from factcheck.window.evidence.list import EvidenceList
from factcheck.window.evidence.told import told
from factcheck.window.evidence.words import Located
from factcheck.window.shapes import chevron, color, hairline, ring
from factcheck.window.widgets.chips import LETTERS
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import EmptyState, PlainLabel
from factcheck.window.workspace import Workspace


class MoreButton(QAbstractButton):
    """The row "2 more", with the letters of what is folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._letters = ""
        self.hide()

    def show_hidden(self, hidden: Sequence[Located]) -> None:
        """Say how many links are folded away, and which stances they have."""
        counts = Counter(located.row.stance for located in hidden)
        self._letters = " · ".join(
            f"{letter} {counts[stance]}" for stance, letter in LETTERS.items() if counts[stance]
        )
        self.setText(self.tr("{0} more").format(len(hidden)))
        self.setAccessibleName(f"{self.text()}, {self._letters}")
        self.setVisible(bool(hidden))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a low row."""
        return QSize(120, fonts.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint chevron, words and letters."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), color("hover"))
        hairline(painter, self.rect(), Qt.Edge.BottomEdge)
        chevron(painter, QRect(14, 0, 16, self.height()), "right", "muted")
        painter.setFont(fonts.second_font(semibold=True))
        painter.setPen(color("text"))
        inner = self.rect().adjusted(34, 0, -16, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.setFont(fonts.second_font())
        painter.setPen(color("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, int(right), self._letters)
        if self.hasFocus():
            ring(painter, self.rect(), 0)


class EvidenceSection(QWidget):
    """Evidence with its heading; `find_wanted`: search for more."""

    find_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._compact = False
        self._comparing: Comparing | None = None
        self._rows: Sequence[Located] = ()
        self.header = SectionHeader(self.tr("Evidence"))
        self.count = PlainLabel("", "second")
        self.header.add(self.count)
        self.list = EvidenceList(workspace)
        self.more = MoreButton()
        self.empty = EmptyState(
            self.tr("Nothing linked yet. Select a passage in a source and press S, C or X.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.list, self.more, self.empty):
            column.addWidget(part, 1 if part is self.list else 0)
        self.header.folded.connect(self._show_parts)
        self.more.clicked.connect(self._unfold)

    def show_rows(self, rows: Sequence[Located]) -> None:
        """Show the links of a claim."""
        self._rows = rows
        self._compare()
        documents = {located.row.document_id for located in rows}
        words = self.tr("%n source(s)", "", len(documents)) if rows else ""
        lines = len({self._workspace.line_of(id) for id in documents})
        if lines < len(documents):
            words = self.tr("{0}, %n independent", "", lines).format(words)
        self.count.setText(words)
        self._show_parts()

    def set_comparing(self, comparing: Comparing) -> None:
        """Take what compares the claim with its links."""
        self._comparing = comparing
        comparing.found.connect(self._show_told)

    def begin_claim(self) -> None:
        """Fold anew what was unfolded for another claim."""
        self.list.rows.show_most(2 if self._compact else 0)

    def set_compact(self, compact: bool) -> None:
        """Fold what comes after the second link, for low windows."""
        self._compact = compact
        self.begin_claim()
        self._show_parts()

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self.header.is_open

    def _compare(self) -> None:
        if self._comparing is not None:
            self._comparing.want(each.pair for each in self._rows if each.pair is not None)
        self._show_told()

    def _show_told(self) -> None:
        self.list.show_rows([self._told(each) for each in self._rows])

    def _told(self, each: Located) -> Located:
        if self._comparing is None or each.pair is None:
            return each
        return each._replace(told=tuple(told(each.pair, self._comparing.known(each.pair))))

    def _unfold(self) -> None:
        self.list.rows.show_most(0)
        self._show_parts()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self) -> None:
        rows, is_open = self.list.rows, self.header.is_open
        self.list.setVisible(is_open and rows.total > 0)
        self.empty.setVisible(is_open and rows.total == 0)
        self.more.show_hidden(rows.hidden)
        self.more.setVisible(is_open and bool(rows.hidden))
        self.list.updateGeometry()

"""One correction as it is on record: what changes in a place, and what became of it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from factcheck.case.read.claims import PlaceRow
from factcheck.window import fonts
from factcheck.window.claims.diff_text import DiffText
from factcheck.window.claims.words import OUTCOMES, word_for_outcome
from factcheck.window.icons import dress
from factcheck.window.widgets.labels import PlainLabel


class Correction(QWidget):
    """Shows the corrected words of a place as a word diff.

    outcome_wanted(place id, outcome): chosen from the button. edit_wanted(place id).
    """

    outcome_wanted = Signal(str, str)
    edit_wanted = Signal(str)

    def __init__(self, place: PlaceRow, where: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        title = self.tr("Should read")
        heading = PlainLabel(f"{title} · {where}" if where else title, "heading")
        self.outcome = QToolButton()
        self.outcome.setText(self._told())
        self.outcome.setToolTip(self.tr("What became of it"))
        self.outcome.setAccessibleName(self.tr("Outcome: {0}").format(self._told()))
        self.outcome.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.outcome.setFont(fonts.second_font())
        self.outcome.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self.outcome, "chevron-down", "muted")
        self.outcome.clicked.connect(self._choose)
        self.edit = QToolButton()
        self.edit.setAutoRaise(True)
        self.edit.setToolTip(self.tr("Change the words (W)"))
        self.edit.setAccessibleName(self.tr("Change the words"))
        self.edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(self.edit, "pencil", "muted")
        self.edit.clicked.connect(self._edit)
        self.diff = DiffText()
        self.diff.set_texts(place.quote, place.should_read)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(self.outcome)
        head.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 2)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.diff)

    def _told(self) -> str:
        outcome, by = self.place.should_read_outcome, self.place.should_read_by
        word = word_for_outcome(outcome or "open")
        return self.tr("{0} by {1}").format(word, by) if by else word

    def _choose(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for outcome in OUTCOMES:
            word = word_for_outcome(outcome)
            asks = outcome in ("accepted", "refused")
            action = QAction(self.tr("{0} by …").format(word) if asks else word, menu)
            action.setData(outcome)
            action.triggered.connect(self._chosen)
            menu.addAction(action)
        menu.popup(self.outcome.mapToGlobal(QPoint(0, self.outcome.height())))

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.outcome_wanted.emit(self.place.id, str(action.data()))

    def _edit(self) -> None:
        self.edit_wanted.emit(self.place.id)

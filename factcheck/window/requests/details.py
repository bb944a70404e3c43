"""What stands beneath the table of requests: the text, the attempts, the answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.read.requests import RequestRow
from factcheck.window import fonts
from factcheck.window.requests.answer_form import AnswerForm
from factcheck.window.requests.attempts import AttemptsModel
from factcheck.window.requests.columns import asked_words
from factcheck.window.requests.words import about_words, word_for_outcome
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.labels import EmptyState, PlainLabel
from factcheck.window.workspace import Workspace


class RequestDetails(QWidget):
    """One request. attempt_wanted: note another attempt. claim_wanted(claim id)."""

    attempt_wanted = Signal()
    claim_wanted = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._row: RequestRow | None = None
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setFont(fonts.quote_font())
        self.text.setAccessibleName(self.tr("Text of the request"))
        Ground(self.text)
        self.attempts = AttemptsModel(self)
        self.attempts_list = QListView()
        self.attempts_list.setModel(self.attempts)
        self.attempts_list.setFrameShape(QFrame.Shape.NoFrame)
        self.attempts_list.setWordWrap(True)
        self.attempts_list.setAccessibleName(self.tr("Attempts"))
        Ground(self.attempts_list)
        self.try_again = QPushButton(self.tr("Another attempt …"))
        self.try_again.setToolTip(self.tr("Shift+R"))
        self.answer = AnswerForm(workspace)
        self.about, self.asked, self.outcome = (PlainLabel("", "second") for _ in range(3))
        self.show_claim = QPushButton(self.tr("Show the claim"))
        self.empty = EmptyState(self.tr("Choose a request to see it."))
        self._lay_out()
        self.try_again.clicked.connect(self.attempt_wanted)
        self.show_claim.clicked.connect(self._claim_wanted)
        self.show_request(None)

    def show_request(self, row: RequestRow | None) -> None:
        """Show a request, or say how to choose one."""
        self._row = row
        self._parts.setVisible(row is not None)
        self.empty.setVisible(row is None)
        self.answer.show_request(row)
        if row is None:
            return
        if self.text.toPlainText() != row.question:
            self.text.setPlainText(row.question)
        many = len(row.claim_nos) > 1
        words = self.tr("claims {0}") if many else self.tr("claim {0}")
        self.about.setText(words.format(about_words(row)) if row.claim_nos else row.document_title)
        by = self.tr("asked {0} by {1}").format(asked_words(row.asked_at), row.asked_by)
        self.asked.setText(" · ".join(part for part in (by, row.channel) if part))
        self.show_claim.setVisible(bool(row.claim_ids))
        self.attempts.set_rows(row.attempts)
        self.attempts_list.setVisible(bool(row.attempts))
        self.try_again.setEnabled(not self._workspace.why_read_only)
        self.outcome.setText(word_for_outcome(row.outcome))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge, "border")

    def _lay_out(self) -> None:
        text = _Column(PlainLabel(self.tr("Request"), "heading"), self.about)
        text.add(self.text, side=12)
        text.add_last(self.asked, self.show_claim)
        tries = _Column(PlainLabel(self.tr("Attempts"), "heading"), None)
        tries.add(self.attempts_list, side=12)
        tries.fill()
        tries.add_last(PlainLabel(""), self.try_again)
        answer = _Column(PlainLabel(self.tr("Answer"), "heading"), self.outcome)
        answer.add(self.answer)
        self._parts = QWidget()
        row = QHBoxLayout(self._parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part, share in ((text, 9), (tries, 7), (answer, 10)):
            row.addWidget(part, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.addWidget(self._parts)
        whole.addWidget(self.empty)
        self.setMinimumHeight(fonts.scaled(150))

    def _claim_wanted(self) -> None:
        if self._row is not None and self._row.claim_ids:
            self.claim_wanted.emit(self._row.claim_ids[0])


class _Column(QWidget):
    """A heading, what stands at its end, the content, a last line."""

    def __init__(self, heading: QWidget, end: QWidget | None) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 1, 8)
        self._column.setSpacing(4)
        first = QHBoxLayout()
        first.setContentsMargins(16, 0, 16, 0)
        first.addWidget(heading)
        first.addStretch(1)
        if end is not None:
            first.addWidget(end)
        self._column.addLayout(first)

    def add(self, widget: QWidget, *, side: int = 0) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(side, 0, side, 0)
        row.addWidget(widget)
        self._column.addLayout(row, 1)

    def add_last(self, words: QWidget, button: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(words, 1)
        row.addWidget(button)
        self._column.addLayout(row)

    def fill(self) -> None:
        self._column.addStretch(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), self.rect(), Qt.Edge.RightEdge)

"""What a checker and the reviewers say of one verdict, side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.case.read.reviews import AnswerRow
from factcheck.case.read.verdicts import VerdictRow
from factcheck.window.shapes import box, hairline
from factcheck.window.times import local_moment
from factcheck.window.verdicts.words import answer_words
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.rating import RatingLabel


class SideBySide(QWidget):
    """Two columns in a frame: the verdict at the left, each answer below the other at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 8, 10, 8)
        self._row.setSpacing(20)
        self._columns: list[QWidget] = []
        self.hide()

    def show_answers(self, verdict: VerdictRow | None, answers: Sequence[AnswerRow]) -> None:
        """Show a verdict and what was said of it; None hides it."""
        for column in self._columns:
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()
        self._columns = []
        self.setVisible(verdict is not None)
        if verdict is None:
            return
        left = _Column()
        left.add(PlainLabel(verdict.checker, "strong"))
        left.add(PlainLabel(local_moment(verdict.recorded_at), "second"))
        left.add(RatingLabel(verdict.shape, verdict.rating))  # type: ignore[arg-type]  # the schema's words
        left.add_words(verdict.reason)
        right = _Column()
        for at, answer in enumerate(answers):
            if at:
                right.part()
            right.add(PlainLabel(answer.reviewer, "strong"))
            right.add(PlainLabel(answer_words(answer), "second"))
            right.add_words(answer.reason)
        self._columns = [left, right]
        for column in (left, right):
            column.end()
            self._row.addWidget(column, 1)
        spoken = (f"{each.reviewer}: {answer_words(each)} {each.reason}" for each in answers)
        self.setAccessibleName(
            self.tr("{0} rated it {1}: {2} {3}").format(
                verdict.checker, verdict.rating, verdict.reason, "; ".join(spoken)
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the line between the two."""
        painter = QPainter(self)
        box(painter, self.rect(), fill="paper", line="line")
        if len(self._columns) > 1:
            middle = self._columns[1].x() - self._row.spacing() // 2
            between = QRect(middle, 8, 1, self.height() - 16)
            hairline(painter, between, Qt.Edge.LeftEdge)


class _Column(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def add(self, part: QWidget) -> None:
        self._column.addWidget(part)

    def add_words(self, words: str) -> None:
        if words:
            label = PlainLabel(words)
            label.setWordWrap(True)
            self._column.addWidget(label)

    def part(self) -> None:
        self._column.addSpacing(8)

    def end(self) -> None:
        self._column.addStretch(1)

"""A line for each thing there is to know of a verdict: its review, its publication, its gates."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from factcheck.case.read.verdicts import VerdictRow
from factcheck.window import icons
from factcheck.window.verdicts.stand import Stand
from factcheck.window.verdicts.words import (
    answer_words,
    published_words,
    review_words,
    word_for_gate,
)
from factcheck.window.widgets.labels import PlainLabel

_LONGEST: Final = 600


class Line(QWidget):
    """A sign and a sentence that may take several lines."""

    def __init__(self, icon: str, words: str, shade: str = "text") -> None:
        super().__init__()
        self._icon, self._shade = icon, shade
        self.words = PlainLabel(words, "second", shade)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(icons.SIZE + 8, 0, 0, 0)
        row.addWidget(self.words)
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """Be at least as high as the sign."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(icons.SIZE, hint.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the first line."""
        painter = QPainter(self)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = self.width() - icons.SIZE if right else 0
        drawn = icons.pixmap(self._icon, self._shade, ratio=self.devicePixelRatioF())
        painter.drawPixmap(at, 0, drawn)


class StandLines(QWidget):
    """The lines; with_answers: also what each reviewer said, where that stands nowhere else."""

    def __init__(self, *, with_answers: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._with_answers = with_answers
        self.lines: list[Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_stand(self, stand: Stand) -> None:
        """Show how a verdict stands."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = self._lines_of(stand)
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(self.lines))

    def words(self) -> list[str]:
        """Give what the lines say."""
        return [line.words.text() for line in self.lines]

    # Internal

    def _lines_of(self, stand: Stand) -> list[Line]:
        found: list[Line] = []
        row = stand.verdict
        if stand.withdrawn is not None:
            words = self.tr("Withdrawn: {0}, {1}").format(
                stand.withdrawn.rating, stand.withdrawn.what_was_wrong
            )
            found += [Line("undo", words), *self._note(stand.withdrawn)]
        if row is None:
            return found
        if row.recheck_why:
            words = self.tr("Needs recheck: {0}").format(row.recheck_why[:_LONGEST])
            found.append(Line("recheck", words, "recheck.line"))
        found += self._review(stand)
        if row.what_was_wrong:
            found.append(Line("pencil", self.tr("Corrected: {0}").format(row.what_was_wrong)))
            found += self._note(row)
        if row.published_at:
            found.append(Line("padlock", published_words(row.published_at, row.published_url)))
        found += [Line("rating-misleading", self._gate(*gate), "muted") for gate in row.gates]
        return found

    def _review(self, stand: Stand) -> list[Line]:
        review = review_words(stand)
        if not review:
            return []
        icon = "undo" if stand.is_sent_back else "tick" if stand.is_done else "eye"
        found = [Line(icon, review)]
        if self._with_answers:
            for answer in stand.answers:
                told = f"{answer.reviewer}: {answer_words(answer)}"
                words = f"{told} · {answer.reason}" if answer.reason else told
                found.append(Line("person", words))
        return found

    def _note(self, row: VerdictRow) -> list[Line]:
        if not row.correction_note:
            return []
        return [Line("request", self.tr("The public is told: {0}").format(row.correction_note))]

    def _gate(self, gate: str, explanation: str) -> str:
        if explanation:
            return self.tr("{0}: {1}").format(word_for_gate(gate), explanation)
        return self.tr("{0}: no explanation was given").format(word_for_gate(gate))

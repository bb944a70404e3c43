"""The parts of a claim of the past: all of them only show, nothing can be changed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.case.read.claims import ClaimRow
from factcheck.case.read.requests import RequestRow
from factcheck.case.read.reviews import AnswerRow
from factcheck.case.read.verdicts import VerdictRow
from factcheck.window import fonts
from factcheck.window.claims.places import Placed
from factcheck.window.claims.serif_text import SerifText
from factcheck.window.claims.words import word_for_checks, word_for_outcome, word_for_state
from factcheck.window.evidence.delegate import EvidenceDelegate
from factcheck.window.evidence.model import EvidenceModel
from factcheck.window.evidence.words import Located
from factcheck.window.shapes import hairline
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.times import day_and_time, given_date
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.widgets.rating import RatingLabel


class Lines(QWidget):
    """Labels below each other under a heading; made anew for each claim."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        self._column.setSpacing(4)
        if heading:
            self._column.addWidget(PlainLabel(heading, "heading"))
        self._kept = self._column.count()

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self._column.takeAt(self._kept)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget) -> None:
        """Add a line."""
        self._column.addWidget(widget)

    def say(self, words: str, *, muted: bool = False) -> None:
        """Add a line of words, broken where it is too long."""
        label = PlainLabel(words, "second" if muted else "base")
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._column.addWidget(label)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line above."""
        if self._kept:
            hairline(QPainter(self), self.rect(), Qt.Edge.TopEdge)


class PastFacts(Lines):
    """State, wording, who said it and when, places, open requests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)

    def show_claim(
        self, claim: ClaimRow, places: Sequence[Placed], requests: Sequence[RequestRow]
    ) -> None:
        """Show what was known of a claim."""
        self.clear()
        wording = SerifText(fonts.wording_font(), 23)
        wording.set_text(claim.wording)
        self.add(wording)
        self.say(" · ".join(self._facts(claim)), muted=True)
        self.say(self.tr("State: {0}").format(word_for_state(claim.state)), muted=True)
        for placed in places:
            self._say_place(placed)
        for row in requests:
            words = self.tr("Asked {0}: {1}").format(row.to_whom, row.question)
            self.say(words, muted=True)

    def _facts(self, claim: ClaimRow) -> list[str]:
        told = [word_for_checks(claim.checks)]
        if claim.speaker:
            role = ", ".join(part for part in (claim.speaker_role, claim.party) if part)
            name = f"{claim.speaker} ({role})" if role else claim.speaker
            told.append(self.tr("said by {0}").format(name))
        if claim.made_on:
            told.append(self.tr("made on {0}").format(given_date(claim.made_on)))
        told += [each for each in (claim.event, ", ".join(claim.tags)) if each]
        if claim.assigned_to:
            told.append(self.tr("for {0}").format(claim.assigned_to))
        if claim.due:
            told.append(self.tr("due {0}").format(given_date(claim.due)))
        return told

    def _say_place(self, placed: Placed) -> None:
        row = placed.row
        where = self.tr("Place lost") if row.state == "lost" else placed.words
        self.say(" · ".join(part for part in (where, row.document_title) if part), muted=True)
        if row.should_read:
            outcome = word_for_outcome(row.should_read_outcome or "open")
            self.say(self.tr("Should read: {0} ({1})").format(row.should_read, outcome))


class PastEvidence(RowsList):
    """The links as they were, each row whole; the list is as high as its rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = EvidenceModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(EvidenceDelegate(self))
        self.setAccessibleName(self.tr("Evidence then"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        Ground(self)

    def show_rows(self, located: Sequence[Located]) -> None:
        """Show these links."""
        self.rows.set_rows(located)
        self.setVisible(bool(located))
        self.fit()

    def fit(self) -> None:
        """Be as high as the rows are at this width."""
        heights = (self.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        self.setFixedHeight(max(1, sum(heights)))


class PastVerdicts(Lines):
    """The verdicts up to then, newest first, with what reviewers had said of the newest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Verdict"), parent)
        self.setAccessibleName(self.tr("Verdict"))

    def show_verdicts(self, verdicts: Sequence[VerdictRow], answers: Sequence[AnswerRow]) -> None:
        """Show them."""
        self.clear()
        if not verdicts:
            self.say(self.tr("No verdict yet."), muted=True)
        for number, row in enumerate(verdicts):
            self._add_verdict(row)
            if number == 0:
                for answer in answers:
                    self._say_answer(answer)

    def _add_verdict(self, row: VerdictRow) -> None:
        self.add(RatingLabel(row.shape, row.rating, "strong"))  # type: ignore[arg-type]  # the schema's words
        status = row.review or ("" if row.status == "current" else row.status)
        told = (row.checker, day_and_time(row.recorded_at), status)
        self.say(" · ".join(filter(None, told)), muted=True)
        if row.reason:
            self.say(row.reason)
        for gate, explanation in row.gates:
            why = explanation or self.tr("not explained")
            self.say(self.tr("Warned: {0} – {1}").format(gate, why), muted=True)
        if row.recheck_why:
            self.say(self.tr("Needs recheck: {0}").format(row.recheck_why), muted=True)
        if row.published_at:
            words = self.tr("Published {0} {1}")
            self.say(words.format(given_date(row.published_at), row.published_url), muted=True)
        if row.what_was_wrong:
            self.say(self.tr("What was wrong: {0}").format(row.what_was_wrong), muted=True)

    def _say_answer(self, answer: AnswerRow) -> None:
        when = day_and_time(answer.reviewed_at)
        words = self.tr("{0} by {1}, {2}").format(answer.decision, answer.reviewer, when)
        self.say(f"{words}: {answer.reason}" if answer.reason else words, muted=True)

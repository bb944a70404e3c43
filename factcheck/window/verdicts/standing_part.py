"""The verdict that stands, and how it stands: its review, its publication, what it lacks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.case.read.reviews import same_person
from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.times import local_moment
from factcheck.window.verdicts.side_by_side import SideBySide
from factcheck.window.verdicts.stand import Stand
from factcheck.window.verdicts.stand_lines import StandLines
from factcheck.window.widgets.chips import KeyChip
from factcheck.window.widgets.labels import PlainLabel, plain_tip
from factcheck.window.widgets.rating import RatingLabel

_ROOM_FOR_KEYS: Final = 330


class _ButtonRow(QWidget):
    """Buttons, each with its key behind it; in a narrow pane the keys stay away."""

    def __init__(self, buttons: Sequence[QPushButton], chips: Sequence[KeyChip]) -> None:
        super().__init__()
        self._chips = chips
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        for button, chip in zip(buttons, chips, strict=True):
            row.addWidget(button)
            row.addWidget(chip)
            row.addSpacing(6)
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Never keep the pane wide: without the keys the buttons need little."""
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the keys where there is room."""
        super().resizeEvent(event)
        wide = len(self._chips) == 1 or event.size().width() >= fonts.scaled(_ROOM_FOR_KEYS)
        for chip in self._chips:
            chip.setVisible(wide)


class StandingPart(QWidget):
    """Rating, checker, reason; then a line for each thing there is to know.

    wanted(command): one of `VERDICT_KEYS`, by its button.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rating = RatingLabel("plain", "", "strong")
        self.by = PlainLabel("", "second")
        self.reason = PlainLabel()
        self.reason.setWordWrap(True)
        self.lines = StandLines()
        self.answers = SideBySide()
        self.confirm = self._button("recheck", self.tr("It stands"), "confirm")
        self.confirm.setToolTip(self.tr("It was looked at again and the verdict stands"))
        self.approve = self._button("tick", self.tr("Approve"), "approve")
        self.send_back = self._button("undo", self.tr("Send back …"), "send-back")
        self.chips = [KeyChip(key) for key in ("Shift+V", "Shift+Y", "Shift+Q")]
        first = QHBoxLayout()
        first.addWidget(self.rating, 1)
        first.addWidget(self.by)
        self._again = _ButtonRow((self.confirm,), self.chips[:1])
        self._review = _ButtonRow((self.approve, self.send_back), self.chips[1:])
        self._rated = QWidget()
        rated = QVBoxLayout(self._rated)
        rated.setContentsMargins(0, 0, 0, 0)
        rated.setSpacing(2)
        rated.addLayout(first)
        rated.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._rated)
        column.addWidget(self.lines)
        column.addWidget(self._again)
        column.addWidget(self.answers)
        column.addWidget(self._review)

    def show_stand(self, stand: Stand, checker: str, why_read_only: str) -> None:
        """Show how a verdict stands, for who is checking now; nothing without one."""
        row = stand.verdict
        self.setVisible(row is not None or stand.withdrawn is not None)
        # Side by side with what others said, the verdict stands there.
        self._rated.setVisible(row is not None and not stand.answers)
        if row is not None:
            self.rating.set_rating(row.shape, row.rating)  # type: ignore[arg-type]  # the schema's words
            self.by.setText(f"{row.checker} · {local_moment(row.recorded_at)}")
            self.reason.setText(row.reason)
            self.reason.setVisible(bool(row.reason))
        self.lines.show_stand(stand)
        self.answers.show_answers(row if stand.answers else None, stand.answers)
        self._show_buttons(stand, checker, why_read_only)

    def spoken(self) -> str:
        """Say the lines in one sentence, for the announcement of the claim."""
        return " ".join(f"{words.rstrip('.')}." for words in self.lines.words())

    # Internal

    def _button(self, icon: str, words: str, command: str) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(command)
        button.setAutoDefault(False)
        dress(button, icon)
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        self.wanted.emit(self.sender().objectName())

    def _show_buttons(self, stand: Stand, checker: str, why_read_only: str) -> None:
        row = stand.verdict
        reviewed = row is not None and (bool(stand.needed or stand.answers))
        open_review = reviewed and not stand.is_done
        own = row is not None and same_person(checker, row.checker)
        why_not = why_read_only or (
            self.tr("You recorded it: somebody else reviews it.") if own else ""
        )
        self._again.setVisible(row is not None and bool(row.recheck_why))
        self.confirm.setEnabled(not why_read_only)
        self._review.setVisible(open_review)
        for button, words in (
            (self.approve, self.tr("The verdict is right")),
            (self.send_back, self.tr("With a question, or approve with a remark")),
        ):
            button.setEnabled(not why_not)
            button.setToolTip(plain_tip(why_not or words))

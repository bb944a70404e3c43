"""The section of the claim panel that holds the hints; empty, it takes no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from factcheck.case.read.earlier import FruitlessRow
from factcheck.window.hints.hint import Looked
from factcheck.window.hints.list import HintList
from factcheck.window.times import day_and_time
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import InlineError, PlainLabel
from factcheck.window.widgets.waiting import Waiting
from factcheck.window.workspace import Workspace


class HintsSection(QWidget):
    """Hints with their heading, what is waited for, and the searches that found nothing.

    retry_wanted: look again. cancelled: look no longer. nothing_wanted: record that nothing
    was found.
    """

    retry_wanted = Signal()
    cancelled = Signal()
    nothing_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked: Looked | None = None
        self.header = SectionHeader(self.tr("Hints"))
        self.list = HintList(workspace)
        self.waiting = Waiting(self.tr("Looking for evidence …"))
        self.error = InlineError()
        self.note = PlainLabel("", "second", shade="muted")
        self.note.setWordWrap(True)
        self.nothing = QPushButton(self.tr("Record that nothing was found …"))
        self.nothing.setFlat(True)
        self.searches = PlainLabel("", "second", shade="muted")
        self.searches.setWordWrap(True)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(16, 4, 16, 8)
        foot.addWidget(self.note)
        row = QHBoxLayout()
        row.addWidget(self.nothing)
        row.addStretch(1)
        foot.addLayout(row)
        self.searches.setContentsMargins(16, 2, 16, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        parts = (self.header, self.waiting, self.error, self.list, self._foot, self.searches)
        for part in parts:
            column.addWidget(part, 1 if part is self.list else 0)
        self.header.folded.connect(self._show_parts)
        self.error.retry_wanted.connect(self.retry_wanted)
        self.waiting.cancelled.connect(self.cancelled)
        self.nothing.clicked.connect(self.nothing_wanted)
        self.list.judged.connect(self._show_parts)
        self.begin_claim("")

    def begin_claim(self, claim_id: str) -> None:
        """Forget what was found for another claim."""
        if claim_id != self.list.claim_id or not claim_id:
            self.list.claim_id = claim_id
            self._looked = None
            self.list.show_found(())
            self.waiting.stop()
            self.error.hide()
        self._show_parts()

    def show_searches(self, rows: list[FruitlessRow]) -> None:
        """Show the searches for the claim that found nothing."""
        lines = []
        for row in rows:
            where = row.looked_in or self.tr("the documents of the case")
            lines.append(
                self.tr("Nothing found: “{0}” in {1} ({2}, {3})").format(
                    row.looked_for, where, row.searched_by, day_and_time(row.searched_at)
                )
            )
        self.searches.setText("\n".join(lines))
        self.searches.setVisible(bool(lines))

    def begin_looking(self) -> None:
        """Say that one looks."""
        self.error.hide()
        self.header.set_open(True)
        self.waiting.start()

    def stop_looking(self) -> None:
        """Look no longer."""
        self.waiting.stop()
        self._show_parts()

    def show_found(self, looked: Looked, *, asked: bool) -> None:
        """Show what was found; asked: by the user, who is told also where it was nothing."""
        self.waiting.stop()
        self.error.hide()
        self._looked = looked if asked else None
        self.list.show_found(looked.hints)
        self._say(looked)
        self._show_parts()

    def say_error(self, sentence: str) -> None:
        """Show why there is no answer."""
        self.waiting.stop()
        self.error.say(sentence)

    def take_focus(self) -> None:
        """Give the keyboard to the list, where it has rows."""
        if self.list.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, looked: Looked) -> None:
        parts = []
        if not looked.hints:
            parts.append(self.tr("Nothing found in %n document(s).", "", looked.documents))
        elif not self.list.rows.rowCount():
            parts.append(self.tr("What was found is linked already."))
        if looked.says_extra:
            parts.append(
                self.tr(
                    "Found by words alone. With the extra “semantic” installed, passages that say"
                    " the same in other words are found too."
                )
            )
        if looked.why_by_words:
            by_words = self.tr("{0} Until then passages are found by words alone.")
            parts.append(by_words.format(looked.why_by_words))
        if looked.by_meaning and looked.outside:
            parts.append(
                self.tr(
                    "%n document(s) are in a language that the model does not read: searched by"
                    " words alone.",
                    "",
                    looked.outside,
                )
            )
        self.note.setText(" ".join(parts))

    def _show_parts(self) -> None:
        count = self.list.rows.rowCount()
        is_open = self.header.is_open
        self.header.setVisible(bool(count) or self._looked is not None)
        self.header.set_end(self.tr("%n hint(s)", "", count) if count else "")
        self.list.setVisible(is_open and count > 0)
        self.note.setVisible(bool(self.note.text()))
        self._foot.setVisible(is_open and self._looked is not None)
        self.list.updateGeometry()

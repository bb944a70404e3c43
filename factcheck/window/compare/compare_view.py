"""A claim in its article and its evidence beside it, with what differs marked in both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from factcheck.case.changes import Changes, Done, Edit, LinkEvidence, Stance
from factcheck.errors import FactcheckError
from factcheck.window.commands.command import Where
from factcheck.window.compare.compared import Beside, Compared, beside, counted, of_hints
from factcheck.window.compare.differences import Differences
from factcheck.window.compare.texts import Texts
from factcheck.window.evidence.comparing import Comparing
from factcheck.window.evidence.told import Told, told
from factcheck.window.evidence.words import word_for_stance
from factcheck.window.icons import dress
from factcheck.window.settings import Settings
from factcheck.window.shapes import color
from factcheck.window.tasks import Tasks
from factcheck.window.view import View
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.key_bar import Hint as KeyHint
from factcheck.window.widgets.key_bar import KeyBar
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.window.hints.hint import Hint


class CompareView(View):
    """Goes through the evidence of one claim, and the hints after it.

    said(str): a sentence. left(name of a view): go back there. linked(hint id): a hint is a link
    now.
    """

    name = "compare"
    is_kept = False
    said = Signal(str)
    left = Signal(str)
    linked = Signal(str)
    step_wanted = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        comparing: Comparing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._comparing = workspace, comparing
        self._shown: Beside | None = None
        self._hints: list[Compared] = []
        self._at = 0
        self._article_id = ""
        self.came_from = "check"
        """The view to go back to."""
        self._told: list[Told] = []
        # The table had the keyboard, or would have it, if it had rows.
        self._wants_table = False
        self.header = PaneHeader()
        self.back_button = QPushButton()
        self.back_button.setFlat(True)
        dress(self.back_button, "chevron-left")
        self.differing = PlainLabel("", "strong", "contradicts.line")
        self.agreeing = PlainLabel("", "second")
        self.texts = Texts(workspace, tasks)
        self.differences = Differences()
        self.key_bar = KeyBar(self._keys())
        self._lay_out()
        self.back_button.clicked.connect(self.leave)
        self.differences.wanted.connect(self._show_places)
        self.texts.wanted.connect(self.differences.go_to)
        self.differences.table.current_changed.connect(self._show_current)
        comparing.found.connect(self._show_told)
        workspace.changed.connect(self._changed)
        workspace.closed.connect(self._closed)

    # What is shown

    @property
    def claim_id(self) -> str:
        """The claim that is shown; "" for none."""
        return self._shown.claim.id if self._shown is not None else ""

    @property
    def current(self) -> Compared | None:
        """What the claim is held against."""
        every = self._every()
        return every[self._at] if every else None

    def show_claim(
        self,
        claim_id: str,
        hints: Sequence[Hint] = (),
        article_id: str = "",
        at: str = "",
        came_from: str = "check",
    ) -> bool:
        """Show a claim and its first evidence, or that with the id at; False where it has none.

        hints: found for it, shown after its links. article_id: the article that was shown.
        came_from: the view to go back to.
        """
        self._article_id, self.came_from = article_id, came_from
        self._hints = of_hints(hints)
        self._at = 0
        if not self._read(claim_id):
            return False
        if not self._every():
            self.said.emit(self.tr("Nothing is linked to compare. E looks for passages."))
            return False
        self._go_to(at)
        self._show()
        return True

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        parts = (self.differences.table, self.texts.left.view, self.texts.right.view)
        return [(part, Where.COMPARE) for part in parts]

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane: differences, article, evidence."""
        panes: list[QWidget] = [part for part, _ in self.panes() if part.isVisible()]
        at = next((number for number, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def apply_settings(self, settings: Settings) -> None:
        """Show both texts as the settings say."""
        self.texts.apply_settings(settings)

    # What keys do

    def step(self, by: int) -> bool:
        """Go to the next (1) or the previous (-1) evidence; False where there is none."""
        to = self._at + by
        if not 0 <= to < len(self._every()):
            return False
        self._at = to
        self._show()
        announce(self, self._announcement())
        return True

    def show_both(self) -> None:
        """Bring both places of the current difference to the middle."""
        number = self.differences.current()
        if number is None:
            self.texts.center_on_passages()
        else:
            self._show_places(number)

    def claim_meant(self) -> str:
        """Return the claim that is shown."""
        return self.claim_id

    def step_claim(self, by: int) -> bool:
        """Ask for the next or previous claim with evidence."""
        self.step_wanted.emit(by)
        return True

    def link(self, stance: Stance) -> bool:
        """Give the link another stance, or link the hint with it."""
        self._set_stance(stance)
        return True

    def _set_stance(self, stance: Stance) -> None:
        item = self.current
        if item is None:
            return
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
        elif item.hint is None:
            if item.stance != stance:
                self._workspace.do(Edit("evidence", item.id, {"stance": stance}))
        elif item.span is not None:
            change = LinkEvidence(
                (self.claim_id,), item.document_id, stance, item.span.start, item.span.end
            )
            self._workspace.do(change, partial(self._was_linked, item), self._refused)

    def leave(self) -> None:
        """Go back to where one came from."""
        self.left.emit(self.came_from)

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the differences, or to the evidence where there are none."""
        super().focusInEvent(event)
        self._wants_table = True
        self.texts.right.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._give_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("panel"))

    # Internal

    def _lay_out(self) -> None:
        self.header.add(self.differing)
        self.header.add(self.agreeing)
        self.header.lead(self.back_button)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.texts)
        parts.addWidget(self.differences)
        parts.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(parts, 1)
        column.addWidget(self.key_bar)

    def _every(self) -> list[Compared]:
        links = self._shown.links if self._shown is not None else []
        return [*links, *self._hints]

    def _read(self, claim_id: str) -> bool:
        try:
            self._shown = self._workspace.read(beside, claim_id, self._article_id)
        except FactcheckError as gone:
            self._shown = None
            self.said.emit(str(gone))
            return False
        return True

    def _go_to(self, id: str) -> None:
        every = self._every()
        found = (number for number, item in enumerate(every) if item.id == id)
        self._at = next(found, min(self._at, max(0, len(every) - 1)))

    def _show(self) -> None:
        shown, item = self._shown, self.current
        if shown is None or item is None:
            return
        count = len(self._every())
        at = self.tr("with evidence {0} of {1}").format(self._at + 1, count)
        if item.hint is not None:
            at = self.tr("{0}, a hint: not linked").format(at)
        if shown.place is None or shown.place.quote != shown.claim.wording:
            # What is compared is the wording, which does not stand in the text like that.
            at = f"{at} · “{shown.claim.wording}”"
        self.header.set_title(self.tr("Claim {0}").format(shown.claim.claim_no), at)
        self.back_button.setText(self.tr("Back to claim {0}").format(shown.claim.claim_no))
        try:
            self.texts.show_texts(shown, item)
        except FactcheckError as gone:
            self.said.emit(str(gone))
        if item.pair is not None:
            self._comparing.want([item.pair])
        self._show_told()

    def _show_told(self) -> None:
        item = self.current
        if item is None:
            return
        known = self._comparing.known(item.pair) if item.pair is not None else None
        if item.hint is not None:
            self._told = list(item.hint.told)
        else:
            self._told = told(item.pair, known) if item.pair is not None else []
        waiting = item.pair is not None and known is None
        if self.differences.table.hasFocus():
            self._wants_table = True
            self.texts.right.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.differences.show_told(self._told, self._nothing(item, is_waiting=waiting))
        self.texts.show_marks(self._told)
        self._show_current()
        self._give_focus()
        differs, agrees = counted(self._told)
        self.differing.setText(self.tr("≠ %n differ(s|)", "", differs) if differs else "")
        self.agreeing.setText(self.tr("= %n agree(s|)", "", agrees) if agrees else "")

    def _give_focus(self) -> None:
        """Give the keyboard to the differences as soon as there are any; who left keeps it."""
        if self._wants_table and self._told:
            self._wants_table = False
            if self.texts.right.view.hasFocus():
                self.differences.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nothing(self, item: Compared, *, is_waiting: bool) -> str:
        if is_waiting:
            return self.tr("Comparing …")
        if not item.words:
            return self.tr("There is no passage to compare.")
        return self.tr(
            "No figure, date, direction or name can be compared here. That is no agreement."
        )

    def _show_current(self, *_: object) -> None:
        number = self.differences.current()
        self.texts.show_current(number if self._told else None)

    def _show_places(self, number: int) -> None:
        self.texts.center_on(number)

    def _announcement(self) -> str:
        item = self.current
        if item is None:
            return ""
        stance = word_for_stance(item.stance) if item.stance else self.tr("hint")
        counts = ", ".join(filter(None, (self.differing.text(), self.agreeing.text())))
        at = self.tr("Evidence {0} of {1}").format(self._at + 1, len(self._every()))
        return ". ".join(filter(None, (f"{at}, {stance}, {item.title}", counts)))

    def _was_linked(self, item: Compared, done: Done) -> None:
        self._hints = [each for each in self._hints if each.id != item.id]
        self.linked.emit(item.id)
        self._read(self.claim_id)
        self._go_to(next(iter(done.ids), ""))
        self._show()

    def _refused(self, error: FactcheckError) -> None:
        self.said.emit(str(error))

    def _changed(self, changes: Changes) -> None:
        claim_id, item = self.claim_id, self.current
        if not claim_id or not (changes.everything or claim_id in changes.claims):
            return
        if not self._read(claim_id) or not self._every():
            if self.isVisible():
                self.leave()
            self._closed()
            return
        self._go_to(item.id if item is not None else "")
        self._show()

    def _closed(self) -> None:
        self._shown, self._hints, self._told, self._at = None, [], [], 0
        self.texts.forget()

    def _keys(self) -> tuple[KeyHint, ...]:
        return (
            KeyHint(("J", "K"), self.tr("evidence")),
            KeyHint(("Enter",), self.tr("both places")),
            KeyHint(("N", "P"), self.tr("claim")),
            KeyHint(("S",), self.tr("supports")),
            KeyHint(("C",), self.tr("contradicts")),
            KeyHint(("X",), self.tr("context")),
            KeyHint(("G",), self.tr("grid")),
            KeyHint(("F6",), self.tr("next pane")),
            KeyHint(("Esc",), self.tr("back")),
        )

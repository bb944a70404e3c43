"""A claim as it was at a moment, over the panel that shows it as it is now."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from factcheck.case.changes import Changes
from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.history.list import HistoryList
from factcheck.window.past.banner import PastBanner
from factcheck.window.past.parts import PastEvidence, PastFacts, PastVerdicts
from factcheck.window.past.reading import AsOf, PastShown, past_claim
from factcheck.window.shapes import box, color, pen
from factcheck.window.tables.ground import Ground
from factcheck.window.tasks import Task, Tasks
from factcheck.window.times import day_and_time
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import InlineError
from factcheck.window.workspace import Workspace

_FRAME: Final = 2
_FIT_MS: Final = 0


class PastClaim(QWidget):
    """Lies over the panel of a claim while it is shown; what is below cannot be reached.

    left: it is gone, and the panel shows the claim as it is now.
    """

    left = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, panel: QWidget) -> None:
        super().__init__(panel)
        self._workspace, self._tasks, self._panel = workspace, tasks, panel
        self._claim_id = ""
        self._moment: AsOf | None = None
        self._past: PastShown | None = None
        self._task: Task | None = None
        self.banner = PastBanner()
        self.facts = PastFacts()
        self._evidence_header = SectionHeader(self.tr("Evidence"), folds=False)
        self.evidence = PastEvidence()
        self.verdicts = PastVerdicts()
        self._history_header = SectionHeader(self.tr("History up to then"), folds=False)
        self.history = HistoryList()
        self.error = InlineError()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        self.banner.back_wanted.connect(self.back)
        self.banner.earlier_wanted.connect(self.earlier)
        self.banner.later_wanted.connect(self.later)
        workspace.closed.connect(self.back)
        workspace.changed.connect(self._changed)
        panel.installEventFilter(self)

    @property
    def claim_id(self) -> str:
        """The id of the claim that is shown as it was; "" while the panel shows now."""
        return self._claim_id

    @property
    def past(self) -> PastShown | None:
        """What is shown, None while it is read."""
        return self._past

    def show_as_of(self, claim_id: str, moment: AsOf) -> None:
        """Show a claim as of a moment; it is worked out beside the window."""
        if not self._workspace.is_open:
            return
        self._stop()
        self._claim_id, self._moment = claim_id, moment
        name = self.tr("Looking back")
        work = partial(past_claim, self._workspace.path, claim_id, moment)
        self._task = self._tasks.start(name, work, self._have, self._failed)

    @Slot()
    def back(self) -> None:
        """Go back to now."""
        self._stop()
        was_shown = self.isVisibleTo(self._panel)
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._claim_id, self._moment, self._past = "", None, None
        if not was_shown:
            return
        self.hide()
        self._let_panel(True)
        self.left.emit()
        if had_focus or self.hasFocus():
            self._panel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def earlier(self) -> None:
        """Go back by one entry of the claim."""
        self._step(self._past.earlier if self._past is not None else None)

    @Slot()
    def later(self) -> None:
        """Go on by one entry of the claim."""
        self._step(self._past.later if self._past is not None else None)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrows or J and K, go back with Esc; no other key gets through to now."""
        key, modifiers = event.key(), event.modifiers()
        plain = not modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self.back()
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Comma):
            self.earlier()
        elif plain and key in (Qt.Key.Key_Right, Qt.Key.Key_Period):
            self.later()
        elif plain and key in (Qt.Key.Key_J, Qt.Key.Key_K):
            focused = self.focusWidget()
            rows = focused if isinstance(focused, (HistoryList, PastEvidence)) else self.history
            rows.step(1 if key == Qt.Key.Key_J else -1)
        elif plain or modifiers == Qt.KeyboardModifier.ShiftModifier:
            event.accept()
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the panel, and take the keyboard that it is given."""
        if watched is self._panel and self.isVisibleTo(self._panel):
            if event.type() == QEvent.Type.Resize:
                self.setGeometry(self._panel.rect())
            elif event.type() == QEvent.Type.FocusIn:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the quotes of the links anew."""
        super().resizeEvent(event)
        QTimer.singleShot(_FIT_MS, self.evidence.fit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground of its own and a dashed frame: this is not now."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("hover"))
        box(painter, self.rect(), line=pen("accent", _FRAME, [6, 4]), corner=0)

    # Internal

    def _lay_out(self) -> None:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.facts, self._evidence_header, self.evidence, self.verdicts):
            column.addWidget(part)
        column.addWidget(self._history_header)
        column.addWidget(self.history, 1)
        parts.setAutoFillBackground(False)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(parts)
        Ground(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_FRAME, _FRAME, _FRAME, _FRAME)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.error)
        whole.addWidget(self._area, 1)

    def _have(self, past: PastShown) -> None:
        self._task = None
        self._past = past
        shown, moment = past.shown, past.moment
        self.error.clear()
        self._area.show()
        words = self.tr("As on {0} – entry {1}").format(day_and_time(moment.at), moment.seq)
        self.banner.show_moment(words, self.tr("Claim {0}").format(shown.claim.claim_no))
        self.banner.show_steps(past.earlier is not None, past.later is not None)
        self.facts.show_claim(shown.claim, shown.places, shown.open_requests)
        linked = len(shown.evidence)
        nothing = self.tr("nothing linked then")
        self._evidence_header.set_end(self.tr("%n link(s)", "", linked) if linked else nothing)
        self.evidence.show_rows(shown.evidence)
        self.verdicts.show_verdicts(past.verdicts, past.answers)
        self.history.show_lines(shown.history)
        self._come_up(words)

    def _failed(self, error: FactcheckError) -> None:
        self._task = None
        if isinstance(error, Cancelled) or self._moment is None:
            return
        self._past = None
        words = self.tr("As on {0} – entry {1}").format(
            day_and_time(self._moment.at), self._moment.seq
        )
        self.banner.show_moment(words, "")
        self.banner.show_steps(False, False)
        self._area.hide()
        self.error.say(str(error), again=False)
        self._come_up(words)

    def _come_up(self, words: str) -> None:
        if not self.isVisibleTo(self._panel):
            self._let_panel(False)
            self.setGeometry(self._panel.rect())
            self.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.raise_()
        self.evidence.fit()
        self.setAccessibleName(words)
        announce(self, words)

    def _let_panel(self, enabled: bool) -> None:
        """Let what lies below be reached by Tab and by a screen reader, or not."""
        for child in self._panel.findChildren(
            QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if child is not self:
                child.setEnabled(enabled)

    def _changed(self, changes: Changes) -> None:
        if not self._claim_id or self._moment is None:
            return
        # The past stays as it was, but for what is blanked in it, and for what comes after it.
        blanked = changes.everything or "redactions" in changes.tables
        if blanked or self._claim_id in changes.claims:
            self.show_as_of(self._claim_id, self._moment)

    def _step(self, moment: AsOf | None) -> None:
        if moment is not None and self._claim_id:
            self.show_as_of(self._claim_id, moment)

    def _stop(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

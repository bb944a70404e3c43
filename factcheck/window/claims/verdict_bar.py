"""The verdict of a claim: choose a rating, write the reason, record it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import Changes, Done, RateClaim
from factcheck.case.read.claims import ClaimRow
from factcheck.case.read.verdicts import ScaleRow, scale_in_use
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.ratings_grid import RatingsGrid
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.claims.record_button import RecordButton
from factcheck.window.icons import dress
from factcheck.window.times import local_moment
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import InlineError, PlainLabel, plain_tip
from factcheck.window.widgets.rating import RatingLabel
from factcheck.window.workspace import Workspace


@dataclass(frozen=True)
class Draft:
    """What was chosen and typed for a claim and is not yet recorded."""

    rating: str = ""
    reason: str = ""


class VerdictBar(QWidget):
    """The verdict of the claim in the panel.

    What is chosen and typed is kept for each claim until it is recorded.
    recorded(claim_id): the verdict is on disk. left: Esc, back to the reader.
    should_read_wanted: the corrected words are to be typed.
    """

    recorded = Signal(str)
    left = Signal()
    should_read_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._scale: ScaleRow | None = None
        self._drafts: dict[str, Draft] = {}
        self._recording: dict[str, Draft] = {}
        self._compact = False
        self.header = SectionHeader(self.tr("Verdict"))
        self.current = RatingLabel("plain", "", "strong")
        self.current_by = PlainLabel("", "second")
        self.current_reason = PlainLabel()
        self.current_reason.setWordWrap(True)
        self.ratings = RatingsGrid()
        self.words = QLineEdit()
        self.reason = GrowingField(fonts.base_font())
        self.record_button = RecordButton()
        self.should_read = QPushButton(self.tr("Should read"))
        self.should_read.setToolTip(self.tr("The corrected words for the article (W)"))
        dress(self.should_read, "pencil")
        self.why_not = PlainLabel("", "second")
        self.error = InlineError()
        self._lay_out()
        self._connect()
        self.set_claim(None)

    # The claim

    def set_claim(self, claim: ClaimRow | None) -> None:
        """Show a claim's verdict; where it is the same claim, what is being typed stays."""
        same = claim is not None and self._claim is not None and claim.id == self._claim.id
        if not same:
            self._keep_typed()
        self._claim = claim
        if self._scale is None:
            self._read_scale()
        if not same:
            self.error.clear()
            self._show_draft()
        self._show_current()
        self._enable()

    @property
    def draft(self) -> Draft:
        """What is chosen and typed for the claim shown."""
        return self._drafts.get(self._claim.id, Draft()) if self._claim is not None else Draft()

    @property
    def drafts(self) -> dict[str, Draft]:
        """What is not yet recorded, by claim, for a window that is about to close."""
        self._keep_typed()
        return {id: draft for id, draft in self._drafts.items() if draft != Draft()}

    def set_compact(self, compact: bool) -> None:
        """Show the field of the reason only once a rating is chosen, for low windows."""
        self._compact = compact
        self._show_reason()

    # What keys do

    def choose_number(self, number: int) -> bool:
        """Choose a rating by its key, 1 to 9, and go to the reason."""
        if self._claim is None or self._scale is None:
            return False
        if self._scale.free_text:
            self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        self.header.set_open(True)
        return self.ratings.choose_number(number)

    def choose(self, label: str) -> None:
        """Choose a rating; nothing is recorded yet, the cursor goes to the reason."""
        if self._claim is None:
            return
        self._set_draft(replace(self.draft, rating=label))
        self.ratings.show_chosen(label)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def record(self) -> None:
        """Record what is chosen; where something is missing, go there."""
        if self._claim is None:
            return
        why = self._what_is_missing()
        if why:
            lacks_words = self._scale is not None and self._scale.free_text
            target: QWidget = self.reason if self.draft.rating else self.ratings
            if lacks_words and not self.draft.rating:
                target = self.words
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        draft, id = self.draft, self._claim.id
        if id in self._recording:
            return
        self._recording[id] = draft
        self.error.clear()
        self._enable()
        self._workspace.do(RateClaim(id, draft.rating, draft.reason), self._done, self._refused)

    # Internal

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("The verdict in your own words"))
        self.words.setAccessibleName(self.tr("Verdict in your own words"))
        self.reason.setPlaceholderText(self.tr("Reason, as it will stand in the ledger"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._now = QWidget()
        now = QVBoxLayout(self._now)
        now.setContentsMargins(0, 0, 0, 4)
        now.setSpacing(2)
        first = QHBoxLayout()
        first.addWidget(self.current, 1)
        first.addWidget(self.current_by)
        now.addLayout(first)
        now.addWidget(self.current_reason)
        self._body = QWidget()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(16, 0, 16, 10)
        body.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.record_button)
        buttons.addWidget(self.should_read)
        buttons.addWidget(self.why_not, 1)
        self._buttons = buttons
        for part in (self._now, self.ratings, self.words, self.reason):
            body.addWidget(part)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._body)
        column.addWidget(self.error)

    def _connect(self) -> None:
        self.header.folded.connect(self._body.setHidden)
        self.ratings.chosen.connect(self.choose)
        self.words.textChanged.connect(self._typed)
        self.words.returnPressed.connect(self._to_reason)
        self.reason.textChanged.connect(self._typed)
        self.reason.confirmed.connect(self.record)
        self.reason.left.connect(self.left)
        self.record_button.clicked.connect(self.record)
        self.should_read.clicked.connect(self.should_read_wanted)
        self.error.retry_wanted.connect(self.record)
        self._workspace.opened.connect(self._new_case)
        self._workspace.closed.connect(self._new_case)
        self._workspace.changed.connect(self._changed)

    def _new_case(self) -> None:
        self._drafts.clear()
        self._recording.clear()
        self._claim = None
        self._read_scale()
        self.set_claim(None)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"properties", "scales", "ratings"}:
            self._read_scale()
            self._enable()

    def _read_scale(self) -> None:
        scale = self._workspace.read(scale_in_use) if self._workspace.is_open else None
        if scale == self._scale:
            return
        self._scale = scale
        free = scale is not None and scale.free_text
        self.ratings.set_ratings(() if scale is None or free else scale.ratings)
        self.ratings.setVisible(not free)
        self.words.setVisible(free)
        self.header.set_end(
            "" if scale is None else self.tr("{0} scale").format(scale.name.lower())
        )
        self.ratings.show_chosen(self.draft.rating)

    def _typed(self) -> None:
        if self._claim is not None:
            self._keep_typed()
            self._enable()

    def _keep_typed(self) -> None:
        if self._claim is None:
            return
        draft = replace(self.draft, reason=self.reason.toPlainText())
        if self._scale is not None and self._scale.free_text:
            draft = replace(draft, rating=self.words.text())
        self._drafts[self._claim.id] = draft

    def _set_draft(self, draft: Draft) -> None:
        if self._claim is not None:
            self._drafts[self._claim.id] = draft
            self._show_reason()
            self._enable()

    def _show_draft(self) -> None:
        draft, claim = self.draft, self._claim
        # While the fields are filled, no change of theirs is the user's.
        self._claim = None
        self.reason.setPlainText(draft.reason)
        self.words.setText(draft.rating)
        self._claim = claim
        self.ratings.show_chosen(draft.rating)
        self._show_reason()

    def _show_reason(self) -> None:
        self.reason.setVisible(not self._compact or self.draft != Draft())

    def _show_current(self) -> None:
        claim = self._claim
        rated = claim is not None and claim.verdict_id is not None
        self._now.setVisible(rated)
        if claim is None or not rated:
            return
        self.current.set_rating(claim.rating_shape, claim.rating)  # type: ignore[arg-type]  # the schema's words
        self.current_by.setText(f"{claim.checker} · {local_moment(claim.recorded_at)}")
        self.current_reason.setText(claim.reason)
        self.current_reason.setVisible(bool(claim.reason))

    def _what_is_missing(self) -> str:
        if self._claim is None or self._scale is None:
            return self.tr("No claim is chosen.")
        if self._workspace.why_read_only:
            return self._workspace.why_read_only
        if not self.draft.rating.strip():
            if self._scale.free_text:
                return self.tr("Write the verdict first.")
            return self.tr("Choose a rating first.")
        claim = self._claim
        linked = claim.supports + claim.contradicts + claim.context
        optional = self._scale.reason_optional_with_evidence and linked
        if not optional and not self.draft.reason.strip():
            return self.tr("A reason is needed.")
        return ""

    def _enable(self) -> None:
        claim = self._claim
        saving = claim is not None and claim.id in self._recording
        why = self._what_is_missing()
        self.record_button.setEnabled(not why and not saving)
        self.record_button.setToolTip(plain_tip(why) if why else "")
        self.why_not.setText(why if claim is not None else "")
        self.should_read.setVisible(claim is not None and claim.places > 0)
        for part in (self.ratings, self.words, self.reason, self.should_read):
            part.setEnabled(claim is not None and not self._workspace.why_read_only)

    def _to_reason(self) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, done: Done) -> None:
        for id in done.changes.claims & self._recording.keys():
            recorded = self._recording.pop(id)
            here = self._claim is not None and self._claim.id == id
            # What was typed since then is not recorded and stays.
            if self._drafts.get(id) == recorded:
                self._drafts.pop(id)
                if here:
                    self._show_draft()
            self._enable()
            self.recorded.emit(id)

    def _refused(self, error: FactcheckError) -> None:
        self._recording.clear()
        self._enable()
        self.error.say(str(error))

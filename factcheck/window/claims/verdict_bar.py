"""The verdict of a claim: choose a rating, write the reason, record it; and how it stands."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import Changes, Done, RateClaim
from factcheck.case.read.claims import ClaimRow
from factcheck.case.read.verdicts import ScaleRow, scale_in_use
from factcheck.case.verdict_changes import Gate
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.ratings_grid import RatingsGrid
from factcheck.window.claims.reason_field import GrowingField
from factcheck.window.claims.record_button import RecordButton
from factcheck.window.icons import dress
from factcheck.window.verdicts.ask_form import AskForm
from factcheck.window.verdicts.correction_fields import CorrectionFields
from factcheck.window.verdicts.draft import Draft
from factcheck.window.verdicts.gates import PURPOSE, Gates, explanations
from factcheck.window.verdicts.judging import Judged, Judging
from factcheck.window.verdicts.stand import Stand
from factcheck.window.verdicts.standing_part import StandingPart
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import InlineError, PlainLabel, plain_tip
from factcheck.window.workspace import Workspace


class VerdictBar(QWidget):
    """The verdict of the claim in the panel.

    What is chosen and typed is kept for each claim until it is recorded.
    What the case warns of is asked in a form below the buttons, which never stops it; so is what
    reviewing, publishing and withdrawing need.
    recorded(claim_id): the verdict is on disk. left: Esc, back to the reader. grown: more is shown.
    should_read_wanted: the corrected words are to be typed.
    """

    recorded = Signal(str)
    left = Signal()
    grown = Signal()
    should_read_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._stand = Stand()
        self._scale: ScaleRow | None = None
        self._drafts: dict[str, Draft] = {}
        self._recording: dict[str, Draft] = {}
        self._compact = False
        self.header = SectionHeader(self.tr("Verdict"))
        self.standing = StandingPart()
        self.correction = CorrectionFields()
        self.form = AskForm()
        self.gates = Gates(workspace, self.form, self)
        self.judging = Judging(workspace, self.form, self)
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

    def set_claim(self, claim: ClaimRow | None, stand: Stand | None = None) -> None:
        """Show a claim's verdict; where it is the same claim, what is being typed stays."""
        same = claim is not None and self._claim is not None and claim.id == self._claim.id
        if not same:
            self._keep_typed()
            self.form.put_away()
        self._claim, self._stand = claim, stand or Stand()
        if self._scale is None:
            self._read_scale()
        if not same:
            self.error.clear()
            self._show_draft()
        self.standing.show_stand(
            self._stand, self._workspace.checker, self._workspace.why_read_only
        )
        self._show_reason()
        self._ask_gates_again()
        self._enable()

    @property
    def foot(self) -> QWidget:
        """What has to be in sight: the form that is open, else the buttons."""
        return self.form if self.form.purpose else self._buttons

    @property
    def draft(self) -> Draft:
        """What is chosen and typed for the claim shown."""
        return self._drafts.get(self._claim.id, Draft()) if self._claim is not None else Draft()

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
        self._set_draft(self.draft._replace(rating=label))
        self.ratings.show_chosen(label)
        self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def record(self) -> None:
        """Record what is chosen; go where something is missing; ask about what the case warns of.

        While a form is open and has the keyboard, go on with that.
        """
        if self.form.is_typing:
            self.form.confirm()
            return
        if self._claim is None or self._claim.id in self._recording:
            return
        if self._what_is_missing():
            self._go_to_missing()
            return
        if not self.gates.ask(self._claim, self.draft):
            self._record({})

    def judge(self, command: str) -> None:
        """Do one of the commands on verdicts to the verdict that stands."""
        claim = self._claim
        if claim is None:
            self.judging.do(command, None)
            return
        judged = Judged(
            claim.claim_no, claim.verdict_id or "", claim.checker, self._stand.was_public
        )
        self.judging.do(command, judged)

    # Internal

    def _lay_out(self) -> None:
        self.words.setPlaceholderText(self.tr("The verdict in your own words"))
        self.words.setAccessibleName(self.tr("Verdict in your own words"))
        self.reason.setPlaceholderText(self.tr("Reason, as it will stand in the ledger"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._body = QWidget()
        body = self._column = QVBoxLayout(self._body)
        body.setContentsMargins(16, 0, 16, 10)
        body.setSpacing(8)
        self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(8)
        buttons.addWidget(self.record_button)
        buttons.addWidget(self.should_read)
        buttons.addWidget(self.why_not, 1)
        above = (self.standing, self.ratings, self.words, self.reason)
        for part in (*above, self.correction, self._buttons, self.form):
            body.addWidget(part)
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
        self.correction.typed.connect(self._typed)
        self.correction.confirmed.connect(self.record)
        self.correction.left.connect(self.left)
        self.standing.wanted.connect(self.judge)
        self.gates.explained.connect(self._record)
        self.form.was_put_away.connect(self._form_put_away)
        self.form.left.connect(self._form_left)
        self.form.opened.connect(self._form_opened)
        self.judging.refused.connect(self._say)
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
        draft = self.draft._replace(
            reason=self.reason.toPlainText(), corrected=self.correction.words()
        )
        if self._scale is not None and self._scale.free_text:
            draft = draft._replace(rating=self.words.text())
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
        self.correction.set_words(draft.corrected)
        self.words.setText(draft.rating)
        self._claim = claim
        self.ratings.show_chosen(draft.rating)
        self._show_reason()

    def _show_reason(self) -> None:
        begun = self.draft != Draft()
        self.reason.setVisible(not self._compact or begun)
        self.correction.setVisible(begun and self._stand.was_public)

    def _go_to_missing(self) -> None:
        draft = self.draft
        if not draft.rating.strip():
            free = self._scale is not None and self._scale.free_text
            (self.words if free else self.ratings).setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._lacks_reason() or not self._stand.was_public:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.correction.focus_missing()

    def _ask_gates_again(self) -> None:
        claim = self._claim
        if claim is None or not self.gates.is_asking or claim.id in self._recording:
            return
        if self.gates.ask_again(claim, self.draft):
            self._to_reason()

    def _record(self, given: Mapping[Gate, str]) -> None:
        if self._claim is None or self._claim.id in self._recording:
            return
        draft, id = self.draft, self._claim.id
        self._recording[id] = draft
        self.error.clear()
        self._enable()
        change = RateClaim(
            id,
            draft.rating,
            draft.reason,
            given,
            what_was_wrong=draft.corrected.what_was_wrong,
            correction_note=draft.corrected.note,
        )
        self._workspace.do(change, self._done, self._refused)

    def _form_opened(self) -> None:
        self.header.set_open(True)
        self._buttons.hide()
        # A form about the verdict that stands is beside it, that about a new one at the end.
        self._column.removeWidget(self.form)
        at = self._column.count() if self.gates.is_asking else 1
        self._column.insertWidget(at, self.form)
        self.grown.emit()

    def _form_left(self) -> None:
        # Out of what the case warns of, the reason is next; out of the others, the text.
        if self.draft != Draft():
            self._to_reason()
        else:
            self.left.emit()

    def _form_put_away(self, purpose: str, answers: Mapping[str, str]) -> None:
        self._buttons.show()
        if purpose == PURPOSE and self._claim is not None:
            given = tuple(explanations(answers).items())
            self._set_draft(self.draft._replace(explanations=given))

    def _what_is_missing(self) -> str:
        if self._claim is None or self._scale is None:
            return self.tr("No claim is chosen.")
        if self._workspace.why_read_only:
            return self._workspace.why_read_only
        if not self.draft.rating.strip():
            if self._scale.free_text:
                return self.tr("Write the verdict first.")
            return self.tr("Choose a rating first.")
        if self._lacks_reason():
            return self.tr("A reason is needed.")
        return self.correction.missing() if self._stand.was_public else ""

    def _lacks_reason(self) -> bool:
        claim, scale = self._claim, self._scale
        if claim is None or scale is None or self.draft.reason.strip():
            return False
        linked = claim.supports + claim.contradicts + claim.context
        return not (scale.reason_optional_with_evidence and linked)

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
                    self.form.put_away()
                    self._drafts.pop(id, None)
                    self._show_draft()
            self._enable()
            self.recorded.emit(id)

    def _refused(self, error: FactcheckError) -> None:
        self._recording.clear()
        self._enable()
        if self.gates.is_asking:
            self.form.refuse(str(error))
        else:
            self.error.say(str(error))

    def _say(self, sentence: str) -> None:
        self.error.say(sentence, again=False)

"""The claim beside the article: wording, facts, evidence, verdict, history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from factcheck.case.changes import Changes, Edit
from factcheck.case.read.claim_list import claim_ids_in
from factcheck.case.read.claims import ClaimRow
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window import fonts
from factcheck.window.claims.contradicted import Contradicted, ContradictsLine
from factcheck.window.claims.facts_line import FactsLine
from factcheck.window.claims.family import Family, Kin
from factcheck.window.claims.form import ClaimForm
from factcheck.window.claims.header import ClaimHeader
from factcheck.window.claims.hints import ClaimHints
from factcheck.window.claims.places import Placed, PlacesList
from factcheck.window.claims.should_read import ShouldRead
from factcheck.window.claims.shown import Shown, shown_of
from factcheck.window.claims.split_form import SplitForm
from factcheck.window.claims.verdict_bar import VerdictBar
from factcheck.window.claims.wording import Wording
from factcheck.window.claims.words import word_for_state
from factcheck.window.claims.work import Work
from factcheck.window.evidence.section import EvidenceSection
from factcheck.window.hints.section import HintsSection
from factcheck.window.history.list import HistoryList
from factcheck.window.history.pane import HistoryPane
from factcheck.window.lines import is_only_reading
from factcheck.window.requests.open_line import OpenRequests
from factcheck.window.shapes import color
from factcheck.window.tables.ground import Ground
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import EmptyState
from factcheck.window.widgets.line import Line
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.window.check.noticing import Noticing

LEAST, MOST = 320, 520
# Below this height (px) the history and what comes after the second link are folded.
_LOW: Final = 700


class ClaimPanel(QWidget):
    """One claim of an article.

    claim_wanted(1 or -1): the next or the previous claim.
    place_wanted(PlaceRow): show a place of the claim. evidence_wanted(EvidenceRow): show a passage.
    evidence_removed: a link was taken back; offer *Undo*.
    find_wanted: look for evidence. requests_wanted(claim id): list its open requests.
    kin_wanted(claim id): the compound or a part of it.
    left: Esc, the focus may go back to the reader.
    """

    claim_wanted = Signal(int)
    place_wanted = Signal(object)
    evidence_wanted = Signal(object)
    evidence_removed = Signal()
    find_wanted = Signal()
    kin_wanted = Signal(str)
    requests_wanted = Signal(str)
    contradictions_wanted = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._claim: ClaimRow | None = None
        self._places: list[Placed] = []
        self._kin = Kin()
        self._noticing: Noticing | None = None
        self._evidence_documents: frozenset[str] = frozenset()
        self._article_id = ""
        self._article_claims: list[str] = []
        self._compact: bool | None = None
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.header = ClaimHeader()
        self.wording = Wording(workspace)
        self.facts = FactsLine()
        self.hints = ClaimHints(workspace)
        self.should_read = ShouldRead(workspace)
        self.places = PlacesList()
        self.family = Family()
        self.splitting = SplitForm(workspace)
        self.work = Work(workspace, self)
        self.requests = OpenRequests()
        self.contradicts = ContradictsLine()
        self.form = ClaimForm(workspace)
        self.evidence = EvidenceSection(workspace)
        self.found = HintsSection(workspace)
        self.verdict = VerdictBar(workspace)
        self.history_header = SectionHeader(self.tr("History"))
        self.history = HistoryList()
        self._history_pane = HistoryPane(self.history)
        self.empty = EmptyState("")
        self._lay_out()
        self._connect()
        self._show(None)

    # What is shown

    @property
    def current(self) -> ClaimRow | None:
        """The claim shown."""
        return self._claim

    def set_article(self, document_id: str) -> None:
        """Say which article stands beside: its claims are counted and stepped through."""
        self._article_id = document_id
        self._count_claims()
        self._show_header()

    def show_claim(self, claim_id: str) -> None:
        """Show a claim; "" shows none."""
        if not claim_id:
            self._show(None)
            return
        try:
            self._show(self._workspace.read(shown_of, claim_id))
        except FactcheckError:
            self._show(None)

    def set_noticing(self, noticing: Noticing) -> None:
        """Take what is noticed in the article beside: it proposes who said the claim, and when."""
        self._noticing = noticing
        noticing.found.connect(self.show_proposals)

    def set_contradicted(self, contradicted: Contradicted) -> None:
        """Take what knows which claims contradict the one that is shown."""
        self.contradicts.set_contradicted(contradicted)

    def show_proposals(self) -> None:
        """Show what the article proposes for the claim, at its first place in it."""
        for placed in self._places:
            noticed = self._noticing and self._noticing.of_version(placed.row.version_id)
            if noticed:
                found = noticed.reader.proposals(Span(placed.row.start, placed.row.end))
                self.hints.show_proposals(self._claim, noticed.reader.article.text, found)
                return
        self.hints.show_proposals(self._claim, "", None)

    def announcement(self) -> str:
        """Say in one sentence which claim is shown and how it stands."""
        row = self._claim
        if row is None:
            return self.empty_words()
        at = self._position(row)
        where = self.tr("Claim {0}, {1} of {2}").format(row.claim_no, at, len(self._article_claims))
        if at == row.claim_no:
            where = self.tr("Claim {0} of {1}").format(at, len(self._article_claims))
        counts = (
            (row.contradicts, self.tr("%n contradict(s|)", "", row.contradicts)),
            (row.supports, self.tr("%n support(s|)", "", row.supports)),
            (row.context, self.tr("%n give(s|) context", "", row.context)),
        )
        linked = ", ".join(words for count, words in counts if count)
        state = row.rating or word_for_state(row.state)
        told = f"{where}, {state}. {linked}." if linked else f"{where}, {state}."
        return f"{told} {self.verdict.standing.spoken()}".rstrip()

    def announce(self) -> None:
        """Have a screen reader say the claim."""
        announce(self, self.announcement())

    def empty_words(self) -> str:
        """Say what to do where no claim is shown."""
        if self._article_claims:
            return self.tr("Choose a claim in the text, or press N.")
        return self.tr("No claims yet. Select a sentence and press M.")

    # What keys do

    def edit_wording(self) -> None:
        """Open the field of the wording (F2)."""
        self.wording.edit()

    def edit_should_read(self, place_id: str = "") -> None:
        """Open the field of what a place of the claim should read, without one the first (W)."""
        self.should_read.edit(place_id)

    def open_form(self, field: str = "speaker") -> None:
        """Open the form at a field, named as in an Edit ("made_on", "tags", "due")."""
        if self._claim is not None:
            self.facts.setChecked(True)
            self.form.open_at(field)

    def do_work(self, command: str) -> None:
        """Do one of the commands of the work (state, assign, due, …) to the claim shown."""
        self.work.do(command, self._claim)

    def split(self) -> None:
        """Open the form that splits the claim (B)."""
        self.splitting.open()

    def set_state(self, state: str) -> None:
        """Set the claim's state."""
        if self._claim is not None:
            self._workspace.do(Edit("claim", self._claim.id, {"state": state}))

    def choose_rating(self, number: int) -> bool:
        """Choose a rating by its key and go to the reason."""
        return self.verdict.choose_number(number)

    def judge(self, command: str) -> None:
        """Do one of the commands on verdicts to the verdict of the claim."""
        self.verdict.judge(command)

    def record(self) -> None:
        """Record the verdict that is chosen, or save what is being typed further up."""
        if self.wording.is_typing and self.wording.field.hasFocus():
            self.wording.save()
        elif self.should_read.is_typing and self.should_read.field.hasFocus():
            self.should_read.save()
        elif self.splitting.is_typing:
            self.splitting.save()
        else:
            self.verdict.record()

    def show_place(self) -> None:
        """Show the first place of the claim in its article."""
        if self._places:
            self.place_wanted.emit(self._places[0].row)

    def focus_history(self) -> None:
        """Open the history and go to its first line (H)."""
        self.history_header.set_open(True)
        self.history.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.history.currentIndex().isValid():
            self.history.step(1)
        # The section that opened just now has its place only after the layout had its turn.
        QTimer.singleShot(0, self._scroll_to_history)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the pane."""
        QPainter(self).fillRect(self.rect(), color("panel"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what comes last in a low window, unfold it in a high one."""
        super().resizeEvent(event)
        compact = self.height() < _LOW
        if compact != self._compact:
            self._compact = compact
            self.evidence.set_compact(compact)
            self.verdict.set_compact(compact)
            self.history_header.set_open(not compact)

    # Internal

    def _lay_out(self) -> None:
        top = QWidget()
        upper = QVBoxLayout(top)
        upper.setContentsMargins(16, 10, 12, 8)
        upper.setSpacing(4)
        above = (self.wording, self.facts, self.hints, self.splitting, self.family)
        below = (self.places, self.should_read, self.requests, self.contradicts)
        for one in (*above, *below):
            upper.addWidget(one)
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.form.setMinimumHeight(fonts.scaled(150))
        self.form.hide()
        self._history_pane.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for part in (top, self.form, Line(), self.evidence, self.found, self.verdict, Line()):
            column.addWidget(part)
        column.addWidget(self.history_header)
        column.addWidget(self._history_pane, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._parts)
        self._parts.setAutoFillBackground(False)
        Ground(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.empty, 1)

    def _connect(self) -> None:
        self.header.step_wanted.connect(self.claim_wanted)
        self.header.state_wanted.connect(self.set_state)
        self.wording.left.connect(self.left)
        self.should_read.left.connect(self.left)
        self.facts.toggled.connect(self._form_toggled)
        self.form.left.connect(self._close_form)
        self.splitting.left.connect(self.left)
        self.family.claim_wanted.connect(self.kin_wanted)
        self.places.place_wanted.connect(self.place_wanted)
        self.evidence.list.place_wanted.connect(self.evidence_wanted)
        self.evidence.list.removed.connect(self.evidence_removed)
        self.evidence.find_wanted.connect(self.find_wanted)
        self.requests.clicked.connect(self._requests_clicked)
        self.contradicts.clicked.connect(self._contradicts_clicked)
        self.verdict.left.connect(self.left)
        self.verdict.should_read_wanted.connect(self.edit_should_read)
        self.verdict.ratings.chosen.connect(self._keep_reason_in_sight)
        self.verdict.grown.connect(self._keep_reason_in_sight)
        self.history_header.folded.connect(self._fold_history)
        self._workspace.closed.connect(self._closed)
        self._workspace.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not changes.everything and is_only_reading(changes.tables):
            return
        if changes.everything or changes.tables & {"claims", "places"}:
            self._count_claims()
        row = self._claim
        touched = row is not None and (
            row.id in changes.claims
            or bool(changes.documents & self._evidence_documents)
            or row.document_id in changes.documents
            or bool(changes.claims & self._kin.ids)
        )
        # How many approvals a case wants says how each verdict stands.
        ruled = "properties" in changes.tables
        if row is not None and (changes.everything or ruled or touched):
            self.show_claim(row.id)
        else:
            self._show_header()

    def _closed(self) -> None:
        self._article_id = ""
        self._article_claims = []
        self._show(None)

    def _show(self, shown: Shown | None) -> None:
        before = self._claim.id if self._claim is not None else ""
        self._claim = shown.claim if shown is not None else None
        now = self._claim.id if self._claim is not None else ""
        if now != before:
            self.facts.setChecked(False)
            self.evidence.begin_claim()
        self._places = shown.places if shown is not None else []
        evidence = shown.evidence if shown is not None else []
        self._evidence_documents = frozenset(located.row.document_id for located in evidence)
        self.wording.set_claim(self._claim)
        self.facts.show_claim(self._claim)
        self.should_read.set_places(self._places)
        self.places.show_places(self._places)
        self.splitting.set_claim(self._claim)
        self._kin = shown.kin if shown is not None else Kin()
        self.family.show_kin(self._kin)
        self.requests.show_requests(shown.open_requests if shown is not None else ())
        self.contradicts.show_claim(now)
        self.form.set_claim(self._claim)
        self.show_proposals()
        self.evidence.show_rows(evidence)
        self.found.begin_claim(now)
        self.found.list.refresh()
        self.found.show_searches(shown.fruitless if shown is not None else [])
        self.verdict.set_claim(self._claim, shown.stand if shown is not None else None)
        history = shown.history if shown is not None else []
        self.history.show_lines(history)
        self.history_header.set_end(self.tr("%n entr(y|ies)", "", len(history)) if history else "")
        self._show_header()

    def _show_header(self) -> None:
        row = self._claim
        position = self._position(row) if row is not None else 0
        self.header.show_claim(row, position, len(self._article_claims))
        self._area.setVisible(row is not None)
        self.empty.set_text(self.empty_words())
        self.empty.setVisible(row is None)

    def _position(self, row: ClaimRow) -> int:
        return self._article_claims.index(row.id) + 1 if row.id in self._article_claims else 0

    def _count_claims(self) -> None:
        if not self._article_id or not self._workspace.is_open:
            self._article_claims = []
            return
        self._article_claims = self._workspace.read(claim_ids_in, self._article_id)

    def _form_toggled(self, is_open: bool) -> None:
        self.form.setVisible(is_open)
        if is_open:
            self.form.open_at("speaker")

    def _requests_clicked(self) -> None:
        if self._claim is not None:
            self.requests_wanted.emit(self._claim.id)

    def _contradicts_clicked(self) -> None:
        if self._claim is not None:
            self.contradictions_wanted.emit(self._claim.id)

    def _close_form(self) -> None:
        self.facts.setChecked(False)
        self.left.emit()

    def _fold_history(self, folded: bool) -> None:
        self._history_pane.setVisible(not folded)
        layout = self._parts.layout()
        if isinstance(layout, QVBoxLayout):
            # Something has to take what is left, else the sections would drift apart.
            layout.setStretchFactor(self._rest, 1 if folded else 0)

    def _keep_reason_in_sight(self) -> None:
        # The field that appeared just now has its place only after the layout had its turn.
        QTimer.singleShot(0, self._scroll_to_record)

    def _scroll_to_history(self) -> None:
        self._area.ensureWidgetVisible(self._history_pane)

    def _scroll_to_record(self) -> None:
        self._area.ensureWidgetVisible(self.verdict.foot)

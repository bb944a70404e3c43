"""What the check view shows: the open documents, the active claim, and where one was before."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import Changes
from factcheck.case.read import claims as claim_reads
from factcheck.case.read import documents as document_reads
from factcheck.case.read.claim_list import claim_ids_in
from factcheck.case.read.claims import PlaceRow
from factcheck.case.read.evidence import EvidenceRow
from factcheck.text.spans import Span
from factcheck.window.check.panes import CheckPanes
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.check.trail import Stop, Trail
from factcheck.window.settings import CaseView
from factcheck.window.tables.rows import RowsMixin
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


class CheckShown(CheckPanes):
    """The panes with documents in them and one claim that is being checked.

    moved: another document or another claim is shown.
    """

    moved = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._active: str | None = None
        self._order: list[str] = []
        self._trail = Trail()
        self._places: dict[str, int] = {}
        self.library.document_chosen.connect(self.open_document)
        self.library.second_reader_wanted.connect(self.open_source)
        for pane in (self.article, self.source):
            pane.marks_clicked.connect(self._choose_claim)
        self.claim.claim_wanted.connect(self.step_claim)
        self.claim.place_wanted.connect(self.show_place)
        self.claim.kin_wanted.connect(self.activate)
        self.claim.evidence_wanted.connect(self.show_evidence)
        workspace.changed.connect(self._refresh)

    @property
    def active_claim(self) -> str | None:
        """The id of the claim that is being checked."""
        return self._active

    def open_article(self, document_id: str, offset: int | None = None) -> None:
        """Show a document in the first reader, where it was left or at offset."""
        self._remember_stop()
        place = self._places.get(document_id, 0) if offset is None else offset
        self._keep_place(self.article)
        self.article.show_document(document_id, place)
        self._note_order()
        if self._active not in self._order:
            self.activate(self._order[0] if self._order else None, go=False)

    def open_source(self, document_id: str, offset: int | None = None) -> None:
        """Show a document in the second reader, beside or below the article."""
        self._keep_place(self.source)
        place = self._places.get(document_id, 0) if offset is None else offset
        self.arrangement.show_source(True)
        self.source.show_document(document_id, place)
        self.moved.emit()

    def open_document(self, document_id: str) -> None:
        """Show a document in the reader where it belongs: an article in the first one."""
        if document_id in self._articles():
            self.open_article(document_id)
            self.article.focus()
        else:
            self.open_source(document_id)
            self.source.focus()

    def has_article(self) -> bool:
        """Say whether the case has a document under check."""
        return bool(self._articles())

    def open_passage(self, document_id: str, span: Span, version_id: str = "") -> None:
        """Show a passage, in the reader that shows its document, or else where it belongs.

        version_id: of a passage that the newest version lacks, the version that has it.
        """
        pane = self._pane_of(document_id)
        if pane is None:
            row_is_article = document_id in self._articles()
            (self.open_article if row_is_article else self.open_source)(document_id, span.start)
            pane = self.article if row_is_article else self.source
        pane.show_span(span, version_id, reading=True)
        pane.focus()

    def activate(self, claim_id: str | None, *, go: bool = True) -> None:
        """Make a claim the active one; go brings its place in the article into view."""
        self._active = claim_id
        self.claim.show_claim(claim_id or "")
        for pane in (self.article, self.source):
            pane.set_active_claim(claim_id)
        self.moved.emit()
        if go and claim_id is not None:
            self._go_to_place(claim_id)

    def case_view(self, view: str) -> CaseView:
        """Return where one is, to be kept."""
        for pane in (self.article, self.source):
            self._keep_place(pane)
        return CaseView(
            document=self._id_in(self.article),
            second_document=self._id_in(self.source) if self.source.isVisibleTo(self) else None,
            active_claim=self._active,
            view=view or "check",
            offsets=dict(self._places),
        )

    def restore(self, kept: CaseView) -> None:
        """Show the case where it was left; what is gone meanwhile is passed over."""
        self._active = None
        self._trail = Trail()
        self._places.clear()
        self._places.update(kept.offsets)
        self.library.filter.clear()
        articles = self._articles()
        known = {*articles, *self._workspace.read(document_reads.sources)}
        first = kept.document if kept.document in known else next(iter(articles), None)
        self.article.clear()
        self.source.clear()
        self.arrangement.show_source(False)
        if first is not None:
            self.open_article(first)
        if kept.second_document in known and kept.second_document is not None:
            self.open_source(kept.second_document)
        if kept.active_claim in self._order:
            self.activate(kept.active_claim, go=False)

    def toggle_source(self) -> None:
        """Show or hide the second reader."""
        shown = not self.source.isVisibleTo(self)
        self.arrangement.show_source(shown)
        if shown and self.source.document is None:
            sources = self._workspace.read(document_reads.sources)
            if sources:
                self.open_source(sources[0])
        self.moved.emit()

    def claim_meant(self) -> str:
        """Return the active claim."""
        return self._active or ""

    def focus_text(self) -> None:
        """Give the keyboard to the article."""
        self.article.focus()

    def step_claim(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) claim of the article."""
        if not self._order:
            self.said.emit(self.tr("No claims yet. Select a sentence and press M."))
            return True
        if self._active in self._order:
            at = (self._order.index(self._active) + by) % len(self._order)
        else:
            at = 0 if by > 0 else len(self._order) - 1
        self.activate(self._order[at])
        return True

    def claims_here(self) -> None:
        """Go through the claims under the cursor, the smallest first."""
        here = (self._focused() or self.article).claims_here()
        if here:
            at = (here.index(self._active) + 1) % len(here) if self._active in here else 0
            self.activate(here[at], go=False)

    def show_evidence(self, link: EvidenceRow) -> None:
        """Show a link's passage in its document, in the middle; the document without one."""
        if link.start is not None and link.end is not None:
            self.open_passage(link.document_id, Span(link.start, link.end), link.version_id or "")
        elif link.document_id != self._id_in(self.source):
            self.open_source(link.document_id)

    def show_place(self, place: PlaceRow) -> None:
        """Show a claim's place in its article."""
        self.open_article_at(place.document_id, Span(place.start, place.end), place.version_id)

    def open_article_at(self, document_id: str, span: Span, version_id: str = "") -> None:
        """Show a passage in the first reader, in the version that has it."""
        if self._id_in(self.article) != document_id:
            self.open_article(document_id, span.start)
        self.article.show_span(span, version_id)

    def back(self) -> None:
        """Go back to where one was before the last jump."""
        self._go_to_stop(self._trail.back(self._stop()))

    def forward(self) -> None:
        """Take the last step back back."""
        self._go_to_stop(self._trail.forward(self._stop()))

    def show_current(self) -> None:
        """Do what Enter does on the row with the keyboard, or show the active claim's place."""
        focused = self.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.choose_current()
        elif self._active is not None:
            self._go_to_place(self._active)

    # Internal

    def _refresh(self, changes: Changes) -> None:
        touched = self._id_in(self.article) in changes.documents
        if changes.everything or "places" in changes.tables or touched:
            self._note_order()
            if self._active is not None and self.claim.current is None:
                self.activate(None, go=False)

    def _articles(self) -> list[str]:
        return self._workspace.read(document_reads.articles)

    def _note_order(self) -> None:
        document_id = self._id_in(self.article)
        read = self._workspace.read
        self._order = read(claim_ids_in, document_id) if document_id else []
        self.claim.set_article(document_id or "")
        self.library.set_open_document(document_id or "")

    def _choose_claim(self, claim_ids: tuple[str, ...]) -> None:
        if not claim_ids:
            return
        # A second click on the same place goes on to the claim below.
        at = claim_ids.index(self._active) + 1 if self._active in claim_ids else 0
        self.activate(claim_ids[at % len(claim_ids)], go=False)

    def _go_to_place(self, claim_id: str) -> None:
        article = self._id_in(self.article)
        places = self._workspace.read(claim_reads.places_of, claim_id)
        here = [place for place in places if place.document_id == article] or places
        if here:
            self.show_place(here[0])

    def _keep_place(self, pane: ReaderPane) -> None:
        if pane.document is not None:
            self._places[pane.document.id] = pane.view.place()

    def _stop(self) -> Stop | None:
        document_id = self._id_in(self.article)
        return Stop(document_id, self.article.view.place(), self._active) if document_id else None

    def _remember_stop(self) -> None:
        stop = self._stop()
        if stop is not None:
            self._trail.leave(stop)

    def _go_to_stop(self, stop: Stop | None) -> None:
        if stop is None:
            return
        self._keep_place(self.article)
        self.article.show_document(stop.document_id, stop.offset)
        self._note_order()
        self.activate(stop.claim_id, go=False)

"""The check view: library, article, source beside it, claim; and what the keys do there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QSplitter, QVBoxLayout, QWidget

from factcheck.case.changes import (
    AddPlace,
    Changes,
    Done,
    LinkEvidence,
    MarkClaim,
    RemoveClaim,
    RemovePlace,
    Stance,
)
from factcheck.case.read import claims as claim_reads
from factcheck.case.read import documents as document_reads
from factcheck.case.read.claims import PlaceRow
from factcheck.case.read.documents import DocumentRow
from factcheck.case.read.evidence import EvidenceRow
from factcheck.text.spans import Span
from factcheck.window.check.adjusting import Adjusting
from factcheck.window.check.arranging import Arrangement
from factcheck.window.check.note_keys import remove_attached
from factcheck.window.check.noticing import Noticing
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.check.trail import Stop, Trail
from factcheck.window.claims.claim_panel import ClaimPanel
from factcheck.window.evidence.comparing import Comparing
from factcheck.window.hints.hint import Hint as FoundHint
from factcheck.window.hints.hinting import Hinting
from factcheck.window.keys import Where
from factcheck.window.library.panel import LibraryPanel
from factcheck.window.reader.view import ReaderView
from factcheck.window.settings import CaseView, Settings
from factcheck.window.tables.rows import RowsMixin
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.workspace import Workspace


class CheckView(QWidget):
    """Where an article is checked.

    requests_wanted(claim id): list its open requests.
    said(str): a sentence for the toast, nothing to undo. removed(str): one that offers Undo.
    moved: another document or another claim is shown. zoomed(percent).
    """

    requests_wanted = Signal(str)
    said = Signal(str)
    removed = Signal(str)
    moved = Signal()
    zoomed = Signal(int)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._active: str | None = None
        self._order: list[str] = []
        self._trail = Trail()
        self._places: dict[str, int] = {}
        self.library = LibraryPanel(workspace)
        self.article = ReaderPane(workspace, tasks)
        self.source = ReaderPane(workspace, tasks, low=True)
        self.noticing = Noticing(workspace, tasks, self.article)
        self.claim = ClaimPanel(workspace)
        self.claim.set_noticing(self.noticing)
        self.comparing = Comparing(tasks, self)
        self.claim.evidence.set_comparing(self.comparing)
        self._links = self.claim.evidence.list
        self._hint_rows = self.claim.found.list
        self.hinting = Hinting(workspace, tasks, self.claim, self)
        self.key_bar = KeyBar(self._hints())
        self._lay_out()
        self._connect()

    # The open documents and the active claim

    @property
    def workspace(self) -> Workspace:
        """The case."""
        return self._workspace

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

    def is_empty(self) -> bool:
        """Say whether no article is shown."""
        return self.article.document is None

    def open_passage(self, document_id: str, span: Span, version_id: str = "") -> None:
        """Show a passage, in the reader that shows its document, or else where it belongs.

        version_id: of a passage that the newest version lacks, the version that has it.
        """
        pane = self._pane_of(document_id)
        if pane is None:
            row_is_article = document_id in self._articles()
            (self.open_article if row_is_article else self.open_source)(document_id, span.start)
            pane = self.article if row_is_article else self.source
        pane.show_span(span, version_id)
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
            library_filter=self.library.filter.text(),
            offsets=dict(self._places),
        )

    def restore(self, kept: CaseView) -> None:
        """Show the case where it was left; what is gone meanwhile is passed over."""
        self._active = None
        self._trail = Trail()
        self._places.clear()
        self._places.update(kept.offsets)
        self.library.filter.setText(kept.library_filter)
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

    def apply_settings(self, settings: Settings) -> None:
        """Show the texts as the settings say."""
        for pane in (self.article, self.source):
            pane.apply_settings(settings)

    def key_parts(self) -> list[tuple[QWidget, Where]]:
        """Return the parts in which single keys act."""
        return [
            (self.article.view, Where.READER),
            (self.source.view, Where.READER),
            (self.article.files.list, Where.LISTS),
            (self.source.files.list, Where.LISTS),
            (self.library.view, Where.LISTS),
            (self._links, Where.LISTS),
            (self._hint_rows, Where.LISTS),
            (self.claim.history, Where.LISTS),
        ]

    # What the keys and menus do

    def mark(self) -> None:
        """Mark the selection, or the current line, as a claim."""
        span, pane = self._span_to_mark()
        if pane.why_not_written:
            self.said.emit(pane.why_not_written)
            return
        if span is None or pane.document is None:
            self.said.emit(self.tr("Select the words of the claim first."))
            return
        if not pane.document.under_check:
            self.said.emit(
                self.tr("“{0}” is a source. Mark it as under check first: menu Document.").format(
                    pane.document.title
                )
            )
            return
        self._workspace.do(MarkClaim(pane.document.id, span.start, span.end), self._marked)

    def mark_here_too(self) -> None:
        """Give the active claim one more place: the selection."""
        span, pane = self._span_to_mark()
        if pane.why_not_written:
            self.said.emit(pane.why_not_written)
            return
        if span is None or pane.document is None or self._active is None:
            self.said.emit(self.tr("Choose a claim, then select where it stands too."))
            return
        self._workspace.do(AddPlace(self._active, pane.document.id, span.start, span.end))

    def adjust(self, place: PlaceRow | None = None) -> None:
        """Move the ends of a place with the arrows: the one given, or the one that is meant."""
        place = place or self._place_meant()
        if place is None:
            self.said.emit(self.tr("Choose a claim that has a place in a text first."))
            return
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        pane = self._pane_of(place.document_id)
        if pane is None:
            self.open_article(place.document_id, place.start)
            pane = self.article
        if pane.why_not_written:
            self.said.emit(pane.why_not_written)
        elif place.version_id == pane.version_id:
            self.adjusting.start(pane, place)
        else:
            self.said.emit(self.tr("Its place is lost in this text. Select it and press Shift+M."))

    def should_read(self) -> None:
        """Correct the words of the place that is meant."""
        place = self._place_meant()
        if place is None:
            self.said.emit(self.tr("Choose a claim that has a place in a text first."))
        else:
            self.claim.edit_should_read(place.id)

    def remove_place(self, place: PlaceRow) -> None:
        """Take a place from its claim; the claim stays."""
        self._workspace.do(RemovePlace(place.id), self._place_removed)

    def link(self, stance: Stance) -> None:
        """Link the selection of a source to the active claim, or change a link's stance."""
        if self._links.hasFocus():
            self._links.set_stance(stance)
            return
        if self._hint_rows.hasFocus():
            self._hint_rows.judge(stance)
            return
        if self._active is None:
            self.said.emit(self.tr("Choose a claim first: N goes to the next one."))
            return
        pane = self.pane_to_link()
        if pane is not None and pane.why_not_written:
            self.said.emit(pane.why_not_written)
            return
        span = pane.chosen_span() if pane is not None else None
        if pane is None or pane.document is None or span is None:
            self.said.emit(self.tr("Open a source and select the passage, then press S, C or X."))
            return
        self._workspace.do(
            LinkEvidence((self._active,), pane.document.id, stance, span.start, span.end),
            self.show_linked,
        )

    def pane_to_link(self) -> ReaderPane | None:
        """Give the reader whose passage or document is linked; None where no source is shown."""
        focused = self._focused()
        if focused is not None and (focused is self.source or focused.view.selection()):
            return focused
        if self.source.isVisibleTo(self) and self.source.document is not None:
            return self.source
        return self.article if self.article.view.selection() else None

    def _place_meant(self) -> PlaceRow | None:
        """Give the active claim's place at its row, at the cursor, in the article, or its first."""
        at_row = self.claim.places.focused()
        if at_row is not None or self._active is None:
            return at_row
        pane = self._focused() or self.article
        ids = [mark.id for mark in pane.view.marks_under_cursor()]
        places = self._workspace.read(claim_reads.places_of, self._active)
        under = [place for place in places if place.id in ids]
        here = [place for place in places if place.document_id == self._id_in(self.article)]
        return next(iter(under or here or places), None)

    def show_linked(self, done: Done) -> None:
        """Make the link that was made just now the current row, where its claim is shown."""
        for evidence_id in done.ids:
            if self._links.show_link(evidence_id):
                return

    def remove(self) -> None:
        """Remove the link of the chosen row, or the mark under the cursor."""
        if remove_attached(self) or self.claim.hints.dismiss_current():
            return
        if self._links.hasFocus():
            self._links.remove_current()
            return
        if self._hint_rows.hasFocus():
            self._hint_rows.dismiss()
            return
        place = self.claim.places.focused()
        if place is not None:
            self.remove_place(place)
            return
        pane = self._focused() or self.article
        here = pane.view.marks_under_cursor()
        if here:
            self._remove_mark(pane, here[0].id)

    def accept_hint(self) -> None:
        """Accept the proposal with the keyboard, else the first one for the claim."""
        if self._hint_rows.hasFocus() and self._hint_rows.accept():
            return
        if not self.claim.hints.accept_first():
            self.said.emit(self.tr("Nothing is proposed for this claim."))

    def next_worth(self) -> None:
        """Go to the next line worth checking that is in no claim."""
        line = self.noticing.next_line()
        if line is not None:
            self.article.view.go_to_line(line)
            self.article.focus()
        elif self.noticing.noticed is None:
            self.said.emit(self.tr("Open an article that is under check first."))
        else:
            self.said.emit(self.tr("Every line worth checking is in a claim."))

    def step_claim(self, by: int) -> None:
        """Go to the next (1) or previous (-1) claim of the article."""
        if not self._order:
            self.said.emit(self.tr("No claims yet. Select a sentence and press M."))
            return
        if self._active in self._order:
            at = (self._order.index(self._active) + by) % len(self._order)
        else:
            at = 0 if by > 0 else len(self._order) - 1
        self.activate(self._order[at])

    def step_version(self, by: int) -> None:
        """Show the newer (1) or the older (-1) version of the document that one reads."""
        pane = self._focused() or self.article
        if not pane.versions.step(by):
            older = self.tr("This is the oldest version.")
            self.said.emit(self.tr("This is the newest version.") if by > 0 else older)

    def next_changed(self) -> None:
        """Go to the next line that changed since the version before."""
        pane = self._focused() or self.article
        if not pane.next_changed():
            self.said.emit(self.tr("No line here is another one in another version."))

    def document_meant(self) -> DocumentRow | None:
        """Give the document with the keyboard: of a reader, else of the library's row."""
        pane = self._focused()
        if pane is not None:
            return pane.document
        return self.library.current or self.article.document

    def claims_here(self) -> None:
        """Go through the claims under the cursor, the smallest first."""
        here = (self._focused() or self.article).claims_here()
        if here:
            at = (here.index(self._active) + 1) % len(here) if self._active in here else 0
            self.activate(here[at], go=False)

    def step_line(self, by: int) -> None:
        """Go to the next (1) or previous (-1) line, or row of the list with the keyboard."""
        focused = self.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.step(by)
            return
        if isinstance(focused, ReaderView):
            # Also a reader of another view, such as the review of places.
            (focused.next_line if by > 0 else focused.previous_line)()
            return
        pane = self._focused() or self.article
        (pane.view.next_line if by > 0 else pane.view.previous_line)()

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane: library, article, source, claim."""
        panes: list[QWidget] = [self.library, self.article, self.claim]
        if self.source.isVisibleTo(self):
            panes.insert(2, self.source)
        focused = self.window().focusWidget()
        inside = [pane for pane in panes if focused is not None and pane.isAncestorOf(focused)]
        at = panes.index(inside[0]) if inside else 0
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

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

    def find_words(self) -> None:
        """Open the find bar of the reader with the keyboard."""
        (self._focused() or self.article).find_words()

    def step_hit(self, by: int) -> None:
        """Go to the next or previous place of the words that are looked for."""
        pane = self._focused() or self.article
        (pane.view.next_hit if by > 0 else pane.view.previous_hit)()

    def zoom(self, percent: int) -> None:
        """Set the zoom of both readers, 80 to 250 percent."""
        for pane in (self.article, self.source):
            pane.view.set_zoom(percent)
        self.zoomed.emit(self.article.view.typography().zoom)

    def zoom_by(self, percent: int) -> None:
        """Make the text of both readers larger or smaller."""
        self.zoom(self.article.view.typography().zoom + percent)

    def page_down(self) -> None:
        """Go down by a page in the reader with the keyboard."""
        bar = (self._focused() or self.article).view.verticalScrollBar()
        bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def toggle_source(self) -> None:
        """Show or hide the second reader."""
        shown = not self.source.isVisibleTo(self)
        self.arrangement.show_source(shown)
        if shown and self.source.document is None:
            sources = self._workspace.read(document_reads.sources)
            if sources:
                self.open_source(sources[0])
        self.moved.emit()

    def show_current(self) -> None:
        """Do what Enter does on the row with the keyboard, or show the active claim's place."""
        focused = self.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.choose_current()
        elif self._active is not None:
            self._go_to_place(self._active)

    def remove_claim(self) -> None:
        """Remove the active claim; refused while something rests on it."""
        if self._active is not None:
            self._workspace.do(RemoveClaim(self._active), self._claim_removed)

    # Internal

    def _lay_out(self) -> None:
        self._readers = QSplitter(Qt.Orientation.Vertical)
        self._readers.addWidget(self.article)
        self._readers.addWidget(self.source)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._readers, 1)
        column.addWidget(self.key_bar)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.library, middle, self.claim):
            self._columns.addWidget(pane)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._columns)
        self.adjusting = Adjusting(self._workspace, self.key_bar, self._hints(), self)
        self.arrangement = Arrangement(self._columns, self._readers, self.library, self.source)

    def _connect(self) -> None:
        self.library.document_chosen.connect(self.open_document)
        self.library.second_reader_wanted.connect(self.open_source)
        for pane in (self.article, self.source):
            pane.marks_clicked.connect(self._choose_claim)
            pane.files.said.connect(self.said)
            pane.files.removed.connect(self.removed)
        self.claim.claim_wanted.connect(self.step_claim)
        self.claim.evidence_removed.connect(self._link_removed)
        self._hint_rows.dismissed.connect(self._hint_dismissed)
        self._hint_rows.place_wanted.connect(self._show_hint)
        self.claim.requests_wanted.connect(self.requests_wanted)
        self.claim.left.connect(self.article.focus)
        # The keys of the reader act again as soon as the verdict is on record.
        self.claim.verdict.recorded.connect(self.article.focus)
        self.claim.place_wanted.connect(self.show_place)
        self.claim.places.adjust_wanted.connect(self.adjust)
        self.claim.places.remove_wanted.connect(self.remove_place)
        self.claim.kin_wanted.connect(self.activate)
        self.claim.evidence_wanted.connect(self.show_evidence)
        self._workspace.changed.connect(self._refresh)

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
        rows = self._workspace.read(claim_reads.claims_in, document_id) if document_id else []
        self._order = [row.id for row in rows]
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

    def _span_to_mark(self) -> tuple[Span | None, ReaderPane]:
        pane = self._focused() or self.article
        return pane.chosen_span(), pane

    def _remove_mark(self, pane: ReaderPane, mark_id: str) -> None:
        place = next(
            (
                row
                for row in self._workspace.read(claim_reads.places_in, self._id_in(pane) or "")
                if row.id == mark_id
            ),
            None,
        )
        if place is not None:
            self.remove_place(place)

    def _marked(self, done: Done) -> None:
        self._note_order()
        self.activate(done.ids[0], go=False)
        self.hinting.look_for_earlier()

    def _link_removed(self, _: EvidenceRow) -> None:
        self.removed.emit(self.tr("Link removed."))

    def _hint_dismissed(self, _: FoundHint) -> None:
        self.removed.emit(self.tr("Hint dismissed."))

    def _show_hint(self, hint: FoundHint) -> None:
        if hint.span is not None:
            self.open_passage(hint.document_id, hint.span, hint.version_id)

    def _place_removed(self, _: Done) -> None:
        self.removed.emit(self.tr("Mark removed. The claim is kept."))

    def _claim_removed(self, _: Done) -> None:
        self.removed.emit(self.tr("Claim removed."))

    def _focused(self) -> ReaderPane | None:
        return next((pane for pane in (self.article, self.source) if pane.is_focused()), None)

    def _pane_of(self, document_id: str) -> ReaderPane | None:
        shown = (self.source, self.article) if self.source.isVisibleTo(self) else (self.article,)
        return next((pane for pane in shown if self._id_in(pane) == document_id), None)

    def _id_in(self, pane: ReaderPane) -> str | None:
        return pane.document.id if pane.document is not None else None

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

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("M",), self.tr("mark")),
            Hint(("N", "P"), self.tr("claim")),
            Hint(("J", "K"), self.tr("line")),
            Hint(("S",), self.tr("supports")),
            Hint(("C",), self.tr("contradicts")),
            Hint(("X",), self.tr("context")),
            Hint(("F6",), self.tr("next pane")),
        )

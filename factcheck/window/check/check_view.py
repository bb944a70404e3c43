"""The check view: library, article, source beside it, claim; and what the keys do there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import (
    AddPlace,
    Done,
    LinkEvidence,
    MarkClaim,
    RemoveClaim,
    RemovePlace,
    Stance,
)
from factcheck.case.read import claims as claim_reads
from factcheck.case.read.claims import PlaceRow
from factcheck.text.spans import Span
from factcheck.window.check.adjusting import Adjusting
from factcheck.window.check.note_keys import record, remove_attached
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.check.shown import CheckShown
from factcheck.window.hints.hint import Hint as FoundHint
from factcheck.window.hints.hinting import Hinting
from factcheck.window.hints.keys import HintKeys
from factcheck.window.lines import line_keys
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


class CheckView(CheckShown):
    """Where an article is checked.

    requests_wanted(claim id): list its open requests. contradictions_wanted(claim id).
    """

    name = "check"
    requests_wanted = Signal(str)
    contradictions_wanted = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self.hinting = Hinting(workspace, tasks, self.claim, self)
        HintKeys(self._hint_rows, self.key_bar, self._hints(), self)
        self.adjusting = Adjusting(workspace, self.key_bar, self._hints(), self)
        self._connect()

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
        # Without a selection one reads line by line: the next unread one is next.
        read = span if pane is self.article and pane.view.selection() is None else None
        change = MarkClaim(pane.document.id, span.start, span.end)
        self._workspace.do(change, partial(self._marked, read))

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

    def link(self, stance: Stance) -> bool:
        """Link the selection of a source to the active claim, or change a link's stance."""
        self._link(stance)
        return True

    def find_evidence(self) -> bool:
        """Look for evidence for the active claim."""
        if not self.hinting.look():
            self.said.emit(self.tr("Choose a claim first: N goes to the next one."))
        return True

    def record_nothing(self) -> None:
        """Record that nothing was found for the active claim."""
        if not self.hinting.record_nothing():
            self.said.emit(self.tr("Choose a claim first: N goes to the next one."))

    def do_work(self, command: str) -> bool:
        """Do a command of the work to the active claim."""
        self.claim.do_work(command)
        return True

    def judge(self, command: str) -> bool:
        """Do a command on verdicts to that of the active claim."""
        self.claim.judge(command)
        return True

    def record(self) -> bool:
        """Save the form with the keyboard, or record the verdict that was chosen."""
        record(self)
        return True

    def pane_to_link(self) -> ReaderPane | None:
        """Give the reader whose passage or document is linked; None where no source is shown."""
        focused = self._focused()
        if focused is not None and (focused is self.source or focused.view.selection()):
            return focused
        if self.source.isVisibleTo(self) and self.source.document is not None:
            return self.source
        return self.article if self.article.view.selection() else None

    def show_linked(self, done: Done) -> None:
        """Make the link that was made just now the current row, where its claim is shown."""
        self._warn(done)
        for evidence_id in done.ids:
            if self._links.show_link(evidence_id):
                return

    def _warn(self, done: Done) -> None:
        if done.warnings:
            self.said.emit(" ".join(done.warnings))

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
        else:
            line_keys.forget_no_check(self)

    def accept_hint(self) -> None:
        """Accept the proposal with the keyboard, else the first one for the claim."""
        if self._hint_rows.hasFocus() and self._hint_rows.accept():
            return
        if not self.claim.hints.accept_first():
            self.said.emit(self.tr("Nothing is proposed for this claim."))

    def remove_claim(self) -> None:
        """Remove the active claim; refused while something rests on it."""
        if self._active is not None:
            self._workspace.do(RemoveClaim(self._active), self._claim_removed)

    # Internal

    def _link(self, stance: Stance) -> None:
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

    def _connect(self) -> None:
        for pane in (self.article, self.source):
            pane.files.said.connect(self.said)
            pane.files.removed.connect(self.removed)
        self.claim.evidence_removed.connect(self._link_removed)
        self._hint_rows.dismissed.connect(self._hint_dismissed)
        self._hint_rows.place_wanted.connect(self._show_hint)
        self._hint_rows.claim_wanted.connect(self.activate)
        self.claim.requests_wanted.connect(self.requests_wanted)
        self.claim.contradictions_wanted.connect(self.contradictions_wanted)
        self.claim.left.connect(self.article.focus)
        # The keys of the reader act again as soon as the verdict is on record.
        self.claim.verdict.recorded.connect(self.article.focus)
        self.claim.places.adjust_wanted.connect(self.adjust)
        self.claim.places.remove_wanted.connect(self.remove_place)
        self.meter.clicked.connect(partial(line_keys.sign_off, self))

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

    def _marked(self, read: Span | None, done: Done) -> None:
        self._note_order()
        self.activate(done.ids[0], go=False)
        if read is not None:
            line_keys.go_on(self, read)
        self._warn(done)
        self.hinting.look_for_earlier()

    def _link_removed(self) -> None:
        self.removed.emit(self.tr("Link removed."))

    def _hint_dismissed(self) -> None:
        self.removed.emit(self.tr("Hint dismissed."))

    def _show_hint(self, hint: FoundHint) -> None:
        if hint.span is not None:
            self.open_passage(hint.document_id, hint.span, hint.version_id)

    def _place_removed(self, _: Done) -> None:
        self.removed.emit(self.tr("Mark removed. The claim is kept."))

    def _claim_removed(self, _: Done) -> None:
        self.removed.emit(self.tr("Claim removed."))

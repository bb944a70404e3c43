"""The two texts: the claim's article and the document of the evidence, marked and quietened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from factcheck.text.spans import Span
from factcheck.window.compare.compared import Beside, Compared, letter, place_in
from factcheck.window.evidence.told import Told
from factcheck.window.evidence.words import word_for_stance
from factcheck.window.reader.marks import Mark
from factcheck.window.reading_look import reading_look
from factcheck.window.settings import Settings
from factcheck.window.side import Side
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.chips import StanceChip
from factcheck.window.widgets.labels import EmptyState, PlainLabel
from factcheck.window.workspace import Workspace

# What stands before the number of a thing in the id of its marks.
_TOLD = "told-"


class Texts(QWidget):
    """Left the article, right the evidence; each says so where it has no text to show.

    wanted(number): a mark was clicked, of the thing with this number.
    """

    wanted = Signal(int)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._shown: Beside | None = None
        self._item: Compared | None = None
        self._places: list[tuple[Span | None, Span | None]] = []
        self.left, self.right = Side(tasks), Side(tasks)
        self.no_place, self.no_passage = EmptyState(""), EmptyState("")
        self.stance = StanceChip("context")
        self.stance_word = PlainLabel("", "second")
        self.right.header.add(self.stance)
        self.right.header.add(self.stance_word)
        for side in (self.left, self.right):
            side.view.mark_clicked.connect(self._clicked)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        for side, empty in ((self.left, self.no_place), (self.right, self.no_passage)):
            pane = QWidget()
            inside = QVBoxLayout(pane)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(side, 1)
            inside.addWidget(empty, 1)
            both.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)

    def show_texts(self, shown: Beside, item: Compared) -> None:
        """Show a claim in its article and a piece of evidence in its document.

        Raises FactcheckError where one of them is not in the case any more.
        """
        self._shown, self._item = shown, item
        place = shown.place
        if place is not None:
            self.left.header.set_title(place.document_title, shown.where, "sheet-check")
            self.left.show_version(self._workspace, place.document_id, place.version_id)
            self.left.view.setAccessibleName(
                self.tr("The claim's article: {0}").format(place.document_title)
            )
        self._show(self.left, self.no_place, place is not None, shown.claim.wording)
        self.right.header.set_title(item.title, item.origin, "sheet-lines")
        if item.version_id:
            self.right.show_version(self._workspace, item.document_id, item.version_id)
            self.right.view.setAccessibleName(self.tr("The evidence: {0}").format(item.title))
        note = item.note or self.tr("It has no text here.")
        self._show(self.right, self.no_passage, bool(item.version_id), f"{item.title}\n\n{note}")
        self.stance.setVisible(bool(item.stance))
        if item.stance:
            self.stance.set_stance(item.stance)  # type: ignore[arg-type]  # the schema's words
        words = word_for_stance(item.stance) if item.stance else self.tr("hint: press S, C or X")
        self.stance_word.setText(words)

    def show_marks(self, told: Sequence[Told]) -> None:
        """Mark what differs and what agrees in both texts, each with its letter."""
        shown, item = self._shown, self._item
        if shown is None or item is None:
            return
        claim = Span(shown.place.start, shown.place.end) if shown.place is not None else None
        wording = shown.claim.wording
        self._places = [
            (
                place_in(self.left.text, claim, wording, each.claim_span),
                place_in(self.right.text, item.span, item.words, each.evidence_span),
            )
            for each in told
        ]
        # A wording that was changed is marked where it stands, whole.
        if claim is not None and told and not any(one for one, _ in self._places):
            self._places = [(claim, other) for _, other in self._places]
        for side, at, passage in ((self.left, 0, claim), (self.right, 1, item.span)):
            marks = [
                _mark(number, each, place)
                for number, (each, places) in enumerate(zip(told, self._places, strict=True))
                if (place := places[at]) is not None
            ]
            side.view.set_focus_on(passage)
            side.show_marks(marks, passage or Span(0, 0))

    def show_current(self, number: int | None) -> None:
        """Show the marks of one thing as the active ones."""
        for side in (self.left, self.right):
            side.view.set_active(None if number is None else f"{_TOLD}{number}")

    def center_on(self, number: int) -> None:
        """Bring both places of one thing to the middle, and frame them for a moment."""
        for side, place in zip((self.left, self.right), self._places[number], strict=True):
            if place is not None and side.text:
                side.view.center_on(place)
                side.view.flash(place)

    def center_on_passages(self) -> None:
        """Bring the claim and the passage to the middle."""
        shown, item = self._shown, self._item
        if shown is not None and shown.place is not None and self.left.text:
            self.left.view.center_on(Span(shown.place.start, shown.place.end))
        if item is not None and item.span is not None and self.right.text:
            self.right.view.center_on(item.span)

    def apply_settings(self, settings: Settings) -> None:
        """Show both texts as the settings say."""
        look = reading_look(settings)
        for side in (self.left, self.right):
            side.view.set_typography(look)

    def forget(self) -> None:
        """Read both texts anew the next time."""
        self._shown = self._item = None
        for side in (self.left, self.right):
            side.forget()

    def _clicked(self, ids: tuple[str, ...]) -> None:
        if ids:
            self.wanted.emit(int(ids[0].removeprefix(_TOLD)))

    def _show(self, side: Side, empty: EmptyState, has_text: bool, words: str) -> None:
        side.view.setVisible(has_text)
        empty.setVisible(not has_text)
        empty.set_text(words)


def _mark(number: int, told: Told, place: Span) -> Mark:
    kind = "contradicts" if told.differs else "agrees"
    return Mark(f"{_TOLD}{number}", place, kind, letter(number), label=told.words)  # type: ignore[arg-type]  # one of the two

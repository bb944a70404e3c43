"""The copies of a case: which documents share text, both side by side, and who says else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from factcheck.case.changes import Changes, DecideCopies
from factcheck.case.copy_changes import CopyDecisionWord
from factcheck.case.index_copies import CopyPair
from factcheck.case.read.copies import Decision, copy_decisions
from factcheck.case.read.documents import DocumentRow, documents
from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.ask_field import AskField
from factcheck.window.commands.command import Where
from factcheck.window.copies.copying import Copying
from factcheck.window.copies.delegate import PairDelegate
from factcheck.window.copies.model import CopiesModel, PairRow
from factcheck.window.copies.words import DECIDED, what_is_shared, word_for_kind, words_for_line
from factcheck.window.decide_view import DecideView
from factcheck.window.reader.marks import Mark
from factcheck.window.reading_look import reading_look
from factcheck.window.settings import Settings
from factcheck.window.side import Side
from factcheck.window.tasks import Tasks
from factcheck.window.times import given_date
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.workspace import Workspace

_LIST = 300


class CopiesView(DecideView):
    """Lists the pairs; both texts beside each other with what they share marked.

    document_wanted(id): show it in the check view.
    """

    name = "copies"
    document_wanted = Signal(str)

    def __init__(
        self, workspace: Workspace, tasks: Tasks, copying: Copying, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, parent)
        self._copying = copying
        self._decision: CopyDecisionWord = "together"
        self._about = ("", "")
        self._decisions: dict[frozenset[str], Decision] = {}
        self.model = CopiesModel(self)
        self._list_rows(self.model, PairDelegate(self.list), self.tr("Documents that share text"))
        self.left, self.right = Side(tasks), Side(tasks)
        texts = QSplitter(Qt.Orientation.Horizontal)
        texts.setChildrenCollapsible(False)
        texts.addWidget(self.left)
        texts.addWidget(self.right)
        self.join_button = QPushButton(self.tr("One report … (Y)"))
        self.apart_button = QPushButton(self.tr("Two reports … (Delete)"))
        self.join_button.clicked.connect(self.join)
        self.apart_button.clicked.connect(self.hold_apart)
        buttons = (self.join_button, self.apart_button)
        self._lay_out((self.what, self.why), buttons, texts, KeyBar(self._hints()), _LIST)
        self.list.chosen.connect(self._open_document)
        copying.changed.connect(self.refresh)
        workspace.changed.connect(self._changed)
        workspace.closed.connect(self.clear)
        self.refresh()

    # What is shown

    @property
    def current(self) -> PairRow | None:
        """The pair that one looks at."""
        return self.model.row(self.list.currentIndex())

    def refresh(self) -> None:
        """Show the pairs that are known by now."""
        kept = self.current
        rows = self._workspace.read(documents) if self._workspace.is_open else []
        said = self._workspace.read(copy_decisions) if self._workspace.is_open else []
        self._decisions = {frozenset((each.first_id, each.second_id)): each for each in said}
        known = {frozenset((pair.a, pair.b)) for pair in self._copying.pairs}
        decided = [
            CopyPair(each.first_id, each.second_id, DECIDED, 0.0, 0, ())
            for both, each in self._decisions.items()
            if both not in known
        ]
        pairs = (*self._copying.pairs, *decided)
        self.model.show(pairs, self._copying.lines, {row.id: row for row in rows})
        number = self.model.number_of((kept.a.id, kept.b.id)) if kept is not None else 0
        if self.model.rowCount():
            self.list.go_to(self.model.index(max(0, number)))
        self._show_current()

    def clear(self) -> None:
        """Show nothing."""
        for side in (self.left, self.right):
            side.forget()
        self.refresh()

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        return [(part, Where.COPIES) for part in (self.list, *self._texts())]

    def apply_settings(self, settings: Settings) -> None:
        """Show both texts as the settings say."""
        look = reading_look(settings)
        for side in (self.left, self.right):
            side.view.set_typography(look)

    # What a person says

    def join(self) -> None:
        """Ask why the two are one line of reporting."""
        self._ask("together", self.tr("One line of reporting"), self.tr("Join"))

    def hold_apart(self) -> None:
        """Ask why the two are two lines of reporting."""
        self._ask("apart", self.tr("Two lines of reporting"), self.tr("Hold apart"))

    # Internal

    def _texts(self) -> Sequence[QWidget]:
        return (self.left.view, self.right.view)

    def _show_current(self, *_: object) -> None:
        row = self.current
        lines = len(self._copying.lines)
        self.header.set_title(
            self.tr("Copies"), self.tr("%n line(s) of reporting with copies", "", lines), "copy"
        )
        self._say_empty(self._copying.why_not or self._nothing(), is_empty=row is None)
        if row is None:
            return
        shared = what_is_shared(row.pair)
        self.what.setText(
            f"{word_for_kind(row.pair.kind)} · {shared} · {words_for_line(row.number, row.line)}"
        )
        self.why.setText(self._why(row))
        name = self.tr("shared passage {0}")
        self._show_side(self.left, row.a, [ours for ours, _ in row.pair.passages], name)
        self._show_side(self.right, row.b, [theirs for _, theirs in row.pair.passages], name)
        writable = not self._workspace.why_read_only
        self.join_button.setEnabled(writable)
        self.apart_button.setEnabled(writable)

    def _show_side(self, side: Side, shown: DocumentRow, places: Sequence[Span], name: str) -> None:
        origin = " · ".join(filter(None, (shown.outlet, given_date(shown.published))))
        side.header.set_title(shown.title, origin)
        if shown.version_id is None:
            return
        try:
            side.show_version(self._workspace, shown.id, shown.version_id)
        except FactcheckError as gone:
            self.said.emit(str(gone))
            return
        marks = [
            Mark(f"shared-{at}", place, "hit", str(at), label=name.format(at))
            for at, place in enumerate(places, 1)
        ]
        side.show_marks(marks, places[0] if places else Span(0, 0))

    def _nothing(self) -> str:
        if self._copying.is_running:
            return self.tr("Looking for copies …")
        return self.tr("No documents share text. What copies another counts as one source here.")

    def _why(self, row: PairRow) -> str:
        said = self._decisions.get(frozenset((row.a.id, row.b.id)))
        if not row.line and said is not None and said.decision == "apart":
            words = self.tr("They count as two sources ({0}: {1}).")
            return words.format(said.decided_by, said.reason)
        if not row.line:
            return self.tr("They count as two sources.")
        return self.tr("They count as one source ({0}).").format(
            self._copying.lines[row.number - 1].why
        )

    def _ask(self, decision: CopyDecisionWord, title: str, verb: str) -> None:
        row = self.current
        if row is None:
            return
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        self._decision, self._about = decision, (row.a.id, row.b.id)
        field = AskField(title, self.tr("&Why"), verb=verb, parent=self)
        field.answered.connect(self._decide)
        field.open()

    def _decide(self, reason: str) -> None:
        sentence = (
            self.tr("They count as one source now.")
            if self._decision == "together"
            else self.tr("They count as two sources now.")
        )
        change = DecideCopies((self._about,), self._decision, reason)
        self._record(change, sentence)

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & {"documents", "copy_decisions"}:
            self.refresh()

    def _open_document(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            self.document_wanted.emit(row.b.id)

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("J", "K"), self.tr("row")),
            Hint(("Y",), self.tr("one report")),
            Hint(("Delete",), self.tr("two reports")),
            Hint(("F6",), self.tr("next pane")),
            Hint(("Enter",), self.tr("open the second")),
        )

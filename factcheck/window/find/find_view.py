"""The Find view: what the search field asks for, in all documents of the case."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window.commands.command import Where
from factcheck.window.find.delegate import PassageDelegate
from factcheck.window.find.filters import CLAIMS, SOURCES, THIS, UNDER_CHECK, FindFilter
from factcheck.window.find.model import PassageModel
from factcheck.window.find.searching import Found, Searcher
from factcheck.window.indexing import Indexing
from factcheck.window.shapes import color
from factcheck.window.tables.rows import RowsList
from factcheck.window.tasks import Task, Tasks
from factcheck.window.theme import Theme
from factcheck.window.view import View
from factcheck.window.widgets.announce import announce
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.widgets.labels import EmptyState, InlineError, PlainLabel
from factcheck.window.widgets.waiting import Waiting
from factcheck.window.workspace import Workspace


class PassageList(RowsList):
    """The passages; Esc goes back to the search field."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the row that Qt makes the current one."""
        super().focusInEvent(event)
        if self.currentIndex().isValid():
            self.go_to(self.currentIndex())


class FindView(View):
    """Shows the passages for the words that `search` is given; has no field of its own.

    indexing: the window's; without it the view keeps the index up to date itself.

    passage_chosen(document_id, Span), claim_chosen(claim_id): Enter or a double click on a row.
    field_wanted: Esc in the list, or the focus came and nothing is listed yet: the search field is
    where one goes on.
    """

    name = "find"
    passage_chosen = Signal(str, object)
    claim_chosen = Signal(str)
    field_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        indexing: Indexing | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._indexing = indexing or Indexing(workspace, tasks, self)
        # A thread of its own: one types while files are added and indexed.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._searcher: Searcher | None = None
        self._task: Task | None = None
        self._query = ""
        self.filter = FindFilter(self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_index_state()
        self.clear()

    @property
    def query(self) -> str:
        """The words that are looked for, "" for none."""
        return self._query

    @Slot(str)
    def search(self, words: str) -> None:
        """Look for words in all documents; what was looked for before is given up."""
        self._query = words.strip()
        if self._query:
            self._search()
        else:
            self.clear()

    @Slot()
    def clear(self) -> None:
        """Show nothing, as before the first search."""
        self._give_up()
        self._query = ""
        self.model.set_rows(())
        self._header.set_title(self.tr("Find"))
        self._say_instead(
            self.tr("Type words in the search field. Words in “quotes” are found as a phrase.")
        )

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) passage; False where there is none."""
        return self.list.step(by)

    def choose_current(self) -> None:
        """Open the current passage, as Enter does."""
        self.list.choose_current()

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        return [(self.list, Where.LISTS)]

    def set_document(self, id: str, title: str) -> None:
        """Name the document that was read last, which can be looked through alone."""
        self.filter.set_document(id, title)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on: to the passages, or to the field while there are none."""
        super().focusInEvent(event)
        self.focus_list()

    @Slot()
    def focus_list(self) -> None:
        """Go into the passages, to the first one where none is current."""
        if self.model.rowCount() == 0:
            self.field_wanted.emit()
            return
        if not self.list.currentIndex().isValid():
            self.list.go_to(self.model.index(0))
        self.list.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("paper"))

    # Internal

    def _make_parts(self) -> None:
        self.model = PassageModel(self)
        self.list = PassageList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PassageDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Passages"))
        self._header = PaneHeader()
        for button in self.filter.buttons:
            self._header.add(button)
        self._index_line = PlainLabel("", "second")
        self._index_line.setContentsMargins(16, 6, 16, 6)
        self._error = InlineError()
        self._index_error = InlineError()
        self._waiting = Waiting(self.tr("Looking through the documents …"))
        self._empty = EmptyState("")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.list)
        self._keys = KeyBar()
        self._name_rows(claims=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._header, self._index_line, self._index_error, self._error, self._waiting):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self._keys)

    def _connect(self) -> None:
        self.list.chosen.connect(self._chosen)
        self.list.left.connect(self.field_wanted)
        self.filter.changed.connect(self._search)
        self._error.retry_wanted.connect(self._search)
        self._index_error.retry_wanted.connect(self._indexing.start)
        self._waiting.cancelled.connect(self._give_up)
        self._indexing.changed.connect(self._show_index_state)
        self._indexing.ready.connect(self._search_again)
        self._workspace.opened.connect(self._case_opened)
        self._workspace.closed.connect(self._case_closed)
        Theme.notifier().changed.connect(self.list.viewport().update)

    @Slot()
    def _search(self) -> None:
        if not self._query or not self._workspace.is_open:
            return
        self._give_up()
        if self._searcher is None:
            self._searcher = Searcher(self._workspace.path)
        self._error.clear()
        self._waiting.start()
        work = partial(self._searcher.find, self._query, self.filter.asked)
        name = self.tr("Searching")
        self._task = self._tasks.start(name, work, self._found, self._failed, self._thread)

    @Slot()
    def _search_again(self) -> None:
        """Ask once more after the index took in what is new; the current row is kept."""
        self._search()

    @Slot()
    def _give_up(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        self._waiting.stop()

    def _found(self, found: Found) -> None:
        if (found.query, found.asked) != (self._query, self.filter.asked):
            return
        self._waiting.stop()
        # The row stays only where the same words were asked before.
        current = self.model.row(self.list.currentIndex())
        self.model.set_rows(found.passages)
        self._name_rows(claims=found.asked.claims)
        row = self.model.row_of(current)
        if row >= 0:
            self.list.go_to(self.model.index(row))
        if not found.passages:
            self._header.set_title(self.tr("Find"))
            self._say_instead(self._nothing())
            return
        count = self._count(found)
        self._header.set_title(self.tr("Find"), count)
        self._stack.setCurrentWidget(self.list)
        announce(self, count)

    def _name_rows(self, *, claims: bool) -> None:
        self.list.setAccessibleName(self.tr("Claims") if claims else self.tr("Passages"))
        what = self.tr("claim") if claims else self.tr("passage")
        self._keys.set_hints(
            (
                Hint(("J", "K"), what),
                Hint(("Enter",), self.tr("open")),
                Hint(("Esc",), self.tr("search field")),
            )
        )

    def _failed(self, error: FactcheckError) -> None:
        # It may be the outcome of an older query: the newer one runs still.
        if self._task is None or self._task.is_running or isinstance(error, Cancelled):
            return
        self._waiting.stop()
        self._error.say(str(error))

    def _count(self, found: Found) -> str:
        count = len(found.passages)
        if found.instead:
            typed, shown = (" ".join(words) for words in zip(*found.instead, strict=True))
            return self.tr("nothing for “{0}”, shown: “{1}”").format(typed, shown)
        if found.asked.claims and found.more:
            words = self.tr("the first %n claim(s) for “{0}”", "", count)
        elif found.asked.claims:
            words = self.tr("%n claim(s) for “{0}”", "", count)
        elif found.more:
            words = self.tr("the first %n passage(s) for “{0}”", "", count)
        else:
            words = self.tr("%n passage(s) for “{0}”", "", count)
        return words.format(found.query)

    def _nothing(self) -> str:
        chosen = self.filter.chosen
        if chosen == CLAIMS:
            words = self.tr("Nothing found for “{0}” in claims and verdicts. Try fewer words.")
        elif self.filter.asked.scope.published_from or self.filter.asked.scope.published_to:
            words = self.tr(
                "Nothing found for “{0}” in documents of these dates. Choose any date, or try fewer"
                " words."
            )
        elif chosen == UNDER_CHECK:
            words = self.tr(
                "Nothing found for “{0}” in the articles under check. Look in all documents, "
                "or try fewer words."
            )
        elif chosen == SOURCES:
            words = self.tr(
                "Nothing found for “{0}” in the sources. Look in all documents, or try fewer words."
            )
        elif chosen == THIS:
            words = self.tr(
                "Nothing found for “{0}” in this document. Look in all documents, or try fewer"
                " words."
            )
        else:
            words = self.tr("Nothing found for “{0}”. Try fewer words.")
        return words.format(self._query)

    def _say_instead(self, sentence: str) -> None:
        had_focus = self.list.hasFocus()
        self._empty.set_text(sentence)
        self._stack.setCurrentWidget(self._empty)
        if had_focus:
            self.field_wanted.emit()
        if self._query:
            announce(self, sentence)

    @Slot()
    def _show_index_state(self) -> None:
        words = self._indexing.sentence()
        self._index_line.setText(words)
        self._index_line.setVisible(bool(words))
        why = self._indexing.why_incomplete
        if why and why != self._index_error.text():
            self._index_error.say(why)
        elif not why:
            self._index_error.clear()

    @Slot(QModelIndex)
    def _chosen(self, index: QModelIndex) -> None:
        passage = self.model.row(index)
        if passage is not None and passage.claim_id:
            self.claim_chosen.emit(passage.claim_id)
        elif passage is not None:
            self.passage_chosen.emit(passage.document_id, passage.span)

    @Slot()
    def _case_opened(self) -> None:
        self._searcher = None
        self._search()

    @Slot()
    def _case_closed(self) -> None:
        self._searcher = None
        self.clear()

"""All requests as a table, what to show at its side, the request beneath."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from factcheck.case.read.requests import RequestRow, message, request, requests
from factcheck.errors import FactcheckError
from factcheck.window.handing_over.leaving import Leaving
from factcheck.window.icons import dress
from factcheck.window.requests.attempts import AttemptDialog
from factcheck.window.requests.columns import RequestColumns, here_now
from factcheck.window.requests.details import RequestDetails
from factcheck.window.requests.listing import ALL, OPEN, PAST_DUE, SHOWN, Wanted, counts, listed
from factcheck.window.requests.words import word_for_outcome
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.choices import Choice, ChoicesList
from factcheck.window.tables.paged import Key
from factcheck.window.tables.table import BigTable
from factcheck.window.tables.table_view import TableView
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

_ICONS: Final = {OPEN: "request", PAST_DUE: "clock", "answered": "tick", ALL: "sheet-lines"}


class RequestsView(TableView[RequestRow]):
    """All requests.

    document_wanted(id): a note that an answer became, or the article that was asked about.
    said(str): for the toast.
    """

    shown_tables = frozenset({"requests", "request_claims", "attempts", "claims", "documents"})
    name = "requests"
    document_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._all: list[RequestRow] | None = None
        self._by_id: dict[Key, RequestRow] = {}
        self._shown = OPEN
        self._claim_id = ""
        self._reading = BesideReader(workspace, tasks, self)
        self.leaving = Leaving(tasks, self)
        self.leaving.claim_wanted.connect(self.claim_chosen)
        table: BigTable[RequestRow] = BigTable(
            RequestColumns().columns(), self._page, sorted_by="deadline"
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.details = RequestDetails(workspace)
        self._lay_out(self.tr("Requests"), table, self.details)
        self.copy = QPushButton(self.tr("Copy as one message"))
        self.copy.setToolTip(self.tr("The chosen requests; Space chooses several (Ctrl+Shift+C)"))
        dress(self.copy, "copy")
        self.header.add(self.copy)
        self.show_list = ChoicesList(self.tr("Show"))
        self.side.add_section(self.tr("Show"), self.show_list)
        self.show_list.show_chosen(OPEN)
        self._connect()
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Read all requests anew."""
        self._stale = False
        if not self._workspace.is_open:
            self._all = None
            self._claim_id = ""
            self._show_rows()
            return
        self._reading.ask(self.tr("Reading the requests"), _all_of)

    def show_claim(self, claim_id: str) -> None:
        """List only the open requests about a claim, until something else is chosen to be shown."""
        self._claim_id, self._shown = claim_id, OPEN
        self.show_list.show_chosen(OPEN)
        self._show_rows()
        if self.table.rows.ids:
            self.table.go_to(self.table.rows.index(0, 0))

    # What keys do

    def add_attempt(self) -> None:
        """Note another attempt on the current request."""
        row = self._current_whole()
        if row is None:
            return
        change = AttemptDialog.ask(row, self)
        if change is not None:
            self._workspace.do(change)

    def begin_answer(self) -> None:
        """Put the cursor into the answer of the current request."""
        if self._current_whole() is not None:
            self.details.answer.begin()

    def save_as_note(self) -> None:
        """Save the answer that is shown and make it a source note."""
        if self._current_whole() is not None:
            self.details.answer.save_as_note()

    def record(self) -> bool:
        """Save the answer that is typed (Ctrl+Enter)."""
        focused = self.window().focusWidget()
        if focused is not None and self.details.answer.isAncestorOf(focused):
            self.details.answer.save()
        return True

    def copy_message(self) -> None:
        """Put the chosen requests on the clipboard, as one message to one person."""
        ids = [str(id) for id in self._chosen_ids()]
        if not ids:
            self.said.emit(self.tr("Choose one or more requests first; Space adds one."))
            return
        words = self.tr("%n request(s) on the clipboard as one message.", "", len(ids))
        self.leaving.copy(
            self._workspace.another_reader,
            lambda case: case.read(message, ids),
            partial(self.said.emit, words),
            lambda refused: self.said.emit(str(refused)),
        )

    # Internal

    def _connect(self) -> None:
        self.copy.clicked.connect(self.copy_message)
        self.table.asked.connect(self._show_rows)
        self.table.current_changed.connect(self._show_details)
        self.show_list.wanted.connect(self._show_wanted)
        self.details.attempt_wanted.connect(self.add_attempt)
        self.details.claim_wanted.connect(self.claim_chosen)
        self.details.answer.note_wanted.connect(self.document_wanted)
        self.details.answer.noted.connect(self._noted)
        self.details.answer.left.connect(self.table.setFocus)
        self._reading.answered.connect(self._have_all)
        self._reading.failed.connect(self._page_parts.error.say)

    def _page(self, ids: Sequence[Key]) -> dict[Key, RequestRow]:
        return {id: self._by_id[id] for id in ids if id in self._by_id}

    def _have_all(self, rows: list[RequestRow]) -> None:
        self._page_parts.error.clear()
        self._all = rows
        self._by_id = {row.id: row for row in rows}
        self.table.rows.read_again()
        self._show_rows()

    def _wanted(self) -> Wanted:
        table = self.table
        to_whom, question = table.wanted("to_whom"), table.wanted("question")
        return Wanted(
            self._shown, to_whom, question, self._claim_id, table.sort_key, table.descending
        )

    def _show_rows(self) -> None:
        rows = listed(self._all or [], self._wanted(), here_now())
        self.table.show_ids([row.id for row in rows])
        self._show_counts()
        self._show_details()

    def _show_counts(self) -> None:
        numbers = counts(self._all or [], here_now())
        words = {PAST_DUE: self.tr("Past due"), ALL: self.tr("All requests")}
        self.show_list.set_choices(
            [
                Choice(
                    each,
                    words.get(each) or word_for_outcome(each).capitalize(),
                    numbers[each],
                    _ICONS.get(each, "cross"),
                )
                for each in SHOWN
            ]
        )
        total = self.tr("%n request(s)", "", numbers[ALL]) if self._all is not None else ""
        self.header.set_title(self.tr("Requests"), self._of_claim() or total)
        self._say_empty(
            None if self._all is None else numbers[ALL] if self._shown != OPEN else 0,
            self.tr("No open questions."),
            self.tr("No request is like that. Clear a filter."),
        )

    def _of_claim(self) -> str:
        if not self._claim_id:
            return ""
        for row in self._by_id.values():
            numbers = dict(zip(row.claim_ids, row.claim_nos, strict=True))
            if self._claim_id in numbers:
                return self.tr("open, about claim {0}").format(numbers[self._claim_id])
        return ""

    def _show_wanted(self, shown: str) -> None:
        self._shown, self._claim_id = shown, ""
        self._show_rows()

    def _chosen(self, row: RequestRow) -> None:
        if row.claim_ids:
            self.claim_chosen.emit(row.claim_ids[0])
        elif row.document_id is not None:
            self.document_wanted.emit(row.document_id)

    def _chosen_ids(self) -> list[Key]:
        return [self.table.rows.ids[number] for number in self.table.chosen_numbers()]

    def _show_details(self) -> None:
        self.details.show_request(self.table.current if self._workspace.is_open else None)

    def _current_whole(self) -> RequestRow | None:
        row = self.current
        if row is None:
            self.said.emit(self.tr("Choose a request first."))
            return None
        try:
            return self._workspace.read(request, row.id)
        except FactcheckError as gone:
            self.said.emit(str(gone))
            return None

    def _noted(self, _: str) -> None:
        self.said.emit(self.tr("The answer is a source note now."))


def _all_of(reader: Case) -> list[RequestRow]:
    return reader.read(requests)

"""All claims of the case as a table, what state they are in at its side, the claim beneath."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import Changes
from factcheck.case.read.claim_list import (
    ClaimCounts,
    ClaimFilter,
    ClaimLine,
    claim_counts,
    claim_ids,
    claim_page,
)
from factcheck.case.read.claims import claim
from factcheck.case.read.verdicts import scale_in_use
from factcheck.errors import FactcheckError
from factcheck.window.claims.columns import ClaimColumns
from factcheck.window.claims.words import ALL_STATES, HAND_STATES, word_for_state
from factcheck.window.icons import dress
from factcheck.window.ledger.details import DetailsPane, Told, claim_details
from factcheck.window.style import make_main
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.choices import Choice, ChoicesList
from factcheck.window.tables.page import TablePage
from factcheck.window.tables.paged import Key
from factcheck.window.tables.side import TableSide
from factcheck.window.tables.table import BigTable
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.case import Case

_PAUSE_MS: Final = 40
_ALL: Final = "all"
_SHOWN_TABLES: Final = frozenset({"verdicts", "claims", "places", "evidence", "documents"})


class ClaimsView(QWidget):
    """All claims.

    claim_chosen(claim_id): Enter or a double click on a row. evidence_chosen(EvidenceRow): the
    same on a link beneath. export_wanted: *Export CSV …*.
    """

    claim_chosen = Signal(str)
    evidence_chosen = Signal(object)
    export_wanted = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self._count_after = False
        self._counts_shown: ClaimCounts | None = None
        self._state = _ALL
        self._ids = BesideReader(workspace, tasks, self)
        self._counts = BesideReader(workspace, tasks, self)
        self.header = PaneHeader()
        self.header.set_title(self.tr("Claims"))
        self.export = make_main(QPushButton(self.tr("Export CSV …")))
        dress(self.export, "export", "on_accent")
        self.header.add(self.export)
        self.table: BigTable[ClaimLine] = BigTable(
            ClaimColumns().columns(), self._page, sorted_by="claim_no"
        )
        self.table.setAccessibleName(self.tr("Claims"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.states = ChoicesList(self.tr("Show"))
        side = TableSide()
        side.add_section(self.tr("Show"), self.states)
        self.details = DetailsPane()
        self._page_parts = TablePage(side, self.header, self.table, self.details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page_parts)
        self.setFocusProxy(self.table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.states.show_chosen(_ALL)
        self._connect()
        self.refresh()

    # What is shown

    @property
    def current(self) -> ClaimLine | None:
        """The current row."""
        return self.table.current

    def refresh(self) -> None:
        """Ask for the rows and the counts anew."""
        self._stale = False
        if not self._workspace.is_open:
            self._counts_shown = None
            self.table.show_ids(())
            self._show_counts()
            return
        self._count_after = True
        self._ask_ids()

    def chosen_claims(self) -> tuple[str, ...]:
        """Give the ids of the chosen rows; Space chooses several."""
        rows = map(self.table.rows.row, self.table.chosen_numbers())
        return tuple(row.id for row in rows if row is not None)

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the wording."""
        self.table.filters.focus_first()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # Internal

    def _connect(self) -> None:
        self.export.clicked.connect(self.export_wanted)
        self.table.asked.connect(self._ask_ids)
        self.table.chosen.connect(self._chosen)
        self.table.current_changed.connect(self._pause_then_details)
        self._pause.timeout.connect(self._show_details)
        self.states.wanted.connect(self._state_wanted)
        self.details.evidence_chosen.connect(self.evidence_chosen)
        self._ids.answered.connect(self._have_ids)
        self._ids.failed.connect(self._page_parts.error.say)
        self._counts.answered.connect(self._have_counts)
        self._counts.failed.connect(self._page_parts.error.say)
        self._page_parts.error.retry_wanted.connect(self.refresh)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not (changes.everything or changes.tables & _SHOWN_TABLES):
            return
        if not self.isVisible():
            self._stale = True
            return
        self.table.rows.read_again()
        self.refresh()
        self._show_details()

    def _page(self, ids: Sequence[Key]) -> dict[Key, ClaimLine]:
        return self._workspace.read(_page_of, ids) if self._workspace.is_open else {}

    def _ask_ids(self) -> None:
        self._page_parts.error.clear()
        chosen = ClaimFilter(
            text=self.table.wanted("wording"),
            state="" if self._state == _ALL else self._state,
            rating=self.table.wanted("rating"),
            article=self.table.wanted("article"),
            assigned_to=self.table.wanted("assigned_to"),
        )
        question = partial(_ids_of, chosen, self.table.sort_key, self.table.descending)
        self._ids.ask(self.tr("Sorting the claims"), question)

    def _have_ids(self, ids: list[Key]) -> None:
        self.table.show_ids(ids)
        self._say_empty()
        if self._count_after:
            self._count_after = False
            self._counts.ask(self.tr("Counting the claims"), _counts_of)

    def _have_counts(self, counts: ClaimCounts) -> None:
        self._counts_shown = counts
        self._show_counts()

    def _show_counts(self) -> None:
        counts = self._counts_shown
        by_state = counts.by_state if counts is not None else {}
        total = counts.total if counts is not None else 0
        self.header.set_title(
            self.tr("Claims"), self.tr("%Ln claim(s)", "", total) if counts is not None else ""
        )
        shown = [state for state in ALL_STATES if state in HAND_STATES or by_state.get(state)]
        if self._state not in (_ALL, *shown):
            shown.append(self._state)
        self.states.set_choices(
            [
                Choice(_ALL, self.tr("All claims"), total),
                *(Choice(each, word_for_state(each), by_state.get(each, 0)) for each in shown),
            ]
        )
        if counts is not None:
            filters = self.table.filters
            ratings = self._workspace.read(scale_in_use).ratings
            filters.offer("rating", [(rating.label, rating.label) for rating in ratings])
            filters.offer("article", counts.articles)
            names = sorted(name for name in counts.by_assigned if name)
            filters.offer("assigned_to", [(name, name) for name in names])
        self._say_empty()

    def _say_empty(self) -> None:
        if self.table.rows.ids or self._counts_shown is None:
            self._page_parts.say_empty("")
        elif self._counts_shown.total == 0:
            self._page_parts.say_empty(self.tr("No claims yet. Select a sentence and press M."))
        else:
            self._page_parts.say_empty(self.tr("No claim is like that. Clear a filter."))

    def _state_wanted(self, state: str) -> None:
        self._state = state
        self._ask_ids()

    def _chosen(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is not None:
            self.claim_chosen.emit(row.id)

    def _pause_then_details(self) -> None:
        self._pause.start()

    def _show_details(self) -> None:
        row = self.table.current if self._workspace.is_open else None
        if row is None:
            self.details.show_details(None, None)
            return
        try:
            whole = self._workspace.read(claim, row.id)
        except FactcheckError:
            self.details.show_details(None, None)
            return
        told = Told(row.claim_no, row.wording, row.rating, row.shape or "plain", whole.reason)  # type: ignore[arg-type]  # the schema's words
        self.details.show_details(told, self._workspace.read(claim_details, row.id))


def _ids_of(chosen: ClaimFilter, sort: str, descending: bool, reader: Case) -> list[str]:
    return reader.read(claim_ids, chosen, sort, descending)


def _counts_of(reader: Case) -> ClaimCounts:
    return reader.read(claim_counts)


def _page_of(connection: Connection, ids: Sequence[Key]) -> dict[Key, ClaimLine]:
    return {row.id: row for row in claim_page(connection, [str(id) for id in ids])}

"""All claims of the case as a table, what state they are in at its side, the claim beneath."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QVBoxLayout, QWidget

from factcheck.case.changes import Changes
from factcheck.case.read.claim_list import (
    NO_DATE,
    ClaimCounts,
    ClaimFilter,
    ClaimGroup,
    ClaimLine,
    GroupBy,
    claim_counts,
    claim_groups,
    claim_ids,
    claim_page,
)
from factcheck.case.read.claims import claim
from factcheck.case.read.verdicts import scale_in_use
from factcheck.errors import FactcheckError
from factcheck.window.claims.columns import ClaimColumns
from factcheck.window.claims.grouping import GroupButton
from factcheck.window.claims.quoted import ClaimQuotes
from factcheck.window.claims.ready_lists import MINE, OVERDUE, UNRATED, ready_choices
from factcheck.window.claims.words import (
    ALL_STATES,
    HAND_STATES,
    PRIORITIES,
    word_for_priority,
    word_for_state,
)
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
from factcheck.window.times import given_date
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.case import Case

_PAUSE_MS: Final = 40
_ALL: Final = "all"
# Claims that are sorted and filtered on the window's thread: 5 ms on a usual machine.
_FEW: Final = 1000
_SHOWN_TABLES: Final = frozenset(
    {"verdicts", "approvals", "properties", "claims", "places", "evidence", "documents"}
)


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
        self.quoted = ClaimQuotes(workspace, tasks, self)
        self.header = PaneHeader()
        self.header.set_title(self.tr("Claims"))
        self.export = make_main(QPushButton(self.tr("Export CSV …")))
        dress(self.export, "export", "on_accent")
        self.group_by = GroupButton()
        self.header.add(self.group_by)
        self.header.add(self.export)
        self.table: BigTable[ClaimLine] = BigTable(
            ClaimColumns(self.quoted).columns(), self._page, sorted_by="claim_no"
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

    def choose_grouping(self) -> None:
        """Open the menu that groups the rows."""
        self.group_by.open_menu()

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
        self.group_by.wanted.connect(self._ask_ids)
        self.details.evidence_chosen.connect(self.evidence_chosen)
        self.quoted.changed.connect(self.table.rows.read_again)
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
        order = (self.table.sort_key, self.table.descending)
        asked = (self._filter(), self.group_by.key, *order)
        counts = self._counts_shown
        if counts is not None and counts.total <= _FEW:
            # A reader of its own takes 50 ms to open, which is more than all of this read.
            self._ids.answer(self._workspace.read(_ids_of, *asked))
        else:
            self._ids.ask(self.tr("Sorting the claims"), partial(_asked_beside, asked))

    def _filter(self) -> ClaimFilter:
        mine = self._workspace.checker if self._state == MINE else ""
        return ClaimFilter(
            text=self.table.wanted("wording"),
            state=self._state if self._state in ALL_STATES else "",
            rating=self.table.wanted("rating"),
            article=self.table.wanted("article"),
            assigned_to=mine or self.table.wanted("assigned_to"),
            priority=self.table.wanted("priority"),
            speaker=self.table.wanted("speaker"),
            due=self.table.wanted("due"),
            unrated=self._state == UNRATED,
            overdue_at=datetime.now().astimezone() if self._state == OVERDUE else None,
        )

    def _have_ids(self, found: _Found) -> None:
        if isinstance(found, list):
            self.table.show_ids(found)
        else:
            self.table.show_groups(self.group_by.groups(found))
        self._say_empty()
        if self._count_after:
            self._count_after = False
            now = datetime.now().astimezone()
            self._counts.ask(self.tr("Counting the claims"), partial(_counts_of, now))

    def _have_counts(self, counts: ClaimCounts) -> None:
        self._counts_shown = counts
        self._show_counts()
        # Last, as it takes longest: the rows are there already.
        self.quoted.ask()

    def _show_counts(self) -> None:
        counts = self._counts_shown
        by_state = counts.by_state if counts is not None else {}
        total = counts.total if counts is not None else 0
        self.header.set_title(
            self.tr("Claims"), self.tr("%Ln claim(s)", "", total) if counts is not None else ""
        )
        shown = [state for state in ALL_STATES if state in HAND_STATES or by_state.get(state)]
        if self._state not in (_ALL, MINE, OVERDUE, UNRATED, *shown):
            shown.append(self._state)
        self.states.set_choices(
            [
                Choice(_ALL, self.tr("All claims"), total),
                *ready_choices(counts, self._workspace.checker),
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
            filters.offer("speaker", [(name, name) for name in counts.speakers])
            dates = [(due, given_date(due, short=True)) for due in counts.dues]
            filters.offer("due", [*dates, (NO_DATE, self.tr("none"))])
            urgent = [each for each in reversed(PRIORITIES) if each]
            filters.offer("priority", [(each, word_for_priority(each)) for each in urgent])
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


# Ids as a list, or groups as a tuple of them.
_Found = list[str] | tuple[ClaimGroup, ...]
_Asked = tuple[ClaimFilter, GroupBy | None, str, bool]


def _ids_of(
    connection: Connection, chosen: ClaimFilter, group_by: GroupBy | None, sort: str, down: bool
) -> _Found:
    if group_by is None:
        return claim_ids(connection, chosen, sort, down)
    return tuple(claim_groups(connection, group_by, chosen, sort, down))


def _asked_beside(asked: _Asked, reader: Case) -> _Found:
    return reader.read(_ids_of, *asked)


def _counts_of(now: datetime, reader: Case) -> ClaimCounts:
    return reader.read(claim_counts, now)


def _page_of(connection: Connection, ids: Sequence[Key]) -> dict[Key, ClaimLine]:
    return {row.id: row for row in claim_page(connection, [str(id) for id in ids])}

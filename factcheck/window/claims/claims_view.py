"""All claims of the case as a table, what state they are in at its side, the claim beneath."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

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
from factcheck.window.claims.contradicted import Contradicted
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
from factcheck.window.ledger.claims_table import ClaimsTable
from factcheck.window.ledger.details import Told
from factcheck.window.rating_shapes import Shape
from factcheck.window.tables.choices import Choice, ChoicesList
from factcheck.window.tables.paged import Key
from factcheck.window.tables.table import BigTable
from factcheck.window.tasks import Tasks
from factcheck.window.times import given_date
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from factcheck.case.case import Case
    from factcheck.case.changes import Stance

_ALL: Final = "all"
# Claims that are sorted and filtered on the window's thread: 5 ms on a usual machine.
_FEW: Final = 1000


class ClaimsView(ClaimsTable[ClaimLine]):
    """All claims; they can be filtered, sorted and grouped.

    link_wanted(stance): link the passage to the chosen claims. work_wanted(command): on the
    current claim. judge_wanted(command, claim id): on its verdict; "" where there is no row.
    """

    link_wanted = Signal(str)
    work_wanted = Signal(str)
    judge_wanted = Signal(str, str)

    name = "claims"
    shown_tables = frozenset(
        {"verdicts", "approvals", "properties", "claims", "places", "evidence", "documents"}
    )

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        contradicted: Contradicted | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(workspace, tasks, parent)
        known = contradicted or Contradicted(workspace, tasks, self)
        self._counts_shown: ClaimCounts | None = None
        self._state = _ALL
        self.quoted = ClaimQuotes(workspace, tasks, self)
        self.group_by = GroupButton()
        columns = ClaimColumns(self.quoted, known).columns()
        table: BigTable[ClaimLine] = BigTable(columns, self._page, sorted_by="claim_no")
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._put_table(self.tr("Claims"), table, self.group_by)
        self.states = ChoicesList(self.tr("Show"))
        self.side.add_section(self.tr("Show"), self.states)
        self.states.show_chosen(_ALL)
        self.states.wanted.connect(self._state_wanted)
        self.group_by.wanted.connect(self._ask_ids)
        self.quoted.changed.connect(self.table.rows.read_again)
        known.changed.connect(self.table.rows.read_again)
        self._ids.answered.connect(self._have_ids)
        self._counts.answered.connect(self._have_counts)
        self.refresh()

    # What is shown

    def choose_grouping(self) -> None:
        """Open the menu that groups the rows."""
        self.group_by.open_menu()

    def chosen_claims(self) -> tuple[str, ...]:
        """Give the ids of the chosen rows; Space chooses several."""
        rows = map(self.table.rows.row, self.table.chosen_numbers())
        return tuple(row.id for row in rows if row is not None)

    def claim_meant(self) -> str:
        """Return the claim of the current row."""
        return self.current.id if self.current is not None else ""

    def link(self, stance: Stance) -> bool:
        """Ask for the passage to be linked to the chosen claims."""
        self.link_wanted.emit(stance)
        return True

    def do_work(self, command: str) -> bool:
        """Ask for it to be done to the current claim."""
        self.work_wanted.emit(command)
        return True

    def judge(self, command: str) -> bool:
        """Ask for it to be done to the verdict of the current claim."""
        self.judge_wanted.emit(command, self.claim_meant())
        return True

    # Internal

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
        self._say_nothing()
        self._count_once()

    def _ask_counts(self) -> None:
        now = datetime.now().astimezone()
        self._counts.ask(self.tr("Counting the claims"), partial(_counts_of, now))

    def _forget_counts(self) -> None:
        self._counts_shown = None
        self._show_counts()

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
        self._say_nothing()

    def _say_nothing(self) -> None:
        self._say_empty(
            self._counts_shown.total if self._counts_shown is not None else None,
            self.tr("No claims yet. Select a sentence and press M."),
            self.tr("No claim is like that. Clear a filter."),
        )

    def _state_wanted(self, state: str) -> None:
        self._state = state
        self._ask_ids()

    def _chosen(self, row: ClaimLine) -> None:
        self.claim_chosen.emit(row.id)

    def _told(self, row: ClaimLine) -> tuple[str, Told] | None:
        try:
            whole = self._workspace.read(claim, row.id)
        except FactcheckError:
            return None
        shape: Shape = row.shape or "plain"  # type: ignore[assignment]  # the schema's words
        return row.id, Told(row.claim_no, row.wording, row.rating, shape, whole.reason)


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

"""The ledger: all verdicts as a table, what to show at its side, the claim beneath."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.case.changes import Changes
from factcheck.case.read.ledger import NEEDS_RECHECK, LedgerRow
from factcheck.case.read.verdicts import RatingRow, scale_in_use, scales
from factcheck.window.claims.ratings_grid import shape_of_row
from factcheck.window.icons import dress
from factcheck.window.ledger.asking import (
    CURRENT,
    Overview,
    Wanted,
    ids_of,
    overview_of,
    page_of,
)
from factcheck.window.ledger.claims_table import ClaimsTable
from factcheck.window.ledger.columns import LedgerColumns
from factcheck.window.ledger.details import Told
from factcheck.window.ledger.fingerprint import Fingerprint
from factcheck.window.rating_shapes import Shape, color_of, icon_of
from factcheck.window.tables.choices import Choice, ChoicesList
from factcheck.window.tables.paged import Key
from factcheck.window.tables.table import BigTable
from factcheck.window.tasks import Tasks
from factcheck.window.verdicts.judging import AT_ONCE, Judged, Judging
from factcheck.window.workspace import Workspace

STANDS: Final = frozenset({"current", NEEDS_RECHECK})
"""The statuses of verdicts that stand."""


class LedgerView(ClaimsTable[LedgerRow]):
    """The ledger.

    as_of_wanted: *As of …*. judge_wanted(command, claim_id): what is to be done to the verdict
    needs words, which the claim's panel asks for.
    """

    shown_tables = frozenset(
        {
            "verdicts",
            "claims",
            "places",
            "evidence",
            "documents",
            "versions",
            "approvals",
            "scales",
            "properties",
        }
    )
    name = "ledger"
    as_of_wanted = Signal()
    judge_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, tasks, parent)
        self._stay = -1
        self._overview: Overview | None = None
        self.judging = Judging(workspace, None, self)
        self.as_of = QPushButton(self.tr("As of …"))
        dress(self.as_of, "clock")
        # Newest first: that is the order in which the ledger is kept, and needs no sorting.
        table: BigTable[LedgerRow] = BigTable(
            LedgerColumns().columns(), self._page, sorted_by="recorded_at", descending=True
        )
        self._put_table(self.tr("Ledger"), table, self.as_of)
        self.show_list = ChoicesList(self.tr("Show"))
        self.by_rating = ChoicesList(self.tr("By rating"), bars=True, optional=True, row=25)
        self.side.add_section(self.tr("Show"), self.show_list)
        self._rating_heading = self.side.add_section(self.tr("By rating"), self.by_rating)
        self.fingerprint = Fingerprint()
        self.side.add_foot(self.fingerprint)
        self.show_list.show_chosen(CURRENT)
        self._shown = CURRENT
        self.as_of.clicked.connect(self.as_of_wanted)
        self.show_list.wanted.connect(self._show_wanted)
        self.by_rating.wanted.connect(self._rating_wanted)
        self._ids.answered.connect(self._have_ids)
        self._counts.answered.connect(self._have_counts)
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Ask for the rows and the counts anew; where the current one goes, the next one is."""
        self._stay = self.table.currentIndex().row()
        super().refresh()
        if self._workspace.is_open:
            self.fingerprint.show_head(self._workspace.head)

    def claim_meant(self) -> str:
        """Return the claim of the current row."""
        return self.current.claim_id if self.current is not None else ""

    def judge(self, command: str) -> bool:
        """Do one of the commands on verdicts to the verdict of the current row."""
        row = self.table.current
        stands = row is not None and row.status in STANDS
        if row is None:
            self.judging.do(command, None)
        elif stands and command not in AT_ONCE:
            self.judge_wanted.emit(command, row.claim_id)
        else:
            id = row.verdict_id if stands else ""
            self.judging.do(command, Judged(row.claim_no, id, row.checker, was_public=False))
        return True

    # Internal

    def _page(self, rowids: Sequence[Key]) -> dict[Key, LedgerRow]:
        return self._workspace.read(page_of, rowids) if self._workspace.is_open else {}

    def _wanted(self) -> Wanted:
        return Wanted(
            self._shown,
            self.table.wanted("wording"),
            self.table.wanted("rating"),
            self.table.wanted("article"),
            self.table.wanted("checker"),
            self.table.sort_key,
            self.table.descending,
        )

    def _ask_ids(self) -> None:
        self._page_parts.error.clear()
        self.by_rating.show_chosen(self.table.wanted("rating"))
        self._ids.ask(self.tr("Sorting the ledger"), partial(ids_of, self._wanted()))

    def _have_ids(self, ids: list[Key]) -> None:
        self.table.show_ids(ids)
        if ids and self._stay >= 0 and not self.table.currentIndex().isValid():
            # One after the other: what was judged just now leaves a list of what waits.
            self.table.go_to(self.table.rows.index(min(self._stay, len(ids) - 1), 0))
        self._stay = -1
        self._say_nothing()
        self._count_once()

    def _ask_counts(self) -> None:
        self._counts.ask(self.tr("Counting the verdicts"), overview_of)

    def _forget_counts(self) -> None:
        self._overview = None
        self._show_counts()

    def _changed(self, changes: Changes) -> None:
        super()._changed(changes)
        if self.isVisible() and self._workspace.is_open:
            self.fingerprint.show_head(self._workspace.head)

    def _have_counts(self, overview: Overview) -> None:
        self._overview = overview
        self._show_counts()

    def _show_counts(self) -> None:
        overview = self._overview
        status = overview.counts.by_status if overview is not None else {}
        current = overview.current if overview is not None else 0
        standing = overview.standing if overview is not None else {}
        replaced = status.get("replaced", 0)
        words = self.tr("%Ln current verdict(s)", "", current)
        if replaced:
            words = self.tr("{0}, {1} replaced").format(words, QLocale().toString(replaced))
        self.header.set_title(self.tr("Ledger"), words if overview is not None else "")
        self.show_list.set_choices(
            (
                Choice(CURRENT, self.tr("All current"), current, "sheet-lines"),
                Choice("to review", self.tr("To review"), standing.get("to review", 0), "eye"),
                Choice("sent back", self.tr("Sent back"), standing.get("sent back", 0), "undo"),
                Choice(
                    NEEDS_RECHECK, self.tr("Needs recheck"), status.get(NEEDS_RECHECK, 0), "recheck"
                ),
                Choice("published", self.tr("Published"), standing.get("published", 0), "padlock"),
                Choice(
                    "corrections", self.tr("Corrections"), standing.get("corrections", 0), "pencil"
                ),
                Choice("replaced", self.tr("Replaced"), replaced, "clock"),
                Choice("withdrawn", self.tr("Withdrawn"), status.get("withdrawn", 0), "cross"),
            )
        )
        self._show_ratings(overview)
        self._say_nothing()

    def _show_ratings(self, overview: Overview | None) -> None:
        if overview is None:
            self.by_rating.set_choices(())
            return
        known = self._ratings()
        order = {label: at for at, label in enumerate(known)}
        labels = sorted(overview.by_rating, key=lambda label: (order.get(label, 999), label))
        self.by_rating.set_choices(
            [
                Choice(label, label, overview.by_rating[label], *_sign(known.get(label)))
                for label in labels
            ]
        )
        self._rating_heading.set_end(QLocale().toString(sum(overview.by_rating.values())))
        filters = self.table.filters
        filters.offer("rating", ((label, label) for label in overview.choices.ratings))
        filters.offer("checker", ((name, name) for name in overview.choices.checkers))
        filters.offer("article", overview.choices.articles)

    def _ratings(self) -> dict[str, RatingRow]:
        """Give the ratings that are known, those of the scale in use first, best first."""
        found: dict[str, RatingRow] = {}
        used = self._workspace.read(scale_in_use)
        for scale in (used, *self._workspace.read(scales)):
            for rating in scale.ratings:
                found.setdefault(rating.label, rating)
        return found

    def _say_nothing(self) -> None:
        self._say_empty(
            self._overview.counts.total if self._overview is not None else None,
            self.tr("No verdicts yet."),
            self.tr("No verdict is like that. Clear a filter."),
        )

    def _show_wanted(self, key: str) -> None:
        self._shown, self._stay = key, -1
        self._ask_ids()

    def _rating_wanted(self, label: str) -> None:
        self.table.filters.want("rating", label)

    def _chosen(self, row: LedgerRow) -> None:
        self.claim_chosen.emit(row.claim_id)

    def _told(self, row: LedgerRow) -> tuple[str, Told] | None:
        shape: Shape = row.shape  # type: ignore[assignment]  # the schema's words
        stands = row.status != "replaced"
        return row.claim_id, Told(
            row.claim_no, row.wording, row.rating, shape, row.reason, stands=stands
        )


def _sign(rating: RatingRow | None) -> tuple[str, str]:
    if rating is None:
        return icon_of("plain"), color_of("plain")
    shape = shape_of_row(rating)
    return icon_of(shape), color_of(shape)

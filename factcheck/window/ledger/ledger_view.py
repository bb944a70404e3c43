"""The ledger: all verdicts as a table, what to show at its side, the claim beneath."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QLocale, QModelIndex, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

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
from factcheck.window.ledger.columns import LedgerColumns
from factcheck.window.ledger.details import DetailsPane, Told, claim_details
from factcheck.window.ledger.fingerprint import Fingerprint
from factcheck.window.rating_shapes import color_of, icon_of
from factcheck.window.style import make_main
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.choices import Choice, ChoicesList
from factcheck.window.tables.page import TablePage
from factcheck.window.tables.paged import Key
from factcheck.window.tables.side import TableSide
from factcheck.window.tables.table import BigTable
from factcheck.window.tasks import Tasks
from factcheck.window.verdicts.judging import AT_ONCE, Judged, Judging
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.workspace import Workspace

# While somebody holds J down, only the row where they stop is read whole.
_PAUSE_MS: Final = 40
STANDS: Final = frozenset({"current", NEEDS_RECHECK})
"""The statuses of verdicts that stand."""
_SHOWN_TABLES: Final = frozenset(
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


class LedgerView(QWidget):
    """The ledger.

    claim_chosen(claim_id): Enter or a double click on a row. evidence_chosen(EvidenceRow): the
    same on a link beneath. export_wanted: *Export CSV …*. judge_wanted(command, claim_id): what
    is to be done to the verdict needs words, which the claim's panel asks for.
    """

    claim_chosen = Signal(str)
    evidence_chosen = Signal(object)
    export_wanted = Signal()
    as_of_wanted = Signal()
    judge_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._stale = True
        self._stay = -1
        self._count_after = False
        self._overview: Overview | None = None
        self.judging = Judging(workspace, None, self)
        self._ids = BesideReader(workspace, tasks, self)
        self._counts = BesideReader(workspace, tasks, self)
        self.header = PaneHeader()
        self.header.set_title(self.tr("Ledger"))
        self.export = make_main(QPushButton(self.tr("Export CSV …")))
        dress(self.export, "export", "on_accent")
        self.as_of = QPushButton(self.tr("As of …"))
        dress(self.as_of, "clock")
        self.header.add(self.as_of)
        self.header.add(self.export)
        self.table: BigTable[LedgerRow] = BigTable(
            # Newest first: that is the order in which the ledger is kept, and needs no sorting.
            LedgerColumns().columns(),
            self._page,
            sorted_by="recorded_at",
            descending=True,
        )
        self.table.setAccessibleName(self.tr("Ledger"))
        self.show_list = ChoicesList(self.tr("Show"))
        self.by_rating = ChoicesList(self.tr("By rating"), bars=True, optional=True, row=25)
        side = TableSide()
        side.add_section(self.tr("Show"), self.show_list)
        self._rating_heading = side.add_section(self.tr("By rating"), self.by_rating)
        self.fingerprint = Fingerprint()
        side.add_foot(self.fingerprint)
        self.details = DetailsPane()
        self._page_parts = TablePage(side, self.header, self.table, self.details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page_parts)
        self.setFocusProxy(self.table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.show_list.show_chosen(CURRENT)
        self._shown = CURRENT
        self._connect()
        self.refresh()

    # What is shown

    @property
    def current(self) -> LedgerRow | None:
        """The current row."""
        return self.table.current

    def refresh(self) -> None:
        """Ask for the rows and the counts anew; where the current one goes, the next one is."""
        self._stale = False
        self._stay = self.table.currentIndex().row()
        if not self._workspace.is_open:
            self._overview = None
            self.table.show_ids(())
            self._show_counts()
            return
        # The rows first: the counts would only take their time.
        self._count_after = True
        self._ask_ids()
        self.fingerprint.show_head(self._workspace.head)

    def judge(self, command: str) -> None:
        """Do one of `check_keys.VERDICT_KEYS` to the verdict of the current row."""
        row = self.table.current
        stands = row is not None and row.status in STANDS
        if row is None:
            self.judging.do(command, None)
        elif stands and command not in AT_ONCE:
            self.judge_wanted.emit(command, row.claim_id)
        else:
            id = row.verdict_id if stands else ""
            self.judging.do(command, Judged(row.claim_no, id, row.checker, was_public=False))

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    # Internal

    def _connect(self) -> None:
        self.export.clicked.connect(self.export_wanted)
        self.as_of.clicked.connect(self.as_of_wanted)
        self.table.asked.connect(self._ask_ids)
        self.table.chosen.connect(self._chosen)
        self.table.current_changed.connect(self._pause_then_details)
        self._pause.timeout.connect(self._show_details)
        self.show_list.wanted.connect(self._show_wanted)
        self.by_rating.wanted.connect(self._rating_wanted)
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
            if self.isVisible():
                self.fingerprint.show_head(self._workspace.head)
            return
        if not self.isVisible():
            self._stale = True
            return
        self.table.rows.read_again()
        self.refresh()
        self._show_details()

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
        self._say_empty()
        if self._count_after:
            self._count_after = False
            self._counts.ask(self.tr("Counting the verdicts"), overview_of)

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
        self._say_empty()

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

    def _say_empty(self) -> None:
        if self.table.rows.ids or self._overview is None:
            self._page_parts.say_empty("")
        elif self._overview.counts.total == 0:
            self._page_parts.say_empty(self.tr("No verdicts yet."))
        else:
            self._page_parts.say_empty(self.tr("No verdict is like that. Clear a filter."))

    def _show_wanted(self, key: str) -> None:
        self._shown, self._stay = key, -1
        self._ask_ids()

    def _rating_wanted(self, label: str) -> None:
        self.table.filters.want("rating", label)

    def _chosen(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is not None:
            self.claim_chosen.emit(row.claim_id)

    def _pause_then_details(self) -> None:
        self._pause.start()

    def _show_details(self) -> None:
        row = self.table.current if self._workspace.is_open else None
        if row is None:
            self.details.show_details(None, None)
            return
        told = Told(
            row.claim_no,
            row.wording,
            row.rating,
            row.shape,  # type: ignore[arg-type]  # the schema's words
            row.reason,
            stands=row.status != "replaced",
        )
        self.details.show_details(told, self._workspace.read(claim_details, row.claim_id))

    def focus_filter(self) -> None:
        """Put the cursor into the filter of the wording."""
        self.table.filters.focus_first()


def _sign(rating: RatingRow | None) -> tuple[str, str]:
    if rating is None:
        return icon_of("plain"), color_of("plain")
    shape = shape_of_row(rating)
    return icon_of(shape), color_of(shape)

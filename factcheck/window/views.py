"""The views behind the tabs: built when they are first needed, filled when a case opens.

Their modules are imported here and not at the start: the window paints before it knows them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.copies.copying import Copying
from factcheck.window.indexing import Indexing
from factcheck.window.settings import CaseView, Settings
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.read.evidence import EvidenceRow
    from factcheck.window.check.check_view import CheckView
    from factcheck.window.claims.claims_view import ClaimsView
    from factcheck.window.compare.compare_view import CompareView
    from factcheck.window.copies.copies_view import CopiesView
    from factcheck.window.find.find_view import FindView
    from factcheck.window.grid.grid_view import GridView
    from factcheck.window.ledger.ledger_view import LedgerView
    from factcheck.window.requests.requests_view import RequestsView
    from factcheck.window.revisions.review_view import ReviewView

# Where one is, is kept this long after the last move: kill the program and little is lost.
_KEEP_MS = 2000
_WITH_PANES = ("check", "places", "copies", "compare")
_VIEWS = ("check", "claims", "ledger", "find", "copies", "requests", "places", "grid")


class Views(QObject):
    """The views of one window.

    requests, claims, ledger, review, copies, compare, grid: the view of that name; None until
    it is built. shown(name): check, claims, ledger, find, copies, requests, places, compare or
    grid.
    built(parts): a view was made just now; the widgets in which single keys act, and as what.
    search_wanted: the keyboard belongs into the search field. original_wanted(document id).
    contradictions_wanted(claim id): list what it contradicts.
    zoomed(percent): the text of the readers was made larger or smaller.
    version_dropped(DocumentRow, Path): a file was dropped on a document of the library.
    said, removed: sentences of the views. export_wanted, as_of_wanted, files_dropped,
    add_wanted: passed on.
    """

    shown = Signal(str)
    built = Signal(object)
    said = Signal(str)
    removed = Signal(str)
    export_wanted = Signal()
    as_of_wanted = Signal()
    files_dropped = Signal(object)
    version_dropped = Signal(object, object)
    add_wanted = Signal()
    zoomed = Signal(int)
    search_wanted = Signal()
    original_wanted = Signal(str)
    contradictions_wanted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        indexing: Indexing,
        copying: Copying,
        settings: Settings,
        pages: QStackedWidget,
    ) -> None:
        super().__init__(pages)
        self._workspace, self._tasks, self._indexing = workspace, tasks, indexing
        self._copying = copying
        indexing.said.connect(self.said)
        self._settings, self.pages = settings, pages
        self._made: dict[str, QWidget] = {}
        self._check: CheckView | None = None
        self._find: FindView | None = None
        self.requests: RequestsView | None = None
        self.claims: ClaimsView | None = None
        self.ledger: LedgerView | None = None
        self.review: ReviewView | None = None
        self.copies: CopiesView | None = None
        self.compare: CompareView | None = None
        self.grid: GridView | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep)

    def commands(self) -> tuple[Command, ...]:
        """Give the commands that go to a view or a part of it."""
        go = partial(Command, group=self.tr("Go to"))
        pane = partial(go, menu="view/focus", enabled=in_views(*_WITH_PANES), looks=True)
        views = (
            ("check", self.tr("View: Check")),
            ("claims", self.tr("View: Claims")),
            ("ledger", self.tr("View: Ledger")),
            ("find", self.tr("View: Find")),
            ("copies", self.tr("View: Copies")),
            ("requests", self.tr("View: Requests")),
        )
        return (
            *(
                go(f"view-{name}", text, partial(self.show, name), "view/views",
                   keys=(f"Ctrl+{number}",))
                for number, (name, text) in enumerate(views, start=1)
            ),
            pane("next-pane", self.tr("Next pane"), partial(self.next_pane, 1), keys=("F6",)),
            pane("previous-pane", self.tr("Previous pane"), partial(self.next_pane, -1),
                 keys=("Shift+F6",)),
            go("select-row", self.tr("Select the row"), self._toggle_row, "edit/rows",
               group=self.tr("Read"), keys=("Space",), where=Where.LISTS, looks=True, native=True),
        )  # fmt: skip

    @property
    def check(self) -> CheckView:
        """The check view; built if it was not."""
        return self.build()

    @property
    def current(self) -> str:
        """The name of the view that is shown; "" on the start page."""
        page = self.pages.currentWidget()
        return next((name for name, view in self._made.items() if view is page), "")

    def build(self) -> CheckView:
        """Make the check view, where it is not made yet."""
        if self._check is None:
            from factcheck.window.check.check_view import CheckView

            self._check = CheckView(self._workspace, self._tasks)
            self._check.said.connect(self.said)
            self._check.removed.connect(self.removed)
            self._check.claim.work.said.connect(self.said)
            self._check.requests_wanted.connect(self.open_requests)
            self._check.contradictions_wanted.connect(self.contradictions_wanted)
            self._check.moved.connect(self._keeping.start)
            self._check.zoomed.connect(self.zoomed)
            self._check.claim.verdict.judging.said.connect(self.said)
            self._check.claim.verdict.judging.done.connect(self.removed)
            self._check.library.recheck_needed.connect(self.removed)
            self._check.library.files_dropped.connect(self.files_dropped)
            self._check.library.version_dropped.connect(self.version_dropped)
            self._check.library.add_wanted.connect(self.add_wanted)
            self._check.library.export_original_wanted.connect(self.original_wanted)
            self._add("check", self._check, self._check.key_parts())
        return self._check

    def open_requests(self, claim_id: str) -> None:
        """List the open requests about a claim."""
        requests = self.build_requests()
        self.show("requests")
        requests.show_claim(claim_id)

    def judge_claim(self, command: str, claim_id: str) -> None:
        """Show a claim and do it there: what needs words has its form in the claim's panel."""
        if claim_id:
            self.open_claim(claim_id)
            self.check.claim.judge(command)
        else:
            self.said.emit(self.tr("Choose a claim first."))

    def review_places(self, document_id: str = "") -> None:
        """Show what a new version did not leave as it was; first that of a document, if given."""
        if self._workspace.is_open:
            self.show("places")
            self._make_review().show_document(document_id)

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane of the view that is shown."""
        if self.current == "copies" and self.copies is not None:
            self.copies.next_pane(by)
        elif self.current == "compare" and self.compare is not None:
            self.compare.next_pane(by)
        elif self.current == "places" and self.review is not None:
            self.review.next_pane(by)
        elif self._workspace.is_open:
            self.check.next_pane(by)

    def show(self, name: str) -> None:
        """Show a view of the open case."""
        if not self._workspace.is_open:
            return
        view = self._made.get(name) or self._make(name)
        if name == "find":
            self._name_document(self._make_find())
        self.pages.setCurrentWidget(view)
        view.setFocus()
        self.shown.emit(name)
        self._keeping.start()

    def fill(self, *, restore: bool) -> None:
        """Show the case that was opened just now, where it was left or at its beginning."""
        case_view = self._settings.case_view(self._case_id()) if restore else CaseView()
        self.check.arrangement.fit(self.pages.width())
        self.check.apply_settings(self._settings)
        self.check.restore(case_view)
        # After the second reader is shown: until then it has no share of the height.
        self.check.arrangement.restore(self._settings)
        known = case_view.view if case_view.view in _VIEWS else "check"
        self.show(known)

    def keep(self) -> None:
        """Keep where one is in the open case."""
        if self._check is not None and self._workspace.is_open:
            self._settings.set_case_view(self._case_id(), self._check.case_view(self.current))
            self._check.arrangement.keep(self._settings)

    def fit(self, width: int) -> None:
        """Arrange the panes for this width."""
        if self._check is not None:
            self._check.arrangement.fit(width)

    def search(self, words: str) -> None:
        """Show the passages in which these words stand."""
        if not self._workspace.is_open:
            return
        found = self._make_find()
        self._name_document(found)
        if words.strip() and self.current != "find":
            self.pages.setCurrentWidget(found)
            self.shown.emit("find")
        found.search(words)

    def open_evidence(self, link: EvidenceRow) -> None:
        """Show a link's claim and its passage."""
        self.open_claim(link.claim_id)
        self.check.show_evidence(link)

    def open_claim(self, claim_id: str) -> None:
        """Show a claim in its article."""
        self.show("check")
        try:
            self.check.activate(claim_id)
        except FactcheckError as gone:
            self.said.emit(str(gone))

    def open_document(self, document_id: str) -> None:
        """Show a document that was added just now."""
        self.show("check")
        self.check.open_document(document_id)

    def focus_found(self) -> None:
        """Give the keyboard to what was found."""
        if self._find is not None:
            self._find.focus_list()

    def focus_current(self) -> None:
        """Give the keyboard back to the view that is shown."""
        view = self._made.get(self.current)
        if view is not None:
            view.setFocus()

    def focus_text(self) -> None:
        """Give the keyboard to the article, or to the table of the view that is shown."""
        if self.current == "check":
            self.check.article.focus()
        else:
            self.focus_current()

    def checker_changed(self) -> None:
        """Show what the new checker may do to the verdict that is shown."""
        if self._check is not None and self._workspace.is_open and self._check.active_claim:
            self._check.claim.show_claim(self._check.active_claim)

    def apply_settings(self) -> None:
        """Look as the settings say."""
        if self._check is not None:
            self._check.apply_settings(self._settings)
        for view in (self.review, self.copies, self.compare):
            if view is not None:
                view.apply_settings(self._settings)

    def open_passage(self, document_id: str, span: Span) -> None:
        """Show a passage in its document."""
        self.show("check")
        self.check.open_passage(document_id, span)

    def _make(self, name: str) -> QWidget:
        if name == "claims":
            return self._make_claims()
        if name == "requests":
            return self.build_requests()
        if name == "ledger":
            return self._make_ledger()
        if name == "places":
            return self._make_review()
        if name == "copies":
            return self._make_copies()
        if name == "grid":
            return self.build_grid()
        return self._make_find() if name == "find" else self.check

    def _make_claims(self) -> QWidget:
        from factcheck.window.claims.claims_view import ClaimsView

        view = self.claims = ClaimsView(self._workspace, self._tasks, self.check.contradicted)
        view.claim_chosen.connect(self.open_claim)
        view.evidence_chosen.connect(self.open_evidence)
        view.export_wanted.connect(self.export_wanted)
        self._add("claims", view, [(view.table, Where.LISTS)])
        return view

    def _make_ledger(self) -> QWidget:
        from factcheck.window.ledger.ledger_view import LedgerView

        view = self.ledger = LedgerView(self._workspace, self._tasks)
        view.judge_wanted.connect(self.judge_claim)
        view.judging.said.connect(self.said)
        view.judging.done.connect(self.removed)
        view.claim_chosen.connect(self.open_claim)
        view.evidence_chosen.connect(self.open_evidence)
        view.as_of_wanted.connect(self.as_of_wanted)
        view.export_wanted.connect(self.export_wanted)
        self._add("ledger", view, [(view.table, Where.LISTS)])
        return view

    def build_requests(self) -> RequestsView:
        """Make the view of the requests, where it is not made yet."""
        if self.requests is None:
            from factcheck.window.requests.requests_view import RequestsView

            self.requests = RequestsView(self._workspace, self._tasks)
            self.requests.claim_chosen.connect(self.open_claim)
            self.requests.document_wanted.connect(self.open_document)
            self.requests.said.connect(self.said)
            self._add("requests", self.requests, [(self.requests.table, Where.LISTS)])
        return self.requests

    def _make_review(self) -> ReviewView:
        if self.review is None:
            from factcheck.window.revisions.review_view import ReviewView

            self.review = ReviewView(self._workspace, self._tasks)
            self.review.apply_settings(self._settings)
            self.review.claim_wanted.connect(self.open_claim)
            self.review.left.connect(lambda: self._come_back("check"))
            self.review.said.connect(self.said)
            self.review.decided.connect(self.removed)
            self._add("places", self.review, self.review.key_parts())
        return self.review

    def _make_copies(self) -> CopiesView:
        if self.copies is None:
            from factcheck.window.copies.copies_view import CopiesView

            self.copies = CopiesView(self._workspace, self._tasks, self._copying)
            self.copies.apply_settings(self._settings)
            self.copies.document_wanted.connect(self.open_document)
            self.copies.said.connect(self.said)
            self.copies.decided.connect(self.removed)
            self._add("copies", self.copies, self.copies.key_parts())
        return self.copies

    def build_compare(self) -> CompareView:
        """Make the view side by side, where it is not made yet."""
        if self.compare is None:
            from factcheck.window.compare.compare_view import CompareView

            self.compare = CompareView(self._workspace, self._tasks, self.check.comparing)
            self.compare.apply_settings(self._settings)
            self.compare.said.connect(self.said)
            self.compare.left.connect(self._come_back)
            self.compare.linked.connect(self.check.claim.found.list.put_away)
            self._add("compare", self.compare, self.compare.key_parts())
        return self.compare

    def _come_back(self, name: str) -> None:
        self.show(name)
        self.focus_text()

    def build_grid(self) -> GridView:
        """Make the grid, where it is not made yet."""
        if self.grid is None:
            from factcheck.window.grid.grid_view import GridView
            from factcheck.window.grid.opening import GridWays

            self.grid = GridView(self._workspace, self._tasks)
            self.grid.said.connect(self.said)
            GridWays(self, self.grid)
            self._add("grid", self.grid, self.grid.key_parts())
        return self.grid

    def _make_find(self) -> FindView:
        if self._find is None:
            from factcheck.window.find.find_view import FindView

            self._find = FindView(self._workspace, self._tasks, self._indexing)
            self._find.passage_chosen.connect(self.open_passage)
            self._find.claim_chosen.connect(self.open_claim)
            self._find.field_wanted.connect(self.search_wanted)
            self._add("find", self._find, self._find.key_parts())
        return self._find

    def _name_document(self, found: FindView) -> None:
        """Offer to look through the document that is read, alone."""
        row = self._check.document_meant() if self._check is not None else None
        found.set_document(row.id if row else "", row.title if row else "")

    def _toggle_row(self) -> None:
        """Choose the row with the keyboard beside the others, where a list allows several."""
        # Imported when a view is there, as everything that the first paint does without.
        from factcheck.window.tables.rows import RowsMixin

        focused = self.pages.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.toggle_current()

    def _add(self, name: str, view: QWidget, parts: list[tuple[QWidget, Where]]) -> None:
        self._made[name] = view
        self.pages.addWidget(view)
        self.built.emit(parts)

    def _case_id(self) -> str:
        return self._workspace.case_id

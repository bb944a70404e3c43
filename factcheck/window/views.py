"""The views behind the tabs: built when they are first needed, filled when a case opens.

Their modules are imported here and not at the start: the window paints before it knows them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from factcheck.errors import FactcheckError
from factcheck.text.spans import Span
from factcheck.window.commands.command import Command, Where, in_views
from factcheck.window.copies.copying import Copying
from factcheck.window.indexing import Indexing
from factcheck.window.settings import CaseView, Settings
from factcheck.window.tasks import Tasks
from factcheck.window.view import View
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.read.evidence import EvidenceRow
    from factcheck.window.check.check_view import CheckView
    from factcheck.window.find.find_view import FindView

# Where one is, is kept this long after the last move: kill the program and little is lost.
_KEEP_MS = 2000
_WITH_PANES = ("check", "places", "copies", "compare")
SomeView = TypeVar("SomeView", bound=View)


class Views(QObject):
    """The views of one window.

    makers: by the name of a view what makes it, see `registry`. shown_changed(name of a view).
    built(panes): a view was made just now; its `View.panes`.
    search_wanted: the keyboard belongs into the search field. original_wanted(document id).
    contradictions_wanted(claim id): list what it contradicts.
    zoomed(percent): the text of the readers was made larger or smaller.
    version_dropped(DocumentRow, Path): a file was dropped on a document of the library.
    said, removed: sentences of the views. export_wanted, as_of_wanted, files_dropped,
    add_wanted: passed on.
    """

    shown_changed = Signal(str)
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
        makers: Mapping[str, Callable[[Views], View]],
    ) -> None:
        super().__init__(pages)
        self.workspace, self.tasks = workspace, tasks
        self.indexing, self.copying = indexing, copying
        indexing.said.connect(self.said)
        self._settings, self.pages = settings, pages
        self._makers = makers
        self._made: dict[str, View] = {}
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

    # The views

    @property
    def check(self) -> CheckView:
        """The check view; made if it was not."""
        from factcheck.window.check.check_view import CheckView

        return self.get(CheckView)

    @property
    def shown(self) -> View:
        """The view that is shown; on the start page the check view."""
        page = self.pages.currentWidget()
        return page if isinstance(page, View) else self.check

    @property
    def current(self) -> str:
        """The name of the view that is shown; "" on the start page."""
        page = self.pages.currentWidget()
        return page.name if isinstance(page, View) else ""

    def made(self, kind: type[SomeView]) -> SomeView | None:
        """Return the view of a kind, None until it is made."""
        view = self._made.get(kind.name)
        return view if isinstance(view, kind) else None

    def get(self, kind: type[SomeView]) -> SomeView:
        """Return the view of a kind; made if it was not."""
        self._get(kind.name)
        view = self.made(kind)
        assert view is not None, kind  # noqa: S101  # the registry makes what its name says
        return view

    def get_ready(self) -> None:
        """Make the check view, where it is not made yet."""
        self._get("check")

    def show(self, name: str) -> None:
        """Show a view of the open case."""
        if not self.workspace.is_open:
            return
        view = self._get(name)
        if name == "find":
            self._name_document()
        self.pages.setCurrentWidget(view)
        view.setFocus()
        self.shown_changed.emit(name)
        self._keeping.start()

    def fill(self, *, restore: bool) -> None:
        """Show the case that was opened just now, where it was left or at its beginning."""
        case_view = self._settings.case_view(self._case_id()) if restore else CaseView()
        self.check.arrangement.fit(self.pages.width())
        self.check.apply_settings(self._settings)
        self.check.restore(case_view)
        # After the second reader is shown: until then it has no share of the height.
        self.check.arrangement.restore(self._settings)
        known = case_view.view in self._makers and self._get(case_view.view).is_kept
        self.show(case_view.view if known else "check")

    def keep(self) -> None:
        """Keep where one is in the open case."""
        if "check" in self._made and self.workspace.is_open:
            self._settings.set_case_view(self._case_id(), self.check.case_view(self.current))
            self.check.arrangement.keep(self._settings)

    def keep_soon(self) -> None:
        """Keep where one is once nothing has moved for a while."""
        self._keeping.start()

    def fit(self, width: int) -> None:
        """Arrange the panes for this width."""
        if "check" in self._made:
            self.check.arrangement.fit(width)

    def apply_settings(self) -> None:
        """Look as the settings say."""
        for view in self._made.values():
            view.apply_settings(self._settings)

    def checker_changed(self) -> None:
        """Show what the new checker may do to the verdict that is shown."""
        if "check" in self._made and self.workspace.is_open and self.check.active_claim:
            self.check.claim.show_claim(self.check.active_claim)

    # The keyboard

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane of the view that is shown."""
        if self.workspace.is_open:
            self.shown.next_pane(by)

    def focus_found(self) -> None:
        """Give the keyboard to what was found."""
        from factcheck.window.find.find_view import FindView

        found = self.made(FindView)
        if found is not None:
            found.focus_list()

    def focus_current(self) -> None:
        """Give the keyboard back to the view that is shown."""
        if self.current:
            self.shown.setFocus()

    def focus_text(self) -> None:
        """Give the keyboard to the article, or to the table of the view that is shown."""
        if self.current:
            self.shown.focus_text()

    # What is shown

    def search(self, words: str) -> None:
        """Show the passages in which these words stand."""
        if not self.workspace.is_open:
            return
        found = self._name_document()
        if words.strip() and self.current != found.name:
            self.pages.setCurrentWidget(found)
            self.shown_changed.emit(found.name)
        found.search(words)

    def open_requests(self, claim_id: str) -> None:
        """List the open requests about a claim."""
        from factcheck.window.requests.requests_view import RequestsView

        self.show(RequestsView.name)
        self.get(RequestsView).show_claim(claim_id)

    def review_places(self, document_id: str = "") -> None:
        """Show what a new version did not leave as it was; first that of a document, if given."""
        from factcheck.window.revisions.review_view import ReviewView

        if self.workspace.is_open:
            self.show(ReviewView.name)
            self.get(ReviewView).show_document(document_id)

    def judge_claim(self, command: str, claim_id: str) -> None:
        """Show a claim and do it there: what needs words has its form in the claim's panel."""
        if claim_id:
            self.open_claim(claim_id)
            self.check.judge(command)
        else:
            self.said.emit(self.tr("Choose a claim first."))

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

    def open_passage(self, document_id: str, span: Span) -> None:
        """Show a passage in its document."""
        self.show("check")
        self.check.open_passage(document_id, span)

    def come_back(self, name: str = "check") -> None:
        """Show a view again, with the keyboard in its text or table."""
        self.show(name)
        self.focus_text()

    # Internal

    def _get(self, name: str) -> View:
        if name not in self._made:
            view = self._makers[name](self)
            view.apply_settings(self._settings)
            self._made[name] = view
            self.pages.addWidget(view)
            self.built.emit(view.panes())
        return self._made[name]

    def _name_document(self) -> FindView:
        """Offer to look through the document that is read, alone."""
        from factcheck.window.find.find_view import FindView

        found = self.get(FindView)
        row = self.check.document_meant()
        found.set_document(row.id if row else "", row.title if row else "")
        return found

    def _toggle_row(self) -> None:
        """Choose the row with the keyboard beside the others, where a list allows several."""
        # Imported when a view is there, as everything that the first paint does without.
        from factcheck.window.tables.rows import RowsMixin

        focused = self.pages.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.toggle_current()

    def _case_id(self) -> str:
        return self.workspace.case_id

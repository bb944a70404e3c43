"""The panes of the check view, and how one moves in them: library, article, source, claim."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSlider, QSplitter, QVBoxLayout, QWidget

from factcheck.case.read.documents import DocumentRow
from factcheck.window.check.arranging import Arrangement
from factcheck.window.check.noticing import Noticing
from factcheck.window.check.reader_pane import ReaderPane
from factcheck.window.claims.claim_panel import ClaimPanel
from factcheck.window.claims.contradicted import Contradicted
from factcheck.window.commands.command import Where
from factcheck.window.evidence.comparing import Comparing
from factcheck.window.library.panel import LibraryPanel
from factcheck.window.lines.lines_read import LinesRead
from factcheck.window.lines.meter import ReadMeter
from factcheck.window.reader.view import ReaderView
from factcheck.window.settings import Settings
from factcheck.window.tables.rows import RowsMixin
from factcheck.window.tasks import Tasks
from factcheck.window.view import View
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.workspace import Workspace


class CheckPanes(View):
    """Two readers between the library and the claim, with the keys beneath.

    said(str): a sentence for the toast; removed(str): one that offers Undo. zoomed(percent).
    """

    said = Signal(str)
    removed = Signal(str)
    zoomed = Signal(int)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.library = LibraryPanel(workspace)
        self.article = ReaderPane(workspace, tasks)
        self.source = ReaderPane(workspace, tasks, low=True)
        self.noticing = Noticing(workspace, tasks, self.article)
        self.lines = LinesRead(workspace, tasks, self.article, self.noticing)
        self.meter = ReadMeter()
        self.article.header.insert(self.meter)
        self.lines.changed.connect(self._show_reading)
        self.claim = ClaimPanel(workspace)
        self.claim.set_noticing(self.noticing)
        self.comparing = Comparing(tasks, self)
        self.claim.evidence.set_comparing(self.comparing)
        self.contradicted = Contradicted(workspace, tasks, self)
        self.claim.set_contradicted(self.contradicted)
        self.article.shown.connect(self.contradicted.set_article)
        self._links = self.claim.evidence.list
        self._hint_rows = self.claim.found.list
        self.key_bar = KeyBar(self._hints())
        self._lay_out()

    @property
    def workspace(self) -> Workspace:
        """The case."""
        return self._workspace

    def is_empty(self) -> bool:
        """Say whether no article is shown."""
        return self.article.document is None

    def apply_settings(self, settings: Settings) -> None:
        """Show the texts as the settings say."""
        for pane in (self.article, self.source):
            pane.apply_settings(settings)

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Return the parts in which single keys act."""
        return [
            (self.article.view, Where.READER),
            (self.source.view, Where.READER),
            (self.article.files.list, Where.LISTS),
            (self.source.files.list, Where.LISTS),
            (self.library.view, Where.LISTS),
            (self._links, Where.LISTS),
            (self._hint_rows, Where.LISTS),
            (self.claim.history, Where.LISTS),
        ]

    def document_meant(self) -> DocumentRow | None:
        """Give the document with the keyboard: of a reader, else of the library's row."""
        pane = self._focused()
        if pane is not None:
            return pane.document
        return self.library.current or self.article.document

    def step_version(self, by: int) -> None:
        """Show the newer (1) or the older (-1) version of the document that one reads."""
        pane = self._focused() or self.article
        if not pane.versions.step(by):
            older = self.tr("This is the oldest version.")
            self.said.emit(self.tr("This is the newest version.") if by > 0 else older)

    def next_changed(self) -> None:
        """Go to the next line that changed since the version before."""
        pane = self._focused() or self.article
        if not pane.next_changed():
            self.said.emit(self.tr("No line here is another one in another version."))

    def next_badge(self) -> None:
        """Go to the next place of the text that is to be looked at twice."""
        pane = self._focused() or self.article
        if pane.view.next_badge() is None:
            self.said.emit(self.tr("Nothing here is invisible, unseen or of several scripts."))

    def step_line(self, by: int) -> None:
        """Go to the next (1) or previous (-1) line, or row of the list with the keyboard."""
        focused = self.window().focusWidget()
        if isinstance(focused, RowsMixin):
            focused.step(by)
            return
        if isinstance(focused, ReaderView):
            # Also a reader of another view, such as the review of places.
            (focused.next_line if by > 0 else focused.previous_line)()
            return
        pane = self._focused() or self.article
        (pane.view.next_line if by > 0 else pane.view.previous_line)()

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane: library, article, source, claim."""
        panes: list[QWidget] = [self.library, self.article, self.claim]
        if self.source.isVisibleTo(self):
            panes.insert(2, self.source)
        focused = self.window().focusWidget()
        inside = [pane for pane in panes if focused is not None and pane.isAncestorOf(focused)]
        at = panes.index(inside[0]) if inside else 0
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def find_words(self) -> None:
        """Open the find bar of the reader with the keyboard."""
        (self._focused() or self.article).find_words()

    def step_hit(self, by: int) -> None:
        """Go to the next or previous place of the words that are looked for."""
        pane = self._focused() or self.article
        (pane.view.next_hit if by > 0 else pane.view.previous_hit)()

    def zoom(self, percent: int) -> None:
        """Set the zoom of both readers, 80 to 250 percent."""
        for pane in (self.article, self.source):
            pane.view.set_zoom(percent)
        self.zoomed.emit(self.article.view.typography().zoom)

    def zoom_by(self, percent: int) -> None:
        """Make the text of both readers larger or smaller."""
        self.zoom(self.article.view.typography().zoom + percent)

    def page_down(self) -> None:
        """Go down by a page in the reader with the keyboard."""
        bar = (self._focused() or self.article).view.verticalScrollBar()
        bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    # Internal

    def _lay_out(self) -> None:
        self._readers = QSplitter(Qt.Orientation.Vertical)
        self._readers.addWidget(self.article)
        self._readers.addWidget(self.source)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._readers, 1)
        column.addWidget(self.key_bar)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        for pane in (self.library, middle, self.claim):
            self._columns.addWidget(pane)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._columns)
        self.arrangement = Arrangement(self._columns, self._readers, self.library, self.source)

    def _show_reading(self) -> None:
        self.meter.show_reading(self.lines.reading)

    def _focused(self) -> ReaderPane | None:
        return next((pane for pane in (self.article, self.source) if pane.is_focused()), None)

    def _pane_of(self, document_id: str) -> ReaderPane | None:
        shown = (self.source, self.article) if self.source.isVisibleTo(self) else (self.article,)
        return next((pane for pane in shown if self._id_in(pane) == document_id), None)

    def _id_in(self, pane: ReaderPane) -> str | None:
        return pane.document.id if pane.document is not None else None

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("M",), self.tr("mark")),
            Hint(("D",), self.tr("no check needed")),
            Hint(("U",), self.tr("unread")),
            Hint(("N", "P"), self.tr("claim")),
            Hint(("J", "K"), self.tr("line")),
            Hint(("S",), self.tr("supports")),
            Hint(("C",), self.tr("contradicts")),
            Hint(("X",), self.tr("context")),
            Hint(("F6",), self.tr("next pane")),
        )

"""The grid: claims by documents, what each says, where they differ, and why."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.read.grid import ALL_CLAIMS, STANDS_HERE, GridChoice
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.commands.command import Where
from factcheck.window.export_form import locale_delimiter
from factcheck.window.exporting import Exported
from factcheck.window.grid.details import CellDetails
from factcheck.window.grid.exporting import write_grid
from factcheck.window.grid.hinting import Found, GridHint, Hinting
from factcheck.window.grid.model import GridModel
from factcheck.window.grid.rows_field import RowsField
from factcheck.window.grid.table import GridTable
from factcheck.window.grid.telling import Shown, Telling
from factcheck.window.grid.words import versions_in_words
from factcheck.window.handing_over.leaving import Leaving, file_name
from factcheck.window.shapes import color
from factcheck.window.tables.ground import Ground
from factcheck.window.tasks import Tasks
from factcheck.window.view import View
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.widgets.labels import EmptyState, InlineError
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.changes import Changes
    from factcheck.case.grid import GridCell, GridRow

_TABLES = frozenset({"claims", "places", "evidence", "documents", "versions", "verdicts"})
_DETAILS = 148


class GridView(View):
    """The table with what chooses its rows above, and the current cell whole beneath.

    said(str): a sentence. claim_wanted(claim id): show it in its article. cell_wanted(claim id,
    GridLink): show where a cell's words stand. hint_wanted(claim id, GridHint): show a passage
    that is not linked. evidence_wanted(claim id): look for evidence.
    left(name of a view): go back there.
    """

    name = "grid"
    said = Signal(str)
    claim_wanted = Signal(str)
    cell_wanted = Signal(str, object)
    hint_wanted = Signal(str, object)
    evidence_wanted = Signal(str)
    left = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.leaving = Leaving(tasks, self)
        self.leaving.claim_wanted.connect(self.claim_wanted)
        self._choice = ALL_CLAIMS
        self.came_from = "check"
        self._wanted_claim = ""
        self._stale = True
        self._claims = 0
        self.telling = Telling(workspace, tasks, self)
        self.hinting = Hinting(workspace, tasks, self)
        self.model = GridModel(self)
        self.table = GridTable(self.model)
        self.table.setAccessibleName(self.tr("What each document says of each claim"))
        Ground(self.table, "paper")
        self.header = PaneHeader()
        self.rows_field = RowsField()
        self.export_button = QPushButton(self.tr("Export this grid …"))
        self.export_button.setAutoDefault(False)
        self.hints_box = QCheckBox(self.tr("Hints"))
        self.hints_box.setAccessibleDescription(
            self.tr("Shows the best passage of sources that are not linked; it is no stance.")
        )
        self.header.add(self.hints_box)
        self.header.add(self.rows_field)
        self.header.add(self.export_button)
        self.error = InlineError()
        self.details = CellDetails()
        self.empty = EmptyState("", self.table)
        self.key_bar = KeyBar(self._hints())
        self._lay_out()
        self._connect()
        self._show_head()

    # What is shown

    @property
    def choice(self) -> GridChoice:
        """Which claims are shown."""
        return self._choice

    @property
    def current(self) -> GridRow | None:
        """The claim of the current cell."""
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    @property
    def current_link(self) -> tuple[str, str]:
        """The ids of the claim and of the link of the current cell; "" where there is none."""
        row, index = self.current, self.table.currentIndex()
        cells: tuple[GridCell, ...] = self.model.cells(index) if row is not None else ()
        links = [cell.link.id for cell in cells if cell.link.role != STANDS_HERE]
        return (row.claim.id if row is not None else ""), (links[0] if links else "")

    def show_claims(self, choice: GridChoice, claim_id: str = "") -> None:
        """Show the claims that a choice lets pass, at one of them where it is given."""
        self._choice, self._wanted_claim = choice, claim_id
        self.refresh()

    def show_article(self, document_id: str, claim_id: str = "") -> None:
        """Show the claims of an article, at one of them where it is given."""
        self.show_claims(GridChoice(document_id), claim_id)

    def show_claim(self, claim_id: str) -> None:
        """Go to a claim; to all claims where it is not among those that are shown."""
        row = self.model.row_of(claim_id)
        if row >= 0 and self.model.documents:
            self.table.go_to(self.model.index(row, max(0, self.table.currentIndex().column())))
        else:
            self.show_claims(ALL_CLAIMS, claim_id)

    def refresh(self) -> None:
        """Read the grid anew."""
        self._stale = False
        self.error.clear()
        if not self._workspace.is_open:
            self._choice = ALL_CLAIMS
            self.model.show((), ())
            self._show_details()
            self._show_head()
            return
        if not self.model.rows:
            self._say_empty(self.tr("Reading the grid …"))
        self.telling.ask(self._choice)

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        return [(self.table, Where.LISTS)]

    def leave(self) -> None:
        """Go back to the view from which one came."""
        self.left.emit(self.came_from)

    def claim_meant(self) -> str:
        """Return the claim of the current cell."""
        return self.current_link[0]

    def link_meant(self) -> str:
        """Return the first link of the current cell."""
        return self.current_link[1]

    def find_evidence(self) -> bool:
        """Look for evidence for the claim of the current cell."""
        row = self.current
        if row is not None:
            self.evidence_wanted.emit(row.claim.id)
        else:
            self.said.emit(self.tr("Choose a claim first."))
        return True

    def save_to(self, path: Path) -> None:
        """Write the claims that are shown as a sheet, one column a document."""
        delimiter = locale_delimiter(QLocale())
        open_case = self._workspace.another_reader
        work = partial(write_grid, open_case, self._choice, path, delimiter)
        self.leaving.start(self.tr("Exporting"), work, self._saved, self._not_saved)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the table."""
        super().focusInEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("paper"))

    # Internal

    def _lay_out(self) -> None:
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self.table)
        self._parts.addWidget(self.details)
        self._parts.setStretchFactor(0, 1)
        self._parts.setSizes([1000, fonts.scaled(_DETAILS)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.error)
        column.addWidget(self._parts, 1)
        column.addWidget(self.key_bar)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.telling.read.connect(self._was_read)
        self.telling.told.connect(self._was_told)
        self.telling.finished.connect(self._show_head)
        self.telling.failed.connect(self._failed)
        self.hinting.found.connect(self._was_found)
        self.hinting.failed.connect(self._failed)
        self.hints_box.toggled.connect(self._hints_asked)
        self.error.retry_wanted.connect(self.refresh)
        self.table.cell_changed.connect(self._show_details)
        self.table.chosen.connect(self._cell_chosen)
        self.rows_field.wanted.connect(self.show_claims)
        self.export_button.clicked.connect(self._ask_where)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.changed.connect(self._changed)

    def _was_read(self, shown: Shown) -> None:
        kept = self.current
        wanted = self._wanted_claim or (kept.claim.id if kept is not None else "")
        document = self._current_document()
        self._wanted_claim = ""
        self._claims = shown.claims
        self.rows_field.offer(shown.choices, self._choice)
        self.model.show(shown.rows, shown.read.documents)
        self._say_why_empty()
        row = max(0, self.model.row_of(wanted))
        ids = [each.id for each in self.model.documents]
        column = ids.index(document) if document in ids else 0
        if self.model.rows and self.model.documents:
            self.table.go_to(self.model.index(row, column))
        self._show_details()
        self.telling.tell(shown.read, max(0, self.table.rowAt(0)))
        self._look_for_hints()
        self._show_head()

    def _was_told(self, rows: list[GridRow]) -> None:
        self.model.put(rows)
        current = self.current
        if current is not None and any(row.claim.id == current.claim.id for row in rows):
            self._show_details()
        self._show_head()

    def _hints_asked(self, wanted: bool) -> None:
        if wanted:
            self._look_for_hints()
        else:
            self.hinting.stop()
            self.refresh()

    def _look_for_hints(self) -> None:
        if self.hints_box.isChecked():
            first = max(0, self.table.rowAt(0))
            rows = [*self.model.rows[first:], *self.model.rows[:first]]
            self.hinting.look([row.claim for row in rows])
        else:
            self.hinting.stop()

    def _was_found(self, found: Found) -> None:
        self.model.put_hints(found)
        self._show_details()

    def _failed(self, sentence: str) -> None:
        self.error.say(sentence)

    def _show_head(self) -> None:
        rows, hinted = self.model.rows, self.model.hinted
        documents = [each for each in self.model.documents if each.id not in hinted]
        lines = len({document.line for document in documents})
        differ = sum(
            any(cell.telling.differs for cell in cells)
            for row in rows
            for cells in row.cells.values()
        )
        parts = [
            self.tr("{0} of %n claim(s)", "", self._claims).format(len(rows)),
            self.tr("%n document(s)", "", len(documents)),
        ]
        if lines < len(documents):
            parts.append(self.tr("%n line(s) of reporting", "", lines))
        if self.telling.is_telling:
            parts.append(self.tr("comparing …"))
        else:
            parts.append(self.tr("%n differ(s|)", "", differ))
        self.header.set_title(self.tr("Grid"), " · ".join(parts) if rows else "", "columns")
        self.export_button.setEnabled(bool(rows))

    def _say_why_empty(self) -> None:
        if not self.model.rows:
            words = self.tr("No claims yet. Select a sentence and press M.")
            self._say_empty(words if not any(self._choice) else self.tr("No claims like that."))
        elif not self.model.documents:
            self._say_empty(
                self.tr(
                    "Nothing linked to these claims yet. Select a passage in a source and press "
                    "S, C or X; E searches."
                )
            )
        else:
            self._say_empty("")

    def _say_empty(self, words: str) -> None:
        self.empty.set_text(words)
        self.empty.setVisible(bool(words))
        self.empty.setGeometry(self.table.viewport().geometry())

    def _current_document(self) -> str:
        index = self.table.currentIndex()
        return self.model.documents[index.column()].id if index.isValid() else ""

    def _show_details(self, *_: object) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            self.details.clear()
            return
        row, document = self.model.rows[index.row()], self.model.documents[index.column()]
        hint = self.model.hint(index)
        if hint is not None:
            self.details.show_hint(row, document, hint)
        else:
            self.details.show_cell(row, document, self.model.cells(index))
        self.details.show_versions(versions_in_words(row, self.model.documents))

    def _cell_chosen(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        cells: tuple[GridCell, ...] = self.model.cells(index)
        hint: GridHint | None = self.model.hint(index)
        if hint is not None:
            self.hint_wanted.emit(row.claim.id, hint)
        elif cells:
            self.cell_wanted.emit(row.claim.id, cells[0].link)
        else:
            self.claim_wanted.emit(row.claim.id)

    def _ask_where(self) -> None:
        title = self.tr("{0} grid.csv").format(self._workspace.path.stem)
        name = file_name(self._workspace, title)
        folder = self._workspace.path.parent
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the grid"), str(folder / name), "CSV (*.csv)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, exported: Exported) -> None:
        self.said.emit(" ".join(filter(None, (exported.report.sentences[0], exported.not_kept))))

    def _not_saved(self, error: FactcheckError) -> None:
        self.error.say(str(error), again=False)

    def _changed(self, changes: Changes) -> None:
        if not (changes.everything or changes.tables & _TABLES):
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("J", "K"), self.tr("claim")),
            Hint(("Left", "Right"), self.tr("document")),
            Hint(("Enter",), self.tr("show its place")),
            Hint(("E",), self.tr("find evidence")),
            Hint(("V",), self.tr("side by side")),
            Hint(("G", "Esc"), self.tr("back")),
        )

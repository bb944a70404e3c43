"""A list under the views: its head, a table of what was found, the current row in full beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factcheck.case.hand_over import HandOver, Review
from factcheck.window import fonts
from factcheck.window.claims.diff_text import DiffText
from factcheck.window.handing_over.leaving import Leaving, file_name
from factcheck.window.icons import dress
from factcheck.window.shapes import color, hairline
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tables.columns import Column
from factcheck.window.tables.paged import Key
from factcheck.window.tables.table import BigTable
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.labels import InlineError, PlainLabel

if TYPE_CHECKING:
    from factcheck.case.case import Case
    from factcheck.case.read.table import Table
    from factcheck.export.csv_file import ExportReport

    Make = Callable[[Case, HandOver], Table]
    """Makes the table to hand over."""
    from factcheck.window.tasks import Progress, Tasks
    from factcheck.window.workspace import Workspace

Row = TypeVar("Row")
Answer = TypeVar("Answer")

_HEIGHT = 300
_FULL = 84
# Whoever is typing keeps the focus.
_TYPED = (QLineEdit, QTextEdit)


class Drawer(QWidget, Generic[Row, Answer]):
    """What a check of a document found.

    A kind of check overrides `question`, `passes`, `show_row`, `table_of` and gives its columns
    and filters. chosen(row): Enter or a double click. closed: Esc or the cross. said(str): for
    the toast.
    """

    chosen = Signal(object)
    closed = Signal()
    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        columns: Sequence[Column[Row]],
        filters: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.leaving = Leaving(tasks, self)
        self.document_id = self._of = ""
        self._rows: dict[Key, Row] = {}
        self._reading = BesideReader(workspace, tasks, self)
        self.header = PaneHeader(low=True)
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Show"))
        for key, words in filters:
            self.filter.addItem(words, key)
        self.save_button = QPushButton(self.tr("Save as CSV …"))
        dress(self.save_button, "export")
        self.close_button = QToolButton()
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self.tr("Close (Esc)"))
        self.close_button.setAccessibleName(self.tr("Close"))
        dress(self.close_button, "cross")
        self.table: BigTable[Row] = BigTable(columns, self._page, sorted_by=columns[0].key)
        self.empty = PlainLabel("", shade="muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.error = InlineError()
        self.diff = DiffText()
        self.why = PlainLabel("", "second")
        self.why.setWordWrap(True)
        self._lay_out()
        self.filter.currentIndexChanged.connect(self._show_rows)
        self.save_button.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.closed)
        self.table.asked.connect(self._show_rows)
        self.table.chosen.connect(self._choose)
        self.table.current_changed.connect(self._show_current)
        self._reading.answered.connect(self._answered)
        self._reading.failed.connect(self._failed)
        self.error.retry_wanted.connect(self.refresh)

    # To be overridden

    def question(self) -> tuple[str, Callable[[Case], Answer]]:
        """Give what the status bar shows while it is worked on, and the work."""
        raise NotImplementedError

    def rows_of(self, answer: Answer) -> Sequence[Row]:
        """Take the answer, and give its rows; their id is their number."""
        raise NotImplementedError

    def passes(self, row: Row, wanted: str) -> bool:
        """Say whether a row is shown under a filter."""
        raise NotImplementedError

    def show_row(self, row: Row | None) -> None:
        """Show a row in full, by `diff` and `why`."""
        raise NotImplementedError

    def table_of(self, rows: Sequence[Row]) -> Make:
        """Give what makes the table to hand over, beside the window."""
        raise NotImplementedError

    def when_empty(self, *, is_filtered: bool) -> str:
        """Say why nothing is listed."""
        raise NotImplementedError

    def go_on(self, number: int) -> int:
        """Give the row to go to; number: where one was, else 0."""
        return number

    # What is shown

    def show_document(self, document_id: str) -> None:
        """Check a document."""
        self.document_id = document_id
        self._take(())
        self.refresh()

    def refresh(self) -> None:
        """Check the document anew."""
        self.error.clear()
        if self.document_id and self.workspace.is_open:
            name, work = self.question()
            self._reading.ask(name, work)

    def forget(self) -> None:
        """Show nothing, as when the case is closed."""
        self.document_id = self._of = ""
        self._reading.forget()
        self._take(())

    def rows(self) -> list[Row]:
        """Give the rows that are listed, in their order."""
        return [self._rows[id] for id in self.table.rows.ids]

    def save_to(self, path: Path) -> None:
        """Write the rows that are listed as CSV, beside the window."""
        work = _Writing(self.workspace, self.table_of(self.rows()), path)
        self.leaving.start(self.tr("Writing the list"), work, self._saved, self._refused)

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for some rows and the current one in full."""
        return QSize(600, fonts.scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line that parts it from the readers."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("panel"))
        hairline(painter, self.rect(), Qt.Edge.TopEdge)

    # Internal

    def _lay_out(self) -> None:
        for part in (self.filter, self.save_button, self.close_button):
            self.header.add(part)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(2)
        column.addWidget(self.diff)
        column.addWidget(self.why)
        column.addStretch(1)
        self.full = QScrollArea()
        self.full.setWidget(inside)
        self.full.setWidgetResizable(True)
        self.full.setFrameShape(QFrame.Shape.NoFrame)
        # The ground is ours.
        self.full.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.full.setFixedHeight(fonts.scaled(_FULL))
        self.full.setAccessibleName(self.tr("The current row in full"))
        self.full.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.error)
        whole.addWidget(self.table, 1)
        whole.addWidget(self.empty, 1)
        whole.addWidget(self.full)
        self.setFocusProxy(self.table)

    def _page(self, ids: Sequence[Key]) -> dict[Key, Row]:
        return {id: self._rows[id] for id in ids if id in self._rows}

    def _answered(self, answer: Answer) -> None:
        # Looked through anew, one goes on where one was.
        number = max(0, self.table.currentIndex().row()) if self._of == self.document_id else 0
        self._of = self.document_id
        self._take(self.rows_of(answer))
        if self.table.rows.ids:
            number = min(self.go_on(number), len(self.table.rows.ids) - 1)
            self.table.go_to(self.table.rows.index(number, 0))
        # While the work went on there was no row that could take the focus.
        if self.isVisible() and not isinstance(QApplication.focusWidget(), _TYPED):
            self.setFocus()

    def _take(self, rows: Sequence[Row]) -> None:
        self._rows = dict(enumerate(rows))
        self.table.rows.read_again()
        self._show_rows()

    def _show_rows(self) -> None:
        wanted = str(self.filter.currentData())
        shown = [id for id, row in self._rows.items() if self.passes(row, wanted)]
        shown.sort(key=self._sort_key, reverse=self.table.descending)
        self.table.show_ids(shown)
        # A table that goes would hand the keyboard to whatever comes next in the window.
        had_focus = self.table.hasFocus()
        self.setFocusProxy(self.table if shown else self.filter)
        if had_focus:
            self.setFocus()
        self.table.setVisible(bool(shown))
        self.full.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(self.when_empty(is_filtered=bool(self._rows)))
        self.save_button.setEnabled(bool(shown))
        self._show_current()

    def _sort_key(self, id: Key) -> tuple[str, Key]:
        key = self.table.sort_key
        columns = self.table.rows.columns
        if not key or key == columns[0].sort:
            return "", id
        column = next(each for each in columns if each.sort == key)
        return column.text(self._rows[id]).casefold(), id

    def _show_current(self, _: object = None) -> None:
        self.show_row(self.table.current if self._rows else None)

    def _choose(self, index: QModelIndex) -> None:
        row = self.table.rows.row(index.row())
        if row is not None:
            self.chosen.emit(row)

    def _failed(self, sentence: str) -> None:
        self._take(())
        self.empty.setText("")
        self.error.say(sentence)

    def _ask_where(self) -> None:
        name = file_name(self.workspace, f"{self.windowTitle()}.csv")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), str(Path.home() / name), "CSV (*.csv)"
        )
        if chosen:
            self.save_to(Path(chosen))

    def _saved(self, report: ExportReport) -> None:
        self.said.emit(report.sentences[0])

    def _refused(self, error: Exception) -> None:
        self.error.say(str(error), again=False)


class _Writing:
    """What runs on the other thread: it opens a reader, makes the table and writes it."""

    def __init__(self, workspace: Workspace, make: Make, path: Path) -> None:
        self._open = workspace.another_reader
        self._make, self._path = make, path

    def __call__(self, review: Review, progress: Progress) -> ExportReport:
        from factcheck.case.vouching import vouched_hand_over
        from factcheck.export.csv_file import write_csv

        with self._open() as reader:
            table = self._make(reader, vouched_hand_over(reader, review, progress))
            return write_csv(table, self._path, "spreadsheet", progress=progress)

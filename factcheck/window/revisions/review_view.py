"""The review of places: what a new version did not leave as it was, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from factcheck.case.changes import AcceptPlace, Change, Changes, Done, LeaveLost, PlaceAgain
from factcheck.case.read.revising import WaitingRow, waiting
from factcheck.errors import FactcheckError
from factcheck.window import fonts
from factcheck.window.claims.diff_text import DiffText
from factcheck.window.keys import Where, shown_key
from factcheck.window.revisions.delegate import WaitingDelegate
from factcheck.window.revisions.model import WaitingModel
from factcheck.window.revisions.sides import Sides
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.settings import Settings
from factcheck.window.shapes import color
from factcheck.window.style import make_main
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.tasks import Tasks
from factcheck.window.theme import Theme
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.widgets.labels import EmptyState, PlainLabel
from factcheck.window.workspace import Workspace

_TABLES = frozenset({"relocations", "places", "evidence", "lines", "versions"})
_LIST = 280
_SIDE = 16


class ReviewView(QWidget):
    """Lists what waits; old and new text beside each other; a person accepts, places or leaves it.

    said(str): a sentence. judged(str): one that offers Undo.
    claim_wanted(claim id): show it in the check view.
    """

    said = Signal(str)
    judged = Signal(str)
    claim_wanted = Signal(str)

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._wanted_row = 0
        self._sentence = ""
        self.header = PaneHeader()
        self.model = WaitingModel(self)
        self.list = RowsList()
        self.list.setModel(self.model)
        self.list.setItemDelegate(WaitingDelegate(self.list))
        self.list.setAccessibleName(self.tr("Places to look at"))
        self.list.setMinimumWidth(fonts.scaled(220))
        Ground(self.list)
        self.sides = Sides(workspace, tasks)
        self.what = PlainLabel("", "strong")
        self.why = PlainLabel("", "second")
        self.why.setWordWrap(True)
        self.diff = DiffText()
        self.empty = EmptyState("")
        self._make_buttons()
        self.key_bar = KeyBar(self._hints())
        self._lay_out()
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.list.chosen.connect(self._open_claim)
        workspace.changed.connect(self._changed)
        workspace.opened.connect(self.refresh)
        workspace.closed.connect(self.clear)
        Theme.notifier().changed.connect(self.list.viewport().update)
        self.refresh()

    # What is shown

    @property
    def current(self) -> WaitingRow | None:
        """What one looks at."""
        return self.model.row(self.list.currentIndex())

    def refresh(self) -> None:
        """Read anew what waits."""
        rows = self._workspace.read(waiting) if self._workspace.is_open else []
        kept = self.current
        self.model.show(rows)
        number = self.model.number_of(kept.id) if kept is not None else -1
        if number < 0:
            number = min(self._wanted_row, self.model.rowCount() - 1)
        if number >= 0:
            self.list.go_to(self.model.index(number))
        self._show_current()

    def clear(self) -> None:
        """Show nothing."""
        self.model.show(())
        self.sides.forget()
        self._show_current()

    def show_document(self, document_id: str) -> None:
        """Go to the first place of a document that waits."""
        number = self.model.first_of(document_id)
        if number >= 0:
            self.list.go_to(self.model.index(number))

    def key_parts(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        readers = (self.sides.old.view, self.sides.new.view)
        return [(self.list, Where.PLACES), *((view, Where.PLACES) for view in readers)]

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane: list, old text, new text."""
        panes: list[QWidget] = [self.list, self.sides.new.view, self.sides.old.view]
        at = next((number for number, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def apply_settings(self, settings: Settings) -> None:
        """Show the texts as the settings say."""
        self.sides.apply_settings(settings)

    # What a person says

    def accept(self) -> None:
        """Let it stand where it was found, and go on to the next."""
        row = self.current
        if row is None:
            return
        if row.state != "edited":
            self.said.emit(self.tr("It was not found: select where it stands now, and press M."))
            return
        self._judge(AcceptPlace(row.kind, row.id), self.tr("Accepted where it was found."))

    def place_here(self) -> None:
        """Put it at the selection of the new text, or at the line where one reads."""
        row, span = self.current, self.sides.chosen()
        if row is None:
            return
        if span is None:
            self.said.emit(self.tr("Select in the new text where it stands now."))
            return
        change = PlaceAgain(row.kind, row.id, span.start, span.end)
        self._judge(change, self.tr("Placed again."))

    def leave_lost(self) -> None:
        """Say that it is gone; it stays in the older version."""
        row = self.current
        if row is not None:
            self._judge(LeaveLost(row.kind, row.id), self.tr("Left as lost. Nothing is deleted."))

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the list."""
        super().focusInEvent(event)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("paper"))

    # Internal

    def _make_buttons(self) -> None:
        self.accept_button = make_main(QPushButton(self._with_key(self.tr("Accept"), "Y")))
        self.place_button = QPushButton(self._with_key(self.tr("Place it here"), "M"))
        self.leave_button = QPushButton(self._with_key(self.tr("Leave as lost"), "Delete"))
        self.accept_button.clicked.connect(self.accept)
        self.place_button.clicked.connect(self.place_here)
        self.leave_button.clicked.connect(self.leave_lost)

    def _with_key(self, words: str, key: str) -> str:
        return self.tr("{0} ({1})").format(words, shown_key(key))

    def _lay_out(self) -> None:
        told = QVBoxLayout()
        told.setContentsMargins(_SIDE, 8, _SIDE, 8)
        told.setSpacing(4)
        for widget in (self.what, self.diff, self.why):
            told.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.accept_button, self.place_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        told.addLayout(buttons)
        self._detail = QWidget()
        right = QVBoxLayout(self._detail)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(told)
        right.addWidget(self.sides, 1)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.list)
        self._body.addWidget(self._detail)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([fonts.scaled(_LIST), 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.empty, self._body):
            column.addWidget(part, 0 if part is self.header else 1)
        column.addWidget(self.key_bar)

    def _show_current(self, *_: object) -> None:
        count = self.model.rowCount()
        row = self.current
        self.header.set_title(
            self.tr("Review places"), self.tr("%n place(s) to look at", "", count), "recheck"
        )
        self.empty.set_text(
            self.tr("Nothing waits. A new version of a document (Ctrl+Shift+I) is looked at here.")
        )
        self.empty.setVisible(row is None)
        self._body.setVisible(row is not None)
        if row is None:
            return
        self._wanted_row = self.list.currentIndex().row()
        self.sides.show_place(row)
        before = self.sides.old.text[row.start : row.end]
        after = row.quote if row.state == "edited" else before
        state = word_for_place_state(row.state)
        self.what.setText(f"{name_of_place(row)} · {state} · {row.title}")
        self.diff.set_texts(before, after)
        self.why.setText(self._why(row))
        writable = not self._workspace.why_read_only
        self.accept_button.setEnabled(writable and row.state == "edited")
        self.place_button.setEnabled(writable)
        self.leave_button.setEnabled(writable)

    def _why(self, row: WaitingRow) -> str:
        sentence = row.why[:1].upper() + row.why[1:] + "."
        if row.state == "edited":
            return sentence
        return self.tr("{0} Select in the new text where it stands now, or leave it.").format(
            sentence
        )

    def _judge(self, change: Change, sentence: str) -> None:
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        self._sentence = sentence
        self._workspace.do(change, self._judged, self._refused)

    def _judged(self, _: Done) -> None:
        self.judged.emit(self._sentence)

    def _refused(self, error: FactcheckError) -> None:
        self.said.emit(str(error))

    def _changed(self, changes: Changes) -> None:
        if changes.everything or changes.tables & _TABLES:
            self.refresh()

    def _open_claim(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.claim_id:
            self.claim_wanted.emit(row.claim_id)

    def _hints(self) -> tuple[Hint, ...]:
        return (
            Hint(("Y",), self.tr("accept")),
            Hint(("M",), self.tr("place here")),
            Hint(("Delete",), self.tr("leave as lost")),
            Hint(("J", "K"), self.tr("row, line")),
            Hint(("F6",), self.tr("next pane")),
            Hint(("Enter",), self.tr("open the claim")),
        )

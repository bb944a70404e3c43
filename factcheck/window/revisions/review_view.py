"""The review of places: what a new version did not leave as it was, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from factcheck.case.changes import AcceptPlace, Changes, LeaveLost, PlaceAgain
from factcheck.case.read.revising import WaitingRow, waiting
from factcheck.window.claims.diff_text import DiffText
from factcheck.window.commands.command import Where, shown_key
from factcheck.window.decide_view import DecideView
from factcheck.window.revisions.delegate import WaitingDelegate
from factcheck.window.revisions.model import WaitingModel
from factcheck.window.revisions.sides import Sides
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.settings import Settings
from factcheck.window.style import make_main
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.key_bar import Hint, KeyBar
from factcheck.window.workspace import Workspace

_TABLES = frozenset({"relocations", "places", "evidence", "lines", "versions"})
_LIST = 280


class ReviewView(DecideView):
    """Lists what waits; old and new text beside each other; a person accepts, places or leaves it.

    claim_wanted(claim id): show it in the check view. left: Esc in the list, go back there.
    """

    name = "places"
    claim_wanted = Signal(str)
    left = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._wanted_row = 0
        self.model = WaitingModel(self)
        self._list_rows(self.model, WaitingDelegate(self.list), self.tr("Places to look at"))
        self.sides = Sides(workspace, tasks)
        self.diff = DiffText()
        self._make_buttons()
        buttons = (self.accept_button, self.place_button, self.leave_button)
        told = (self.what, self.diff, self.why)
        self._lay_out(told, buttons, self.sides, KeyBar(self._hints()), _LIST)
        self.list.chosen.connect(self._open_claim)
        workspace.changed.connect(self._changed)
        workspace.opened.connect(self.refresh)
        workspace.closed.connect(self.clear)
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
        self.model.set_rows(rows)
        number = self.model.number_of(kept.id) if kept is not None else -1
        if number < 0:
            number = min(self._wanted_row, self.model.rowCount() - 1)
        if number >= 0:
            self.list.go_to(self.model.index(number))
        self._show_current()

    def clear(self) -> None:
        """Show nothing."""
        self.model.set_rows(())
        self.sides.forget()
        self._show_current()

    def show_document(self, document_id: str) -> None:
        """Go to the first place of a document that waits."""
        number = self.model.first_of(document_id)
        if number >= 0:
            self.list.go_to(self.model.index(number))

    def panes(self) -> list[tuple[QWidget, Where]]:
        """Tell in which parts single keys act."""
        readers = (self.sides.old.view, self.sides.new.view)
        return [(self.list, Where.PLACES), *((view, Where.PLACES) for view in readers)]

    def apply_settings(self, settings: Settings) -> None:
        """Show the texts as the settings say."""
        self.sides.apply_settings(settings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc: from a text to the list, from there to the article."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif any(text.hasFocus() for text in self._texts()):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    # What a person says

    def accept(self) -> None:
        """Let it stand where it was found, and go on to the next."""
        row = self.current
        if row is None:
            return
        if row.state != "edited":
            self.said.emit(self.tr("It was not found: select where it stands now, and press M."))
            return
        self._record(AcceptPlace(row.kind, row.id), self.tr("Accepted where it was found."))

    def place_here(self) -> None:
        """Put it at the selection of the new text, or at the line where one reads."""
        row, span = self.current, self.sides.chosen()
        if row is None:
            return
        if span is None:
            self.said.emit(self.tr("Select in the new text where it stands now."))
            return
        change = PlaceAgain(row.kind, row.id, span.start, span.end)
        self._record(change, self.tr("Placed again."))

    def leave_lost(self) -> None:
        """Say that it is gone; it stays in the older version."""
        row = self.current
        if row is not None:
            self._record(LeaveLost(row.kind, row.id), self.tr("Left as lost. Nothing is deleted."))

    # Internal

    def _texts(self) -> Sequence[QWidget]:
        return (self.sides.new.view, self.sides.old.view)

    def _make_buttons(self) -> None:
        self.accept_button = make_main(QPushButton(self._with_key(self.tr("Accept"), "Y")))
        self.place_button = QPushButton(self._with_key(self.tr("Place it here"), "M"))
        self.leave_button = QPushButton(self._with_key(self.tr("Leave as lost"), "Delete"))
        self.accept_button.clicked.connect(self.accept)
        self.place_button.clicked.connect(self.place_here)
        self.leave_button.clicked.connect(self.leave_lost)

    def _with_key(self, words: str, key: str) -> str:
        return self.tr("{0} ({1})").format(words, shown_key(key))

    def _show_current(self, *_: object) -> None:
        count = self.model.rowCount()
        row = self.current
        self.header.set_title(
            self.tr("Review places"), self.tr("%n place(s) to look at", "", count), "recheck"
        )
        self._say_empty(
            self.tr("Nothing waits. A new version of a document (Ctrl+Shift+I) is looked at here."),
            is_empty=row is None,
        )
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
            Hint(("Esc",), self.tr("back")),
        )

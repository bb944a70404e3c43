"""Case ▸ History …: all that was done in the case, newest first, by kind and by person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from factcheck.case.changes import Changes
from factcheck.case.read.history import HistoryPage, history_page, people
from factcheck.case.read.history_kinds import KINDS
from factcheck.window.dialog import Dialog
from factcheck.window.history.filters import HistoryFilters
from factcheck.window.history.list import HistoryList
from factcheck.window.tables.beside import BesideReader
from factcheck.window.tasks import Tasks
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.case import Case

_PAGE: Final = 300
"""Entries read at a time: a page is there in a blink, and scrolling on asks for the next."""


class CaseHistory(Dialog):
    """Follows the case while it is open; the window goes on working.

    actions: commands of the window that mean the current line, as in every history.
    """

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        actions: tuple[QAction, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=720)
        self.setMinimumHeight(480)
        self.set_words(self.tr("History of the case"), self.tr("Close"))
        self.buttons.removeButton(self.cancel_button)
        self._workspace = workspace
        self._before: int | None = None
        self._is_first = True
        self._is_asking = False
        self._beside = BesideReader(workspace, tasks, self)
        self.filters = HistoryFilters(side=0)
        self.list = HistoryList()
        self._said = PlainLabel("", "second")
        self.body.addWidget(self.filters)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._said)
        self._add_buttons(actions)
        self.filters.changed.connect(self.refresh)
        self._beside.answered.connect(self._have)
        self._beside.failed.connect(self.refuse)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        workspace.changed.connect(self._changed)
        workspace.closed.connect(self.reject)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.refresh()
        self.list.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Read anew, from the end of the log."""
        if self._workspace.is_open:
            self.filters.offer(KINDS, self._workspace.read(people))
            self._is_first = True
            self._ask(None)

    def _add_buttons(self, actions: tuple[QAction, ...]) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        for action in actions:
            # Its key acts here too, on the line with the keyboard.
            self.addAction(action)
            button = QPushButton(action.text())
            button.setAutoDefault(False)
            # A press leaves the keyboard in the list, where the line is that it means.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(action.trigger)
            row.insertWidget(row.count() - 1, button)
        self.body.addLayout(row)

    def _ask(self, before: int | None) -> None:
        self._is_asking = True
        kind, by = self.filters.chosen()
        question = partial(_page, before, kind, by)
        self._beside.ask(self.tr("Reading the history"), question)

    def _have(self, page: HistoryPage) -> None:
        self._is_asking = False
        self._before = page.before
        if self._is_first:
            self._is_first = False
            self.list.show_lines(tuple(reversed(page.lines)))
        else:
            self.list.add_older(page.lines)
        shown = self.list.lines.rowCount()
        if page.before is not None:
            self._said.setText(self.tr("%n entr(y|ies), older ones below.", "", shown))
        else:
            self._said.setText(self.tr("%n entr(y|ies).", "", shown))
        if shown and not self.list.currentIndex().isValid():
            self.list.go_to(self.list.lines.index(0))
        # A page of which the filter left little: go on until the list is full.
        self._scrolled()

    @Slot()
    def _scrolled(self) -> None:
        bar = self.list.verticalScrollBar()
        near = bar.value() >= bar.maximum() - self.list.height()
        if near and self._before is not None and not self._is_asking:
            self._ask(self._before)

    def _changed(self, _: Changes) -> None:
        # Whoever reads further down is not thrown back to the top.
        if self.list.verticalScrollBar().value() == 0:
            self.refresh()


def _page(before: int | None, kind: str, by: str, case: Case) -> HistoryPage:
    """Read in short steps until a page is full or the log is at its beginning."""
    page = case.read(history_page, before, _PAGE, kind, by)
    lines = page.lines
    while len(lines) < _PAGE and page.before is not None:
        page = case.read(history_page, page.before, _PAGE, kind, by)
        lines += page.lines
    return HistoryPage(lines, page.before)

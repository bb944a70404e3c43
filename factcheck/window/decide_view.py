"""A list of what a person decides on, one after the other, and two texts beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.shapes import color
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.theme import Theme
from factcheck.window.view import View
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.labels import EmptyState, PlainLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent
    from PySide6.QtWidgets import QPushButton

    from factcheck.case.changes import Change, Done
    from factcheck.errors import FactcheckError
    from factcheck.window.tables.list_model import ListModel
    from factcheck.window.tables.row_delegate import RowDelegate
    from factcheck.window.widgets.key_bar import KeyBar
    from factcheck.window.workspace import Workspace

_SIDE = 16


class DecideView(View):
    """Lays the parts out and records what is decided; what is listed is the subclass's.

    said(str): a sentence. decided(str): one that offers Undo.
    what, why: about the row one looks at, above the two texts.
    """

    said = Signal(str)
    decided = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._sentence = ""
        self.header = PaneHeader()
        self.list = RowsList()
        self.what = PlainLabel("", "strong")
        self.why = PlainLabel("", "second")
        self.why.setWordWrap(True)
        self.empty = EmptyState("")
        Theme.notifier().changed.connect(self.list.viewport().update)

    def next_pane(self, by: int) -> None:
        """Give the keyboard to the next pane: the list, then the texts."""
        panes = [self.list, *self._texts()]
        at = next((number for number, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the list."""
        super().focusInEvent(event)
        if self._body.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), color("paper"))

    # For the subclass

    def _texts(self) -> Sequence[QWidget]:
        """Give the two texts in the order of F6."""
        raise NotImplementedError

    def _show_current(self, *_: object) -> None:
        """Show the row one looks at."""
        raise NotImplementedError

    def _list_rows(self, model: ListModel[Any], delegate: RowDelegate[Any], name: str) -> None:
        """List the rows of a model; name: of the list, for a screen reader."""
        self.list.setModel(model)
        self.list.setItemDelegate(delegate)
        self.list.setAccessibleName(name)
        self.list.setMinimumWidth(fonts.scaled(220))
        Ground(self.list)
        self.list.selectionModel().currentChanged.connect(self._show_current)

    def _lay_out(
        self,
        told: Sequence[QWidget],
        buttons: Sequence[QPushButton],
        texts: QWidget,
        keys: KeyBar,
        width: int,
    ) -> None:
        """Arrange the parts; told: above the buttons. width: of the list, px at the usual size."""
        above = QVBoxLayout()
        above.setContentsMargins(_SIDE, 8, _SIDE, 8)
        above.setSpacing(4)
        for widget in told:
            above.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        above.addLayout(row)
        detail = QWidget()
        right = QVBoxLayout(detail)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(above)
        right.addWidget(texts, 1)
        self._body = QSplitter(Qt.Orientation.Horizontal)
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self.list)
        self._body.addWidget(detail)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([fonts.scaled(width), 1000])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.empty, self._body):
            column.addWidget(part, 0 if part is self.header else 1)
        column.addWidget(keys)

    def _say_empty(self, words: str, *, is_empty: bool) -> None:
        """Say why nothing is listed, or show the list."""
        self.empty.set_text(words)
        self.empty.setVisible(is_empty)
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._body.isAncestorOf(focus)
        self._body.setVisible(not is_empty)
        if is_empty and had_focus:
            # Else the window would give the keyboard to whatever comes next.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _record(self, change: Change, sentence: str) -> None:
        """Record what was decided; the sentence follows once it is on disk."""
        if self._workspace.why_read_only:
            self.said.emit(self._workspace.why_read_only)
            return
        self._sentence = sentence
        self._workspace.do(change, self._recorded, self._refused)

    # Internal

    def _recorded(self, _: Done) -> None:
        self.decided.emit(self._sentence)

    def _refused(self, error: FactcheckError) -> None:
        self.said.emit(str(error))

"""Choose a backup, and see in verdicts what putting it back would take away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QListView, QTreeView, QWidget

from factcheck.errors import Cancelled, FactcheckError
from factcheck.window import fonts
from factcheck.window.dialog import Dialog
from factcheck.window.safety.work import Listed, list_backups, what_is_lost
from factcheck.window.tasks import Task, Tasks
from factcheck.window.times import day_and_time

if TYPE_CHECKING:
    from factcheck.case.restoring import Loss

_SHOWN = 200
"""Verdicts listed; the sentence counts all."""


class RestoreDialog(Dialog):
    """Shows the backups of a case, newest first; `chosen(path of the backup)` when one is taken.

    case_id: "" where the file no longer tells it.
    """

    chosen = Signal(object)  # Path

    def __init__(
        self, path: Path, case_id: str, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._path, self._tasks = path, tasks
        self._rows: tuple[Listed, ...] = ()
        self._asked: Task | None = None
        self.set_words(self.tr("Restore a backup"), self.tr("Restore this one"))
        self.model = QStandardItemModel(self)
        self.list = self._table()
        self.add_field(self.tr("Backups, each verified when it was made"), self.list)
        self.what = self.add_label(self.tr("What would be lost"))
        self.sentence = self.add_note("")
        self.lost = QStandardItemModel(self)
        self._lost_view = QListView()
        self._lost_view.setModel(self.lost)
        self._lost_view.setAccessibleName(self.tr("Verdicts that would be lost"))
        self._lost_view.setMinimumHeight(fonts.scaled(96))
        self._lost_view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._lost_view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.body.addWidget(self._lost_view, 1)
        self.add_note(
            self.tr(
                "The present file is not deleted: it is renamed and stays in its folder, with "
                "all that it holds."
            )
        )
        self.main_button.setEnabled(False)
        work = partial(list_backups, path, case_id)
        tasks.start(self.tr("Looking for backups"), work, self._fill, self._refused)

    def accept(self) -> None:
        """Take the chosen backup."""
        row = self._current()
        # Enter in the list counts only once it is said what would be lost.
        if row is not None and self.main_button.isEnabled():
            self.chosen.emit(row.backup.path)
            super().accept()

    def _table(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        view.setMinimumHeight(fonts.scaled(150))
        view.selectionModel().currentChanged.connect(self._ask)
        view.activated.connect(self.accept)
        return view

    def _fill(self, rows: tuple[Listed, ...]) -> None:
        self._rows = rows
        self.model.clear()
        self.model.setHorizontalHeaderLabels(
            [self.tr("Made"), self.tr("Entry"), self.tr("Claims"), self.tr("Verdicts")]
        )
        number = QLocale().toString
        for row in rows:
            counts = ["–"] * 2 if row.holds is None else [
                number(row.holds.claims), number(row.holds.verdicts)
            ]  # fmt: skip
            made = day_and_time(row.backup.at)
            if row.backup.whose:
                made = f"{made} ({row.backup.whose})"
            cells = [made, number(row.backup.seq), *counts]
            self.model.appendRow([self._item(at, text) for at, text in enumerate(cells)])
        for column in range(1, self.model.columnCount()):
            self.model.horizontalHeaderItem(column).setTextAlignment(
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        if rows:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.setFocus()
        else:
            self.sentence.setText(self.tr("There is no backup of this case yet."))

    def _item(self, column: int, text: str) -> QStandardItem:
        item = QStandardItem(text)
        item.setSizeHint(QSize(0, fonts.scaled(28)))
        if column:
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return item

    def _current(self) -> Listed | None:
        at = self.list.currentIndex().row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def _ask(self) -> None:
        row = self._current()
        self.main_button.setEnabled(False)
        self.lost.clear()
        self.clear_error()
        if row is None:
            return
        self.sentence.setText(self.tr("Comparing …"))
        if self._asked is not None:
            self._asked.cancel()
        work = partial(what_is_lost, self._path, row.backup.path)
        self._asked = self._tasks.start(
            self.tr("Comparing with a backup"), work, self._tell, self._refused
        )

    def _tell(self, loss: Loss) -> None:
        self._asked = None
        self.main_button.setEnabled(True)
        self.sentence.setText(loss.sentence)
        for verdict in loss.listed[:_SHOWN]:
            words = self.tr("Claim {0}: {1}, by {2}, {3} – {4}").format(
                verdict.claim_no,
                verdict.rating,
                verdict.checker,
                day_and_time(verdict.at),
                " ".join(verdict.wording.split()),
            )
            item = QStandardItem(words)
            item.setSizeHint(QSize(0, fonts.scaled(24)))
            self.lost.appendRow(item)

    def _refused(self, error: FactcheckError) -> None:
        if not isinstance(error, Cancelled):
            self.sentence.setText("")
            self.refuse(str(error))

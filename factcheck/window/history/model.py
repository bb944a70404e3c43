"""What was done to a claim, newest first: time, person, one sentence."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.case.read.history import HistoryLine
from factcheck.window.times import local_moment, utc_moment
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The HistoryLine of a row."""
OPEN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether a row shows what was before and after."""


class HistoryModel(QAbstractListModel):
    """Lines of the log; one of them may be open and shows its details."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[HistoryLine] = ()
        self._open: set[int] = set()

    # Model interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a line shows or says."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.sentence
        if role == LINE_ROLE:
            return line
        if role == OPEN_ROLE:
            return line.seq in self._open
        if role == Qt.ItemDataRole.ToolTipRole:
            entry = self.tr("{0}, entry {1}").format(utc_moment(line.at), line.seq)
            return plain_tip(f"{entry}\n{line.by} {line.sentence}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = f"{local_moment(line.at)}, {line.by} {line.sentence}"
            return "\n".join((spoken, *self.details(line))) if line.seq in self._open else spoken
        return None

    # Data access

    def line(self, index: Index) -> HistoryLine | None:
        """Give the line of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def details(self, line: HistoryLine) -> list[str]:
        """Give each field of a line in words: before → after."""
        nothing = self.tr("(empty)")
        return [
            f"{detail.what}: {detail.before or nothing} → {detail.after or nothing}"
            if detail.before
            else f"{detail.what}: {detail.after or nothing}"
            for detail in line.details
        ]

    # Data edit

    def set_lines(self, newest_first: Sequence[HistoryLine]) -> None:
        """Show the lines of a claim; new ones at the top of the same claim are inserted there."""
        old = [line.seq for line in self._lines]
        new = [line.seq for line in newest_first]
        more = len(new) - len(old)
        if old and more >= 0 and new[more:] == old:
            if more:
                self.beginInsertRows(QModelIndex(), 0, more - 1)
                self._lines = newest_first
                self.endInsertRows()
            self._lines = newest_first
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._lines = newest_first
        self._open.clear()
        self.endResetModel()

    def add_older(self, newest_first: Sequence[HistoryLine]) -> None:
        """Show older lines beneath the others."""
        if newest_first:
            begin = len(self._lines)
            self.beginInsertRows(QModelIndex(), begin, begin + len(newest_first) - 1)
            self._lines = (*self._lines, *newest_first)
            self.endInsertRows()

    def toggle(self, index: Index) -> None:
        """Show or hide what was before and after."""
        line = self.line(index)
        if line is not None:
            self._open.symmetric_difference_update({line.seq})
            here = self.index(index.row())
            self.dataChanged.emit(here, here)

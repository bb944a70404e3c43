"""The places, links and lines that wait for a person, as a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.case.read.revising import WaitingRow
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

WAITING_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The WaitingRow of a row."""


class WaitingModel(QAbstractListModel):
    """Rows document by document, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[WaitingRow] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many wait."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of_place(row)
        if role == WAITING_ROLE:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.title}\n{row.why}\n{row.quote}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = word_for_place_state(row.state)
            return f"{name_of_place(row)}, {state}, {row.title}: {row.quote}"
        return None

    def row(self, index: Index) -> WaitingRow | None:
        """Give what waits in a row; None where there is no such row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()]

    def number_of(self, id: str) -> int:
        """Give the number of the row of a place, -1 for none."""
        return next((number for number, row in enumerate(self._rows) if row.id == id), -1)

    def first_of(self, document_id: str) -> int:
        """Give the number of the first row of a document, -1 for none."""
        found = (number for number, row in enumerate(self._rows) if row.document_id == document_id)
        return next(found, -1)

    def show(self, rows: Sequence[WaitingRow]) -> None:
        """Show other rows."""
        if list(rows) == list(self._rows):
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

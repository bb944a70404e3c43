"""Rows of one kind as a list model; what a row shows is the subclass's."""

from collections.abc import Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.text.visible import shown

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row itself, for the delegate."""

_IN_WORDS: Final = frozenset(
    {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
)

Row = TypeVar("Row")


class ListModel(QAbstractListModel, Generic[Row]):
    """Holds rows as values and shows others as a whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """All rows in their order."""
        return self._rows

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        told = self._told(row, role)
        return shown(told) if isinstance(told, str) and role in _IN_WORDS else told

    def row(self, index: Index) -> Row | None:
        """Give what a row is about; None where there is no such row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()]

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones leave the view as it is."""
        if list(rows) == list(self._rows):
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def _told(self, row: Row, role: int) -> object:
        """Give what a row shows or says in a role; None for none."""
        raise NotImplementedError

"""The passages that were found, as a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.find.searching import Passage
from factcheck.window.widgets.labels import plain_tip

PASSAGE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


class PassageModel(QAbstractListModel):
    """One row a passage, best first; `PASSAGE_ROLE` gives the passage itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()

    def show(self, passages: Sequence[Passage]) -> None:
        """Show other passages."""
        self.beginResetModel()
        self._passages = tuple(passages)
        self.endResetModel()

    def passage(self, index: QModelIndex | QPersistentModelIndex) -> Passage | None:
        """Give the passage of a row; None where there is no such row."""
        if not index.isValid() or index.row() >= len(self._passages):
            return None
        return self._passages[index.row()]

    def row_of(self, passage: Passage | None) -> int:
        """Give the row in which the same place of the same document stands, -1 for none."""
        if passage is not None:
            for row, other in enumerate(self._passages):
                if (other.document_id, other.span) == (passage.document_id, passage.span):
                    return row
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Tell how many passages there are."""
        return 0 if parent.isValid() else len(self._passages)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give title, passage, what a screen reader says, or why it was found."""
        passage = self.passage(index)
        if passage is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return passage.title
        if role == PASSAGE_ROLE:
            return passage
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(passage.why)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{passage.title}, {passage.locator}: {passage.snippet}"
        return None

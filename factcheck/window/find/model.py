"""The passages that were found, as a list."""

from PySide6.QtCore import Qt

from factcheck.window.find.searching import Passage
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip


class PassageModel(ListModel[Passage]):
    """One row a passage, best first."""

    def row_of(self, passage: Passage | None) -> int:
        """Give the row in which the same place of the same document stands, -1 for none."""
        if passage is not None:
            for row, other in enumerate(self.rows):
                if _same_place(other, passage):
                    return row
        return -1

    def _told(self, row: Passage, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.why)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.locator}: {row.snippet}"
        return None


def _same_place(one: Passage, other: Passage) -> bool:
    return (one.claim_id, one.document_id, one.span) == (
        other.claim_id,
        other.document_id,
        other.span,
    )

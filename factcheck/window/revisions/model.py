"""The places, links and lines that wait for a person, as a list."""

from PySide6.QtCore import Qt

from factcheck.case.read.revising import WaitingRow
from factcheck.window.revisions.words import name_of_place, word_for_place_state
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip


class WaitingModel(ListModel[WaitingRow]):
    """Rows document by document, in the order of the text."""

    def _told(self, row: WaitingRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return name_of_place(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{row.title}\n{row.why}\n{row.quote}")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = word_for_place_state(row.state)
            return f"{name_of_place(row)}, {state}, {row.title}: {row.quote}"
        return None

    def number_of(self, id: str) -> int:
        """Give the number of the row of a place, -1 for none."""
        return next((number for number, row in enumerate(self._rows) if row.id == id), -1)

    def first_of(self, document_id: str) -> int:
        """Give the number of the first row of a document, -1 for none."""
        found = (number for number, row in enumerate(self._rows) if row.document_id == document_id)
        return next(found, -1)

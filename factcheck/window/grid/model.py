"""The grid as Qt sees it: a row a claim, a column a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.grid.words import name_of, says_nothing, spoken_cell

if TYPE_CHECKING:
    from factcheck.case.grid import GridCell, GridRow
    from factcheck.case.read.grid import GridDocument
    from factcheck.window.grid.hinting import Found, GridHint

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole

CELLS_ROLE: Final = _Role.UserRole + 1
"""The cells of a claim and a document, a tuple of `GridCell`."""
HINT_ROLE: Final = _Role.UserRole + 2
"""What the program found where nothing is linked, a `GridHint` or None."""
_MOST_HINTED: Final = 12
"""Documents that nobody linked, beside those that are."""
_NOWHERE: Final = QModelIndex()


class GridModel(QAbstractTableModel):
    """Rows and columns as they were read; each row is put in again once it is compared."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GridRow] = []
        self.documents: tuple[GridDocument, ...] = ()
        self._at: dict[str, int] = {}
        self.hinted: set[str] = set()
        self._hints: dict[tuple[str, str], GridHint] = {}

    # What is shown

    def show(self, rows: Sequence[GridRow], documents: Sequence[GridDocument]) -> None:
        """Show other rows and columns; hints that were there are gone."""
        self.beginResetModel()
        self.rows, self.documents = list(rows), tuple(documents)
        self._at = {row.claim.id: at for at, row in enumerate(rows)}
        self._hints, self.hinted = {}, set()
        self.endResetModel()

    def put(self, rows: Sequence[GridRow]) -> None:
        """Show these rows as they are told now; those of claims that are not shown are left out."""
        put = [(self._at[row.claim.id], row) for row in rows if row.claim.id in self._at]
        for at, row in put:
            self.rows[at] = row
        if put:
            # Told once for all of them: what is out of sight costs nothing.
            first, last = min(at for at, _ in put), max(at for at, _ in put)
            if self.documents:
                corner = self.index(last, len(self.documents) - 1)
                self.dataChanged.emit(self.index(first, 0), corner)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)

    def put_hints(self, found: Found) -> None:
        """Show what was found where nothing is linked, its documents after those that are."""
        self._hints |= found.hints
        known = {document.id for document in self.documents}
        room = _MOST_HINTED - len(self.hinted)
        more = [document for document in found.documents if document.id not in known][:room]
        if more and self.rows:
            first = len(self.documents)
            self.beginInsertColumns(_NOWHERE, first, first + len(more) - 1)
            self.documents += tuple(more)
            self.hinted |= {document.id for document in more}
            self.endInsertColumns()
        if self.rows and self.documents:
            last = self.index(len(self.rows) - 1, len(self.documents) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_of(self, claim_id: str) -> int:
        """Give the number of a claim's row, -1 where it is not shown."""
        return self._at.get(claim_id, -1)

    def cells(self, index: Index) -> tuple[GridCell, ...]:
        """Give what a document says of a claim; nothing where it says nothing."""
        row, document = self.rows[index.row()], self.documents[index.column()]
        return row.cells.get(document.id, ())

    def hint(self, index: Index) -> GridHint | None:
        """Give what was found where nothing is linked."""
        row, document = self.rows[index.row()], self.documents[index.column()]
        return None if document.id in row.cells else self._hints.get((row.claim.id, document.id))

    def groups(self) -> list[tuple[int, int]]:
        """Give the columns of each line of reporting with copies: the first and the last."""
        found: list[tuple[int, int]] = []
        first = 0
        for at in range(1, len(self.documents) + 1):
            at_end = at == len(self.documents)
            if at_end or self.documents[at].line != self.documents[first].line:
                if at - first > 1:
                    found.append((first, at - 1))
                first = at
        return found

    # Qt

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of claims."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of documents."""
        return 0 if parent.isValid() else len(self.documents)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Give what a cell says; for who hears it, all of it."""
        if not index.isValid():
            return None
        if role == CELLS_ROLE:
            return self.cells(index)
        if role == HINT_ROLE:
            return self.hint(index)
        if role == _Role.DisplayRole:
            cells, hint = self.cells(index), self.hint(index)
            if cells:
                return cells[0].words
            return hint.words if hint is not None else self._nothing(index)
        if role == _Role.AccessibleTextRole:
            row, document = self.rows[index.row()], self.documents[index.column()]
            hint = self.hint(index)
            if hint is not None:
                return hint.spoken(name_of(document))
            return spoken_cell(row.claim, document, self.cells(index))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Name the claim of a row, the document of a column."""
        if orientation == Qt.Orientation.Vertical:
            if not 0 <= section < len(self.rows):
                return None
            row = self.rows[section]
            if role == _Role.DisplayRole:
                return f"{row.claim.claim_no}  {' '.join(row.claim.wording.split())}"
            if role == _Role.AccessibleTextRole:
                told = self._versions(row)
                return ", ".join(filter(None, (self._claim(row), row.claim.rating, told)))
            return None
        if not 0 <= section < len(self.documents):
            return None
        document = self.documents[section]
        if role == _Role.DisplayRole:
            return name_of(document)
        if role == _Role.AccessibleTextRole:
            others = [
                name_of(each)
                for each in self.documents
                if each.line == document.line and each is not document
            ]
            if not others:
                return name_of(document)
            words = self.tr("{0}, one line of reporting with {1}")
            return words.format(name_of(document), ", ".join(others))
        return None

    def _nothing(self, index: Index) -> str:
        # Of a document that nobody linked, nobody knows what it says.
        return "" if self.documents[index.column()].id in self.hinted else says_nothing()

    def _claim(self, row: GridRow) -> str:
        words = " ".join(row.claim.wording.split())
        return self.tr("Claim {0}: {1}").format(row.claim.claim_no, words)

    def _versions(self, row: GridRow) -> str:
        return self.tr("%n version(s)", "", row.versions) if row.versions > 1 else ""

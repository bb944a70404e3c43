"""Pairs of documents that share text, line of reporting by line of reporting."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.case.copies import CopyPair
from factcheck.case.read.documents import DocumentRow
from factcheck.text.reporting import Line
from factcheck.window.copies.words import what_is_shared, word_for_kind
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

PAIR_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The PairRow of a row."""


class PairRow(NamedTuple):
    """Two documents that share text.

    line: how many documents their line holds, 0 where they are in none together. number: which
    line it is, from 1.
    """

    pair: CopyPair
    a: DocumentRow
    b: DocumentRow
    line: int
    number: int


class CopiesModel(QAbstractListModel):
    """Pairs of one line beside each other, those that join nothing at the end."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PairRow] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many pairs there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        row = self.row(index)
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.a.title} · {row.b.title}"
        if role == PAIR_ROLE:
            return row
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = f"{word_for_kind(row.pair.kind)}, {what_is_shared(row.pair)}"
            words = f"{row.a.title}; {row.b.title}: {told}, {self.line_of(row)}"
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def row(self, index: Index) -> PairRow | None:
        """Give the pair of a row; None where there is no such row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()]

    def line_of(self, row: PairRow) -> str:
        """Say of which line of reporting a pair is."""
        if not row.line:
            return self.tr("joins nothing")
        return self.tr("report {0}: %n document(s)", "", row.line).format(row.number)

    def number_of(self, ids: tuple[str, str]) -> int:
        """Give the number of the row of two documents, -1 for none."""
        rows = enumerate(self._rows)
        return next((n for n, row in rows if {row.a.id, row.b.id} == set(ids)), -1)

    def show(
        self,
        pairs: Sequence[CopyPair],
        lines: Sequence[Line],
        documents: Mapping[str, DocumentRow],
    ) -> None:
        """Show other pairs; those of documents that are gone are left out."""
        of = {id: number for number, line in enumerate(lines, 1) for id in line.documents}
        rows = [
            _row(pair, documents, lines, of)
            for pair in pairs
            if pair.a in documents and pair.b in documents
        ]
        rows.sort(key=lambda row: (row.line == 0, row.number, -row.pair.containment))
        if rows == list(self._rows):
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()


def _row(
    pair: CopyPair,
    documents: Mapping[str, DocumentRow],
    lines: Sequence[Line],
    of: Mapping[str, int],
) -> PairRow:
    number = of.get(pair.a, 0)
    together = number > 0 and of.get(pair.b) == number
    size = len(lines[number - 1].documents) if together else 0
    return PairRow(pair, documents[pair.a], documents[pair.b], size, number if together else 0)

"""Pairs of documents that share text, line of reporting by line of reporting."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt

from factcheck.case.index_copies import CopyPair
from factcheck.case.read.documents import DocumentRow
from factcheck.text.reporting import Line
from factcheck.window.copies.words import what_is_shared, word_for_kind, words_for_line
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip


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


class CopiesModel(ListModel[PairRow]):
    """Pairs of one line beside each other, those that join nothing at the end."""

    def _told(self, row: PairRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.a.title} · {row.b.title}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            told = f"{word_for_kind(row.pair.kind)}, {what_is_shared(row.pair)}"
            words = f"{row.a.title}; {row.b.title}: {told}, {words_for_line(row.number, row.line)}"
            return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

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
        self.set_rows(rows)


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

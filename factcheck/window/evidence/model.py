"""The links of one claim as a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.evidence.told import in_brief
from factcheck.window.evidence.words import Located, told_condition, told_unseen, word_for_stance
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()

LOCATED_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Located of a row."""


class EvidenceModel(QAbstractListModel):
    """Rows in the order of their linking; `most`: no more than these are shown, 0 for all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Located] = ()
        self._most = 0

    # Model interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many links are shown."""
        return 0 if parent.isValid() else self._count(self._all)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a link shows or says."""
        if not index.isValid():
            return None
        located = self._all[index.row()]
        row, place = located[:2]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.document_title
        if role == LOCATED_ROLE:
            return located
        if role == Qt.ItemDataRole.ToolTipRole:
            linked = self.tr("Linked by {0}").format(row.linked_by)
            fell = told_condition(row)
            why = "\n".join(f"{each.words}. {each.why}" for each in located.told)
            hidden = told_unseen(located)
            told = (row.document_title, row.outlet, fell, hidden, row.quote, why, row.note, linked)
            return plain_tip("\n".join(part for part in told if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            own = self.tr("own article") if row.own_article else ""
            parts = (
                word_for_stance(row.stance), row.document_title, told_condition(row),
                told_unseen(located), place, own, row.quote, in_brief(list(located.told)), row.note,
            )  # fmt: skip
            return ", ".join(part for part in parts if part)
        return None

    # Data access

    def located(self, index: Index) -> Located | None:
        """Give the link of a row."""
        return self._all[index.row()] if index.isValid() else None

    def index_of(self, evidence_id: str) -> QModelIndex:
        """Find the row of a link."""
        for number, located in enumerate(self._all[: self.rowCount()]):
            if located.row.id == evidence_id:
                return self.index(number)
        return QModelIndex()

    @property
    def hidden(self) -> Sequence[Located]:
        """The links that are folded away."""
        return self._all[self.rowCount() :]

    @property
    def total(self) -> int:
        """How many links there are in all."""
        return len(self._all)

    # Data edit

    def set_rows(self, rows: Sequence[Located]) -> None:
        """Show these links; where the same ones stand in the same order, in place."""
        same = [each.row.id for each in rows] == [each.row.id for each in self._all]
        if same:
            self._all = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.beginResetModel()
        self._all = rows
        self.endResetModel()

    def show_most(self, most: int) -> None:
        """Fold away all but the first few; 0 shows all."""
        if most != self._most:
            self.beginResetModel()
            self._most = most
            self.endResetModel()

    def _count(self, rows: Sequence[Located]) -> int:
        # One more costs no more room than the line that says "1 more".
        if self._most and len(rows) > self._most + 1:
            return self._most
        return len(rows)

"""The hints of one claim as a list."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.evidence.told import in_brief
from factcheck.window.hints.hint import Hint
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
HINT_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Hint of a row."""


class HintModel(QAbstractListModel):
    """Hints in the order in which they were found: earlier claims, then passages."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints: list[Hint] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many hints there are."""
        return 0 if parent.isValid() else len(self._hints)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a hint shows or says."""
        if not index.isValid():
            return None
        hint = self._hints[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hint.text
        if role == HINT_ROLE:
            return hint
        if role == Qt.ItemDataRole.ToolTipRole:
            reasons = "\n".join(f"{each.words}. {each.why}" for each in hint.told)
            told = (self.heading(hint), hint.place, hint.text, reasons, hint.why, hint.url)
            return plain_tip("\n".join(part for part in told if part))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            brief = in_brief(list(hint.told))
            spoken = (self.tr("Hint"), self.heading(hint), hint.place, hint.text, brief, hint.why)
            return ", ".join(part for part in spoken if part)
        return None

    def heading(self, hint: Hint) -> str:
        """Say whose words a hint are."""
        if hint.kind == "passage":
            return hint.title
        if hint.judgement == "same":
            words = self.tr("The same claim: {0}")
        elif hint.judgement == "related":
            words = self.tr("A related claim: {0}")
        elif hint.claim_no and not hint.title:
            return self.tr("Marked before, no verdict yet")
        else:
            words = self.tr("Checked before: {0}")
        return words.format(hint.title or self.tr("no rating"))

    def hint(self, index: Index) -> Hint | None:
        """Give the hint of a row."""
        return self._hints[index.row()] if index.isValid() else None

    def hints(self) -> tuple[Hint, ...]:
        """Give all hints in their order."""
        return tuple(self._hints)

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Show these hints."""
        self.beginResetModel()
        self._hints = list(hints)
        self.endResetModel()

    def take_away(self, index: Index) -> None:
        """Take a hint away that was judged."""
        self.beginRemoveRows(NOWHERE, index.row(), index.row())
        del self._hints[index.row()]
        self.endRemoveRows()

    def judge(self, index: QModelIndex, judgement: str) -> None:
        """Show what was said of an earlier claim."""
        self._hints[index.row()] = self._hints[index.row()]._replace(judgement=judgement)
        self.dataChanged.emit(index, index)

"""The claims that one passage can be linked to, as a list with a tick each."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
_TICK: Final = Qt.ItemDataRole.CheckStateRole


class ClaimChoice(NamedTuple):
    """A claim in the list."""

    id: str
    claim_no: int
    wording: str


class ClaimChoices(QAbstractListModel):
    """Ticked claims stay ticked while the filter hides them."""

    def __init__(self, claims: Sequence[ClaimChoice], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(claims)
        self._shown = self._all
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked claims, in the order of the list."""
        return tuple(claim.id for claim in self._all if claim.id in self._ticked)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many claims the filter leaves."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let each be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        kinds = Qt.ItemFlag
        return kinds.ItemIsEnabled | kinds.ItemIsSelectable | kinds.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give number, wording and tick."""
        if not index.isValid():
            return None
        claim = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{claim.claim_no}  {' '.join(claim.wording.split())}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(claim.wording)
        if role == _TICK:
            ticked = claim.id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a claim or not."""
        if not index.isValid() or role != _TICK:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._ticked.add if ticked else self._ticked.discard)(self._shown[index.row()].id)
        self.dataChanged.emit(index, index, [_TICK])
        return True

    def tick(self, ids: Iterable[str]) -> None:
        """Tick these claims beside those that are."""
        known = {claim.id for claim in self._all}
        self._ticked |= known & set(ids)
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1), [_TICK])

    def set_filter(self, words: str) -> None:
        """Show only claims that have all these words, or that number."""
        wanted = words.casefold().split()
        shown = tuple(
            claim
            for claim in self._all
            if all(word in f"{claim.claim_no} {claim.wording}".casefold() for word in wanted)
        )
        if shown != self._shown:
            self.beginResetModel()
            self._shown = shown
            self.endResetModel()

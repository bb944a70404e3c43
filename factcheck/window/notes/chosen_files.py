"""The files that were chosen for a note, as a model: name and size."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.window.notes.sizes import size_words
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ChosenFiles(QAbstractListModel):
    """Paths in the order in which they were chosen, each once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[Path] = []

    @property
    def paths(self) -> tuple[Path, ...]:
        """The paths."""
        return tuple(self._paths)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many files there are."""
        return 0 if parent.isValid() else len(self._paths)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a file's name and size; its folder as the tooltip."""
        if not index.isValid():
            return None
        path = self._paths[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{path.name} · {_size(path)}"
        return plain_tip(str(path)) if role == Qt.ItemDataRole.ToolTipRole else None

    def add(self, paths: Iterable[Path]) -> None:
        """Add files that are not there yet; folders are passed over."""
        new = [path for path in dict.fromkeys(paths) if path not in self._paths and path.is_file()]
        if new:
            first = len(self._paths)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._paths += new
            self.endInsertRows()

    def remove(self, row: int) -> None:
        """Take one out."""
        if 0 <= row < len(self._paths):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._paths[row]
            self.endRemoveRows()


def _size(path: Path) -> str:
    try:
        return size_words(path.stat().st_size)
    except OSError:
        # Gone since it was chosen: the case says so when the note is added.
        return "?"

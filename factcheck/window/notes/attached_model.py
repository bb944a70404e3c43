"""The files that are kept with a note, as a model."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from factcheck.case.read.documents import AttachmentRow
from factcheck.window.icons import pixmap
from factcheck.window.notes.sizes import size_words
from factcheck.window.widgets.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()


class AttachedFiles(QAbstractListModel):
    """Name and size of each file; the tooltip says where a large one lies."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[AttachmentRow] = ()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many files there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a row shows or says."""
        row = self.row(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name} · {size_words(row.size)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            where = self.tr("kept at {0}").format(row.path) if row.path else self.tr("in the case")
            return plain_tip(f"{row.name}\n{where}\nSHA-256 {row.sha256}")
        if role == Qt.ItemDataRole.DecorationRole:
            return QIcon(pixmap(icon_of_file(row), "muted"))
        return None

    def row(self, index: Index) -> AttachmentRow | None:
        """Give the file of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, attachment_id: str) -> QModelIndex:
        """Find the row of a file."""
        ids = [row.id for row in self._rows]
        return self.index(ids.index(attachment_id)) if attachment_id in ids else QModelIndex()

    def set_rows(self, rows: Sequence[AttachmentRow]) -> None:
        """Show the files of another note, or other files of the same one."""
        if list(rows) != list(self._rows):
            self.beginResetModel()
            self._rows = tuple(rows)
            self.endResetModel()


def icon_of_file(row: AttachmentRow) -> str:
    """Name the icon of a kind of file."""
    if row.media_type == "application/pdf":
        return "sheet-pdf"
    by_type = {"image": "photo", "audio": "recording", "video": "recording", "text": "sheet-lines"}
    return by_type.get(row.media_type.partition("/")[0], "note")

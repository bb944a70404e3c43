"""The files that are kept with a note, as a model."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon

from factcheck.case.read.documents import AttachmentRow
from factcheck.window.icons import pixmap
from factcheck.window.notes.sizes import size_words
from factcheck.window.tables.list_model import ListModel
from factcheck.window.widgets.labels import plain_tip


class AttachedFiles(ListModel[AttachmentRow]):
    """Name and size of each file; the tooltip says where a large one lies."""

    def _told(self, row: AttachmentRow, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.name} · {size_words(row.size)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            where = self.tr("kept at {0}").format(row.path) if row.path else self.tr("in the case")
            return plain_tip(f"{row.name}\n{where}\nSHA-256 {row.sha256}")
        if role == Qt.ItemDataRole.DecorationRole:
            return QIcon(pixmap(icon_of_file(row), "muted"))
        return None

    def index_of(self, attachment_id: str) -> QModelIndex:
        """Find the row of a file."""
        ids = [row.id for row in self._rows]
        return self.index(ids.index(attachment_id)) if attachment_id in ids else QModelIndex()


def icon_of_file(row: AttachmentRow) -> str:
    """Name the icon of a kind of file."""
    if row.media_type == "application/pdf":
        return "sheet-pdf"
    by_type = {"image": "photo", "audio": "recording", "video": "recording", "text": "sheet-lines"}
    return by_type.get(row.media_type.partition("/")[0], "note")

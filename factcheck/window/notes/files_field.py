"""Where files are chosen for a note: a button, a drop, and the list of what was chosen."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.notes.chosen_files import ChosenFiles
from factcheck.window.widgets.labels import PlainLabel

_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def ask_attachments(parent: QWidget | None, title: str, folder: Path) -> list[Path]:
    """Ask for files of any type."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(folder))
    return [Path(name) for name in chosen]


class _List(QListView):
    """Takes a file out with Delete."""

    removed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _REMOVES and self.currentIndex().isValid():
            self.removed.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class FilesField(QWidget):
    """The files of a note that is being made. folder: where the dialog for files begins."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setAcceptDrops(True)
        self.files = ChosenFiles(self)
        self.list = _List()
        self.list.setModel(self.files)
        self.list.setAccessibleName(self.tr("Attached files; Delete takes one out"))
        self.list.setFixedHeight(fonts.scaled(66))
        self.list.removed.connect(self.files.remove)
        self.button = QPushButton(self.tr("Attach files …"))
        self.button.setAutoDefault(False)
        dress(self.button, "plus")
        self.button.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(PlainLabel(self.tr("or drop them here; over 50 MB stay where they are"),
                                 "second"), 1)  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.list)
        self.files.rowsInserted.connect(self._show_list)
        self.files.rowsRemoved.connect(self._show_list)
        self._show_list()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that were chosen."""
        return self.files.paths

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that are dropped."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.files.add(Path(url.toLocalFile()) for url in urls if url.isLocalFile())

    def _ask(self) -> None:
        chosen = ask_attachments(self, self.tr("Attach files"), self._folder)
        if chosen:
            self._folder = chosen[0].parent
            self.files.add(chosen)

    def _show_list(self) -> None:
        self.list.setVisible(bool(self.files.paths))

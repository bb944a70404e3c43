"""The tree of the library: two groups that fold, documents below, a rail of icons when narrow."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from factcheck.window.library.delegate import LibraryDelegate
from factcheck.window.library.model import LibraryModel
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsMixin


class LibraryView(RowsMixin, QTreeView):
    """Shows a `LibraryModel`; `chosen` says that a document is to be opened."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: LibraryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = model
        self.delegate = LibraryDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.set_up_rows()
        self.setHeaderHidden(True)
        # The rail is narrower than Qt lets a column be by itself.
        self.header().setMinimumSectionSize(16)
        self.header().setStretchLastSection(False)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents"))
        Ground(self)
        self.expandAll()

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) document, over the names of groups."""
        index = self.currentIndex()
        if not index.isValid():
            index = self.model().index(0, 0)
            if by < 0:
                return False
        following = self.indexBelow(index) if by > 0 else self.indexAbove(index)
        while following.isValid() and self._library.document(following) is None:
            following = self.indexBelow(following) if by > 0 else self.indexAbove(following)
        if not following.isValid():
            return False
        self.go_to(following)
        return True

    def choose_current(self) -> None:
        """Open the current document, or fold the current group."""
        self._choose(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Space fold a group too, as on any button."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and self._library.document(index) is None:
            self._choose(index)
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the one column as wide as the view; a hidden header does not stretch it."""
        super().resizeEvent(event)
        self.setColumnWidth(0, self.viewport().width())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the document, or fold the group, that was clicked."""
        index = self.indexAt(event.position().toPoint())
        dragged = self.state() != QAbstractItemView.State.NoState
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() == Qt.MouseButton.LeftButton and plain and not dragged:
            self._choose(index)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        if self._library.document(index) is None:
            self.setExpanded(index, not self.isExpanded(index))
        else:
            self.chosen.emit(index)

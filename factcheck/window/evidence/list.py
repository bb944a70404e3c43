"""The evidence of a claim as a list that can be worked in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from factcheck.case.changes import Done, Edit, RemoveEvidence, Stance
from factcheck.case.read.evidence import EvidenceRow
from factcheck.window import fonts
from factcheck.window.evidence.delegate import EvidenceDelegate
from factcheck.window.evidence.in_place import InPlaceField
from factcheck.window.evidence.model import EvidenceModel
from factcheck.window.evidence.words import Located
from factcheck.window.tables.ground import Ground
from factcheck.window.tables.rows import RowsList
from factcheck.window.workspace import Workspace

_LEAST: Final = 30
_MOST_LEAST: Final = 150


class EvidenceList(RowsList):
    """Links of one claim.

    place_wanted(EvidenceRow): show the passage in its document (Enter, or a click on its row).
    removed: a link was taken back, so that *Undo* can be offered.
    """

    place_wanted = Signal(object)
    removed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.rows = EvidenceModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(EvidenceDelegate(self))
        self.setAccessibleName(self.tr("Evidence"))
        Ground(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._field = InPlaceField(self.viewport())
        self._field.saved.connect(self._save_field)
        self.chosen.connect(self._chosen)
        self.customContextMenuRequested.connect(self._menu_wanted)
        self._make_actions()

    # What is shown

    @property
    def current(self) -> EvidenceRow | None:
        """The current link."""
        located = self.rows.located(self.currentIndex())
        return located.row if located is not None else None

    def show_rows(self, located: Sequence[Located]) -> None:
        """Show these links; the current one stays so, and so does what is being typed."""
        kept, place = self.current, self.verticalScrollBar().value()
        self.rows.set_rows(located)
        if kept is not None and (now := self.rows.index_of(kept.id)).isValid():
            self.setCurrentIndex(now)
        self.scheduleDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.updateGeometry()

    def show_link(self, evidence_id: str) -> bool:
        """Make a link the current one."""
        index = self.rows.index_of(evidence_id)
        if index.isValid():
            self.go_to(index)
        return index.isValid()

    # What can be done with the current link

    def set_stance(self, stance: Stance) -> bool:
        """Give the current link another stance; False where there is none."""
        row = self.current
        if row is None:
            return False
        if row.stance != stance:
            self._workspace.do(Edit("evidence", row.id, {"stance": stance}))
        return True

    def remove_current(self) -> bool:
        """Take the current link back; the row after it becomes the current one."""
        row = self.current
        if row is None:
            return False
        number = self.currentIndex().row()
        following = self.rows.index(number + 1 if number + 1 < self.rows.rowCount() else number - 1)
        if following.isValid():
            self.go_to(following)
        self._workspace.do(RemoveEvidence(row.id), self._was_removed)
        return True

    def _was_removed(self, _: Done) -> None:
        self.removed.emit()

    def edit_note(self) -> None:
        """Type the note of the current link in its row."""
        self._edit("note", self.tr("Note"))

    def edit_locator(self) -> None:
        """Type where the current link's passage stands, in words."""
        self._edit("locator", self.tr("Where it stands: p. 214, row 17, 00:13:42"))

    # Qt

    def sizeHint(self) -> QSize:
        """Ask for the room of all rows."""
        rows = self.rows.rowCount()
        height = sum(self.sizeHintForIndex(self.rows.index(row)).height() for row in range(rows))
        return QSize(200, max(fonts.scaled(_LEAST), height))

    def minimumSizeHint(self) -> QSize:
        """Be content with two rows or so; after that the list scrolls."""
        return QSize(100, min(self.sizeHint().height(), fonts.scaled(_MOST_LEAST)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the place of the row that was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self._chosen(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Leave a double click to its two clicks."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the quotes anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    # Internal

    def _make_actions(self) -> None:
        self.show_place = self._action(self.tr("Show its place"), "Return", self.choose_current)
        self.supports = self._action(self.tr("Supports"), "S", self._supports)
        self.contradicts = self._action(self.tr("Contradicts"), "C", self._contradicts)
        self.context = self._action(self.tr("Context"), "X", self._context)
        self.note = self._action(self.tr("Note …"), "", self.edit_note)
        self.locator = self._action(self.tr("Locator …"), "", self.edit_locator)
        self.remove = self._action(self.tr("Remove the link"), "Delete", self.remove_current)

    def _action(self, text: str, key: str, slot: object) -> QAction:
        action = QAction(text, self)
        if key:
            # Shown, not acted on: the window's single keys do that where nothing can be typed.
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(slot)
        return action

    def _menu_wanted(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            return
        self.go_to(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.show_place)
        menu.addSeparator()
        menu.addActions([self.supports, self.contradicts, self.context])
        menu.addSeparator()
        menu.addActions([self.note, self.locator])
        menu.addSeparator()
        menu.addAction(self.remove)
        menu.popup(self.viewport().mapToGlobal(place))

    def _supports(self) -> None:
        self.set_stance("supports")

    def _contradicts(self) -> None:
        self.set_stance("contradicts")

    def _context(self) -> None:
        self.set_stance("context")

    def _chosen(self, index: QModelIndex) -> None:
        located = self.rows.located(index)
        if located is not None:
            self.place_wanted.emit(located.row)

    def _edit(self, field: str, name: str) -> None:
        row = self.current
        if row is None:
            return
        self.scrollTo(self.currentIndex())
        rect = self.visualRect(self.currentIndex())
        height = fonts.scaled(28)
        place = QRect(rect.left() + 40, rect.bottom() - height - 2, rect.width() - 52, height)
        self._edited = row.id
        self._field.begin(field, name, row.note if field == "note" else row.locator, place)

    def _save_field(self, field: str, text: str) -> None:
        self._workspace.do(Edit("evidence", self._edited, {field: text}))

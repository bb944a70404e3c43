"""The library pane: a filter, the documents, and where files are dropped."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from factcheck.case.changes import Changes, Edit, RemoveDocument
from factcheck.case.read import documents as read
from factcheck.case.read.documents import DocumentRow
from factcheck.errors import FactcheckError
from factcheck.window.library.drop_zone import DropZone
from factcheck.window.library.model import DOCUMENT_ROLE, LibraryModel
from factcheck.window.library.particulars import Particulars
from factcheck.window.library.view import LibraryView
from factcheck.window.shapes import color
from factcheck.window.theme import Theme
from factcheck.window.widgets.labels import EmptyState
from factcheck.window.widgets.search_field import SearchField
from factcheck.window.workspace import Workspace

RAIL: Final = 44
LEAST, MOST = 200, 360
# From here on it is quicker to read the whole list than each document by itself.
_MANY: Final = 40


class LibraryPanel(QWidget):
    """The documents of the case.

    document_chosen(id): open it in the first reader; second_reader_wanted(id): beside it.
    files_dropped(list of Path); add_wanted: the dialog for files.
    version_dropped(DocumentRow, Path): one file was dropped on a document.
    export_original_wanted(id): save the original file somewhere.
    documents_changed(number of documents). recheck_needed(sentence): verdicts rested on a source.
    """

    document_chosen = Signal(str)
    second_reader_wanted = Signal(str)
    files_dropped = Signal(object)
    version_dropped = Signal(object, object)
    add_wanted = Signal()
    export_original_wanted = Signal(str)
    documents_changed = Signal(int)
    recheck_needed = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rail = False
        self.setAcceptDrops(True)
        self.model = LibraryModel(self)
        self.filter = SearchField(self.tr("Filter documents"), "funnel")
        self.view = LibraryView(self.model)
        self.empty = EmptyState("")
        self.drop_zone = DropZone()
        self.particulars = Particulars(workspace)
        self._pages = QStackedWidget()
        self._lay_out()
        self._make_actions()
        self._connect()
        self._show_what_there_is()

    def _lay_out(self) -> None:
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 8, 0, 12)
        self._column.setSpacing(0)
        self._top = QWidget()
        top = QVBoxLayout(self._top)
        top.setContentsMargins(12, 0, 12, 4)
        top.addWidget(self.filter)
        self._bottom = QWidget()
        bottom = QVBoxLayout(self._bottom)
        bottom.setContentsMargins(12, 8, 12, 0)
        bottom.addWidget(self.drop_zone)
        self._column.addWidget(self._top)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self._bottom)
        self._pages.addWidget(self._list)
        self._pages.addWidget(self.particulars)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)

    def _connect(self) -> None:
        self.filter.searched.connect(self._filter)
        for leaving in (self.filter.left, self.filter.down, self.filter.returnPressed):
            leaving.connect(self._go_to_list)
        self.view.chosen.connect(self._chosen)
        self.view.customContextMenuRequested.connect(self._menu_wanted)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.model.renamed.connect(self._renamed)
        self.drop_zone.clicked.connect(self.add_wanted)
        self.particulars.closed.connect(self._back_to_list)
        self.particulars.recheck_needed.connect(self.recheck_needed)
        self._workspace.opened.connect(self.refresh)
        self._workspace.closed.connect(self.refresh)
        self._workspace.changed.connect(self._changed)
        Theme.notifier().changed.connect(self.view.viewport().update)

    # Actions

    def _make_actions(self) -> None:
        self.open = self._action(self.tr("Open"), self._open_current)
        self.open_beside = self._action(self.tr("Open beside"), self._open_beside)
        self.rename = self._action(self.tr("Rename …"), self._rename)
        self.show_particulars = self._action(self.tr("Particulars …"), self._show_particulars)
        self.show_condition = self._action(
            self.tr("Corrected, retracted, unreliable …"), self._show_condition
        )
        self.mark_under_check = self._action(self.tr("Under check"), self._toggle_under_check)
        self.mark_source = self._action(self.tr("Source"), self._toggle_source)
        for action in (self.mark_under_check, self.mark_source):
            action.setCheckable(True)
        self.export_original = self._action(self.tr("Export the original …"), self._export)
        self.remove = self._action(self.tr("Remove from the case"), self._remove)
        self.document_actions: tuple[QAction, ...] = (
            self.open,
            self.open_beside,
            self.show_particulars,
            self.rename,
            self.mark_under_check,
            self.mark_source,
            self.show_condition,
            self.export_original,
            self.remove,
        )
        """For the Document menu and the context menu, in their order."""
        self._enable_actions()

    def _action(self, text: str, slot: object) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def _enable_actions(self) -> None:
        row = self.current
        for action in self.document_actions:
            action.setEnabled(row is not None)
        if row is None:
            return
        self.mark_under_check.setChecked(bool(row.under_check))
        self.mark_source.setChecked(bool(row.source))
        self.export_original.setEnabled(row.kind == "text" and row.version_id is not None)
        writable = not self._workspace.why_read_only
        for action in (
            self.rename,
            self.mark_under_check,
            self.mark_source,
            self.show_condition,
            self.remove,
        ):
            action.setEnabled(writable)

    # What is shown

    @property
    def current(self) -> DocumentRow | None:
        """The document of the current row."""
        return self.model.document(self.view.currentIndex())

    def set_open_document(self, document_id: str) -> None:
        """Say which document the reader shows; its row becomes the current one."""
        self.view.delegate.open_document = document_id
        index = self.model.index_of(document_id)
        current = self.current
        if index.isValid() and (current is None or current.id != document_id):
            self.view.go_to(index)
        self.view.viewport().update()

    def set_rail(self, rail: bool) -> None:
        """Show only icons, 44 px wide, or the whole library."""
        self._rail = rail
        self.view.delegate.rail = rail
        self._top.setVisible(not rail)
        self._bottom.setVisible(not rail)
        self._pages.setCurrentWidget(self._list)
        self._set_widths()
        self.view.scheduleDelayedItemsLayout()
        self._show_what_there_is()

    @property
    def is_rail(self) -> bool:
        """Whether only icons are shown."""
        return self._rail

    def refresh(self) -> None:
        """Read the documents anew."""
        rows = self._workspace.read(read.documents) if self._workspace.is_open else []
        with _Kept(self.view, self.model):
            self.model.set_documents(rows)
            self.model.set_copies(self._workspace.copied())
        self._refreshed(len(rows))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the pane."""
        QPainter(self).fillRect(self.rect(), color("panel"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            self.drop_zone.set_lit(True)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Frame the document under the pointer: one file dropped there is its new version."""
        self._aim_at(self._document_at(event.position().toPoint(), event.mimeData()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Calm down again."""
        self.drop_zone.set_lit(False)
        self._aim_at(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand over the files; a single one that fell on a document with it."""
        self.drop_zone.set_lit(False)
        row = self._document_at(event.position().toPoint(), event.mimeData())
        self._aim_at(None)
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not paths:
            return
        event.acceptProposedAction()
        if row is not None:
            self.version_dropped.emit(row, paths[0])
        else:
            self.files_dropped.emit(paths)

    # Slots

    def _document_at(self, place: QPoint, dragged: QMimeData) -> DocumentRow | None:
        files = [url for url in dragged.urls() if url.isLocalFile()]
        if len(files) != 1 or Path(files[0].toLocalFile()).is_dir():
            return None
        port = self.view.viewport()
        inside = port.mapFrom(self, place)
        row = self.model.document(self.view.indexAt(inside)) if port.isVisible() else None
        return row if row is not None and row.kind == "text" else None

    def _aim_at(self, row: DocumentRow | None) -> None:
        self.view.delegate.drop_target = row.id if row is not None else ""
        self.drop_zone.set_version_of(row.title if row is not None else "")
        self.view.viewport().update()

    def _changed(self, changes: Changes) -> None:
        if changes.everything or len(changes.documents) > _MANY:
            self.refresh()
        elif changes.documents:
            rows = {id: self._read_one(id) for id in changes.documents}
            with _Kept(self.view, self.model):
                self.model.update(rows)
            self._refreshed(self.model.total)
        else:
            return
        if self.particulars.document_id:
            self.particulars.refresh()

    def _read_one(self, id: str) -> DocumentRow | None:
        try:
            return self._workspace.read(read.document, id)
        except FactcheckError:
            return None

    def _refreshed(self, count: int) -> None:
        if self.current is None and self.view.delegate.open_document:
            self.set_open_document(self.view.delegate.open_document)
        self._show_what_there_is()
        self._enable_actions()
        self.documents_changed.emit(count)

    def _show_what_there_is(self) -> None:
        nothing = self.model.shown == 0
        if self.model.is_empty:
            self.empty.set_text(self.tr("No documents yet. Drop files here, or press Ctrl+I."))
        else:
            self.empty.set_text(
                self.tr("Nothing found for “{0}”. Try fewer words.").format(self.filter.text())
            )
        self.empty.setVisible(nothing and not self._rail)
        self.view.setVisible(not nothing or self._rail)

    def _filter(self, words: str) -> None:
        with _Kept(self.view, self.model):
            self.model.set_filter(words)
        self._show_what_there_is()

    def _go_to_list(self) -> None:
        self._filter(self.filter.text())
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current is None:
            self.view.step(1)

    def _chosen(self, index: QModelIndex) -> None:
        row = self.model.document(index)
        if row is not None:
            self.document_chosen.emit(row.id)

    def _moved(self) -> None:
        self._enable_actions()

    def _menu_wanted(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if self.model.document(index) is None:
            return
        self.view.go_to(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.document_actions:
            if action in (self.show_particulars, self.export_original):
                menu.addSeparator()
            menu.addAction(action)
        menu.popup(self.view.viewport().mapToGlobal(place))

    def _open_current(self) -> None:
        if self.current is not None:
            self.document_chosen.emit(self.current.id)

    def _open_beside(self) -> None:
        if self.current is not None:
            self.second_reader_wanted.emit(self.current.id)

    def _rename(self) -> None:
        if self._rail:
            self._show_particulars()
        elif self.current is not None:
            self.view.edit(self.view.currentIndex())

    def _renamed(self, id: str, title: str) -> None:
        self._workspace.do(Edit("document", id, {"title": title}))

    def show_particulars_of(self, document_id: str, field: str = "title") -> None:
        """Show the particulars of a document, also of one that the filter hides, at a field."""
        row = self._read_one(document_id)
        if row is not None:
            self._open_particulars(row, field)

    def _show_condition(self) -> None:
        if self.current is not None:
            self._open_particulars(self.current, "condition")

    def _show_particulars(self) -> None:
        if self.current is not None:
            self._open_particulars(self.current)

    def _open_particulars(self, row: DocumentRow, field: str = "title") -> None:
        # The form takes the keyboard once it is the page that is shown.
        self._pages.setCurrentWidget(self.particulars)
        self._set_widths()
        self.particulars.show_document(row, field)

    def _back_to_list(self) -> None:
        self._pages.setCurrentWidget(self._list)
        self._set_widths()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_under_check(self) -> None:
        if self.current is not None:
            self._mark("under_check", not self.current.under_check)

    def _toggle_source(self) -> None:
        if self.current is not None:
            self._mark("source", not self.current.source)

    def _mark(self, field: str, on: bool) -> None:
        row = self.current
        if row is not None:
            # Until the case has it the menu shows what the case has.
            self._enable_actions()
            self._workspace.do(Edit("document", row.id, {field: "yes" if on else "no"}))

    def _export(self) -> None:
        if self.current is not None:
            self.export_original_wanted.emit(self.current.id)

    def _remove(self) -> None:
        if self.current is not None:
            self._workspace.do(RemoveDocument(self.current.id))

    def _set_widths(self) -> None:
        # A form does not fit into the rail: while it is open the library is as wide as it needs.
        narrow = self._rail and self._pages.currentWidget() is self._list
        self.setMinimumWidth(RAIL if narrow else LEAST)
        self.setMaximumWidth(RAIL if narrow else MOST)


class _Kept:
    """Keeps the current row, what is folded and the place of scrolling while rows change."""

    def __init__(self, view: LibraryView, model: LibraryModel) -> None:
        self._view, self._model = view, model

    def __enter__(self) -> None:
        index = self._view.currentIndex()
        row = index.data(DOCUMENT_ROLE)
        self._id = row.id if row is not None else ""
        self._group = index.parent().row() if row is not None else 0
        self._place = self._view.verticalScrollBar().value()
        self._open = [self._view.isExpanded(self._model.index(at, 0)) for at in (0, 1)]

    def __exit__(self, *_: Iterable[object]) -> None:
        for at, is_open in enumerate(self._open):
            self._view.setExpanded(self._model.index(at, 0), is_open)
        now = self._view.currentIndex().data(DOCUMENT_ROLE)
        if self._id and (now is None or now.id != self._id):
            index = self._model.index_of(self._id, self._group)
            if not index.isValid():
                index = self._model.index_of(self._id)
            if index.isValid():
                self._view.setCurrentIndex(index)
        self._view.verticalScrollBar().setValue(self._place)

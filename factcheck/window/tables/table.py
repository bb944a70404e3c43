"""A big table: names and filters above, rows of 32 px, sorted and filtered by the read."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from factcheck.window import fonts
from factcheck.window.tables.cells import CellDelegate
from factcheck.window.tables.columns import Column
from factcheck.window.tables.header import FilterHeader
from factcheck.window.tables.paged import GroupRow, Key, PagedModel
from factcheck.window.tables.rows import RowsTable

ROW_HEIGHT: Final = 32
_STRETCH_LEAST: Final = 160
Row = TypeVar("Row")


class Group(NamedTuple):
    """Rows that belong together under a heading; key: the same for ever, words: as shown."""

    key: str
    words: str
    ids: Sequence[Key]


class BigTable(RowsTable, Generic[Row]):
    """A view of a `PagedModel`.

    asked: other rows or another order are wanted (filter, sort); read `wanted` and `sort_key`.
    current_changed(row or None): the current row.
    """

    asked = Signal()
    current_changed = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[Key]], Mapping[Key, Row]],
        parent: QWidget | None = None,
        *,
        sorted_by: str,
        descending: bool = False,
    ) -> None:
        super().__init__(parent)
        self.rows: PagedModel[Row] = PagedModel(columns, fetch, self)
        self.setModel(self.rows)
        self.filters = FilterHeader(columns, self)
        self.setHorizontalHeader(self.filters)
        self.filters.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.filters.setMinimumSectionSize(28)
        self._show_sort(sorted_by, descending=descending)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(fonts.scaled(ROW_HEIGHT))
        self.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW_HEIGHT))
        self._groups: Sequence[Group] = ()
        self._folded: set[str] = set()
        self.setItemDelegate(CellDelegate(self))
        for number, column in enumerate(columns):
            self.setColumnWidth(number, fonts.scaled(column.width))
        self.filters.sectionClicked.connect(self._sort_clicked)
        self.filters.filtered.connect(self.asked)
        self.selectionModel().currentRowChanged.connect(self._moved)

    # What is asked for

    @property
    def sort_key(self) -> str:
        """The read's sort key of the column by which the user sorts."""
        number = self.rows.sorted_by[0] if self.rows.sorted_by else 0
        return self.rows.columns[number].sort

    @property
    def descending(self) -> bool:
        """Whether the highest goes first."""
        return bool(self.rows.sorted_by and self.rows.sorted_by[1] == Qt.SortOrder.DescendingOrder)

    def wanted(self, key: str) -> str:
        """Give what a column is filtered by."""
        return self.filters.wanted(key)

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column, as a click on its name does."""
        self._show_sort(key, descending=descending)
        self.asked.emit()

    # Rows

    @property
    def current(self) -> Row | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def show_ids(self, ids: Sequence[Key]) -> None:
        """Show these rows; the current one and the place of scrolling stay where they still are."""
        self._groups = ()
        self._show(ids, {})

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Show rows under headings; a group that was folded stays so."""
        self._groups = groups
        ids: list[Key] = []
        headings: dict[Key, GroupRow] = {}
        for group in groups:
            folded = group.key in self._folded
            # No id of a row begins with a blank.
            heading = f" {group.key}"
            headings[heading] = GroupRow(group.words, len(group.ids), folded)
            ids.append(heading)
            if not folded:
                ids.extend(group.ids)
        self._show(ids, headings)

    def group_at(self, index: QModelIndex) -> str | None:
        """Give the key of the group that a row heads; None for other rows."""
        is_heading = self.rows.group(index.row()) is not None
        return str(self.rows.ids[index.row()])[1:] if is_heading else None

    def fold(self, key: str, folded: bool | None = None) -> None:
        """Fold a group or open it; without folded, the other way round than it is."""
        if folded is None:
            folded = key not in self._folded
        (self._folded.add if folded else self._folded.discard)(key)
        self.show_groups(self._groups)

    def _show(self, ids: Sequence[Key], headings: Mapping[Key, GroupRow]) -> None:
        current = self.currentIndex()
        kept = self.rows.ids[current.row()] if current.isValid() else None
        place = self.verticalScrollBar().value()
        same = len(ids) == len(self.rows.ids)
        self.clearSpans()
        self.rows.set_ids(ids, headings)
        if headings:
            for at, id in enumerate(ids):
                if id in headings:
                    self.setSpan(at, 0, 1, len(self.rows.columns))
        number = self.rows.number_of(kept) if kept is not None else -1
        if number >= 0:
            self.setCurrentIndex(self.rows.index(number, max(0, current.column())))
        if same or number < 0:
            self.verticalScrollBar().setValue(place)
        if number < 0:
            self.current_changed.emit(None)

    def show_id(self, id: Key) -> bool:
        """Make the row of an id the current one; False where it is not among the rows."""
        number = self.rows.number_of(id)
        if number < 0:
            return False
        self.go_to(self.rows.index(number, 0))
        return True

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold the group of the current heading with the arrow left, open it with the right one."""
        key = self.group_at(self.currentIndex())
        if key is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(key, event.key() == Qt.Key.Key_Left)
        elif key is not None and event.key() == Qt.Key.Key_Space:
            self.fold(key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Fold or open the group whose heading was clicked."""
        super().mouseReleaseEvent(event)
        key = self.group_at(self.indexAt(event.position().toPoint()))
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.fold(key)

    def toggle_current(self) -> None:
        """Fold or open a heading, choose any other row beside the chosen ones (Space)."""
        key = self.group_at(self.currentIndex())
        if key is None:
            super().toggle_current()
        else:
            self.fold(key)

    def choose_current(self) -> None:
        """Fold or open a heading, choose any other row."""
        key = self.group_at(self.currentIndex())
        if key is None:
            super().choose_current()
        else:
            self.fold(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what is left to the column that stretches."""
        super().resizeEvent(event)
        self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the rows as high as the text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "filters"):
            self.verticalHeader().setDefaultSectionSize(fonts.scaled(ROW_HEIGHT))

    # Internal

    def _stretch(self) -> None:
        room = self.viewport().width()
        for at, column in enumerate(self.rows.columns):
            self.setColumnHidden(at, room < fonts.scaled(column.from_width))
        number = next((at for at, each in enumerate(self.rows.columns) if each.stretch), None)
        if number is None:
            return
        others = sum(self.columnWidth(at) for at in range(len(self.rows.columns)) if at != number)
        left = room - others
        self.setColumnWidth(number, max(fonts.scaled(_STRETCH_LEAST), left))

    def _show_sort(self, key: str, *, descending: bool) -> None:
        number = next(at for at, column in enumerate(self.rows.columns) if column.key == key)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.filters.setSortIndicator(number, order)
        self.rows.set_sorted_by(number, order)

    def _sort_clicked(self, number: int) -> None:
        before = self.rows.sorted_by
        if not self.rows.columns[number].sort:
            if before is not None:
                self.filters.setSortIndicator(*before)
            return
        down = (
            before is not None and before[0] == number and before[1] == Qt.SortOrder.AscendingOrder
        )
        self.sort_by(self.rows.columns[number].key, descending=down)

    def _moved(self) -> None:
        self.current_changed.emit(self.current)

"""A model of any number of rows: the ids are all there, the rows are fetched by page when shown."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factcheck.text.visible import shown
from factcheck.window.icons import pixmap
from factcheck.window.tables.columns import Column
from factcheck.window.widgets.labels import plain_tip

PAGE: Final = 256
# 8,192 rows in memory at most; fewer and scrolling back would read again.
KEPT_PAGES: Final = 32

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The plain row behind an index."""
MUTED_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether a cell is painted in the muted colour."""
SHADE_ROLE: Final = Qt.ItemDataRole.UserRole + 4
"""The colour of the theme that a cell is written in; "" for that of its column."""
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""The GroupRow of a row that heads a group; None for all others."""

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
Key = int | str
Row = TypeVar("Row")


class GroupRow(NamedTuple):
    """A row that heads a group: its words, how many rows it has, whether those are folded away."""

    words: str
    rows: int
    folded: bool


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows of a read, by id.

    fetch: gives the rows of up to 256 ids (short: it runs on the window's thread); one that has
        gone from the case since is left out.
    """

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[Key]], Mapping[Key, Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._fetch = fetch
        self._ids: Sequence[Key] = ()
        self._pages: OrderedDict[int, Mapping[Key, Row]] = OrderedDict()
        self._groups: Mapping[Key, GroupRow] = {}

    # Model interface

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many rows there are; cells have none below them."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Tell how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what a cell shows or says; its page is fetched when it is asked for first."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == MUTED_ROLE:
            return column.muted
        if self._groups and (group := self.group(index.row())) is not None:
            return self._of_group(group, role)
        if role not in _READ:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        return self._of_row(row, column, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Give a column's name, with the sort order in what is said of it."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(column.tooltip)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_header(section, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    # Data access

    @property
    def ids(self) -> Sequence[Key]:
        """All ids in the order shown."""
        return self._ids

    def row(self, number: int) -> Row | None:
        """Give a row; None where it has gone from the case since the ids were read."""
        if not 0 <= number < len(self._ids):
            return None
        return self._page(number // PAGE).get(self._ids[number])

    def group(self, number: int) -> GroupRow | None:
        """Give the heading that a row is; None for a row of the read."""
        return self._groups.get(self._ids[number]) if 0 <= number < len(self._ids) else None

    def number_of(self, id: Key) -> int:
        """Give where an id stands, -1 where it does not."""
        try:
            return self._ids.index(id)
        except ValueError:
            return -1

    # Data edit

    def set_ids(self, ids: Sequence[Key], groups: Mapping[Key, GroupRow] | None = None) -> None:
        """Show other rows, or the same in another order.

        groups: which of the ids are headings, and of what.
        """
        self.beginResetModel()
        self._ids = ids
        self._groups = groups or {}
        self._pages.clear()
        self.endResetModel()

    def set_sorted_by(self, section: int, order: Qt.SortOrder) -> None:
        """Say in the header by what the ids are sorted."""
        self.sorted_by = (section, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def read_again(self) -> None:
        """Forget what was read of the rows, as they were changed; their order stays."""
        self._pages.clear()
        if self._ids:
            self.dataChanged.emit(
                self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1)
            )

    # Internal

    def _page(self, number: int) -> Mapping[Key, Row]:
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            page = self._fetch([id for id in ids if id not in self._groups])
            self._pages[number] = page
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    def _of_group(self, group: GroupRow, role: int) -> object:
        if role == GROUP_ROLE:
            return group
        if role == Qt.ItemDataRole.DisplayRole:
            return group.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = self.tr("folded") if group.folded else self.tr("open")
            return f"{group.words}, {group.rows}, {state}"
        return None

    def _of_row(self, row: Row, column: Column[Row], role: int) -> object:
        if role == ROW_ROLE:
            return row
        if role == SHADE_ROLE:
            return column.shade(row) if column.shade is not None else ""
        if role == Qt.ItemDataRole.DecorationRole:
            picture = column.picture(row) if column.picture is not None else None
            return None if picture is None else pixmap(picture.icon, picture.color, ratio=2.0)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = column.spoken(row) if column.spoken is not None else column.text(row)
            return f"{column.tooltip}: {said}" if column.right else said
        words = shown(column.text(row))
        return plain_tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def _spoken_header(self, section: int, column: Column[Row]) -> str:
        if self.sorted_by is None or self.sorted_by[0] != section:
            return column.tooltip
        if self.sorted_by[1] == Qt.SortOrder.AscendingOrder:
            return self.tr("{0}, sorted, lowest first").format(column.tooltip)
        return self.tr("{0}, sorted, highest first").format(column.tooltip)


_READ: Final = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.AccessibleTextRole,
        ROW_ROLE,
        SHADE_ROLE,
    }
)

"""How a view of a big table is laid out: side, heading, table, details beneath."""

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.tables.side import TableSide
from factcheck.window.tables.table import BigTable
from factcheck.window.widgets.headers import PaneHeader
from factcheck.window.widgets.labels import EmptyState, InlineError

_SIDE, _NARROW_SIDE, _NARROW = 252, 184, 1100
_DETAILS: Final = 186
_LOW: Final = 700
_LOW_DETAILS: Final = 132


class TablePage(QWidget):
    """Arranges the parts; `say_empty` covers the rows, never the filters."""

    def __init__(
        self,
        side: TableSide,
        header: PaneHeader,
        table: BigTable[Any],
        details: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._narrow: bool | None = None
        self.error = InlineError()
        self._empty = EmptyState("", table)
        self._empty.hide()
        self._rows = QSplitter(Qt.Orientation.Vertical)
        self._rows.setChildrenCollapsible(False)
        self._rows.addWidget(table)
        self._rows.addWidget(details)
        self._rows.setStretchFactor(0, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.error)
        column.addWidget(self._rows, 1)
        self._whole = QSplitter(Qt.Orientation.Horizontal)
        self._whole.setChildrenCollapsible(False)
        self._whole.addWidget(side)
        self._whole.addWidget(right)
        self._whole.setStretchFactor(1, 1)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._whole)
        self._sized = False

    def say_empty(self, words: str) -> None:
        """Say why there are no rows, "" where there are some."""
        self._empty.set_text(words)
        self._empty.setVisible(bool(words))
        self._place_empty()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the side less in a narrow window, the details their height at first."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            side = fonts.scaled(_NARROW_SIDE if narrow else _SIDE)
            self._whole.setSizes([side, self.width() - side])
        if not self._sized and self.height() > 400:
            self._sized = True
            details = fonts.scaled(_DETAILS if self.height() > _LOW else _LOW_DETAILS)
            self._rows.setSizes([self.height() - details - 44, details])
        self._place_empty()

    def _place_empty(self) -> None:
        self._empty.setGeometry(self._table.viewport().geometry())

"""The table of the grid: cells to step through, claims and documents that stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from factcheck.window import fonts
from factcheck.window.grid.delegate import ROW_HEIGHT, CellDelegate
from factcheck.window.grid.headers import CLAIMS, NARROW_CLAIMS, ClaimHeader, DocumentHeader
from factcheck.window.grid.model import GridModel
from factcheck.window.tables.rows import RowsTable
from factcheck.window.theme import Theme
from factcheck.window.widgets.labels import PlainLabel

Index = QModelIndex | QPersistentModelIndex

_LEAST: Final = 148
_MOST: Final = 260
_NARROW: Final = 1100


class GridTable(RowsTable):
    """Cells of claims and documents. cell_changed(QModelIndex): the current cell is another."""

    cell_changed = Signal(QModelIndex)

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = model
        self.claims = ClaimHeader(self)
        self.documents = DocumentHeader(self)
        self.setVerticalHeader(self.claims)
        self.setHorizontalHeader(self.documents)
        self.setModel(model)
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.claims.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.claims.setDefaultSectionSize(fonts.scaled(ROW_HEIGHT))
        self.documents.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.documents.setMinimumSectionSize(fonts.scaled(_LEAST))
        self._corner = PlainLabel(self.tr("Claim"), "heading", parent=self)
        self._corner.setContentsMargins(10, 0, 0, 0)
        model.modelReset.connect(self._fit)
        self.claims.geometriesChanged.connect(self._place_corner)
        self.documents.geometriesChanged.connect(self._place_corner)
        self.selectionModel().currentChanged.connect(self._moved)
        Theme.notifier().changed.connect(self.viewport().update)

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current and the selected one, in sight."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self.scrollTo(index)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Paint anew what is in sight; Qt would for rows that are not, which are most of them."""
        low, high = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        if last.row() >= low and (high < 0 or first.row() <= high):
            super().dataChanged(first, last, roles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < fonts.scaled(_NARROW)
        wide = NARROW_CLAIMS if narrow else CLAIMS
        if wide != self.claims.wide:
            self.claims.wide = wide
            self.updateGeometries()
        count = max(1, len(self.grid.documents))
        room = (self.width() - fonts.scaled(wide) - 12) // count
        self.documents.setDefaultSectionSize(
            max(fonts.scaled(_LEAST), min(fonts.scaled(_MOST), room))
        )
        self._place_corner()

    def _place_corner(self) -> None:
        """Keep the word for the claims above them."""
        self._corner.setGeometry(0, 0, self.claims.width(), self.documents.height())

    def _moved(self, index: QModelIndex) -> None:
        # The claim of the current cell is marked too.
        self.claims.viewport().update()
        self.cell_changed.emit(index)

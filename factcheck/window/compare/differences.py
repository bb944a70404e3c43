"""The table of what differs and what agrees, under the two texts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.window import fonts
from factcheck.window.compare.compared import letter
from factcheck.window.evidence.told import Told
from factcheck.window.tables.columns import Column
from factcheck.window.tables.paged import Key
from factcheck.window.tables.table import BigTable
from factcheck.window.widgets.headers import SectionHeader
from factcheck.window.widgets.labels import EmptyState, PlainLabel

Row = tuple[str, Told]
"""The letter by which a thing is found in both texts, and what is told of it."""

_HEIGHT = 190
_LEAST = 96
# Narrower, the column of the reasons is hidden.
_WIDE = 900


class ToldColumns(QObject):
    """The columns in the user's language."""

    def columns(self) -> tuple[Column[Row], ...]:
        """Give all columns in their order; what agrees is muted."""
        return (
            Column("letter", "", self.tr("Letter in both texts"), lambda row: row[0], width=34,
                   shade=_shade),
            Column("kind", self.tr("Kind"), self.tr("What differs or agrees"),
                   lambda row: f"{'≠' if row[1].differs else '='} {row[1].kind}", width=130,
                   shade=_shade, spoken=self._spoken),
            Column("claim", self.tr("The claim says"), self.tr("The claim says"),
                   lambda row: row[1].claim, width=230, shade=_quiet),
            Column("evidence", self.tr("The evidence says"), self.tr("The evidence says"),
                   lambda row: row[1].evidence, width=230, shade=_quiet),
            Column("why", self.tr("Why"), self.tr("Why"), lambda row: row[1].why, stretch=True,
                   shade=_quiet, from_width=_WIDE),
        )  # fmt: skip

    def _spoken(self, row: Row) -> str:
        words = self.tr("differs: {0}") if row[1].differs else self.tr("agrees: {0}")
        return words.format(row[1].kind)


class Differences(QWidget):
    """What differs, then what agrees; wanted(number): show both places of a row."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Key, Row] = {}
        self._words = ToldColumns()
        self.header = SectionHeader(self.tr("Differences"), folds=False)
        self.header.add(
            PlainLabel(self.tr("The program compares. You decide what it means."), "second")
        )
        self.table: BigTable[Row] = BigTable(self._words.columns(), self._page, sorted_by="letter")
        self.table.setAccessibleName(self.tr("Differences"))
        self.why = PlainLabel("", "second")
        self.why.setWordWrap(True)
        self.why.setContentsMargins(16, 4, 16, 4)
        self.empty = EmptyState("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.table)
        self.table.current_changed.connect(self._show_why)
        self.table.chosen.connect(self._choose)

    def show_told(self, told: Sequence[Told], nothing: str) -> None:
        """Show these; nothing: what is said where there are none."""
        self._rows = {number: (letter(number), each) for number, each in enumerate(told)}
        self.table.rows.read_again()
        self.table.show_ids(list(self._rows))
        self.table.setVisible(bool(told))
        self.empty.set_text(nothing)
        self.empty.setVisible(not told)
        if told and not self.table.currentIndex().isValid():
            self.table.go_to(self.table.rows.index(0, 0))
        self._show_why(self.table.current if told else None)

    def go_to(self, number: int) -> None:
        """Make a row the current one."""
        self.table.show_id(number)

    def current(self) -> int | None:
        """Give the number of the current row, None where there is none."""
        index = self.table.currentIndex()
        return index.row() if self._rows and index.isValid() else None

    def sizeHint(self) -> QSize:
        """Ask for a few rows."""
        return QSize(600, fonts.scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Be content with two."""
        return QSize(300, fonts.scaled(_LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the reason beneath where its column has no room."""
        super().resizeEvent(event)
        self._show_why(self.table.current if self._rows else None)

    def _page(self, ids: Sequence[Key]) -> dict[Key, Row]:
        return {id: self._rows[id] for id in ids if id in self._rows}

    def _show_why(self, row: Row | None) -> None:
        self.why.setText(row[1].why if row is not None else "")
        narrow = self.width() < fonts.scaled(_WIDE)
        self.why.setVisible(row is not None and narrow)

    def _choose(self) -> None:
        number = self.current()
        if number is not None:
            self.wanted.emit(number)


def _shade(row: Row) -> str:
    return "contradicts.line" if row[1].differs else "muted"


def _quiet(row: Row) -> str:
    return "" if row[1].differs else "muted"

"""The first rows of a sheet, with a choice over each column of what it says."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableWidget, QTableWidgetItem, QWidget

from factcheck.ingest.sheets import FIELDS, Sheet
from factcheck.window import fonts
from factcheck.window.sheets.mapping import word_for_field

PREVIEWED: Final = 6
_WIDE: Final = 170
_LONGEST: Final = 200


class MappingTable(QTableWidget):
    """`changed`: a column says something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setAccessibleName(self.tr("First rows of the sheet"))
        self._choices: list[QComboBox] = []

    def show_sheet(self, sheet: Sheet, columns: Mapping[str, int]) -> None:
        """Show another sheet with what its columns say."""
        self.clear()
        self.setColumnCount(len(sheet.header))
        shown = sheet.rows[:PREVIEWED]
        self.setRowCount(1 + len(shown))
        self.setHorizontalHeaderLabels([name or "–" for name in sheet.header])
        self._choices = [self._choice(name) for name in sheet.header]
        for at, choice in enumerate(self._choices):
            self.setCellWidget(0, at, choice)
            self.setColumnWidth(at, fonts.scaled(_WIDE))
        for number, row in enumerate(shown, 1):
            for at, cell in enumerate(row):
                line = " ".join(cell.split())
                self.setItem(number, at, QTableWidgetItem(line[:_LONGEST]))
        self.setRowHeight(0, fonts.scaled(36))
        self.set_columns(columns)

    def columns(self) -> dict[str, int]:
        """Give field to column as it is chosen."""
        return {
            str(choice.currentData()): at
            for at, choice in enumerate(self._choices)
            if choice.currentData()
        }

    def set_columns(self, columns: Mapping[str, int]) -> None:
        """Choose what each column says."""
        by_column = {at: field for field, at in columns.items()}
        for at, choice in enumerate(self._choices):
            with QSignalBlocker(choice):
                choice.setCurrentIndex(max(0, choice.findData(by_column.get(at, ""))))
        self.changed.emit()

    def choices(self) -> Sequence[QComboBox]:
        """Give the choices, one a column."""
        return self._choices

    def _choice(self, name: str) -> QComboBox:
        choice = QComboBox()
        choice.setAccessibleName(self.tr("What the column “{0}” says").format(name))
        choice.addItem(self.tr("not used"), "")
        for field in FIELDS:
            choice.addItem(word_for_field(field), field)
        choice.currentIndexChanged.connect(self._chosen)
        return choice

    def _chosen(self) -> None:
        sender = self.sender()
        for other in self._choices:
            # A field stands in one column only: the newest choice has it.
            if other is not sender and isinstance(sender, QComboBox):
                taken = sender.currentData() and other.currentData() == sender.currentData()
                if taken:
                    with QSignalBlocker(other):
                        other.setCurrentIndex(0)
        self.changed.emit()

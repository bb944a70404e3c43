"""The history of a claim with what filters it; the filters appear where there is much to filter."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from factcheck.window.history.filters import HistoryFilters
from factcheck.window.history.list import HistoryList

_FROM: Final = 6
"""Lines from which on filtering helps more than it takes room."""


class HistoryPane(QWidget):
    """Holds a list and its filters; another claim begins with all of its entries."""

    def __init__(self, history: HistoryList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = history
        self.filters = HistoryFilters()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(history, 1)
        self.filters.hide()
        self.filters.changed.connect(history.show_only)
        history.filled.connect(self._filled)

    def _filled(self, other: bool) -> None:
        if other:
            self.filters.clear()
        lines = self.list.all_lines
        self.filters.offer((line.kind for line in lines), sorted({line.by for line in lines}))
        self.filters.setVisible(len(lines) >= _FROM)

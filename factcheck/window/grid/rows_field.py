"""The field that narrows the grid to the claims of an article, an event or a tag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from factcheck.case.read.grid import ALL_CLAIMS, GridChoice

if TYPE_CHECKING:
    from factcheck.case.read.grid import GridChoices

_Offered = tuple[str, GridChoice]


class RowsField(QComboBox):
    """wanted(GridChoice): other claims are to be shown."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Claims of the grid"))
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(22)
        self.currentIndexChanged.connect(self._chosen)

    def offer(self, choices: GridChoices, shown: GridChoice) -> None:
        """Offer what there is in the case; shown: what is shown now."""
        offered: list[_Offered] = [(self.tr("All claims"), ALL_CLAIMS)]
        article, event, tag = self.tr("Article: {0}"), self.tr("Event: {0}"), self.tr("Tag: {0}")
        offered += _named(article, ((title, GridChoice(id)) for id, title in choices.articles))
        offered += _named(event, ((each, GridChoice(event=each)) for each in choices.events))
        offered += _named(tag, ((each, GridChoice(tag=each)) for each in choices.tags))
        found = [choice for _, choice in offered]
        with QSignalBlocker(self):
            self.clear()
            for words, choice in offered:
                self.addItem(words, choice)
            self.setCurrentIndex(found.index(shown) if shown in found else 0)

    def _chosen(self) -> None:
        # Qt gives a named tuple back as a plain one.
        self.wanted.emit(GridChoice(*self.currentData()))


def _named(words: str, choices: Iterable[_Offered]) -> list[_Offered]:
    return [(words.format(" ".join(name.split())), choice) for name, choice in choices]

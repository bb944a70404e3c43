"""The ratings of a scale as two columns of buttons; of a long scale eight and *9 More*."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QMenu, QWidget

from factcheck.case.read.verdicts import RatingRow
from factcheck.window.claims.rating_button import MoreRatings, RatingButton
from factcheck.window.icons import icon
from factcheck.window.rating_shapes import Shape, color_of, icon_of

DIRECT: Final = 9


class RatingsGrid(QWidget):
    """`chosen(label)`: a rating was chosen, by click, by key, or from the menu of more."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self._buttons: list[RatingButton] = []
        self._behind: Sequence[RatingRow] = ()
        self._more: MoreRatings | None = None
        self._group: QButtonGroup | None = None

    def set_ratings(self, ratings: Sequence[RatingRow]) -> None:
        """Show the ratings of a scale."""
        self._clear()
        direct = ratings if len(ratings) <= DIRECT else ratings[: DIRECT - 1]
        self._behind = ratings[len(direct) :]
        # Arrows move within a group; it is not exclusive, so that moving chooses nothing.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for number, rating in enumerate(direct):
            button = RatingButton(
                str(number + 1), rating.label, shape_of_row(rating), rating.meaning
            )
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            self._buttons.append(button)
            self._grid.addWidget(button, number // 2, number % 2)
        if self._behind:
            self._more = MoreRatings(", ".join(rating.label for rating in self._behind))
            self._more.clicked.connect(self._open_more)
            self._group.addButton(self._more)
            self._grid.addWidget(self._more, (len(direct) + 1) // 2, 0, 1, 2)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def choose_number(self, number: int) -> bool:
        """Choose by key, 1 to 9; False where no rating has that key."""
        if number == DIRECT and self._more is not None:
            self._open_more()
            return True
        if not 1 <= number <= len(self._buttons):
            return False
        self.chosen.emit(self._buttons[number - 1].rating)
        return True

    def show_chosen(self, label: str) -> None:
        """Show which rating is chosen, "" for none."""
        for button in self._buttons:
            button.setChecked(button.rating == label)
        if self._more is not None:
            is_behind = any(rating.label == label for rating in self._behind)
            self._more.set_chosen(label if is_behind else "")

    # Internal

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons = []
        self._behind = ()
        self._more = None
        if self._group is not None:
            self._group.deleteLater()
            self._group = None

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RatingButton):
            self.chosen.emit(button.rating)

    def _open_more(self) -> None:
        if self._more is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, rating in enumerate(self._behind, 1):
            shape = shape_of_row(rating)
            # A single & would make the next letter an accelerator; the digit is the one.
            label = rating.label.replace("&", "&&")
            text = f"&{number} {label}" if number <= DIRECT else label
            action = QAction(icon(icon_of(shape), color_of(shape)), text, menu)
            action.setData(rating.label)
            action.triggered.connect(self._chosen_behind)
            menu.addAction(action)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _chosen_behind(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))


def shape_of_row(rating: RatingRow) -> Shape:
    """Give the shape of a rating as its scale names it."""
    return rating.shape  # type: ignore[return-value]  # the schema allows these words only

"""The places of a claim that stands in several, or whose place is lost."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from factcheck.case.read.claims import PlaceRow
from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.widgets.labels import plain_tip


class Placed(NamedTuple):
    """A place and where it stands in words."""

    row: PlaceRow
    words: str


class PlacesList(QWidget):
    """One flat button a place. `place_wanted(PlaceRow)`: show it in its article."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Placed] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_places(self, places: Sequence[Placed]) -> None:
        """Show places; a single one that stands where it was marked needs no line."""
        shown = places if len(places) > 1 or any(_is_lost(each) for each in places) else ()
        if shown == self._places:
            return
        self._places = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, placed in enumerate(shown):
            self._column.addWidget(self._button(number, placed))
        self.setVisible(bool(shown))

    def _button(self, number: int, placed: Placed) -> QToolButton:
        words = f"{placed.words} · {placed.row.document_title}"
        if _is_lost(placed):
            words = self.tr("Place lost · {0}").format(placed.row.document_title)
        button = QToolButton()
        # A lone & would be taken for an accelerator.
        button.setText(words.replace("&", "&&"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setObjectName(str(number))
        button.setFont(fonts.second_font())
        button.setToolTip(plain_tip(placed.row.quote))
        dress(button, "broken-link" if _is_lost(placed) else "chevron-right", "muted")
        button.clicked.connect(self._clicked)
        return button

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.place_wanted.emit(self._places[int(button.objectName())].row)


def _is_lost(placed: Placed) -> bool:
    return placed.row.state == "lost"

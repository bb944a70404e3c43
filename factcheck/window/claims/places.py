"""The places of a claim that stands in several, or whose place a new version changed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from factcheck.case.read.claims import PlaceRow
from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.widgets.labels import plain_tip

_ICONS = {"lost": "broken-link", "ambiguous": "copy", "edited": "recheck"}


class Placed(NamedTuple):
    """A place and where it stands in words."""

    row: PlaceRow
    words: str


class PlacesList(QWidget):
    """A row a place: its words show it in its article, two small buttons adjust and remove it.

    place_wanted(PlaceRow): show it. adjust_wanted(PlaceRow): move its ends.
    remove_wanted(PlaceRow): take it from the claim.
    """

    place_wanted = Signal(object)
    adjust_wanted = Signal(object)
    remove_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: Sequence[Placed] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_places(self, places: Sequence[Placed]) -> None:
        """Show places; a single one that stands where it was marked needs no line."""
        shown = places if len(places) > 1 or any(_is_changed(each) for each in places) else ()
        if shown == self._places:
            return
        self._places = shown
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, placed in enumerate(shown):
            self._column.addWidget(self._line(number, placed))
        self.setVisible(bool(shown))

    def focused(self) -> PlaceRow | None:
        """Give the place whose row has the keyboard."""
        focused = self.focusWidget()
        if not isinstance(focused, QToolButton) or not focused.hasFocus():
            return None
        return self._places[int(focused.objectName())].row

    def _line(self, number: int, placed: Placed) -> QWidget:
        changed = _is_changed(placed)
        where = self._state(placed) if changed else placed.words
        words = f"{where} · {placed.row.document_title}"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        show = self._button(number, _ICONS.get(placed.row.state, "chevron-right"))
        # A lone & would be taken for an accelerator.
        show.setText(words.replace("&", "&&"))
        show.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        show.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        show.setFont(fonts.second_font())
        show.setToolTip(plain_tip(placed.row.quote))
        show.clicked.connect(self._show_wanted)
        row.addWidget(show, 1)
        for icon, name, slot in (
            ("pencil", self.tr("Adjust the ends (A)"), self._adjust),
            ("cross", self.tr("Remove this place (Delete)"), self._remove),
        ):
            button = self._button(number, icon)
            button.setFixedSize(24, 24)
            button.setToolTip(name)
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(slot)
            row.addWidget(button)
        return line

    def _state(self, placed: Placed) -> str:
        return {
            "lost": self.tr("Place lost"),
            "ambiguous": self.tr("In several places now"),
            "edited": self.tr("Edited in a new version"),
        }[placed.row.state]

    def _button(self, number: int, icon: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setObjectName(str(number))
        # Tool buttons take no focus by Tab unless told to.
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        dress(button, icon, "muted")
        return button

    def _sender(self) -> PlaceRow:
        return self._places[int(self.sender().objectName())].row

    def _show_wanted(self) -> None:
        self.place_wanted.emit(self._sender())

    def _adjust(self) -> None:
        self.adjust_wanted.emit(self._sender())

    def _remove(self) -> None:
        self.remove_wanted.emit(self._sender())


def _is_changed(placed: Placed) -> bool:
    return placed.row.state in _ICONS

"""Which version a reader shows: a button in its head that lists them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStyleOptionToolButton, QToolButton, QWidget

from factcheck.case.read.revising import VersionRow
from factcheck.window import fonts
from factcheck.window.icons import dress
from factcheck.window.revisions.words import name_of_version
from factcheck.window.times import day_and_time, given_date


class VersionPicker(QToolButton):
    """Hidden while a document has one version. chosen(str): the id of the version to show."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[VersionRow] = ()
        self._shown = ""
        self.setAutoRaise(True)
        self.setFont(fonts.second_font())
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(self, "clock")
        self.setMenu(QMenu(self))
        self.hide()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """Say nothing of the menu to the style: there is no other half to press."""
        super().initStyleOption(option)
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu

    def set_versions(self, newest_first: Sequence[VersionRow], shown: str) -> None:
        """List these versions; shown: the id of the one in the reader."""
        self._rows, self._shown = tuple(newest_first), shown
        self.setVisible(len(newest_first) > 1)
        menu = self.menu()
        menu.clear()
        for row in newest_first:
            action = menu.addAction(self._line(row).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id == shown)
            action.setData(row.id)
            action.triggered.connect(self._choose)
            if row.id == shown:
                self._name(row)

    def step(self, by: int) -> bool:
        """Show the version after (1) or before (-1) the one that is shown; False without one."""
        ids = [row.id for row in reversed(self._rows)]
        at = ids.index(self._shown) + by if self._shown in ids else -1
        if not 0 <= at < len(ids):
            return False
        self.chosen.emit(ids[at])
        return True

    def neighbour(self) -> VersionRow | None:
        """Give what the shown version is compared with: the one before, of the first the next."""
        ids = [row.id for row in self._rows]
        if self._shown not in ids or len(ids) < 2:
            return None
        at = ids.index(self._shown)
        # What is shown of an older version is what the next one no longer has.
        return self._rows[1] if at == 0 else self._rows[at - 1]

    def _name(self, row: VersionRow) -> None:
        count = len(self._rows)
        words = self.tr("Version {0} of {1}").format(row.number, count)
        self.setText(words if row.number == count else self.tr("{0}, to read only").format(words))
        self.setAccessibleName(self.text())
        self.setToolTip(self.tr("Other versions (Alt+Up, Alt+Down)"))

    def _line(self, row: VersionRow) -> str:
        name = name_of_version(row.number, row.label)
        published = given_date(row.published)
        if published:
            return self.tr("{0} · published {1}").format(name, published)
        received = row.received_at
        # As the case stores it, or as somebody gave it.
        when = day_and_time(received) if received.endswith("Z") else given_date(received)
        return self.tr("{0} · received {1}").format(name, when)

    def _choose(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))

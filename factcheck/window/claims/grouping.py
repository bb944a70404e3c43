"""The button that groups the table of claims, and the headings of its groups."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from factcheck.case.read.claim_list import ClaimGroup, GroupBy
from factcheck.window.claims.due import tell_due
from factcheck.window.claims.words import word_for_priority, word_for_state
from factcheck.window.icons import dress
from factcheck.window.tables.table import Group


class GroupButton(QToolButton):
    """Says by what the rows are grouped; its menu changes it. `wanted`: another grouping."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key: GroupBy | None = None
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(self.tr("Group the claims (Shift+G)"))
        dress(self, "chevron-down", "muted")
        self.clicked.connect(self.open_menu)
        self._show()

    @property
    def key(self) -> GroupBy | None:
        """By what is grouped; None for not at all."""
        return self._key

    def choose(self, key: GroupBy | None) -> None:
        """Group by something else."""
        if key != self._key:
            self._key = key
            self._show()
            self.wanted.emit()

    def groups(self, found: Sequence[ClaimGroup]) -> list[Group]:
        """Give groups of the read their headings in the user's language."""
        return [Group(f"{self._key} {group.key}", self._words(group), group.ids) for group in found]

    def open_menu(self) -> None:
        """Offer what can be grouped by."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        only_one = QActionGroup(menu)
        for key, words in self._choices():
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(key == self._key)
            action.setData(key)
            action.triggered.connect(self._chosen)
            only_one.addAction(action)
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    # Internal

    def _choices(self) -> tuple[tuple[GroupBy | None, str], ...]:
        return (
            (None, self.tr("nothing")),
            ("state", self.tr("state")),
            ("assigned_to", self.tr("who it is assigned to")),
            ("due", self.tr("due date")),
            ("priority", self.tr("priority")),
            ("article", self.tr("article")),
            ("speaker", self.tr("speaker")),
        )

    def _show(self) -> None:
        words = dict(self._choices())[self._key]
        told = self.tr("Group by") if self._key is None else self.tr("Grouped by {0}").format(words)
        self.setText(told)
        self.setAccessibleName(told)

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.choose(action.data())

    def _words(self, group: ClaimGroup) -> str:
        if self._key == "state":
            return word_for_state(group.key)
        if self._key == "priority":
            return word_for_priority(group.key)
        if group.key:
            return tell_due(group.key) if self._key == "due" else group.title
        return {
            "assigned_to": self.tr("Nobody"),
            "due": self.tr("No deadline"),
            "article": self.tr("In no article"),
            "speaker": self.tr("Speaker not given"),
        }[self._key or "due"]

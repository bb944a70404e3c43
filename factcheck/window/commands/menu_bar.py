"""The menu bar: its menus and their sections; each command says in which section it stands."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from factcheck.text.visible import shown
from factcheck.window.commands.command import Command
from factcheck.window.widgets.labels import plain_tip

_BEFORE_RECENT: Final = "open-case"
"""The command after which the submenu of recent cases stands."""


class Menu(NamedTuple):
    """One menu: its name, its title with a mnemonic, its sections with a line between two."""

    name: str
    title: str
    sections: tuple[str, ...]


class MenuBar(QObject):
    """The menus in the user's language, in their order."""

    def menus(self) -> tuple[Menu, ...]:
        """Give all menus; one without a command stays away."""
        return (
            Menu("file", self.tr("&File"), ("case", "documents", "exchange", "settings", "quit")),
            Menu("edit", self.tr("&Edit"), ("undo", "words", "hints", "rows")),
            Menu("view", self.tr("&View"), ("views", "compare", "panes", "zoom", "focus", "trail")),
            Menu(
                "document",
                self.tr("&Document"),
                ("open", "kind", "versions", "places", "read", "lines", "checks", "note", "remove"),
            ),
            Menu(
                "claim",
                self.tr("&Claim"),
                ("mark", "move", "work", "requests", "lists", "history", "remove"),
            ),
            Menu("evidence", self.tr("Evide&nce"), ("link", "several", "links", "find")),
            Menu("verdict", self.tr("Ve&rdict"), ("rate", "record", "review", "publish")),
            Menu("find", self.tr("F&ind"), ("case", "text", "copies")),
            Menu(
                "case",
                self.tr("C&ase"),
                ("about", "rules", "log", "redact", "earlier", "safety"),
            ),
            Menu("help", self.tr("&Help"), ("help",)),
        )


class RecentMenu(QMenu):
    """The cases opened last; chosen(Path) when one is wanted. Disabled while there is none."""

    chosen = Signal(object)  # Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Open a recent case"))
        self.setToolTipsVisible(True)
        self.set_paths(())

    def set_paths(self, paths: Sequence[Path]) -> None:
        """List these cases, newest first; two of the same name are told apart by their folder."""
        self.clear()
        names = [path.stem for path in paths]
        for path in paths:
            twice = names.count(path.stem) > 1
            words = f"{path.stem} ({path.parent.name})" if twice else path.stem
            action = self.addAction(_without_mnemonic(shown(words)))
            action.setToolTip(plain_tip(str(path)))
            action.setData(str(path))
            action.triggered.connect(self._chosen)
        self.setEnabled(bool(paths))

    @Slot()
    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(Path(str(action.data())))


def fill_menu_bar(
    menu_bar: QMenuBar, commands: Iterable[Command], actions: Mapping[str, QAction]
) -> RecentMenu:
    """Put each command where it says; gives the submenu of recent cases. Call once.

    Raises ValueError where a command names a menu or a section that there is not.
    """
    recent = RecentMenu(menu_bar)
    sections = by_section(commands)
    for menu in MenuBar().menus():
        filled = [sections[f"{menu.name}/{name}"] for name in menu.sections]
        shown = menu_bar.addMenu(menu.title) if any(filled) else None
        for members in filter(None, filled):
            if shown is None:
                break
            if shown.actions():
                shown.addSeparator()
            for command in members:
                shown.addAction(_in_its_role(command.id, actions[command.id]))
                if command.id == _BEFORE_RECENT:
                    shown.addMenu(recent)
    return recent


def by_section(commands: Iterable[Command]) -> dict[str, list[Command]]:
    """Return the commands of each section of each menu, "menu/section", in their order.

    Raises ValueError where a command names a section that there is not.
    """
    found: dict[str, list[Command]] = {
        f"{menu.name}/{section}": [] for menu in MenuBar().menus() for section in menu.sections
    }
    for command in commands:
        if command.menu not in found:
            raise ValueError(f"{command.id} names a section of a menu that there is not")
        found[command.menu].append(command)
    return found


def _in_its_role(id: str, action: QAction) -> QAction:
    """Say which actions macOS moves into the menu of the program; Qt would guess by their words."""
    roles = {
        "quit": QAction.MenuRole.QuitRole,
        "about": QAction.MenuRole.AboutRole,
        "settings": QAction.MenuRole.PreferencesRole,
    }
    action.setMenuRole(roles.get(id, QAction.MenuRole.NoRole))
    return action


def _without_mnemonic(words: str) -> str:
    return words.replace("&", "&&")

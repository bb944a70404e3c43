"""The actions of the window: one for each command that does something here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from factcheck.window.check_keys import (
    CHECK_KEYS,
    CLAIM_STEPS,
    COMPARE_KEYS,
    COPY_KEYS,
    GRID_KEYS,
    PANE_KEYS,
    REVIEW_KEYS,
    ROW_KEYS,
    VERDICT_KEYS,
)
from factcheck.window.keys import Command, KeyTable, Where, make_actions
from factcheck.window.menus import MenuTable
from factcheck.window.settings import Settings
from factcheck.window.single_keys import SingleKeys

# What can be done while no case is open.
_WITHOUT_CASE = frozenset(
    {
        "new-case",
        "open-case",
        "sample-case",
        "settings",
        "keys",
        "keys-here",
        "palette",
        "checker",
        "about",
        "quit",
    }
)
# Names of changes are set with them: whether these can be used is decided there.
_BY_NAME = frozenset({"undo", "redo"})
_CHECK_ONLY = frozenset(CHECK_KEYS) - ROW_KEYS
_WITH_PANES = ("check", "places", "copies", "compare")
_WITH_CLAIMS = ("check", "claims", "ledger", "compare", "grid")
_WITH_VERDICTS = ("check", "claims", "ledger")


class Commands(QObject):
    """Actions by name, made for the commands that have a handler, and the keys that stand alone.

    handlers: what each command does; a command without one does not exist in this window.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        handlers: Mapping[str, Callable[[], object]],
    ) -> None:
        super().__init__(window)
        self._handlers = dict(handlers)
        self._settings = settings
        self._is_open = False
        self._view = "check"
        every = (*KeyTable().commands(), *MenuTable().commands())
        self.commands: tuple[Command, ...] = tuple(
            command for command in every if command.action in handlers
        )
        self.actions = make_actions(window, self.commands, settings.changed_keys())
        for action in self.actions.values():
            action.triggered.connect(self._do)
        self.keys = SingleKeys(window, self.commands, self.actions, settings.changed_keys())
        self.keys.enabled = settings.single_keys
        self.keys.watch(window, Where.READER_AND_LISTS)

    def watch(self, parts: list[tuple[QWidget, Where]]) -> None:
        """Let single keys act in these readers and lists of a view that was built just now."""
        for part, where in parts:
            self.keys.watch(part, where)

    def set_case_open(self, is_open: bool) -> None:
        """Enable what needs a case only while one is open."""
        self._is_open = is_open
        self._enable()

    def set_view(self, name: str) -> None:
        """Enable what acts in the check view only while that is shown: nobody sees it act else."""
        self._view = name
        self._enable()

    def _enable(self) -> None:
        for name, action in self.actions.items():
            hidden = self._view != "check" and name in _CHECK_ONLY
            hidden = hidden and not (self._view == "compare" and name in CLAIM_STEPS)
            hidden = hidden and not (self._view == "grid" and name in GRID_KEYS)
            hidden = hidden or (self._view != "places" and name in REVIEW_KEYS)
            hidden = hidden or (self._view != "copies" and name in COPY_KEYS)
            hidden = hidden or (self._view != "compare" and name in COMPARE_KEYS)
            hidden = hidden or (self._view not in _WITH_CLAIMS and name == "side-by-side")
            hidden = hidden or (self._view not in _WITH_PANES and name in PANE_KEYS)
            hidden = hidden or (self._view not in _WITH_VERDICTS and name in VERDICT_KEYS)
            if name not in _BY_NAME:
                action.setEnabled(name in _WITHOUT_CASE or (self._is_open and not hidden))

    def _do(self) -> None:
        self._handlers[self.sender().objectName()]()

"""The actions of the window: one for each command, enabled as the command says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from factcheck.window.commands.command import Command, Context, Where, is_single, keys_of
from factcheck.window.commands.single_keys import SingleKeys
from factcheck.window.settings import Settings


class Commands(QObject):
    """Actions by the id of their command, and the keys that stand alone.

    before_work: called before each command that does not only look.
    """

    def __init__(
        self,
        window: QMainWindow,
        settings: Settings,
        commands: Sequence[Command],
        before_work: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(window)
        self.all = tuple(commands)
        self._by_id = {command.id: command for command in self.all}
        self._before_work = before_work
        self._now = Context()
        changed = settings.changed_keys()
        self.actions = make_actions(window, self.all, changed)
        for action in self.actions.values():
            action.triggered.connect(self._run)
        self.keys = SingleKeys(window, self.all, self.actions, changed)
        self.keys.enabled = settings.single_keys
        self.keys.watch(window, Where.READER_AND_LISTS)
        self._enable()

    def watch(self, parts: list[tuple[QWidget, Where]]) -> None:
        """Let single keys act in these readers and lists of a view that was built just now."""
        for part, where in parts:
            self.keys.watch(part, where)

    def set_case_open(self, is_open: bool) -> None:
        """Enable what needs a case only while one is open."""
        self._now = self._now._replace(has_case=is_open)
        self._enable()

    def set_view(self, name: str) -> None:
        """Enable what acts in one view only while that is shown: nobody sees it act else."""
        self._now = self._now._replace(view=name)
        self._enable()

    def set_undo(self, undo: str, redo: str) -> None:
        """Name what would be taken back and done again, "" for nothing."""
        self._now = self._now._replace(undo=undo, redo=redo)
        self._enable()

    def _enable(self) -> None:
        for id, action in self.actions.items():
            action.setEnabled(self._by_id[id].enabled(self._now))

    def _run(self) -> None:
        command = self._by_id[self.sender().objectName()]
        if not command.looks:
            self._before_work()
        command.run()


def make_actions(
    parent: QWidget,
    commands: Sequence[Command],
    changed: dict[str, tuple[str, ...]] | None = None,
) -> dict[str, QAction]:
    """Make one action a command, by `Command.id`, and add it to the parent (the window).

    The menu shows the single keys, but Qt does not act on them: `single_keys.SingleKeys` does.
    """
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(command.text, parent)
        action.setObjectName(command.id)
        _set_keys(action, command, keys_of(command, changed or {}))
        parent.addAction(action)
        made[command.id] = action
    return made


def _set_keys(action: QAction, command: Command, keys: tuple[str, ...]) -> None:
    portable = QKeySequence.SequenceFormat.PortableText
    sequences = [QKeySequence(key, portable) for key in keys]
    if keys and all(is_single(key) for key in keys):
        # Shown in the menu, never matched: no menu or menu bar holds the focus by itself.
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    else:
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        if command.standard is not None and keys == command.keys:
            known = QKeySequence.keyBindings(command.standard)
            sequences += [each for each in known if each not in sequences]
    action.setShortcuts(sequences)

"""A command: what it does, its words, keys and menu, where and when it acts, all in one place.

Keys are written as `QKeySequence` writes them ("Ctrl+Shift+Z"); Ctrl is ⌘ on macOS. A key without
Ctrl or Alt is a *single* key: it acts only where nothing can be typed (`single_keys.py`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtGui import QKeySequence


class Where(Enum):
    """The parts of the window in which a key acts."""

    ANYWHERE = "anywhere"
    READER = "reader"
    LISTS = "lists"
    READER_AND_LISTS = "reader and lists"
    COMPARE = "side by side"
    PLACES = "review of places"
    COPIES = "copies"

    def covers(self, part: "Where") -> bool:
        """Tell whether a key that acts here acts in that part too."""
        return self is part or self in (Where.ANYWHERE, Where.READER_AND_LISTS)


class Context(NamedTuple):
    """What decides whether a command can be used now.

    view: the name of the view that is shown. undo, redo: what they would take back or do again in
    words, "" where there is nothing.
    """

    has_case: bool = False
    view: str = "check"
    undo: str = ""
    redo: str = ""


Enabled = Callable[[Context], bool]


def always(_: Context) -> bool:
    """Tell that a command needs no case."""
    return True


def with_case(now: Context) -> bool:
    """Tell whether a case is open."""
    return now.has_case


def in_views(*names: str) -> Enabled:
    """Return a predicate: a case is open and one of these views is shown."""
    return lambda now: now.has_case and now.view in names


@dataclass(frozen=True)
class Command:
    """One thing that can be done in the window.

    id: unique; settings keep changed keys by it.
    menu: "menu/section" as in `menu_bar`; commands of a section stand in the order in which the
        features declare them.
    keys: the built-in ones, the first is the one that is shown; "D, O" is D and then O, which the
        menu behind D takes itself. standard: what the system uses for it, beside `keys`.
    group: the heading under which the sheet of keys and the palette list it.
    held: whether it goes on while its key is held down: only movements do.
    looks: whether it only looks or moves, so that a claim of the past stays where it is shown.
    native: lists do it by themselves; it is declared so that people can find it.
    """

    id: str
    text: str
    run: Callable[[], object]
    menu: str
    group: str
    keys: tuple[str, ...] = ()
    where: Where = Where.ANYWHERE
    enabled: Enabled = with_case
    icon: str | None = None
    standard: QKeySequence.StandardKey | None = None
    held: bool = False
    looks: bool = False
    native: bool = False

    @property
    def single(self) -> bool:
        """Tell whether its keys stand alone, so that it must not act where text is typed."""
        return bool(self.keys) and all(is_single(key) for key in self.keys)


_LONG: Final = ("Ctrl+", "Alt+", "Meta+")


def is_single(key: str) -> bool:
    """Tell whether a key is a letter, a digit, a sign or another key that fields need too."""
    if any(part in key for part in _LONG):
        return False
    name = key.removeprefix("Shift+")
    return not (name[:1] == "F" and name[1:].isdigit())


def keys_of(command: Command, changed: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the keys of a command: the user's own where there are some, else the built-in ones."""
    return changed.get(command.id, command.keys)


def shown_key(key: str) -> str:
    """Write a key as this system shows it: "⌘E" on macOS, "Ctrl+E" elsewhere."""
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )

"""All keys of the window as one table; menus, the sheet of keys and the palette are made from it.

Keys are written as `QKeySequence` writes them ("Ctrl+Shift+Z"); Ctrl is ⌘ on macOS. A key without
Ctrl or Alt is a *single* key: it acts only where nothing can be typed (`single_keys.py`).
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_Standard = QKeySequence.StandardKey


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


@dataclass(frozen=True)
class Command:
    """One thing that can be done from the keyboard.

    keys: the built-in ones, the first is the one that is shown; "D, O" is D and then O, which the
    menu behind D takes itself. standard: what the system uses for it, beside `keys`.
    """

    action: str
    text: str
    keys: tuple[str, ...]
    group: str
    where: Where = Where.READER_AND_LISTS
    standard: QKeySequence.StandardKey | None = None
    icon: str | None = None

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


class KeyTable(QObject):
    """The commands in the user's language, in the order in which they are listed."""

    def commands(self) -> tuple[Command, ...]:
        """Give all commands; `action` is unique."""
        return (
            *self._reading(),
            *self._claims(),
            *self._no_check(),
            *self._evidence(),
            *self._verdict(),
            *self._comparing(),
            *self._places(),
            *self._copies(),
            *self._case(),
            *self._moving(),
            *self._look(),
        )

    def _reading(self) -> tuple[Command, ...]:
        group = self.tr("Read")
        return (
            Command("next-line", self.tr("Next line or row"), ("J",), group),
            Command("previous-line", self.tr("Previous line or row"), ("K",), group),
            Command("next-unread", self.tr("Next unread line"), ("U",), group),
            Command("next-worth", self.tr("Next sentence worth checking"), ("Shift+N",), group),
            Command(
                "next-badge",
                self.tr("Next invisible, unseen or mixed letters"),
                ("Shift+I",),
                group,
            ),
            Command("next-claim", self.tr("Next claim"), ("N",), group, icon="chevron-down"),
            Command("previous-claim", self.tr("Previous claim"), ("P",), group, icon="chevron-up"),
            Command("claims-here", self.tr("Next of the claims under the cursor"), ("L",), group),
            Command("page-down", self.tr("Page down"), ("Space",), group, Where.READER),
            Command("select-row", self.tr("Select the row"), ("Space",), group, Where.LISTS),
            Command("show-place", self.tr("Show its place"), ("Enter", "Return"), group),
        )

    def _claims(self) -> tuple[Command, ...]:
        group = self.tr("Claims")
        return (
            Command("mark", self.tr("Mark the selection or the line"), ("M",), group),
            Command("mark-here-too", self.tr("Same claim here too"), ("Shift+M",), group),
            Command("adjust", self.tr("Adjust the ends of the mark"), ("A",), group),
            Command("split", self.tr("Split into parts"), ("B",), group),
            Command("merge", self.tr("Merge with …"), ("Shift+B",), group, icon="copy"),
            Command("wording", self.tr("Change the wording"), ("F2",), group, Where.ANYWHERE),
            Command("should-read", self.tr("Should read …"), ("W",), group, icon="pencil"),
            Command("request", self.tr("Request …"), ("R",), group, icon="request"),
            Command(
                "request-article",
                self.tr("Ask about the article …"),
                ("Ctrl+Shift+R",),
                group,
                Where.ANYWHERE,
            ),
            Command("attempt", self.tr("Another attempt …"), ("Shift+R",), group, Where.LISTS),
            Command("answer", self.tr("Note the answer"), ("Shift+A",), group, Where.LISTS),
            Command(
                "answer-note",
                self.tr("Save the answer as a source note"),
                ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
                group,
                Where.ANYWHERE,
            ),
            Command(
                "copy-message",
                self.tr("Copy the chosen requests as one message"),
                ("Ctrl+Shift+C",),
                group,
                Where.ANYWHERE,
                icon="copy",
            ),
            Command("state", self.tr("Next state"), ("T",), group),
            Command("assign", self.tr("Assigned to …"), ("I",), group, icon="person"),
            Command("due", self.tr("Due …"), ("Q",), group, icon="clock"),
            Command("priority", self.tr("Next priority"), ("Shift+P",), group),
            Command("checks", self.tr("Fact, or attribution"), ("F",), group),
            Command(
                "group-claims", self.tr("Group the claims …"), ("Shift+G",), group, Where.LISTS
            ),
            Command("history", self.tr("History"), ("H",), group, icon="clock"),
        )

    def _no_check(self) -> tuple[Command, ...]:
        group = self.tr("Line by line")
        return (
            Command("no-check", self.tr("No check needed, because …"), ("D",), group),
            Command("no-check-opinion", self.tr("It is an opinion"), ("D, O",), group),
            Command("no-check-known", self.tr("It is known"), ("D, K",), group),
            Command("no-check-background", self.tr("It is background"), ("D, B",), group),
            Command("no-check-other", self.tr("Another reason"), ("D, T",), group),
            Command("no-check-again", self.tr("The reason of the last time"), ("D, D",), group),
            Command("mark-unread", self.tr("Unread again"), ("D, U",), group),
            Command(
                "sign-off",
                self.tr("Sign off the article …"),
                ("Ctrl+Shift+L",),
                group,
                Where.ANYWHERE,
                icon="tick",
            ),
        )

    def _evidence(self) -> tuple[Command, ...]:
        group = self.tr("Evidence")
        return (
            Command("supports", self.tr("Link as supporting"), ("S",), group),
            Command("contradicts", self.tr("Link as contradicting"), ("C",), group),
            Command("context", self.tr("Link as context"), ("X",), group),
            Command("locator", self.tr("Link with a locator in words …"), ("O",), group),
            Command(
                "supports-several", self.tr("Link to several, supporting …"), ("Shift+S",), group
            ),
            Command(
                "contradicts-several",
                self.tr("Link to several, contradicting …"),
                ("Shift+C",),
                group,
            ),
            Command(
                "context-several", self.tr("Link to several, for context …"), ("Shift+X",), group
            ),
            Command("find-evidence", self.tr("Find evidence"), ("E",), group, icon="lens"),
            Command("accept", self.tr("Accept the hint"), ("Y",), group, icon="tick"),
            Command(
                "remove",
                self.tr("Dismiss hint, remove link or mark"),
                ("Delete",),
                group,
                standard=_Standard.Delete,
                icon="cross",
            ),
        )

    def _verdict(self) -> tuple[Command, ...]:
        group = self.tr("Verdict")
        return (
            *(
                Command(
                    f"rate-{number}",
                    self.tr("Choose rating {0}").format(number),
                    (str(number),),
                    group,
                )
                for number in range(1, 10)
            ),
            Command(
                "record",
                self.tr("Record the verdict, save the form"),
                ("Ctrl+Enter", "Ctrl+Return"),
                group,
                Where.ANYWHERE,
            ),
            Command("approve", self.tr("Approve the verdict"), ("Shift+Y",), group, icon="tick"),
            Command(
                "send-back",
                self.tr("Send back with a question …"),
                ("Shift+Q",),
                group,
                icon="undo",
            ),
            Command(
                "confirm",
                self.tr("Looked at again: it stands"),
                ("Shift+V",),
                group,
                icon="recheck",
            ),
            Command("publish", self.tr("Mark as published …"), ("Shift+U",), group, icon="padlock"),
            Command("withdraw", self.tr("Withdraw the verdict …"), ("Shift+W",), group),
        )

    def _comparing(self) -> tuple[Command, ...]:
        group = self.tr("Compare")
        return (
            Command("side-by-side", self.tr("Side by side"), ("V",), group),
            Command("next-evidence", self.tr("Next evidence"), ("J",), group, Where.COMPARE),
            Command(
                "previous-evidence", self.tr("Previous evidence"), ("K",), group, Where.COMPARE
            ),
            Command(
                "show-both",
                self.tr("Show both places"),
                ("Enter", "Return"),
                group,
                Where.COMPARE,
            ),
            Command("grid", self.tr("Grid of claims and documents"), ("G",), group, icon="columns"),
        )

    def _places(self) -> tuple[Command, ...]:
        group = self.tr("New versions")
        place = Where.ANYWHERE
        return (
            Command("review-places", self.tr("Review places …"), ("Ctrl+L",), group, place),
            Command("new-version", self.tr("Add a new version …"), ("Ctrl+Shift+I",), group, place),
            Command("older-version", self.tr("Older version"), ("Alt+Up",), group, place),
            Command("newer-version", self.tr("Newer version"), ("Alt+Down",), group, place),
            Command("next-changed", self.tr("Next changed line"), ("Shift+J",), group),
            Command(
                "accept-place",
                self.tr("Accept the place"),
                ("Y",),
                group,
                Where.PLACES,
                icon="tick",
            ),
            Command("place-here", self.tr("Place it here"), ("M",), group, Where.PLACES),
            Command(
                "leave-lost",
                self.tr("Leave it as lost"),
                ("Delete",),
                group,
                Where.PLACES,
                icon="broken-link",
            ),
        )

    def _copies(self) -> tuple[Command, ...]:
        group = self.tr("Copies")
        place = Where.COPIES
        return (
            Command("join-copies", self.tr("One report …"), ("Y",), group, place, icon="tick"),
            Command("part-copies", self.tr("Two reports …"), ("Delete",), group, place),
        )

    def _case(self) -> tuple[Command, ...]:
        group = self.tr("Case")
        place = Where.ANYWHERE
        return (
            Command("new-case", self.tr("New case …"), ("Ctrl+N",), group, place, icon="plus"),
            Command(
                "open-case", self.tr("Open a case …"), ("Ctrl+O",), group, place, icon="folder"
            ),
            Command("add", self.tr("Add documents …"), ("Ctrl+I",), group, place, icon="plus"),
            Command(
                "source-note",
                self.tr("New source note …"),
                ("Ctrl+Shift+N",),
                group,
                place,
                icon="note",
            ),
            Command("edit-note", self.tr("Type the note anew …"), ("Shift+F2",), group, place),
            Command("attach", self.tr("Attach files …"), ("Ctrl+Shift+A",), group, place),
            Command(
                "save-attached",
                self.tr("Save a copy of the file …"),
                ("Ctrl+Shift+S",),
                group,
                place,
            ),
            Command("export", self.tr("Export …"), ("Ctrl+E",), group, place, icon="export"),
            Command("undo", self.tr("Undo"), ("Ctrl+Z",), group, place, icon="undo"),
            Command("redo", self.tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), group, place, icon="redo"),
            Command("settings", self.tr("Settings …"), ("Ctrl+,",), group, place),
        )

    def _moving(self) -> tuple[Command, ...]:
        group = self.tr("Go to")
        place = Where.ANYWHERE
        views = (
            ("view-check", self.tr("View: Check")),
            ("view-claims", self.tr("View: Claims")),
            ("view-ledger", self.tr("View: Ledger")),
            ("view-find", self.tr("View: Find")),
            ("view-copies", self.tr("View: Copies")),
            ("view-requests", self.tr("View: Requests")),
        )
        return (
            *(
                Command(action, text, (f"Ctrl+{number}",), group, place)
                for number, (action, text) in enumerate(views, start=1)
            ),
            Command("next-pane", self.tr("Next pane"), ("F6",), group, place),
            Command("previous-pane", self.tr("Previous pane"), ("Shift+F6",), group, place),
            Command("search", self.tr("Search the case"), ("/",), group, icon="lens"),
            Command("find", self.tr("Find in the text"), ("Ctrl+F",), group, place, _Standard.Find),
            Command("find-next", self.tr("Find the next"), ("F3",), group, place),
            Command("find-previous", self.tr("Find the one before"), ("Shift+F3",), group, place),
            Command("back", self.tr("Back"), ("Alt+Left",), group, place, _Standard.Back),
            Command("forward", self.tr("Forward"), ("Alt+Right",), group, place, _Standard.Forward),
            Command("palette", self.tr("Find a command"), ("Ctrl+K",), group, place),
            Command("keys", self.tr("All keys"), ("F1",), group, place),
            Command("keys-here", self.tr("All keys, while reading"), ("?",), group),
        )

    def _look(self) -> tuple[Command, ...]:
        group = self.tr("Look")
        place = Where.ANYWHERE
        return (
            Command("library", self.tr("Show or hide the library"), ("Ctrl+B",), group, place),
            Command("second", self.tr("Show or hide the second reader"), ("F9",), group, place),
            Command("larger", self.tr("Larger text"), ("Ctrl++", "Ctrl+="), group, place),
            Command("smaller", self.tr("Smaller text"), ("Ctrl+-",), group, place),
            Command("usual-size", self.tr("Usual size of the text"), ("Ctrl+0",), group, place),
        )


def keys_of(command: Command, changed: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Give the keys of a command: the user's own where there are some, else the built-in ones."""
    return changed.get(command.action, command.keys)


def shown_key(key: str) -> str:
    """Write a key as this system shows it: "⌘E" on macOS, "Ctrl+E" elsewhere."""
    return QKeySequence(key, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )


def make_actions(
    parent: QWidget,
    commands: tuple[Command, ...],
    changed: dict[str, tuple[str, ...]] | None = None,
) -> dict[str, QAction]:
    """Make one action a command, by `Command.action`, and add it to the parent (the window).

    Connect their `triggered`; disable those that cannot act now. The menu shows the single keys,
    but Qt does not act on them: `single_keys.SingleKeys` does.
    """
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(command.text, parent)
        action.setObjectName(command.action)
        _set_keys(action, command, keys_of(command, changed or {}))
        parent.addAction(action)
        made[command.action] = action
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

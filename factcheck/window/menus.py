"""The menu bar as data: which action stands in which menu, and the actions that have no key.

Only actions that somebody has connected appear, so that no menu promises what cannot be done.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from factcheck.window.keys import Command, Where
from factcheck.window.widgets.labels import plain_tip

LINE: Final = ""
"""Between two groups of a menu."""

RECENT: Final = "recent-cases"
"""Stands for the submenu of recent cases."""

_Standard = QKeySequence.StandardKey


class MenuRows(NamedTuple):
    """One menu: its name with a mnemonic, and ids of actions, `LINE` or `RECENT`."""

    name: str
    title: str
    rows: tuple[str, ...]


class MenuTable(QObject):
    """The menus in the user's language, in their order, and the commands that only they have."""

    def menus(self) -> tuple[MenuRows, ...]:
        """Give all menus; what is not there yet is named here already, and stays away."""
        return (
            MenuRows("file", self.tr("&File"), _FILE),
            MenuRows("edit", self.tr("&Edit"), _EDIT),
            MenuRows("view", self.tr("&View"), _VIEW),
            MenuRows("document", self.tr("&Document"), _DOCUMENT),
            MenuRows("claim", self.tr("&Claim"), _CLAIM),
            MenuRows("evidence", self.tr("Evide&nce"), _EVIDENCE),
            MenuRows("verdict", self.tr("Ve&rdict"), _VERDICT),
            MenuRows("find", self.tr("F&ind"), _FIND),
            MenuRows("case", self.tr("C&ase"), _CASE),
            MenuRows("help", self.tr("&Help"), _HELP),
        )

    def commands(self) -> tuple[Command, ...]:
        """Give the commands that the table of keys lacks; make them with `keys.make_actions`."""
        group = self.tr("Case")

        def plain(action: str, text: str, icon: str | None = None) -> Command:
            return Command(action, text, (), group, Where.ANYWHERE, icon=icon)

        return (
            plain("sample-case", self.tr("Open the sample case"), "sheet-lines"),
            plain("close-case", self.tr("Close the case"), "cross"),
            Command("quit", self.tr("Quit"), ("Ctrl+Q",), group, Where.ANYWHERE, _Standard.Quit),
            plain("add-article", self.tr("Add articles to check …"), "sheet-check"),
            Command(
                "paste-text",
                self.tr("Add the text of the clipboard …"),
                ("Ctrl+Shift+V",),
                group,
                Where.ANYWHERE,
                icon="sheet-lines",
            ),
            Command(
                "properties", self.tr("Properties …"), ("Ctrl+Shift+P",), group, Where.ANYWHERE
            ),
            plain("verify", self.tr("Check the log"), "tick"),
            Command(
                "as-of",
                self.tr("As of …"),
                ("Ctrl+Shift+H",),
                self.tr("Claims"),
                Where.ANYWHERE,
                icon="clock",
            ),
            Command(
                "case-history",
                self.tr("History of the case …"),
                ("Ctrl+H",),
                group,
                Where.ANYWHERE,
                icon="clock",
            ),
            plain("ledger-as-of", self.tr("Ledger as of …"), "clock"),
            plain("redact", self.tr("Redact …"), "cross"),
            plain("back-up", self.tr("Back up now"), "tray"),
            plain("restore", self.tr("Restore a backup …"), "undo"),
            plain("salvage", self.tr("Salvage what can be read …"), "tray"),
            plain("save-copy", self.tr("Save a copy of what is open …"), "copy"),
            plain("copy-fingerprint", self.tr("Copy the fingerprint"), "copy"),
            plain("save-script", self.tr("Save the script that checks a log …")),
            plain("checker", self.tr("Checker's name …"), "person"),
            plain("choose-scale", self.tr("Scales of the case …"), "bars"),
            plain("rules", self.tr("Rules of the case …"), "eye"),
            plain("about", self.tr("About Factcheck")),
            *self._document_commands(),
        )

    def _document_commands(self) -> tuple[Command, ...]:
        group = self.tr("Documents")

        def plain(action: str, text: str) -> Command:
            return Command(action, text, (), group, Where.ANYWHERE)

        return (
            plain("open-document", self.tr("Open the chosen document")),
            plain("open-beside", self.tr("Open it beside the article")),
            plain("rename-document", self.tr("Rename …")),
            Command(
                "document-particulars",
                self.tr("Particulars …"),
                ("Alt+Return", "Alt+Enter"),
                group,
                Where.ANYWHERE,
            ),
            plain("under-check", self.tr("Under check, or not")),
            plain("as-source", self.tr("A source, or not")),
            Command(
                "document-condition",
                self.tr("Corrected, retracted, unreliable …"),
                ("Shift+D",),
                group,
                Where.READER_AND_LISTS,
            ),
            plain("paste-version", self.tr("Add a new version from the clipboard …")),
            plain("export-original", self.tr("Export the original …")),
            plain("remove-document", self.tr("Remove from the case")),
            plain("withdraw-sign-off", self.tr("Withdraw the sign-off")),
            plain("worth-checking", self.tr("Worth checking …")),
            plain("check-quotes", self.tr("Check quotations …")),
            plain("publisher-changes", self.tr("What the publisher changed …")),
            plain("contradictions", self.tr("Contradictions …")),
            plain("claim-particulars", self.tr("Speaker, date, tags …")),
            plain("import-claims", self.tr("Import claims from a sheet …")),
            plain("import-earlier", self.tr("Import earlier fact-checks …")),
            plain("corrections", self.tr("Corrections for the author …")),
            plain("remove-claim", self.tr("Remove the claim")),
            plain("join-documents", self.tr("Two documents, one report …")),
            plain("nothing-found", self.tr("Looked, and found nothing …")),
            plain("evidence-note", self.tr("Note on the link …")),
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
            action = self.addAction(_without_mnemonic(words))
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
    menu_bar: QMenuBar, actions: Mapping[str, QAction], connected: set[str] | None = None
) -> RecentMenu:
    """Fill the menu bar with the actions that do something; gives the submenu of recent cases.

    connected: their ids; without it all of `actions` are. Menus without any stay away. Call once;
    the submenu appears where "open-case" does.
    """
    recent = RecentMenu(menu_bar)
    there = {id: act for id, act in actions.items() if connected is None or id in connected}
    for menu in MenuTable().menus():
        rows = _those_there(menu.rows, there)
        if rows:
            _fill(menu_bar.addMenu(menu.title), rows, there, recent)
    return recent


def named_nowhere(actions: Iterable[str]) -> set[str]:
    """Tell which of the actions stand in no menu: a test keeps it empty."""
    listed = {row for menu in MenuTable().menus() for row in menu.rows}
    return set(actions) - listed


def _those_there(rows: tuple[str, ...], actions: Mapping[str, QAction]) -> list[str]:
    """Leave out what is not connected, and lines that would then part nothing."""
    kept: list[str] = []
    for row in rows:
        if row == LINE:
            if kept and kept[-1] != LINE:
                kept.append(LINE)
        elif row in actions or (row == RECENT and "open-case" in actions):
            kept.append(row)
    return kept[:-1] if kept and kept[-1] == LINE else kept


def _fill(menu: QMenu, rows: list[str], actions: Mapping[str, QAction], recent: RecentMenu) -> None:
    for row in rows:
        if row == LINE:
            menu.addSeparator()
        elif row == RECENT:
            menu.addMenu(recent)
        else:
            menu.addAction(_in_its_role(row, actions[row]))


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


_FILE: Final = (
    "new-case", "open-case", RECENT, "sample-case", "close-case", LINE,
    "add", "add-article", "paste-text", "source-note", LINE,
    "import-claims", "export", LINE,
    "settings", LINE,
    "quit",
)  # fmt: skip
_EDIT: Final = (
    "undo", "redo", LINE,
    "wording", "should-read", LINE,
    "accept", "remove", LINE,
    "select-row", "palette",
)  # fmt: skip
_VIEW: Final = (
    "view-check", "view-claims", "view-ledger", "view-find", "view-copies", "view-requests", LINE,
    "side-by-side", "grid", "show-both", LINE,
    "library", "second", LINE,
    "larger", "smaller", "usual-size", LINE,
    "next-pane", "previous-pane", LINE,
    "back", "forward",
)  # fmt: skip
_DOCUMENT: Final = (
    "open-document", "open-beside", "rename-document", "document-particulars", LINE,
    "under-check", "as-source", "document-condition", LINE,
    "new-version", "paste-version", "older-version", "newer-version", LINE,
    "review-places", "accept-place", "place-here", "leave-lost", LINE,
    "next-line", "previous-line", "next-unread", "next-worth", "next-changed",
    "next-badge", "page-down", LINE,
    "no-check", "no-check-opinion", "no-check-known", "no-check-background", "no-check-other",
    "no-check-again", "mark-unread", "sign-off", "withdraw-sign-off", LINE,
    "worth-checking", "check-quotes", "publisher-changes", LINE,
    "edit-note", "attach", "save-attached", LINE,
    "export-original", "remove-document",
)  # fmt: skip
_CLAIM: Final = (
    "mark", "mark-here-too", "adjust", "split", "merge", LINE,
    "next-claim", "previous-claim", "claims-here", "show-place", LINE,
    "claim-particulars", "checks", "state", "assign", "due", "priority", LINE,
    "request", "request-article", "attempt", "answer", "answer-note", "copy-message", LINE,
    "group-claims", "corrections", "contradictions", LINE,
    "history", "as-of", LINE,
    "remove-claim",
)  # fmt: skip
_EVIDENCE: Final = (
    "supports", "contradicts", "context", "locator", LINE,
    "supports-several", "contradicts-several", "context-several", LINE,
    "next-evidence", "previous-evidence", "evidence-note", LINE,
    "find-evidence", "nothing-found",
)  # fmt: skip
_VERDICT: Final = (
    *(f"rate-{number}" for number in range(1, 10)), LINE,
    "record", LINE,
    "approve", "send-back", "confirm", LINE,
    "publish", "withdraw",
)  # fmt: skip
_FIND: Final = (
    "search", LINE, "find", "find-next", "find-previous", LINE, "join-copies", "part-copies",
    "join-documents",
)  # fmt: skip
_CASE: Final = (
    "properties", "case-history", "ledger-as-of", LINE,
    "choose-scale", "rules", "checker", LINE,
    "verify", "copy-fingerprint", "save-script", LINE,
    "redact", LINE,
    "import-earlier", LINE,
    "back-up", "restore", "salvage", "save-copy",
)  # fmt: skip
_HELP: Final = ("keys", "keys-here", "about")

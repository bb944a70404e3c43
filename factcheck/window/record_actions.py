"""What the menus do with the record of a case: properties, fingerprint, verify, history, as of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from factcheck.window.properties.heads import GivenHeads
from factcheck.window.properties.notice import LogNotice

if TYPE_CHECKING:
    from factcheck.window.main_window import MainWindow
    from factcheck.window.properties.dialog import PropertiesDialog

# Dialogs are imported where they are asked for: the first paint does without them.


class RecordActions(QObject):
    """Actions on the record of the open case.

    notice: the strip that warns while the log differs from a fingerprint that was given away.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self.heads = GivenHeads(window.workspace, window.tasks, self)
        self.notice = LogNotice()
        self.heads.differing.connect(self.notice.show_sentences)
        self.heads.failed.connect(window.say)
        self.notice.details_wanted.connect(self.properties)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Give what each command does."""
        return {
            "properties": self.properties,
            "verify": self.verify,
            "copy-fingerprint": self.copy_fingerprint,
        }

    def properties(self) -> PropertiesDialog:
        """Show what the case is, and its fingerprint."""
        from factcheck.window.properties.dialog import PropertiesDialog

        window = self._window
        return PropertiesDialog.ask(window, window.workspace, window.tasks, self.heads)

    def verify(self) -> None:
        """Verify the case, in its properties."""
        self.properties().verifying.start()

    def copy_fingerprint(self) -> None:
        """Put the fingerprint of the last entry on the clipboard, and keep it."""
        fingerprint = self._workspace.head.fingerprint
        QGuiApplication.clipboard().setText(fingerprint)
        self.heads.note_copied(fingerprint)
        self._window.say(self.tr("The fingerprint is on the clipboard."))

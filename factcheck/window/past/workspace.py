"""A workspace on the past: what shows the case now can show it as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from factcheck.errors import FactcheckError
from factcheck.window.workspace import Workspace

if TYPE_CHECKING:
    from factcheck.case.as_of import PastCase
    from factcheck.case.case import Case


class PastWorkspace(Workspace):
    """Holds a case of the past, which is closed with it. Every change is refused."""

    def __init__(self, past: PastCase, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: PastCase | None = past
        self._reader = past
        self._why_read_only = self.tr("This is the past: nothing can be changed here.")

    def another_reader(self) -> Case:
        """Lend the case to a task beside the window."""
        if self._past is None:
            raise FactcheckError("The past was closed.")
        return self._past.borrowed()

    def look_for_news(self) -> None:
        """Expect none: the past stays as it is."""

    def close(self) -> None:
        """Let the past go."""
        self._past = None
        super().close()

"""What the commands of all features share: the views, the case, and how an act reaches a view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from factcheck.window.check.check_view import CheckView
    from factcheck.window.views import Views
    from factcheck.window.workspace import Workspace


class ViewCommands(QObject):
    """Commands that act in the views. The views are built later: an act is handed its view."""

    def __init__(self, views: Views, workspace: Workspace) -> None:
        super().__init__(views)
        self.views, self.workspace = views, workspace

    def in_check(self, act: Callable[[CheckView], object]) -> Callable[[], object]:
        """Return what does an act in the check view."""
        return partial(self._in_check, act)

    def _in_check(self, act: Callable[[CheckView], object]) -> None:
        if self.workspace.is_open:
            act(self.views.check)

    def claims_meant(self) -> tuple[str, ...]:
        """Give the chosen claims of the table while it is shown, else the active claim."""
        chosen = self.views.shown.chosen_claims()
        return chosen if chosen is not None else tuple(filter(None, (self._active(),)))

    def _active(self) -> str:
        return self.views.check.claim_meant()

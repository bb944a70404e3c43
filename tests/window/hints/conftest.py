"""The check view on the case of the panels."""

from tests.window.check.conftest import shown
from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "shown", "tasks", "workspace"]

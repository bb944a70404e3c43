"""The case of the panels."""

from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]

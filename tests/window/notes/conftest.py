"""A case with an article, a source and a note; changes that are waited for."""

from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]

"""A case with an article, a source, three claims; changes that are waited for."""

from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]

"""A case with an article, a source and a call, three claims and two links."""

from tests.window.check.conftest import shown
from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "shown", "tasks", "workspace"]

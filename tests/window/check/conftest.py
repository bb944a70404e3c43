"""The check view on the case of the panels, shown and with the keyboard."""

import pytest

from factcheck.window.check.check_view import CheckView
from factcheck.window.settings import CaseView
from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]


@pytest.fixture
def shown(qtbot, workspace, tasks, made) -> CheckView:
    """The view at its usual size with the article open and no source beside it."""
    view = CheckView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1440, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.arrangement.fit(1440)
    # In the window the case is opened after its views are made.
    view.library.refresh()
    view.restore(CaseView())
    view.article.focus()
    return view

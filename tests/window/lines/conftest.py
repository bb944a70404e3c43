"""An article of four lines under check, open in the first reader, with the keyboard."""

import pytest

from factcheck.case.changes import AddDocument
from factcheck.window.check.check_view import CheckView
from tests.making import loaded
from tests.window.check.conftest import shown
from tests.window.panels.conftest import made, tasks, workspace

__all__ = ["made", "shown", "tasks", "workspace"]

LINES = (
    "Thank you very much, Łódź 😀.",
    "How nice it was.",
    "東京 sent 1,150 tents in 2019.",
    "Everybody knows that rain is wet.",
)
STORY = f"{LINES[0]} {LINES[1]}\n\n{LINES[2]}\n\n{LINES[3]}"


@pytest.fixture
def do(qtbot, workspace):
    """Make a change, wait until the views have been told, and give what was made."""

    def make(change: object) -> object:
        done: list[object] = []
        with qtbot.waitSignal(workspace.changed):
            workspace.do(change, done.append)
        return done[0]

    return make


@pytest.fixture
def article(shown: CheckView, do, qtbot) -> str:
    added = do(AddDocument(loaded(STORY, title="Zelte"), under_check=True, source=False))
    with qtbot.waitSignal(shown.noticing.found):
        shown.open_article(added.ids[0])
    shown.article.focus()
    return added.ids[0]


def states(shown: CheckView) -> dict[str, str]:
    """The state that the margin shows beside each line."""
    found = shown.article.view._scene.states.states
    return {state.span.of(STORY): state.state for state in found}


def current(shown: CheckView) -> str:
    """The line where one reads."""
    return shown.article.view.current_line().of(STORY)

"""What waits, counted beside the names of the views."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.case.changes import (
    AddDocument,
    AskRequest,
    MarkClaim,
    RateClaim,
    SendBackVerdict,
    SetApprovals,
)
from factcheck.case.read.verdicts import verdicts
from factcheck.window import fonts
from factcheck.window.badges import Badges
from factcheck.window.tasks import Tasks
from factcheck.window.top_bar import TopBar
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, loaded


@pytest.fixture
def bar(qapp: QApplication, qtbot: QtBot) -> TopBar:
    fonts.install(qapp)
    made = TopBar({})
    qtbot.addWidget(made)
    return made


def count(bar: TopBar, view: str) -> int:
    index = [each.name for each in bar.views()].index(view)
    return bar._tabs.counts.get(index, 0)


def test_open_requests_and_waiting_verdicts_are_counted(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, bar: TopBar
):
    badges = Badges(workspace, tasks, bar, workspace)

    def do(change: object) -> str:
        made: list[str] = []
        with qtbot.waitSignal(workspace.changed):
            workspace.do(change, lambda done: made.extend(done.ids))
        qtbot.waitUntil(lambda: bool(made))
        return made[0]

    article = do(AddDocument(loaded(ARTICLE, title="Zürich"), under_check=True))
    claims = [do(MarkClaim(article, start, start + 4)) for start in (0, 5, 10)]
    do(AskRequest("author", "Łucja", "Woher? 😀", claim_ids=(claims[0],)))
    assert count(bar, "requests") == 1
    for claim in claims[:2]:
        do(RateClaim(claim, "True", "Gezählt."))
    do(SetApprovals(1))
    qtbot.waitUntil(lambda: count(bar, "ledger") == 2)
    workspace.checker = "Bo"
    do(SendBackVerdict(workspace.read(verdicts)[0].id, "Wann?"))
    do(SetApprovals(0))
    qtbot.waitUntil(lambda: count(bar, "ledger") == 1)
    workspace.close()
    assert [count(bar, view) for view in ("requests", "ledger")] == [0, 0]
    assert badges.parent() is workspace

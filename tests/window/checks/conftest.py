"""A case whose article quotes a source rightly, wrongly and not at all, and was changed since."""

from types import SimpleNamespace

import pytest
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, Done, MarkClaim, PublishVerdict, RateClaim
from factcheck.window.workspace import Workspace
from tests.making import loaded

FIRST = (
    "„Wir haben 1.150 Zelte gezählt“, sagte Łucja.\n\n"
    "“We sent them to 東京 at once,” she said. It is “nothing like that 😀”, a “fiasco”.\n\n"
    "Nobody was hurt in Zürich."
)
SECOND = FIRST.replace("at once", "at last").replace("1.150", "1.510").replace("Nobody", "No one")
MINUTES = "Protokoll: Wir haben 1.150 Zelte gezählt. We sent them to 東京 in time, she said."
URL = "https://example.org/zelte"


@pytest.fixture
def made(qtbot: QtBot, workspace: Workspace) -> SimpleNamespace:
    """The ids of the article and its source; revise makes the second version."""

    def do(change: object) -> Done:
        done: list[Done] = []
        with qtbot.waitSignal(workspace.changed):
            workspace.do(change, done.append)
        return done[0]

    def version(text: str) -> str:
        change = AddDocument(loaded(text, title="Zelte", url=URL), under_check=True, source=False)
        return do(change).ids[0]

    article = version(FIRST)
    source = do(AddDocument(loaded(MINUTES, title="Protokoll <b>1</b>"))).ids[0]
    start = FIRST.index("1.150 Zelte")
    claim = do(MarkClaim(article, start, start + 11)).ids[0]
    explained = {"no evidence": "gesehen"}
    verdict = do(RateClaim(claim, "True", "Gezählt.", explanations=explained)).ids[0]
    do(PublishVerdict(verdict, "https://example.org/checks/1"))
    return SimpleNamespace(
        article=article, source=source, claim=claim, revise=lambda: version(SECOND), do=do
    )

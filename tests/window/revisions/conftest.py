"""A case whose article has a second version: one place edited, one lost, one in two places."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from factcheck.case.changes import AddDocument, Change, Done, MarkClaim, ReviseDocument
from factcheck.window.workspace import Workspace
from tests.making import loaded

OLD = (
    "Zürich, 17 November. The mayor of Łódź said 東京 had sent 1,150 tents 😀.\n\n"
    "“We counted them twice,” she said. The depot closed at noon on Monday.\n\n"
    "The council had ordered 1,500 tents, and nobody had asked the neighbours in time.\n"
)
NEW = (
    "UPDATE 2\n\n"
    "Zürich, 17 November. The mayor of Łódź said 東京 had sent 1,250 tents 😀.\n\n"
    "The depot closed at noon on Monday. Later the depot closed at noon on Monday.\n\n"
    "The council had ordered 1,500 tents, and nobody had asked the neighbours in time.\n"
)
MARKED = (
    "The mayor of Łódź said 東京 had sent 1,150 tents",
    "“We counted them twice,” she said",
    "The council had ordered 1,500 tents",
)

Do = Callable[[Change], Done]


@pytest.fixture
def do(qtbot: QtBot, workspace: Workspace) -> Do:
    def made(change: Change) -> Done:
        done: list[Done] = []
        workspace.do(change, done.append)
        qtbot.waitUntil(lambda: bool(done))
        return done[0]

    return made


@pytest.fixture
def article(do: Do) -> str:
    """An article with three claims, in its first version."""
    change = AddDocument(loaded(OLD, title="Zelte für Łódź"), under_check=True, source=False)
    document = do(change).ids[0]
    for words in MARKED:
        start = OLD.index(words)
        do(MarkClaim(document, start, start + len(words)))
    return document


@pytest.fixture
def revised(do: Do, article: str) -> str:
    """The article with its second version."""
    do(ReviseDocument(article, loaded(NEW), label="UPDATE 2"))
    return article

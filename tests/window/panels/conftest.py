"""An open case with an article, two sources and three claims, for the panels."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, LinkEvidence, MarkClaim, RateClaim
from factcheck.window import fonts
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.making import loaded

TEXT = """Zürich schickt Zelte 😀

Zürich hat 1150 Zelte nach 東京 geschickt, sagte Łucja Ångström. Der Zug fuhr am Montag."""
NOTE = "Lieferschein\n\nGeladen wurden 1.100 Zelte für 東京."


def span(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)


@pytest.fixture
def made(tmp_path: Path) -> SimpleNamespace:
    path = tmp_path / "zelte.factcheck"
    with Case.create(path, by="Zoë") as case:

        def do(change: object, by: str = "Zoë") -> str:
            return case.do(change, by=by).ids[0]

        article = do(
            AddDocument(
                loaded(TEXT, title="Zelte für 東京 😀", outlet="Züri-Bote", published="2026-03-12"),
                under_check=True,
                source=False,
            )
        )
        source = do(AddDocument(loaded(NOTE, title="Lieferschein <b>1</b>", outlet="Spedition")))
        call = do(AddNote("call", "Anruf bei der Spedition", said="Es waren 1.100."))
        claims = [
            do(MarkClaim(article, *span(TEXT, quote), speaker="Łucja Ångström"))
            for quote in (
                "Zürich hat 1150 Zelte nach 東京 geschickt",
                "1150 Zelte",
                "Der Zug fuhr am Montag",
            )
        ]
        start, end = span(NOTE, "1.100 Zelte")
        links = [
            do(LinkEvidence((claims[0],), source, "contradicts", start, end, note="Seite 1")),
            do(LinkEvidence((claims[0],), call, "supports", locator="Anruf, 3. März")),
        ]
        do(RateClaim(claims[2], "True", "Der Fahrplan sagt es."))
    return SimpleNamespace(
        path=path, article=article, source=source, call=call, claims=claims, links=links
    )


@pytest.fixture
def workspace(qapp: QApplication, qtbot, made: SimpleNamespace):
    fonts.install(qapp)
    opened = Workspace()
    opened.checker = "Zoë"
    with qtbot.waitSignal(opened.opened):
        opened.open(made.path)
    yield opened
    opened.close()


@pytest.fixture
def tasks(qapp: QApplication):
    beside = Tasks()
    yield beside
    beside.close()


@pytest.fixture
def do(qtbot, workspace: Workspace):
    """Make a change and wait until the views have been told."""

    def make(change: object) -> None:
        with qtbot.waitSignal(workspace.changed):
            workspace.do(change)

    return make

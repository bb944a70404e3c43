"""The case of the panels, with a second report of another figure and a copy of it."""

from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, DecideCopies, LinkEvidence
from factcheck.window import fonts
from factcheck.window.workspace import Workspace
from tests.driving import driver
from tests.making import loaded
from tests.window.panels.conftest import do, made, tasks

__all__ = ["do", "driver", "made", "tasks"]

REPORT = "Hale said that 1,300 tents were sent to 東京.\n"


@pytest.fixture
def reported(made: SimpleNamespace) -> SimpleNamespace:
    """Two copies of a report, the second not linked to the claim."""
    with Case.open(made.path) as case:
        for name in ("Courier", "Radio 😀"):
            add = AddDocument(
                loaded(f"{REPORT}\n{name}\n", title=name, outlet=name, published="2026-03-13")
            )
            setattr(made, name.split()[0].lower(), case.do(add, by="Zoë").ids[0])
        start = REPORT.index("1,300")
        ids = (made.courier, made.radio)
        for claim, document in ((made.claims[0], ids[0]), (made.claims[1], ids[1])):
            link = LinkEvidence((claim,), document, "contradicts", start, len(REPORT) - 1)
            case.do(link, by="Zoë")
        case.do(DecideCopies((ids,), "together", "One dispatch"), by="Zoë")
    return made


@pytest.fixture
def workspace(qapp: QApplication, qtbot, reported: SimpleNamespace):
    fonts.install(qapp)
    opened = Workspace()
    opened.checker = "Zoë"
    with qtbot.waitSignal(opened.opened):
        opened.open(reported.path)
    yield opened
    opened.close()

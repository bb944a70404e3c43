"""An open case for windows and panels, and the tasks beside them."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.window.indexing import Indexing
from factcheck.window.plurals import EnglishPlurals
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace


@pytest.fixture(autouse=True)
def garbage_of_this_thread() -> Iterator[None]:
    """Widgets in circles must not die on the thread of a case: see factcheck.window.garbage."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def settings_of_this_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fingerprints that are given away are kept beside the settings: never among one's own."""
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "config"))


@pytest.fixture
def closed_workspace(qapp: object) -> Iterator[Workspace]:
    """A workspace with a checker and without a case."""
    made = Workspace()
    made.checker = "Zoë"
    yield made
    made.close()


@pytest.fixture
def workspace(qtbot: QtBot, closed_workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with a new case."""
    with qtbot.waitSignal(closed_workspace.opened):
        closed_workspace.open(tmp_path / "Zelte für Łódź.factcheck", create_with_scale="general")
    return closed_workspace


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    """Tasks that are ended with the test."""
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def indexing(workspace: Workspace, tasks: Tasks) -> Indexing:
    """What keeps the index of the case up to date."""
    return Indexing(workspace, tasks)


@pytest.fixture
def english_plurals(qapp: QApplication) -> Iterator[None]:
    """English numbers in this test, as the program shows them."""
    english = EnglishPlurals()
    qapp.installTranslator(english)
    yield
    qapp.removeTranslator(english)

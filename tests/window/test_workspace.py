"""The workspace: changes on the case's thread, news on the window's."""

import gzip
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Changes, Edit
from factcheck.case.read.documents import documents
from factcheck.case.refusals import refusal
from factcheck.errors import FactcheckError
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, SOURCE, loaded

ADD = AddDocument(loaded(ARTICLE, title="Zelte für Łódź 😀"), under_check=True)


def do(qtbot, workspace: Workspace, change: object) -> Changes:
    with qtbot.waitSignal(workspace.changed) as told:
        workspace.do(change)
    return told.args[0]


def test_a_change_is_on_disk_when_it_is_told(qtbot, workspace: Workspace):
    changes = do(qtbot, workspace, ADD)
    (row,) = workspace.read(documents)
    assert (row.title, changes.documents) == ("Zelte für Łódź 😀", frozenset({row.id}))
    with Case.open(workspace.path, read_only=True) as other:
        assert other.head.seq == changes.seq


def test_the_views_are_told_before_the_one_who_asked(qtbot, workspace: Workspace):
    order = []
    workspace.changed.connect(lambda _: order.append("views"))
    workspace.do(ADD, done=lambda _: order.append("asker"))
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["views", "asker"]


def test_a_refused_change_is_a_sentence(qtbot, workspace: Workspace):
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.do(Edit("document", "nowhere", {"title": "x"}))
    assert "no document nowhere" in told.args[0]


def test_whoever_asks_can_take_the_refusal_himself(qtbot, workspace: Workspace):
    refused = []
    workspace.do(Edit("document", "nowhere", {"title": "x"}), failed=refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], FactcheckError)


def test_undo_and_redo_are_told_like_any_change(qtbot, workspace: Workspace):
    do(qtbot, workspace, ADD)
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(documents) == []
    with qtbot.waitSignal(workspace.changed):
        workspace.redo()
    assert len(workspace.read(documents)) == 1


def test_what_another_program_writes_is_noticed(qtbot, workspace: Workspace):
    with Case.open(workspace.path) as other:
        other.do(AddDocument(loaded(SOURCE)), by="Bo", via="cli")
    with qtbot.waitSignal(workspace.changed) as told:
        workspace.look_for_news()
    assert told.args[0].everything


def test_its_own_changes_are_no_news(qtbot, workspace: Workspace):
    do(qtbot, workspace, ADD)
    with qtbot.assertNotEmitted(workspace.changed):
        workspace.look_for_news()


def test_a_file_that_is_gone_is_told_once_and_may_come_back(qtbot, workspace: Workspace):
    told, news = [], []
    workspace.failed.connect(told.append)
    workspace.changed.connect(news.append)
    path = workspace.path
    away = path.rename(path.with_name("東京.factcheck"))
    workspace.look_for_news()
    workspace.look_for_news()
    assert len(told) == 1
    assert "was moved, deleted or replaced" in told[0]
    with Case.open(away) as other:
        other.do(AddDocument(loaded(SOURCE)), by="Bo", via="cli")
    away.rename(path)
    workspace.look_for_news()
    assert len(news) == 1


def test_a_file_that_another_program_holds_is_asked_again_later(
    qtbot, workspace: Workspace, monkeypatch
):
    def held(_: Case) -> int:
        raise FactcheckError("Not saved: another program has been writing for long.")

    monkeypatch.setattr(Case, "data_version", property(held))
    with qtbot.assertNotEmitted(workspace.changed), qtbot.assertNotEmitted(workspace.failed):
        workspace.look_for_news()


def test_a_second_window_can_only_read_and_says_so(qtbot, workspace: Workspace):
    second = Workspace()
    second.checker = "Bo"
    with qtbot.waitSignal(second.opened):
        second.open(workspace.path)
    assert second.why_read_only == "Open in another window. Here you can only read."
    with qtbot.waitSignal(second.failed):
        second.do(ADD)
    second.close()
    assert workspace.read(documents) == []


def test_a_file_that_is_no_case_leaves_nothing_open(qtbot, tmp_path: Path):
    path = tmp_path / "letter.factcheck"
    path.write_bytes("no case, Zoë".encode() * 200)
    workspace = Workspace()
    workspace.checker = "Zoë"
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.open(path)
    assert "not a case" in told.args[0]
    assert not workspace.is_open


def test_what_is_on_its_way_is_saved_when_the_window_closes(qtbot, tmp_path: Path):
    workspace = Workspace()
    workspace.checker = "Zoë"
    with qtbot.waitSignal(workspace.opened):
        workspace.open(tmp_path / "a.factcheck", create_with_scale="wire")
    workspace.do(ADD)
    workspace.close()
    with Case.open(tmp_path / "a.factcheck") as case:
        assert len(case.read(documents)) == 1


def test_what_comes_back_after_the_case_was_closed_is_told_to_no_view(qtbot, workspace: Workspace):
    told = []
    workspace.changed.connect(told.append)
    workspace.do(ADD, told.append)
    with qtbot.waitSignal(workspace.busy_changed) as busy:
        workspace.close()
    assert busy.args == [False]
    QCoreApplication.processEvents()
    assert told == []


def test_a_refusal_is_told_though_the_case_is_closed(qtbot, workspace: Workspace):
    workspace.do(Edit("claim", "none", {"wording": "東京"}))
    workspace.close()
    with qtbot.waitSignal(workspace.failed) as told:
        pass
    assert told.args[0]


def test_a_case_that_is_asked_for_twice_at_once_can_be_written(
    qtbot, closed_workspace: Workspace, tmp_path: Path
):
    path = tmp_path / "Łódź.factcheck"
    Case.create(path, by="Zoë").close()
    closed_workspace.open(path)
    with qtbot.waitSignal(closed_workspace.opened):
        closed_workspace.open(path)
    QCoreApplication.processEvents()
    assert closed_workspace.why_read_only == ""


def test_a_bug_while_opening_is_told_and_leaves_nothing_half_open(
    qtbot, tmp_path: Path, monkeypatch
):
    def broken(*_: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr("factcheck.case.lock.hold", broken)
    Case.create(tmp_path / "a.factcheck", by="Zoë").close()
    workspace = Workspace()
    workspace.checker = "Zoë"
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(workspace.failed) as told:
        workspace.open(tmp_path / "a.factcheck")
    assert [type(error[1]) for error in caught] == [RuntimeError]
    assert "something in Factcheck broke" in told.args[0]
    assert not workspace.is_open


@pytest.mark.parametrize("name", ["", "letter.factcheck", "gone.factcheck"])
def test_what_is_no_case_is_refused_with_a_sentence_and_gets_no_lock(
    qtbot, closed_workspace: Workspace, tmp_path: Path, name: str
):
    (tmp_path / "letter.factcheck").write_bytes("no case, Zoë".encode() * 200)
    with qtbot.waitSignal(closed_workspace.failed) as told:
        closed_workspace.open(tmp_path / name if name else Path())
    assert "case" in told.args[0]
    assert {path.name for path in tmp_path.iterdir()} - {"config"} == {"letter.factcheck"}


def older_case(folder: Path) -> Path:
    path = folder / "Zelte.factcheck"
    golden = Path(__file__).parent.parent / "golden" / "schema-1.factcheck.gz"
    path.write_bytes(gzip.decompress(golden.read_bytes()))
    return path


def test_an_older_case_is_opened_to_be_written_and_says_where_it_was_kept(
    qtbot, closed_workspace: Workspace, tmp_path: Path
):
    with qtbot.waitSignal(closed_workspace.opened):
        closed_workspace.open(older_case(tmp_path))
    assert "it is kept among its backups." in closed_workspace.note
    assert closed_workspace.why_read_only == ""
    do(qtbot, closed_workspace, ADD)
    closed_workspace.close()
    assert closed_workspace.note == ""


def test_an_older_case_that_cannot_be_written_is_shown_as_a_copy(
    qtbot, closed_workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = older_case(tmp_path)
    monkeypatch.setattr("factcheck.case.migrating.can_migrate", lambda _: False)
    with qtbot.waitSignal(closed_workspace.opened):
        closed_workspace.open(path)
    assert "a copy in memory" in closed_workspace.why_read_only
    assert len(closed_workspace.read(documents)) == 7
    closed_workspace.look_for_news()
    assert [each for each in tmp_path.iterdir() if each.is_file()] == [path]


def test_a_full_disk_says_that_what_was_typed_is_still_there(
    qtbot, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object, **__: object) -> None:
        raise refusal("database or disk is full", workspace.path)

    monkeypatch.setattr(Case, "do", full)
    with qtbot.waitSignal(workspace.failed) as told:
        workspace.do(ADD)
    assert told.args[0] == (
        "Not saved: the disk is full. Your text is still here. Free some space, then Try again."
    )


def test_a_synchronised_folder_is_told_at_the_first_opening(
    qtbot, closed_workspace: Workspace, tmp_path: Path
):
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    for told in (True, False):
        with qtbot.waitSignal(closed_workspace.opened):
            closed_workspace.open(
                folder / "東京.factcheck", create_with_scale="general" if told else None
            )
        assert ("Dropbox synchronises" in closed_workspace.note) == told

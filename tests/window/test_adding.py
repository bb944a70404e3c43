"""Adding files beside the window."""

from pathlib import Path

from factcheck.case.case import Case
from factcheck.case.read.documents import documents
from factcheck.errors import FactcheckError
from factcheck.window.adding import Added, Adding
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, SOURCE


def add(qtbot, workspace: Workspace, tasks: Tasks, paths: list[Path], **how: bool) -> Added:
    adding = Adding(workspace, tasks)
    with qtbot.waitSignal(adding.finished, timeout=20_000) as told:
        adding.add(paths, **({"under_check": False} | how))
    return told.args[0]


def test_files_and_the_files_of_folders_are_added(qtbot, workspace, tasks, tmp_path: Path):
    folder = tmp_path / "Łódź" / "東京"
    folder.mkdir(parents=True)
    (folder / "zürich.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / ".hidden.txt").write_text("hidden", encoding="utf-8")
    (tmp_path / "note.md").write_text(SOURCE, encoding="utf-8")
    added = add(qtbot, workspace, tasks, [tmp_path / "Łódź", tmp_path / "note.md"])
    assert (len(added.added), added.failed, added.total) == (2, (), 2)
    assert {row.file_name for row in workspace.read(documents)} == {"zürich.txt", "note.md"}


def test_a_bad_file_is_a_sentence_and_the_others_go_in(qtbot, workspace, tasks, tmp_path: Path):
    for name, data in (("a.txt", "Zürich"), ("b.txt", ""), ("c.txt", "東京")):
        (tmp_path / name).write_text(data, encoding="utf-8")
    added = add(qtbot, workspace, tasks, [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")])
    assert len(added.added) == 2
    assert len(added.failed) == 1
    assert "b.txt" in added.failed[0]


def test_the_rows_of_a_sheet_are_documents(qtbot, workspace, tasks, tmp_path: Path):
    sheet = tmp_path / "many.jsonl"
    rows = ['{"id": "1", "text": "Zürich"}', '{"id": "2"}', '{"id": "3", "text": "東京 😀"}']
    sheet.write_text("\n".join(rows), encoding="utf-8")
    added = add(qtbot, workspace, tasks, [sheet], under_check=True)
    assert len(added.added) == 2
    assert "row 2" in added.failed[0]
    assert {row.external_id for row in workspace.read(documents)} == {"1", "3"}


def test_what_was_read_before_a_cancel_is_kept(qtbot, workspace, tasks, tmp_path: Path):
    paths = []
    for number in range(60):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"東京 {number}", encoding="utf-8")
    adding = Adding(workspace, tasks)
    workspace.changed.connect(lambda _: [task.cancel() for task in tasks.running()])
    with qtbot.waitSignal(adding.finished, timeout=20_000) as told:
        adding.add(paths, under_check=False)
    added = told.args[0]
    assert len(added.added) == len(workspace.read(documents)) >= 50


def test_one_undo_takes_all_of_them_back(qtbot, workspace, tasks, tmp_path: Path):
    paths = []
    for number in range(120):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(f"東京 {number}", encoding="utf-8")
    add(qtbot, workspace, tasks, paths)
    workspace.undo()
    qtbot.waitUntil(lambda: not workspace.read(documents))


def files(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"東京 {number}", encoding="utf-8")
    return paths


def test_no_file_goes_into_a_case_that_was_opened_meanwhile(
    qtbot, workspace, tasks, tmp_path: Path
):
    first, second = workspace.path, tmp_path / "Zürich.factcheck"
    Case.create(second, by="Zoë").close()
    adding = Adding(workspace, tasks)
    finished, told = [], []
    adding.finished.connect(finished.append)
    adding.stopped.connect(told.append)
    with qtbot.waitSignal(workspace.changed, timeout=20_000):
        adding.add(files(tmp_path, 200), under_check=False)
    with qtbot.waitSignal(workspace.opened):
        workspace.open(second)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert workspace.read(documents) == []
    with Case.open(first, read_only=True) as case:
        kept = len(case.read(documents))
    assert told == [f"{first.name} was closed: {kept} of 200 files are in it."]
    assert finished == []


def test_what_was_kept_is_said_where_the_disk_refuses_the_rest(
    qtbot, workspace, tasks, tmp_path: Path, monkeypatch
):
    do_all, calls = Case.do_all, []

    def full(self, changes, **how):
        calls.append(1)
        if len(calls) > 1:
            raise FactcheckError("Not saved: the disk is full.")
        return do_all(self, changes, **how)

    monkeypatch.setattr(Case, "do_all", full)
    with qtbot.assertNotEmitted(workspace.failed):
        added = add(qtbot, workspace, tasks, files(tmp_path, 120))
    assert (len(added.added), added.failed) == (50, ("Not saved: the disk is full.",))
    assert added.total == 120


def test_of_a_sheet_its_rows_are_counted(qtbot, workspace, tasks, tmp_path: Path):
    sheet = tmp_path / "many.jsonl"
    sheet.write_text('{"id": "1", "text": "Zürich"}\n{"id": "2", "text": "東京"}\n{}', "utf-8")
    assert add(qtbot, workspace, tasks, [sheet]).total == 3


def test_where_one_can_only_read_the_reason_is_said(qtbot, workspace, tasks, tmp_path: Path):
    second = Workspace()
    second.checker = "Bo"
    with qtbot.waitSignal(second.opened):
        second.open(workspace.path)
    adding = Adding(second, tasks)
    with qtbot.waitSignal(adding.stopped) as told:
        adding.add(files(tmp_path, 1), under_check=False)
    second.close()
    assert told.args == ["Open in another window. Here you can only read."]

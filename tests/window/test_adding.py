"""Adding files beside the window."""

from pathlib import Path

from factcheck.case.read.documents import documents
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

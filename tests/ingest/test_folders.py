"""Folders that are added: their ordinary files, and a sentence for everything else."""

import os
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest.earlier_claims import read_earlier
from factcheck.ingest.folders import files_of
from tests.ingest.ingest_files import read_rows

posix = pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Łódź"
    (made / "b").mkdir(parents=True)
    for name in ("a.txt", "b/東京.txt", "c.txt", ".hidden"):
        (made / name).write_text("Zürich")
    return made


def told(paths: list[Path]) -> list[str]:
    return [str(one) if isinstance(one, FactcheckError) else one.name for one in files_of(paths)]


def test_the_files_of_a_folder_come_by_name(folder: Path):
    assert told([folder]) == ["a.txt", "東京.txt", "c.txt"]


@posix
def test_links_are_named_and_not_followed(folder: Path, tmp_path: Path):
    (tmp_path / "secret.txt").write_text("not yours")
    (folder / "d.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "b" / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = told([folder])
    assert found[:1] == ["a.txt"]
    assert sum("links in folders are not followed" in one for one in found) == 3
    assert "secret.txt" not in found


@posix
def test_pipes_and_sockets_are_named_and_passed_over(folder: Path):
    os.mkfifo(folder / "pipe.txt")
    assert "“pipe.txt” is no ordinary file, and was passed over." in told([folder])


@posix
def test_a_link_that_the_user_named_is_followed(folder: Path, tmp_path: Path):
    (tmp_path / "link").symlink_to(folder)
    (tmp_path / "file.txt").symlink_to(folder / "a.txt")
    assert told([tmp_path / "link", tmp_path / "file.txt"]) == [
        "a.txt", "東京.txt", "c.txt", "file.txt",
    ]  # fmt: skip


def test_a_deep_folder_is_walked_to_its_end(tmp_path: Path):
    deep = tmp_path
    for _ in range(200):
        deep = deep / "ü"
        deep.mkdir()
    (deep / "deep.txt").write_text("東京")
    assert told([tmp_path]) == ["deep.txt"]


@posix
@pytest.mark.parametrize("name", ["rows.csv", "rows.jsonl"])
def test_a_pipe_that_is_named_like_a_sheet_is_not_waited_for(tmp_path: Path, name: str):
    os.mkfifo(tmp_path / name)
    with pytest.raises(FactcheckError, match="is no ordinary file"):
        list(read_rows(tmp_path / name))
    with pytest.raises(FactcheckError, match="is no ordinary file"):
        read_earlier(tmp_path / name)

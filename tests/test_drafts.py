"""What is there for a while is this user's alone, and goes at the next start after a crash."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from factcheck import profile
from factcheck.case.case import Case
from factcheck.drafts import draft_in, folder_for_copies, sweep, sweep_at_start
from factcheck.export.whole_file import whole_file

_CRASHES = """
import os, signal, sys
from pathlib import Path
from factcheck.drafts import draft_in, folder_for_copies
with folder_for_copies() as folder:
    Path(folder, "copy.factcheck").write_bytes(b"geheim")
    draft = draft_in(Path(sys.argv[1]))
    for ending in ("", "-journal"):
        draft.with_name(draft.name + ending).write_bytes(b"geheim")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Zwischenspeicher ä"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "Tisch"
    folder.mkdir()
    return folder


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_folder_for_copies_is_this_users_alone_and_gone_afterwards(cache: Path) -> None:
    with folder_for_copies() as folder:
        assert cache in folder.parents
        assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)
    assert not folder.exists()


def test_where_the_cache_cannot_be_written_copies_lie_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Datei").touch()
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "Datei" / "darin"))
    with folder_for_copies() as folder:
        assert mode(folder) == 0o700
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_what_a_crash_left_goes_at_the_next_start(cache: Path, desk: Path) -> None:
    crashed = subprocess.run([sys.executable, "-c", _CRASHES, str(desk)], check=False)
    assert crashed.returncode == -signal.SIGKILL
    assert any(cache.rglob("copy.factcheck"))
    assert any(desk.iterdir())

    sweep_at_start(desk / "Fall.factcheck")

    assert not any(cache.rglob("copy.factcheck"))
    assert list(desk.iterdir()) == []


def test_what_is_being_written_stays(desk: Path) -> None:
    draft_in(desk).write_bytes(b"gerade")
    sweep(desk)
    assert len(list(desk.iterdir())) == 1


def test_what_another_computer_writes_stays_for_a_day(desk: Path) -> None:
    name = ".factcheck-00000000-1-0123456789abcdef.part"
    (desk / name).touch()
    sweep(desk)
    assert (desk / name).exists()
    long_ago = time.time() - 100_000
    os.utime(desk / name, (long_ago, long_ago))
    sweep(desk)
    assert not (desk / name).exists()


def test_nothing_else_is_deleted(desk: Path) -> None:
    for name in ("Fall.part", ".factcheck-notes.txt", "factcheck-0123456789abcdef.part"):
        (desk / name).touch()
    sweep(desk)
    assert len(list(desk.iterdir())) == 3


def test_an_export_is_this_users_alone(desk: Path) -> None:
    with whole_file(desk / "Tabelle.csv") as file:
        file.write(b"geheim")
    assert mode(desk / "Tabelle.csv") == 0o600


def test_an_export_over_another_keeps_who_can_read_it(desk: Path) -> None:
    (desk / "Tabelle.csv").touch()
    (desk / "Tabelle.csv").chmod(0o664)
    with whole_file(desk / "Tabelle.csv") as file:
        file.write(b"neu")
    assert mode(desk / "Tabelle.csv") == 0o664


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_whatever_the_program_makes_is_this_users_alone(desk: Path, tmp_path: Path) -> None:
    environment = os.environ | {
        "FACTCHECK_CONFIG_DIR": str(tmp_path / "Einstellungen"),
        "FACTCHECK_BY": "Жанна",
    }
    (tmp_path / "Quelle.txt").write_text("Der Fluss stieg um 2 Meter.", "utf-8")

    def factcheck(*words: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "factcheck", *words],
            env=environment, cwd=desk, check=True, umask=0o022, stdout=subprocess.DEVNULL,
        )  # fmt: skip

    factcheck("new", "Fall.factcheck")
    factcheck("add", "Fall.factcheck", str(tmp_path / "Quelle.txt"), "--under-check")
    factcheck("export", "Fall.factcheck", "Tabelle.csv")
    factcheck("backup", "Fall.factcheck")
    factcheck("backup", "Fall.factcheck", "Kopie.factcheck")
    factcheck("search", "Fall.factcheck", "Fluss")

    made = [desk, tmp_path / "Einstellungen", profile.cache_dir()]
    found = [path for folder in made for path in folder.rglob("*")]
    assert len(found) > 10
    assert {mode(path) for path in found if path.is_dir()} == {0o700}
    assert {mode(path) for path in found if path.is_file()} == {0o600}


def test_a_case_that_a_desk_shares_keeps_its_mode(desk: Path) -> None:
    from factcheck.case.backup import back_up
    from factcheck.case.lock import hold
    from factcheck.case.restoring import restore

    path = desk / "Fall.factcheck"
    Case.create(path, by="Жанна").close()
    path.chmod(0o660)
    backup = back_up(path).backup.path
    lock, _ = hold(path)
    assert lock is not None
    lock.release()
    restore(path, backup, by="Жанна")

    assert mode(path) == 0o660
    assert mode(path.with_name(f"{path.name}-lock")) == 0o660
    assert mode(backup) == 0o600

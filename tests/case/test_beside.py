"""What lies beside a case is used only where Factcheck or SQLite for it left it there."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.case.backup import back_up, contents_of, identity
from factcheck.case.beside import why_foreign
from factcheck.case.case import Case
from factcheck.case.copying import copy_case
from factcheck.case.lock import hold
from factcheck.case.read.documents import documents
from factcheck.case.restoring import restore
from factcheck.case.salvage import salvage
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.journals import journal_naming

PRECIOUS = "Notizen, die niemand löschen soll: Жанна\n"


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "Unterlagen" / "wichtig.txt"
    path.parent.mkdir()
    path.write_text(PRECIOUS, encoding="utf-8")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    case = tmp_path / "Flutkatastrophe ä.factcheck"
    Case.create(case, by="Жанна").close()
    return case


def beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _open(path: Path) -> None:
    Case.open(path).close()


def _open_read_only(path: Path) -> None:
    Case.open(path, read_only=True).close()


def _verify(path: Path) -> None:
    verify(path)


def _copy(path: Path) -> None:
    copy_case(path, path.with_name("copy.factcheck"))


def _back_up(path: Path) -> None:
    back_up(path)


def _identify(path: Path) -> None:
    identity(path)


def _count(path: Path) -> None:
    contents_of(path)


def _salvage(path: Path) -> None:
    salvage(path, path.with_name("gerettet.factcheck"), by="Жанна")


def _restore_from(path: Path) -> None:
    restore(path.with_name("other.factcheck"), path, by="Жанна")


WAYS = [
    _open, _open_read_only, _verify, _copy, _back_up, _identify, _count, _salvage, _restore_from,
]  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_journal_that_names_another_file_is_refused_and_the_file_stays(
    way: Callable[[Path], None], path: Path, victim: Path
) -> None:
    beside(path, "-journal").write_bytes(journal_naming(victim))
    before = path.read_bytes()

    with pytest.raises(FactcheckError, match="names a further file"):
        way(path)

    assert victim.read_text(encoding="utf-8") == PRECIOUS
    assert path.read_bytes() == before


def test_the_journal_of_these_tests_would_have_the_file_deleted(path: Path, victim: Path) -> None:
    beside(path, "-journal").write_bytes(journal_naming(victim))

    raw = sqlite3.connect(path)
    raw.execute("SELECT count(*) FROM entries").fetchone()
    raw.close()

    assert not victim.exists()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_link_beside_a_case_is_not_followed(
    way: Callable[[Path], None], ending: str, path: Path, victim: Path
) -> None:
    beside(path, ending).symlink_to(victim)

    with pytest.raises(FactcheckError, match="is not opened"):
        way(path)

    assert victim.read_text(encoding="utf-8") == PRECIOUS


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_is_no_ordinary_file_is_not_opened(make: Callable[[Path], None], path: Path) -> None:
    make(beside(path, "-journal"))

    with pytest.raises(FactcheckError, match="is no ordinary file"):
        Case.open(path)


def test_a_journal_that_is_another_file_as_well_is_refused(path: Path, victim: Path) -> None:
    beside(path, "-journal").hardlink_to(victim)

    with pytest.raises(FactcheckError, match="under a second name"):
        Case.open(path)

    assert victim.read_text(encoding="utf-8") == PRECIOUS


def test_a_journal_put_beside_a_case_that_is_open_is_refused_at_the_next_read(
    path: Path, victim: Path
) -> None:
    with Case.open(path) as case:
        beside(path, "-journal").write_bytes(journal_naming(victim))
        with pytest.raises(FactcheckError, match="names a further file"):
            case.read(documents)
        with pytest.raises(FactcheckError, match="names a further file"):
            case.undo(by="Жанна")
        with pytest.raises(FactcheckError, match="names a further file"):
            case.copy_to(path.with_name("copy.factcheck"))

    assert victim.exists()


def test_memory_put_beside_a_case_that_is_open_is_not_emptied(path: Path, victim: Path) -> None:
    with Case.open(path) as case:
        beside(path, "-shm").symlink_to(victim)
        beside(path, "-wal").write_bytes(b"x" * 100)
        with pytest.raises(FactcheckError, match="write-ahead"):
            case.read(documents)

    assert victim.read_text(encoding="utf-8") == PRECIOUS


def test_a_case_reached_by_a_link_is_looked_at_where_the_link_leads(
    path: Path, tmp_path: Path, victim: Path
) -> None:
    link = tmp_path / "Schreibtisch.factcheck"
    link.symlink_to(path)
    Case.open(link).close()
    beside(path, "-journal").write_bytes(journal_naming(victim))

    with pytest.raises(FactcheckError, match="names a further file"):
        Case.open(link)

    assert victim.exists()


def test_two_windows_that_reach_a_case_by_different_links_see_each_other(
    path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "Schreibtisch.factcheck"
    link.symlink_to(path)

    lock, _ = hold(path)
    other, why = hold(link)

    assert lock is not None
    lock.release()
    assert other is None
    assert "another window" in why


@pytest.mark.parametrize("kind", ["link", "dangling", "second name", "fifo", "folder"])
def test_what_lies_in_the_place_of_the_lock_is_not_followed(
    kind: str, path: Path, victim: Path
) -> None:
    place = beside(path, "-lock")
    missing = victim.with_name("never.txt")
    match kind:
        case "link":
            place.symlink_to(victim)
        case "dangling":
            place.symlink_to(missing)
        case "second name":
            place.hardlink_to(victim)
        case "fifo":
            os.mkfifo(place)
        case _:
            place.mkdir()

    lock, why = hold(path)

    assert lock is None
    assert "Here you can only read" in why
    assert victim.read_text(encoding="utf-8") == PRECIOUS
    assert not missing.exists()


def test_a_file_in_the_place_of_the_lock_keeps_what_it_holds(path: Path) -> None:
    beside(path, "-lock").write_text(PRECIOUS, encoding="utf-8")

    lock, _ = hold(path)

    assert lock is not None
    lock.release()
    assert beside(path, "-lock").read_text(encoding="utf-8") == PRECIOUS


@pytest.mark.skipif(os.name != "posix", reason="Windows tells no owner by number")
@pytest.mark.parametrize(("mode", "is_used"), [(0o644, False), (0o666, True)])
def test_a_journal_is_of_somebody_who_may_write_to_the_case(
    mode: int, is_used: bool, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside(path, "-journal").write_bytes(b"\0" * 600)
    path.chmod(mode)
    found = beside(path, "-journal").lstat()
    stranger = os.stat_result((*found[:4], found.st_uid + 4711, *found[5:]))

    why = why_foreign(stranger, path)

    assert why == ("" if is_used else "belongs to somebody who may not write to the case")


def test_a_new_file_is_not_made_where_a_journal_waits_for_it(path: Path) -> None:
    wanted = path.with_name("neu.factcheck")
    beside(wanted, "-journal").write_bytes(b"anything")

    with pytest.raises(FactcheckError, match="choose another name"):
        Case.create(wanted, by="Жанна")
    with Case.open(path) as case, pytest.raises(FactcheckError, match="choose another name"):
        case.copy_to(wanted)

    assert not wanted.exists()


def test_what_a_crash_left_is_still_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "abgestürzt.factcheck"
    Case.create(path, by="Жанна").close()
    script = (
        "import os, sqlite3, sys; raw = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "raw.execute('PRAGMA cache_size=1'); raw.execute('BEGIN');"
        "raw.execute('CREATE TABLE half (body)');"
        "[raw.execute('INSERT INTO half VALUES (zeroblob(9000))') for _ in range(90)];"
        "os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert beside(path, "-journal").exists()

    assert verify(path).ok
    Case.open(path).close()
    assert not beside(path, "-journal").exists()


_HEADER = bytes.fromhex("d9d505f920a163d7")


def _emptying() -> bytes:
    """A whole journal that says that the file had no page before."""
    fields = (0, 1, 0, 512, 4096)
    return (_HEADER + b"".join(each.to_bytes(4, "big") for each in fields)).ljust(512, b"\0")


def _of_another(path: Path) -> bytes:
    """The journal of another database, which gives its first page."""
    page = path.read_bytes()[:4096][:100] + bytes(3996)
    checksum = (7 + sum(page[at] for at in range(4096 - 200, 0, -200))) & 0xFFFFFFFF
    fields = (1, 7, path.stat().st_size // 4096, 512, 4096)
    header = (_HEADER + b"".join(each.to_bytes(4, "big") for each in fields)).ljust(512, b"\0")
    return header + (1).to_bytes(4, "big") + page + checksum.to_bytes(4, "big")


@pytest.mark.parametrize("kind", ["emptying", "of another"])
@pytest.mark.parametrize("way", [each for each in WAYS if each is not _salvage])
def test_a_journal_that_would_leave_no_case_is_not_played_back(
    kind: str, way: Callable[[Path], None], path: Path
) -> None:
    journal = _emptying() if kind == "emptying" else _of_another(path)
    beside(path, "-journal").write_bytes(journal)
    before = path.read_bytes()

    with pytest.raises(FactcheckError, match="no case would be left"):
        way(path)

    assert path.read_bytes() == before
    assert beside(path, "-journal").read_bytes() == journal


@pytest.mark.parametrize("kind", ["emptying", "of another"])
def test_salvaging_goes_without_a_journal_that_would_leave_no_case(kind: str, path: Path) -> None:
    journal = _emptying() if kind == "emptying" else _of_another(path)
    beside(path, "-journal").write_bytes(journal)
    new = path.with_name("gerettet.factcheck")

    done = salvage(path, new, by="Жанна")

    assert done.log_until == 1
    assert verify(new).ok


@pytest.mark.parametrize("kind", ["emptying", "of another"])
def test_the_journals_of_these_tests_would_have_left_no_case(kind: str, path: Path) -> None:
    journal = _emptying() if kind == "emptying" else _of_another(path)
    beside(path, "-journal").write_bytes(journal)
    raw = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        raw.execute("SELECT count(*) FROM entries").fetchone()
    raw.close()


def test_only_one_module_opens_databases() -> None:
    package = Path(__file__).parents[2] / "factcheck"
    opening = ("sqlite3.connect(", "ATTACH ", "sqlite3.dbapi2", 'create_engine("sqlite:///')
    found = {
        path.name
        for path in package.rglob("*.py")
        if any(each in path.read_text(encoding="utf-8") for each in opening)
    }

    assert found == {"sqlite_files.py"}


def test_a_copied_folder_of_a_crash_opens(tmp_path: Path, path: Path) -> None:
    # A journal whose header never reached the disk: nothing to take back.
    beside(path, "-journal").write_bytes(b"\0" * 512)
    shutil.copytree(path.parent, tmp_path / "elsewhere", ignore=shutil.ignore_patterns("else*"))

    Case.open(tmp_path / "elsewhere" / path.name).close()

"""A file that is not known here is opened by a confined child first, and only then by us."""

import sqlite3
from pathlib import Path

import pytest

from factcheck.case import apart
from factcheck.case import first_look as looking
from factcheck.case.case import Case
from factcheck.case.changes import AddNote
from factcheck.case.first_look import look_first
from factcheck.case.known_cases import is_known_file, remember_case
from factcheck.case.raw_copy import copy_raw
from factcheck.errors import Cancelled, DamagedError, FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture
def stranger(case: Case, tmp_path: Path) -> Path:
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    case.close()
    path = tmp_path / "von Fremden 東京.factcheck"
    case.path.replace(path)
    return path


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What this process opens with SQLite."""
    names: list[str] = []
    connect = sqlite3.connect

    def noted(name: object, *args: object, **more: object) -> object:
        names.append(str(name))
        return connect(name, *args, **more)

    monkeypatch.setattr(sqlite3, "connect", noted)
    return names


def test_a_sound_file_is_opened_once_a_child_found_it_so(
    stranger: Path, opened: list[str], monkeypatch: pytest.MonkeyPatch
):
    before: list[int] = []
    look = looking.look_apart

    def noted(path: Path, tell: object) -> object:
        report = look(path, tell)
        before.append(len(opened))
        return report

    monkeypatch.setattr(looking, "look_apart", noted)
    assert look_first(stranger) == ""
    assert before == [0]
    assert opened
    assert is_known_file(stranger)
    assert look_first(stranger) == ""
    assert before == [0]


def lose_a_page(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 6 * 4096] = bytes(3 * 4096)
    path.write_bytes(content)


def add_a_trigger(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute(
        "CREATE TRIGGER lie AFTER INSERT ON verdicts BEGIN UPDATE verdicts SET rating='true'; END"
    )
    raw.commit()
    raw.close()


@pytest.mark.parametrize("spoil", [lose_a_page, add_a_trigger])
def test_an_unsound_file_is_never_opened_here(stranger: Path, opened: list[str], spoil):
    spoil(stranger)
    opened.clear()
    content = stranger.read_bytes()
    with pytest.raises(DamagedError, match="is not opened: it is not whole"):
        look_first(stranger)
    assert opened == []
    assert stranger.read_bytes() == content


@pytest.mark.parametrize("content", [b"", b"no database " * 1000, b"SQLite format 3\0" * 300])
def test_what_is_no_case_is_refused_without_opening_it(tmp_path: Path, opened: list[str], content):
    other = tmp_path / "Łódź.factcheck"
    other.write_bytes(content)
    with pytest.raises(FactcheckError, match="is not a case"):
        look_first(other)
    assert opened == []
    with pytest.raises(FactcheckError, match="There is no case"):
        look_first(tmp_path / "gone.factcheck")


def unfinished(path: Path) -> bytes:
    """Leave a transaction half done, as a crash does: some pages written, the journal there."""
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA cache_size=1")
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("UPDATE documents SET title = title || hex(zeroblob(200000))")
    half = path.read_bytes(), path.with_name(f"{path.name}-journal").read_bytes()
    raw.execute("ROLLBACK")
    raw.close()
    path.write_bytes(half[0])
    path.with_name(f"{path.name}-journal").write_bytes(half[1])
    return half[0]


def test_what_a_crash_left_half_done_is_taken_back_by_the_child(stranger: Path, opened: list[str]):
    whole = stranger.read_bytes()
    assert unfinished(stranger) != whole
    opened.clear()
    report = apart.look_apart(stranger)
    assert report.ok
    assert opened == []
    assert look_first(stranger) == ""


def test_a_copy_is_made_again_where_somebody_writes_meanwhile(stranger: Path, tmp_path: Path):
    told: list[int] = []

    def write_once(done: int, _total: int) -> None:
        told.append(done)
        if len(told) == 1:
            stranger.write_bytes(stranger.read_bytes())

    copy = tmp_path / "copy"
    copy_raw(stranger, copy, write_once)
    assert len(told) == 2
    assert copy.read_bytes() == stranger.read_bytes()
    with pytest.raises(FactcheckError, match="another program keeps writing"):
        copy_raw(stranger, copy, lambda *_: stranger.write_bytes(stranger.read_bytes()))


def test_the_look_ends_when_the_user_has_enough(stranger: Path):
    def enough(_done: int, _total: int) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        look_first(stranger, enough)
    assert not is_known_file(stranger)


def test_a_write_ahead_log_is_refused_before_sqlite_sees_it(stranger: Path, opened: list[str]):
    content = bytearray(stranger.read_bytes())
    content[18:20] = b"\2\2"
    stranger.write_bytes(content)
    with pytest.raises(FactcheckError, match="write-ahead"):
        look_first(stranger)
    assert opened == []


def test_a_known_case_is_opened_without_a_child(case: Case, monkeypatch: pytest.MonkeyPatch):
    remember_case(case)
    monkeypatch.setattr(looking, "look_apart", None)
    assert look_first(case.path) == ""

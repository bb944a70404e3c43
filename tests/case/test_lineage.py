"""A case is known by its log: a copy of its number takes nothing from it, and is told apart."""

import shutil
from pathlib import Path

import pytest

from factcheck.case.backup import back_up, backups_at, backups_of
from factcheck.case.backup_places import Place, choose_place, place_of
from factcheck.case.case import Case
from factcheck.case.changes import AddNote
from factcheck.case.known_cases import remember_case
from factcheck.case.log import Entry
from factcheck.case.restoring import restore
from tests.hostile.forging import rechain, unguarded

ZOE = "Zoë Ångström"
PARTED = "of a copy that went on differently"


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Einstellungen 東京"))
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "Daten 東京"))


def note(case: Case, title: str) -> None:
    case.do(AddNote("book", title), by=ZOE)


def fork(case: Case, to: Path) -> Path:
    shutil.copy(case.path, to)
    with Case.open(to) as copy:
        note(copy, "Gefälscht")
        note(copy, "Noch mehr")
    return to


def forged_from_the_start(case: Case, to: Path) -> Path:
    """A case of the same number, all of whose log was written by somebody else."""
    shutil.copy(case.path, to)

    def other(entry: Entry) -> Entry:
        return entry._replace(by="Mallory")

    with unguarded(to) as raw:
        rechain(raw, other)
    return to


@pytest.mark.parametrize("forge", [fork, forged_from_the_start])
def test_a_foreign_case_of_the_same_number_never_becomes_the_newest_backup(
    case: Case, tmp_path: Path, forge
):
    note(case, "Łódź, a history")
    mine = back_up(case.path).backup
    other = forge(case, tmp_path / "aus der Post.factcheck")
    note(case, "Another")
    newer = back_up(case.path).backup
    theirs = back_up(other).backup
    listed = backups_at(case.path, case.id)
    assert [each.path for each in listed[:2]] == [newer.path, mine.path]
    assert [(each.path, bool(each.whose)) for each in listed[2:]] == [(theirs.path, True)]
    assert back_up(case.path).backup.path == newer.path
    assert not backups_at(other, case.id)[0].whose


def test_a_foreign_case_never_turns_ones_backups_over(case: Case, tmp_path: Path):
    note(case, "Łódź, a history")
    mine = back_up(case.path).backup
    other = forged_from_the_start(case, tmp_path / "aus der Post.factcheck")
    for number in range(14):
        with Case.open(other) as copy:
            note(copy, f"Fälschung {number}")
        back_up(other)
    assert mine.path.exists()
    assert len(backups_of(case.id)) < 15


def test_each_of_two_honest_forks_has_its_own_backups_and_the_common_ones(
    case: Case, tmp_path: Path
):
    note(case, "Łódź, a history")
    common = back_up(case.path).backup
    other = fork(case, tmp_path / "zu Hause.factcheck")
    note(case, "At the desk")
    here, there = back_up(case.path).backup, back_up(other).backup
    words = {each.path: each.whose for each in backups_at(case.path, case.id)}
    assert words == {
        here.path: "",
        common.path: "",
        there.path: PARTED,
    }
    words = {each.path: each.whose for each in backups_at(other, case.id)}
    assert words == {
        there.path: "",
        common.path: "",
        here.path: PARTED,
    }


def test_an_older_file_in_the_place_of_a_known_case_still_has_the_newer_backups(
    case: Case, tmp_path: Path
):
    older = Path(shutil.copy(case.path, tmp_path / "older.factcheck"))
    note(case, "Łódź, a history")
    newest = back_up(case.path).backup
    remember_case(case)
    case.close()
    for damage in (
        lambda: shutil.copy(older, case.path),
        lambda: case.path.write_bytes(b"\0" * 99),
    ):
        damage()
        assert backups_at(case.path, case.id)[0] == newest
    case.path.unlink()
    assert backups_at(case.path, case.id)[0] == newest


def test_what_a_restored_case_left_behind_is_said_to_go_on_differently(case: Case):
    note(case, "Łódź, a history")
    first = back_up(case.path).backup
    note(case, "Another")
    second = back_up(case.path).backup
    case.close()
    restore(case.path, first.path, by=ZOE)
    words = {each.path: each.whose for each in backups_at(case.path, case.id)}
    assert words == {first.path: "", second.path: PARTED}


def test_where_the_backups_of_a_case_lie_is_not_chosen_for_another_of_its_number(
    case: Case, tmp_path: Path
):
    other = forged_from_the_start(case, tmp_path / "aus der Post.factcheck")
    choose_place(case.id, other, Place("none"))
    assert place_of(case.id, other) == Place("none")
    assert place_of(case.id, case.path) == Place()

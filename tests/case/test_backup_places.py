"""Backups lie where the user wants them, for each case: in the usual place, beside it, nowhere."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.case.backup import NoBackups, back_up, backups_of
from factcheck.case.backup_places import Place, choose_place, folders_of, place_of
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.errors import FactcheckError
from tests.making import SOURCE, loaded


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Einstellungen ä"))


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    (tmp_path / "Fälle").mkdir()
    with Case.create(tmp_path / "Fälle" / "Küste.factcheck", by="Жанна") as case:
        yield case


def add(case: Case) -> None:
    case.do(AddDocument(loaded(f"{SOURCE} {case.head.seq}"), under_check=False), by="Жанна")


def test_without_a_choice_they_lie_in_the_usual_place(case: Case) -> None:
    made = back_up(case.path)
    assert made.is_first
    assert made.backup.path.parent == folders_of(case.id)[0]
    add(case)
    assert not back_up(case.path).is_first


def test_beside_the_case_they_follow_it(case: Case, tmp_path: Path) -> None:
    choose_place(case.id, case.path, Place("beside"))
    first = back_up(case.path).backup.path
    assert case.path.parent in first.parents
    add(case)
    moved = tmp_path / "anderswo" / case.path.name
    moved.parent.mkdir()
    case.path.rename(moved)
    second = back_up(moved).backup.path
    assert moved.parent in second.parents
    assert [each.path for each in backups_of(case.id)] == [second, first]


def test_in_a_folder_of_ones_own_each_case_has_its_own(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "Platte 東京"
    folder.mkdir()
    choose_place(case.id, case.path, Place("folder", folder))
    assert back_up(case.path).backup.path.parent.parent == folder
    with Case.create(tmp_path / "andere.factcheck", by="Łucja") as other:
        assert place_of(other.id, other.path) == Place()
        assert folder not in back_up(other.path).backup.path.parents


def test_where_none_are_wanted_none_is_made(case: Case) -> None:
    choose_place(case.id, case.path, Place("none"))
    with pytest.raises(NoBackups, match="that was chosen"):
        back_up(case.path)
    assert backups_of(case.id) == ()


def test_a_copy_that_is_asked_for_is_made_all_the_same(case: Case, tmp_path: Path) -> None:
    choose_place(case.id, case.path, Place("none"))
    assert back_up(case.path, tmp_path / "Kopie.factcheck").backup.path.exists()


def test_before_a_case_is_brought_up_to_date_one_is_always_made(tmp_path: Path) -> None:
    golden = Path(__file__).parent.parent / "golden" / "schema-1.factcheck.gz"
    path = tmp_path / "älter.factcheck"
    path.write_bytes(gzip.decompress(golden.read_bytes()))
    with Case.open(path, read_only=True, as_it_is=True) as old:
        id = old.id
    choose_place(id, path, Place("none"))
    Case.open(path).close()
    (kept,) = backups_of(id)
    assert kept.path.parent == folders_of(id)[0]


def test_what_was_made_elsewhere_before_stays_listed_and_is_turned_over(case: Case) -> None:
    for _ in range(6):
        add(case)
        back_up(case.path)
    choose_place(case.id, case.path, Place("beside"))
    for _ in range(8):
        add(case)
        back_up(case.path)
    folders = {each.path.parent for each in backups_of(case.id)}
    assert len(folders) == 2
    assert len(backups_of(case.id)) < 14


def test_a_link_beside_the_case_gets_no_backup(case: Case, tmp_path: Path) -> None:
    choose_place(case.id, case.path, Place("beside"))
    (tmp_path / "öffentlich").mkdir()
    (case.path.parent / "Factcheck backups").symlink_to(tmp_path / "öffentlich")
    with pytest.raises(FactcheckError, match="no folder of yours"):
        back_up(case.path)
    assert list((tmp_path / "öffentlich").iterdir()) == []


def test_a_folder_that_is_not_there_cannot_be_chosen(case: Case, tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="There is no folder"):
        choose_place(case.id, case.path, Place("folder", tmp_path / "nirgends"))
    assert place_of(case.id, case.path) == Place()


@pytest.mark.parametrize("told", ["{", "[]", '{"kind": 3, "used": 7}', '{"kind": "folder"}'])
def test_settings_that_cannot_be_read_mean_the_usual_place(
    told: str, case: Case, tmp_path: Path
) -> None:
    choose_place(case.id, case.path, Place("none"))
    (kept,) = (tmp_path / "Einstellungen ä" / "backups").iterdir()
    kept.write_text(told, "utf-8")
    assert place_of(case.id, case.path) == Place()
    assert back_up(case.path).is_new

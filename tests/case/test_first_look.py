"""A case that was not opened here before is verified before anything else."""

import shutil
from pathlib import Path

import pytest

from factcheck.case import first_look as looking
from factcheck.case.apart import verify_apart
from factcheck.case.case import Case
from factcheck.case.changes import AddNote
from factcheck.case.first_look import first_look
from factcheck.case.known_cases import case_id_at, is_known, remember_case
from factcheck.case.verify import verify
from factcheck.errors import Cancelled, FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Einstellungen 東京"
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(folder))
    return folder


def test_a_case_is_verified_once_and_then_known(case: Case, monkeypatch: pytest.MonkeyPatch):
    asked: list[Path] = []

    def noted(path: Path, **more: object) -> object:
        asked.append(path)
        return verify_apart(path)

    monkeypatch.setattr(looking, "verify_apart", noted)
    assert (first_look(case), first_look(case)) == ("", "")
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    assert first_look(case) == ""
    assert asked == [case.path]


def test_the_same_case_from_somewhere_else_is_not_known(case: Case, tmp_path: Path):
    remember_case(case)
    other = tmp_path / "aus der Post.factcheck"
    shutil.copy(case.path, other)
    with Case.open(other, read_only=True) as copy:
        assert not is_known(copy)
    assert is_known(case)


def test_a_file_that_took_the_place_of_a_known_one_is_not_known(case: Case, tmp_path: Path):
    remember_case(case)
    case.close()
    other = tmp_path / "other.factcheck"
    shutil.copy(case.path, other)
    other.replace(case.path)
    with Case.open(case.path, read_only=True) as again:
        assert not is_known(again)


def test_a_case_that_is_not_whole_can_only_be_read_and_is_asked_each_time(case: Case):
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    case.close()
    content = case.path.read_bytes()
    case.path.write_bytes(content.replace(b"a history", b"a mystery"))
    with Case.open(case.path, read_only=True) as again:
        for _ in range(2):
            told = first_look(again)
            assert told.startswith("tents.factcheck is not whole. ")
            assert told.endswith(" Here you can only read.")


def test_a_place_tells_which_case_was_there(case: Case, tmp_path: Path):
    assert case_id_at(case.path) is None
    remember_case(case)
    assert case_id_at(case.path) == case.id
    case.close()
    case.path.unlink()
    assert case_id_at(case.path) == case.id


def test_a_broken_file_or_folder_of_what_is_known_vouches_for_nothing(case: Case, settings: Path):
    remember_case(case)
    (settings / "known-cases" / f"{case.id}.json").write_text("[{", "utf-8")
    assert not is_known(case)
    remember_case(case)
    assert is_known(case)
    shutil.rmtree(settings)
    settings.write_text("a file in its place", "utf-8")
    remember_case(case)
    assert not is_known(case)


def test_a_child_finds_what_this_process_finds(case: Case, article: str):
    assert verify_apart(case.path) == verify(case.path)
    head = case.head.fingerprint
    assert verify_apart(case.path, head=head) == verify(case.path, head=head)
    with pytest.raises(FactcheckError, match="There is no case"):
        verify_apart(case.path.with_name("gone.factcheck"))
    case.path.with_name("text.factcheck").write_bytes("東京, no database".encode() * 300)
    with pytest.raises(FactcheckError, match="is not a case: it is another sort"):
        verify_apart(case.path.with_name("text.factcheck"))


def test_the_child_ends_when_the_user_has_enough(case: Case):
    told: list[int] = []

    def enough(_done: int, _total: int) -> None:
        told.append(1)
        if len(told) > 1:
            raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        verify_apart(case.path, tell=enough)


def test_a_child_that_dies_is_said(case: Case, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("factcheck.confined.child._START", "import os; os._exit(3)")
    with pytest.raises(FactcheckError, match="the check broke off"):
        verify_apart(case.path)

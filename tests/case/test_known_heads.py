"""Fingerprints that were given away are kept by this computer and compared on opening."""

import shutil
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddNote
from factcheck.case.known_heads import (
    differing_heads,
    known_heads,
    remember_head,
    remember_head_of,
)
from factcheck.errors import FactcheckError

ZOE = "Zoë Ångström"


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Einstellungen 東京"
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(folder))
    return folder


def test_a_fingerprint_is_kept_once_and_still_holds_after_more_work(case: Case):
    assert (known_heads(case.id), differing_heads(case)) == ((), ())
    given = case.head.fingerprint
    for _ in range(2):
        remember_head(case.id, given, "export")
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_head(case.id, case.head.fingerprint, "copied")
    assert [(head.fingerprint, head.how) for head in known_heads(case.id)] == [
        (given, "export"),
        (case.head.fingerprint, "copied"),
    ]
    assert differing_heads(case) == ()


def test_an_older_copy_in_the_place_of_the_case_is_told(case: Case, tmp_path: Path):
    older = tmp_path / "older.factcheck"
    shutil.copy(case.path, older)
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_head(case.id, case.head.fingerprint, "export")
    with Case.open(older) as copy:
        (told,) = differing_heads(copy)
        assert told.startswith(
            "The log was cut: the fingerprint names entry 2, the log ends at 1. It was given away"
        )
        copy.do(AddNote("book", "Another history"), by=ZOE)
        assert differing_heads(copy)[0].startswith("The log was rewritten: entry 2")


def test_only_fingerprints_are_kept_and_a_broken_file_vouches_for_nothing(
    case: Case, settings: Path
):
    with pytest.raises(FactcheckError, match="is no fingerprint"):
        remember_head(case.id, "hello", "export")
    remember_head(case.id, case.head.fingerprint, "export")
    (settings / "fingerprints" / f"{case.id}.json").write_text("[{", "utf-8")
    assert known_heads(case.id) == ()
    remember_head(case.id, case.head.fingerprint, "export")
    assert len(known_heads(case.id)) == 1


def test_the_first_fingerprint_stays_where_there_are_very_many(
    case: Case, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.case.known_heads._MOST", 3)
    for seq in range(1, 6):
        remember_head(case.id, f"{seq}-3f9a-51c2-9b0e-77d1-ac04", "export")
    assert [head.fingerprint[0] for head in known_heads(case.id)] == ["1", "4", "5"]


def test_a_folder_that_cannot_be_written_is_said(case: Case, settings: Path):
    settings.write_text("a file in its place", "utf-8")
    with pytest.raises(FactcheckError, match="The fingerprint was not kept"):
        remember_head(case.id, case.head.fingerprint, "export")


def fork(case: Case, to: Path, title: str) -> Path:
    """Copy a case, and let the copy go on by itself."""
    shutil.copy(case.path, to)
    with Case.open(to) as copy:
        copy.do(AddNote("book", title), by=ZOE)
        remember_head_of(copy, copy.head.fingerprint, "export")
    return to


def test_a_copy_that_went_on_differently_does_not_make_the_case_look_rewritten(
    case: Case, tmp_path: Path
):
    remember_head_of(case, case.head.fingerprint, "export")
    other = fork(case, tmp_path / "aus der Post.factcheck", "Gefälscht")
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_head_of(case, case.head.fingerprint, "export")
    assert differing_heads(case) == ()
    with Case.open(other) as copy:
        assert differing_heads(copy) == ()
    moved = tmp_path / "umgezogen.factcheck"
    case.close()
    case.path.rename(moved)
    with Case.open(moved) as same:
        assert differing_heads(same) == ()


def test_a_file_that_lies_somewhere_new_and_follows_no_known_log_is_told(
    case: Case, tmp_path: Path
):
    older = tmp_path / "aus der Post.factcheck"
    shutil.copy(case.path, older)
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_head_of(case, case.head.fingerprint, "export")
    with Case.open(older) as copy:
        copy.do(AddNote("book", "Gefälscht"), by=ZOE)
        (told,) = differing_heads(copy)
        assert told.startswith("The log was rewritten: entry 2 has another hash.")
        assert "another file with this case's number" in told


def test_what_lay_in_the_place_of_the_case_for_a_while_is_not_what_it_is_held_to(
    case: Case, tmp_path: Path
):
    other, kept = tmp_path / "andere.factcheck", tmp_path / "aufgehoben.factcheck"
    shutil.copy(case.path, other)
    case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    remember_head_of(case, case.head.fingerprint, "export")
    case.close()
    with Case.open(other) as copy:
        copy.do(AddNote("book", "Gefälscht"), by=ZOE)
    shutil.copy(case.path, kept)
    shutil.copy(other, case.path)
    with Case.open(case.path) as copy:
        assert len(differing_heads(copy)) == 1
        remember_head_of(copy, copy.head.fingerprint, "export")
        assert len(differing_heads(copy)) == 1
    shutil.copy(kept, case.path)
    with Case.open(case.path) as again:
        assert differing_heads(again) == ()

"""Bit-rot is found in a case that nobody changed; who writes meanwhile is no damage."""

from pathlib import Path

import pytest

from factcheck.case import pages
from factcheck.case.case import Case
from factcheck.case.chain import Report
from factcheck.case.pages import look_at_pages, pages_are_whole
from factcheck.errors import DamagedError


def spoil(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    path.write_bytes(content)


def test_whole_pages_are_whole_and_stay_as_they_are(case: Case, article: str):
    before = case.path.read_bytes()
    look_at_pages(case.path)
    assert case.path.read_bytes() == before
    assert [path.name for path in case.path.parent.iterdir()] == [case.path.name]


def test_a_lost_page_is_damage(case: Case, article: str):
    case.close()
    spoil(case.path)
    assert not pages_are_whole(case.path)
    with pytest.raises(DamagedError, match=f"{case.path.name} is not whole"):
        look_at_pages(case.path)


def test_what_is_no_database_has_no_whole_pages(tmp_path: Path):
    other = tmp_path / "Łódź.factcheck"
    other.write_bytes(b"no database " * 1000)
    assert not pages_are_whole(other)
    assert not pages_are_whole(tmp_path / "gone.factcheck")


def test_what_was_found_while_somebody_wrote_is_no_damage(
    case: Case, article: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pages, "pages_apart", lambda path, tell: False)
    asked: list[Path] = []

    def whole(path: Path, tell: object) -> Report:
        asked.append(path)
        return Report(True, ("whole",), None, "", 1, 0)

    monkeypatch.setattr(pages, "verify_apart", whole)
    look_at_pages(case.path)
    assert asked == [case.path]

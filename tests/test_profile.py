"""The checker's name: kept, read back by another process, and chosen in the right order."""

import getpass
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck import profile
from factcheck.errors import FactcheckError, UsageError


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Zürich"))
    monkeypatch.delenv("FACTCHECK_BY", raising=False)


def test_a_name_is_read_back_by_another_process() -> None:
    profile.set_checker_name("Zoë 東京 😀")
    script = "from factcheck.profile import checker_name; print(ascii(checker_name()))"
    told = subprocess.run(
        [sys.executable, "-c", script], env=os.environ, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == ascii("Zoë 東京 😀")


def test_a_name_is_one_line_in_one_spelling() -> None:
    profile.set_checker_name("  Zoe\u0308\n Okafor\xa0 ")
    assert profile.checker_name() == "Zoë Okafor"


def test_nobody_is_named_before_the_first_start() -> None:
    assert profile.checker_name() == ""


@pytest.mark.parametrize("content", ["", "[1]", '{"checker": 5}', "\x00"])
def test_a_broken_file_counts_as_no_name(content: str) -> None:
    profile.config_dir().mkdir()
    (profile.config_dir() / "profile.json").write_text(content, encoding="utf-8")
    assert profile.checker_name() == ""


def test_the_environment_goes_before_the_kept_name_and_that_before_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert profile.who_is_checking() == "login"
    profile.set_checker_name("Jürgen")
    assert profile.who_is_checking() == "Jürgen"
    monkeypatch.setenv("FACTCHECK_BY", "Mira")
    assert profile.who_is_checking() == "Mira"


def test_without_any_name_the_user_is_told_how_to_give_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    with pytest.raises(UsageError, match="--by NAME"):
        profile.who_is_checking()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "Zürich").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(FactcheckError, match="was not kept"):
        profile.set_checker_name("Mira")


def test_the_system_decides_the_folder_when_nobody_else_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("FACTCHECK_CONFIG_DIR")
    assert profile.config_dir().name == "factcheck"


def test_a_thing_is_told_first_only_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert profile.is_told_first("semantic")
    assert not profile.is_told_first("semantic")
    assert profile.is_told_first("other")
    (tmp_path / "東京").write_text("a file where a folder should be")
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "東京" / "x"))
    assert profile.is_told_first("semantic")
    assert profile.is_told_first("semantic")

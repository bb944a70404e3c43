"""What the window remembers, above all after a restart: another process reads it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from factcheck.window.settings import RECENT_CASES, REMEMBERED_CASES, CaseView, Settings

READ_BACK = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from factcheck.window.settings import Settings
kept = Settings(Path(sys.argv[1]))
print(json.dumps([
    kept.single_keys, kept.library_shown, kept.theme, kept.article_zoom, kept.article_line,
    kept.splitter("main"), [str(p) for p in kept.recent_cases], list(kept.geometry),
    kept.changed_keys(), asdict(kept.case_view("c1")), str(kept.last_folder),
]))
"""


@pytest.fixture
def ini(tmp_path: Path) -> Path:
    return tmp_path / "Zürich" / "window.ini"


def test_settings_are_read_back_by_another_process_with_their_types(ini: Path) -> None:
    case = ini.parent / "東京 😀, 1=2;%20.factcheck"
    view = CaseView("d1", None, "k3", "ledger", {"d1": 2**40})
    settings = Settings(ini)
    settings.single_keys = False
    settings.library_shown = False
    settings.theme = "dark"
    settings.article_zoom = 130
    settings.article_line = 1.45
    settings.set_splitter("main", [252])
    settings.note_recent(case)
    settings.geometry = b"\x00\xff\n"
    settings.write("keys/changed", {"mark": ("Ctrl+M", ",")})
    settings.set_case_view("c1", view)
    assert settings.sync()

    told = subprocess.run(
        [sys.executable, "-c", READ_BACK, str(ini)], capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout) == [
        False,
        False,
        "dark",
        130,
        1.45,
        [252],
        [str(case)],
        [0, 255, 10],
        {"mark": ["Ctrl+M", ","]},
        {
            "document": "d1",
            "second_document": None,
            "active_claim": "k3",
            "view": "ledger",
            "offsets": {"d1": 2**40},
        },
        str(ini.parent),
    ]


def test_nothing_kept_gives_the_defaults(ini: Path) -> None:
    settings = Settings(ini)
    assert settings.single_keys
    assert settings.theme == "system"
    assert settings.recent_cases == ()
    assert settings.last_folder is None
    assert settings.splitter("main") == ()
    assert settings.case_view("c1") == CaseView()


@pytest.mark.parametrize("nonsense", ["", "{", "null", "[1]", "7", '"purple"', '{"offsets": 1}'])
def test_nonsense_in_the_file_counts_as_never_kept(ini: Path, nonsense: str) -> None:
    file = QSettings(str(ini), QSettings.Format.IniFormat)
    keys = ("look/theme", "keys/single", "files/recent", "cases/c1", "window/geometry")
    for key in keys:
        file.setValue(key, nonsense)
    file.sync()
    settings = Settings(ini)
    assert settings.theme == "system"
    assert settings.single_keys
    assert settings.recent_cases == ()
    assert settings.case_view("c1") == CaseView()
    assert settings.geometry == b""


def test_a_zoom_out_of_range_is_brought_back_into_it(ini: Path) -> None:
    settings = Settings(ini)
    settings.article_zoom = 900
    settings.article_width = 3
    assert (settings.article_zoom, settings.article_width) == (250, 50)


def test_recent_cases_are_newest_first_and_few(ini: Path, tmp_path: Path) -> None:
    settings = Settings(ini)
    paths = [tmp_path / f"{n}.factcheck" for n in range(RECENT_CASES + 3)]
    for path in [*paths, paths[5]]:
        settings.note_recent(path)
    assert settings.recent_cases[:2] == (paths[5], paths[-1])
    assert len(settings.recent_cases) == RECENT_CASES


def test_places_in_old_cases_are_forgotten_oldest_first(ini: Path) -> None:
    settings = Settings(ini)
    for n in range(REMEMBERED_CASES + 1):
        settings.set_case_view(f"c{n}", CaseView(document="d"))
    assert settings.case_view("c0") == CaseView()
    assert settings.case_view("c1").document == "d"


def test_the_file_lies_in_the_folder_that_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "own"))
    settings = Settings()
    settings.single_keys = False
    assert settings.sync()
    assert (tmp_path / "own" / "window.ini").is_file()

"""The window as a process of its own: its start measured, its picture taken."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from tests.making import ARTICLE, loaded
from tests.starting import ENVIRONMENT, start

pytestmark = pytest.mark.slow


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "Zürich 東京.factcheck"
    with Case.create(path, by="Zoë") as made:
        made.do(AddDocument(loaded(ARTICLE), under_check=True, source=False), by="Zoë")
    return path


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    return {"FACTCHECK_CONFIG_DIR": str(tmp_path / "config"), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("words", [["case"], []], ids=["a case", "none"])
def test_the_start_is_measured_and_leaves_no_trace(case, env, tmp_path, words):
    given = [str(case) for _ in words]
    with start(
        *given, "--time-start", env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err.decode()
    figures = json.loads(out)
    assert set(figures) == {"first_paint_ms", "ready_ms"}
    assert 0 < figures["first_paint_ms"] <= figures["ready_ms"] < 60_000
    kept = tmp_path / "config" / "window.ini"
    assert not kept.exists() or "recent" not in kept.read_text(encoding="utf-8")


def shorten(case: Path) -> None:
    case.write_bytes(case.read_bytes()[:5000])


def no_case(case: Path) -> None:
    case.write_text("Zürich 東京\n" * 100, encoding="utf-8")


@pytest.mark.parametrize("harm", [shorten, no_case])
def test_the_measured_start_of_a_case_that_is_not_opened_ends_with_a_sentence(case, env, harm):
    harm(case)
    with start(
        str(case), "--time-start", env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, out) == (1, b""), err.decode()
    (sentence,) = err.decode().splitlines()
    assert sentence.endswith(".")


def picture(case: Path, out: Path, env: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "factcheck.window.screenshot", str(case), str(out)],
        env=ENVIRONMENT | env,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_picture_of_the_window_is_taken_without_a_screen(case, env, tmp_path, qapp):
    out = tmp_path / "bild.png"
    done = picture(case, out, env)
    assert done.returncode == 0, done.stderr.decode()
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1440, 900)
    colours = {image.pixel(x, y) for x in range(0, 1440, 16) for y in range(0, 900, 16)}
    assert len(colours) > 5


def test_a_picture_that_cannot_be_saved_fails(case, env, tmp_path):
    done = picture(case, tmp_path / "gibt es nicht" / "bild.png", env)
    assert done.returncode != 0
    assert b"No picture of" in done.stderr

"""Where the disk fails, "saved" is said only of what is there, and trying again saves it once."""

import shutil
from pathlib import Path

import pytest

from tests.benchmarks.faults.io_errors import Found, failing, full_disk, made


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    return made(tmp_path_factory.mktemp("disk"))


def no_fault(found: Found) -> bool:
    return found == Found(runs=found.runs, refused=found.refused)


@pytest.mark.parametrize(("kind", "first"), [("write", 1), ("write", 6), ("sync", 2)])
def test_an_operation_that_fails_is_told_and_trying_again_saves_once(
    original: tuple[Path, str], kind: str, first: int
):
    found = sum(failing(*original, (kind,), range(first, first + 1), verdicts=2), Found())
    assert no_fault(found)
    assert found.refused >= found.runs == 8


def test_a_commit_that_fails_after_it_took_effect_is_saved_or_told_never_both(
    original: tuple[Path, str],
):
    assert no_fault(sum(failing(*original, ("delete",), range(1), verdicts=2), Found()))


def test_a_full_disk_is_told_and_nothing_is_half_there(original: tuple[Path, str], tmp_path: Path):
    path = tmp_path / "Zürich.factcheck"
    shutil.copy(original[0], path)
    verdicts, found = full_disk(path, original[1], 2 * 1024 * 1024)
    assert no_fault(found)
    assert (found.refused > 0, verdicts > 2) == (True, True)

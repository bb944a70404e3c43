"""Where the disk fails, "saved" is said only of what is there, and trying again saves it once."""

import shutil
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.read.documents import documents
from factcheck.case.verify import verify
from factcheck.errors import DiskFullError
from tests.benchmarks.faults.io_errors import Found, failing, full_disk, made
from tests.making import loaded


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


def test_many_documents_on_a_full_disk_are_told_in_one_sentence(case: Case):
    # As where the disk is full, SQLite takes the whole transaction back by itself.
    pages = case.read(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar_one())
    case.read(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}").scalar_one())
    many = [AddDocument(loaded(f"Zürich 東京 {at} " * 500, title=f"Łódź {at}")) for at in range(30)]
    before = case.head
    with pytest.raises(DiskFullError, match="the disk is full"):
        list(case.do_all(many, by="Zoë"))
    assert (case.head, case.read(documents)) == (before, [])
    case.read(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 100000").scalar_one())
    assert len(list(case.do_all(many, by="Zoë"))) == 30
    assert verify(case.path).ok

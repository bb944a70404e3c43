"""What changes need comes with the first one: who only reads starts without it."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddScale, ScaleRating
from factcheck.errors import FactcheckError
from tests.starting import ENVIRONMENT

READ = """
import sys
from pathlib import Path
from factcheck.case.case import Case
from factcheck.case.read.documents import documents
with Case.open(Path(sys.argv[1]), read_only=sys.argv[2] == "reading") as case:
    assert case.read(documents) == []
    assert case.head.seq > 0
    print("sqlmodel" in sys.modules)
    case.prepare_to_write()
    print("sqlmodel" in sys.modules)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Case.create(tmp_path / "Zürich 東京.factcheck", by="Zoë") as made:
        return made.path


def said(path: Path, how: str) -> list[str]:
    command = [sys.executable, "-c", READ, str(path), how]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_reading_imports_nothing_of_what_changes_need(path: Path):
    assert said(path, "reading") == ["False", "False"]


def test_a_case_can_be_made_ready_for_changes_before_the_first_one(path: Path):
    assert said(path, "writing") == ["False", "True"]


def test_a_case_that_is_only_read_refuses_each_kind_of_change(path: Path):
    change = AddScale("Ja/Nein", (ScaleRating("ja"),))
    with Case.open(path, read_only=True) as case:
        before = case.head
        for refused in (
            lambda: case.do(change, by="Zoë"),
            lambda: list(case.do_all([change], by="Zoë")),
            lambda: case.undo(by="Zoë"),
            lambda: case.redo(by="Zoë"),
        ):
            with pytest.raises(FactcheckError, match="open for reading only"):
                refused()
        assert case.head == before

"""A case of an older Factcheck on the command line: brought up to date, and that is said."""

import gzip
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent.parent / "golden" / "schema-1.factcheck.gz"
HEAD = "77-e3ee-bf05-320c-67d8-4e27"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "Zelte für Łódź.factcheck"
    path.write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    return path


def test_verifying_never_changes_an_older_case(older: Path, factcheck):
    before = older.read_bytes()
    ran = factcheck("verify", str(older), "--head", HEAD)
    assert (ran.code, ran.err) == (0, "")
    assert older.read_bytes() == before
    assert list(older.parent.glob("Zelte*")) == [older]


def test_a_command_says_that_it_was_brought_up_to_date_and_where_it_was_kept(
    older: Path, factcheck
):
    ran = factcheck("list", str(older), "claims", "--json")
    assert ran.code == 0
    assert len(ran.rows) == 12
    assert "it is kept among its backups." in ran.err
    assert factcheck("list", str(older), "claims").err == ""

"""The script that verifies an exported log without the app, run as anybody would run it."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, MarkClaim, RateClaim
from factcheck.case.log import Head
from factcheck.case.read.tables import table
from factcheck.case.verify_log import verify_log
from factcheck.export.csv_file import write_csv
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"


@pytest.fixture
def log(tmp_path: Path) -> tuple[Path, Head]:
    """The log of a worked case, with its head."""
    with Case.create(tmp_path / "łódź.factcheck", by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE, title="Zelte"), under_check=True), by=ZOE)
        claim = case.do(MarkClaim(article.ids[0], 0, 6), by=ZOE).ids[0]
        case.do(RateClaim(claim, "True", "“東京”, said twice: 😀"), by=ZOE)
        case.do(AddNote("call", "Anruf", said="x" * 200_000), by=ZOE)
        path = tmp_path / "log.csv"
        write_csv(table(case, "log"), path)
        return path, case.head


def run(*arguments: str) -> tuple[int, str]:
    # -I: nothing of ours can be imported, as on the machine of somebody without the app.
    command = [sys.executable, "-I", str(asset("verify_log.py")), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def test_a_log_that_holds(log: tuple[Path, Head]):
    path, head = log
    code, said = run(str(path), head.fingerprint)
    assert code == 0, said
    assert "The log is whole: 5 entries." in said
    assert f"Fingerprint: {head.fingerprint}." in said
    assert "unchanged up to entry 5; entries since then: 0." in said
    assert run(str(path), f"{head.seq}:{head.hash}")[0] == 0
    assert verify_log(path, head=head.fingerprint).ok


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "said twice",
            "said once",
            "Row 5: entry 4 was changed, its digest is not of its changes.",
        ),
        (f'"{ZOE}","window","fact', '"Mallory","window","fact', "Row 2: entry 1 was changed"),
        ('"rate"', '"mark"', "Row 5: entry 4 was changed, its hash is not that of its fields."),
    ],
)
def test_a_changed_cell_is_named_with_its_row(
    log: tuple[Path, Head], old: str, new: str, said: str
):
    path, _ = log
    content = path.read_text("utf-8-sig")
    assert old in content
    path.write_text(content.replace(old, new, 1), "utf-8-sig", newline="")
    code, told = run(str(path))
    assert code == 1
    assert said in told
    assert not verify_log(path).ok


def test_a_row_that_was_taken_out_is_named(log: tuple[Path, Head]):
    path, _ = log
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(lines[:2] + lines[3:]), "utf-8-sig", newline="")
    assert run(str(path)) == (1, "Row 3: entry 2 is missing, entry 3 stands there.\n")


def test_a_cut_log_is_whole_until_a_fingerprint_says_otherwise(log: tuple[Path, Head]):
    path, head = log
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    path.write_text("".join(lines[:4]), "utf-8-sig", newline="")
    assert run(str(path))[0] == 0
    code, said = run(str(path), head.fingerprint)
    assert (code, said) == (
        1,
        "The log was cut: the fingerprint names entry 5, the log ends at 3.\n",
    )


def test_another_hash_is_a_rewritten_log(log: tuple[Path, Head]):
    path, _ = log
    code, said = run(str(path), "3-0000-0000-0000-0000-0000")
    assert (code, said) == (1, "The log was rewritten: entry 3 has another hash.\n")


def test_what_is_no_log_is_refused(tmp_path: Path):
    other = tmp_path / "other.csv"
    other.write_text("a,b\r\n")
    assert run(str(other))[0] == 2
    gone = tmp_path / "žádný.csv"
    assert run(str(gone)) == (2, f"{gone} cannot be read: No such file or directory.\n")
    other.write_bytes(b"\xff\xfe\x00")
    code, said = run(str(other))
    assert (code, said.startswith(f"{other} cannot be read: ")) == (2, True)
    assert run()[0] == 2
    assert "is no fingerprint" in run(str(other), "12-ab")[1]

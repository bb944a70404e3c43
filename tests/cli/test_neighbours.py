"""Whatever somebody put beside a case, no command deletes, changes or follows it."""

import os
from pathlib import Path

import pytest

from factcheck.cli.commands import COMMANDS
from tests.journals import journal_naming

PRECIOUS = "Notizen, die niemand löschen soll: Жанна\n"
TAKES_NO_CASE = {"new", "sample", "compare"}
WORDS = {
    "list": [("documents",), ("claims",), ("verdicts",)],
    "show": [("art",)],
    "verify": [()],
    "export": [("out.csv",), ("log.csv", "--rows", "log")],
    "backup": [
        (), ("out.factcheck",), ("--list",), ("--salvage", "new.factcheck"),
        ("--restore", "newest"), ("--delete", "all"), ("--place", "beside"),
    ],
    "import-claims": [("claims.jsonl",)],
    "add": [("more.txt",)],
    "revise": [("art", "more.txt")],
    "search": [("tents",)],
    "evidence": [("--text", "tents"), ("--claim", "1")],
    "earlier": [("--text", "tents")],
    "mark": [("art", "--quote", "300 beds")],
    "link": [("1", "--to", "src", "--stance", "supports")],
    "rate": [("1", "--rating", "True")],
    "review": [("1", "--approve")],
    "edit": [("art", "title=Zelte")],
    "redact": [("--document", "src", "--reason", "Gericht")],
    "history": [("1",)],
    "suggest": [("art",)],
    "quotes": [("art",)],
    "changes": [("art",)],
}  # fmt: skip
CALLS = [
    (name, words)
    for name in COMMANDS
    if name not in TAKES_NO_CASE
    for words in WORDS.get(name, [()])
]


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    path = tmp_path / "Unterlagen" / "wichtig.txt"
    path.parent.mkdir()
    path.write_text(PRECIOUS, encoding="utf-8")
    return path


@pytest.fixture
def whole(factcheck, case):
    Path("claims.jsonl").write_text('{"id": "e", "claim": "1,150 tents"}\n', "utf-8")
    Path("more.txt").write_text("1,200 tents 😀.\n", "utf-8")
    factcheck("mark", case, "art", "--quote", "1,150 tents", "--prefix", "sent ")
    factcheck("index", case)
    factcheck("backup", case)
    return case


def _plant(kind: str, case: str, victim: Path) -> None:
    match kind:
        case "journal that names it":
            Path(f"{case}-journal").write_bytes(journal_naming(victim))
        case "journal of the index":
            Path(f"{case}-index").write_bytes(b"SQLite format 3\0")
            Path(f"{case}-index-journal").write_bytes(journal_naming(victim))
        case "memory that is a link to it":
            Path(f"{case}-shm").symlink_to(victim)
            Path(f"{case}-wal").write_bytes(b"x" * 100)
        case "header of a write-ahead log, memory a link":
            with Path(case).open("r+b") as file:
                file.seek(18)
                file.write(b"\2\2")
            Path(f"{case}-shm").symlink_to(victim)
        case "links to it":
            for ending in ("-journal", "-index", "-lock"):
                Path(f"{case}{ending}").unlink(missing_ok=True)
                Path(f"{case}{ending}").symlink_to(victim)
        case _:
            os.mkfifo(f"{case}-journal")


@pytest.mark.parametrize(
    "kind",
    [
        "journal that names it",
        "journal of the index",
        "memory that is a link to it",
        "header of a write-ahead log, memory a link",
        "links to it",
        "pipe",
    ],
)
def test_no_command_touches_a_file_that_something_beside_the_case_leads_to(
    kind: str, factcheck, whole, victim
):
    _plant(kind, whole, victim)
    before = Path(whole).read_bytes()
    for name, words in CALLS:
        ran = factcheck(name, whole, *words)
        assert victim.read_text("utf-8") == PRECIOUS, name
        assert victim.parent.joinpath("wichtig.txt").stat().st_nlink == 1, name
        if kind != "journal of the index":
            # Every command that reads the case says in a sentence why it does not.
            assert ran.code in (1, 2), (name, words, ran.out)
            assert Path(whole).read_bytes() == before, name
        assert "Traceback" not in ran.err, name
        assert "bug" not in ran.err.lower(), (name, words, ran.err)

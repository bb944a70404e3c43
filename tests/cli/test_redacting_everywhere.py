"""A name put into every column goes for good from everywhere: file, index, backups, settings."""

import json
from pathlib import Path

import pytest

from factcheck.case import backup
from factcheck.case.as_of import case_as_of
from factcheck.case.backup import backups_of
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, MarkClaim
from factcheck.case.columns import COLUMNS
from factcheck.case.hand_over import HandOver
from factcheck.case.index import Index
from factcheck.case.known_cases import remember_case
from factcheck.case.read.tables import TABLES, table
from factcheck.case.replay import REDACT
from factcheck.case.verify import verify
from tests.case.filled import BY, REACHED, fill, worked
from tests.making import TickingClock, loaded

NAME = "Quäst von Łąka"


_PASSAGE = ("quote", "prefix", "suffix", "lookalikes")


def _words(_table: str, _id: str, column: str) -> str | None:
    return None if column in _PASSAGE else f"so {NAME} said"


def _passages(connection, table: str) -> list[str]:
    sql = "SELECT group_concat(quote), group_concat(prefix), group_concat(suffix),"
    return list(connection.exec_driver_sql(f"{sql} group_concat(lookalikes) FROM {table}").one())


@pytest.fixture
def filled(factcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A case in every column of which the name stands; its file and its first entry as well."""
    path = tmp_path / "Tents.factcheck"
    with Case.create(path, by=BY, clock=TickingClock()) as case:
        worked(case, tmp_path, NAME)
        took = fill(case, _words, by=BY)
        for table in ("places", "evidence", "lines"):
            # These have to stand in the text: it holds the name.
            held = case.read(_passages, table)
            assert all(NAME in words for words in held), table
            took |= {(table, column) for column in _PASSAGE}
        missed = {
            (name, column)
            for name, columns in COLUMNS.items()
            if name != "entries"
            for column, holds in columns.items()
            if holds in REACHED
        } - took
        assert missed == {("attachments", "path")}
        case.do(AddNote("call", NAME, said="nothing"), by=NAME)
        with Index(case) as index:
            index.sync()
        remember_case(case)
    with monkeypatch.context() as patched:
        # The quotes stand nowhere, and what is not whole gets no backup.
        patched.setattr(
            backup, "verify_copy_apart", lambda part, **_: verify(part)._replace(ok=True)
        )
        backup.back_up(path)
    return path


def test_a_name_is_found_nowhere_after_it_was_redacted(factcheck, filled: Path, tmp_path: Path):
    with Case.open(filled, read_only=True) as case:
        assert backups_of(case.id)
    with Case.open(filled, read_only=True) as case:
        ids = case.read(lambda c: c.exec_driver_sql("SELECT id FROM documents").scalars().all())
    texts = [word for id in ids for word in ("--document", id)]
    done = factcheck(
        "redact", str(filled), "--name", NAME, *texts, "--reason", "x", "--purge-backups"
    )
    assert done.code == 0, done.err
    assert f"Entries made by “{NAME}” keep that name" in done.err
    # Who made an entry is part of the chain; nothing else may hold the name.
    by = filled.read_bytes().count(NAME.encode())
    with Case.open(filled, read_only=True) as case:
        assert by == case.read(
            lambda c: c.exec_driver_sql(
                'SELECT count(*) FROM entries WHERE "by" = ?', (NAME,)
            ).scalar_one()
        ) + case.read(_in_the_index_of_checkers)
        for name in TABLES:
            told = str(list(table(case, name, hand=HandOver(case, list)).rows))
            assert told.count(NAME) == (by > 0 and name == "log")
    with Case.open(filled, read_only=True) as case, Index(case) as index:
        assert index.path.exists()
        beside = list(index.path.parent.rglob("*"))
    holding = [
        path
        for path in {*tmp_path.rglob("*"), *beside}
        if path.is_file() and path != filled and NAME.encode() in path.read_bytes()
    ]
    assert holding == []


def _in_the_index_of_checkers(connection) -> int:
    """The index of entries by their maker holds each name once more."""
    sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'entries_of_checker'"
    return int(connection.exec_driver_sql(sql).scalar_one())


def test_the_name_of_the_case_goes_from_its_first_entry_too(factcheck, tmp_path: Path):
    path = tmp_path / "Akte Quäst.factcheck"
    with Case.create(path, by=BY, clock=TickingClock()) as case:
        added = AddDocument(loaded("Ein Satz. Noch einer.", title="Łódź"), under_check=True)
        article = case.do(added, by=BY).ids[0]
        case.do(MarkClaim(article, 0, 9), by=BY)
    done = factcheck("redact", str(path), "--name", "Quäst", "--reason", "x")
    assert "The file is still called Akte Quäst.factcheck" in done.err
    assert "Quäst".encode() not in path.read_bytes()
    assert verify(path).ok, verify(path).sentences
    with case_as_of(path, 3) as past:
        assert past.id
        claims = list(table(past, "claims").rows)
        assert len(claims) == 1
    with Case.open(path, read_only=True) as case:
        last = case.read(
            lambda c: c.exec_driver_sql(
                "SELECT changes FROM entries WHERE action = ?", (REDACT,)
            ).scalar_one()
        )
    names = [row["after"]["name"] for row in json.loads(last) if row["table"] == "properties"]
    assert names == ["Akte [redacted]"]


def test_words_of_the_program_are_no_words_of_a_person(factcheck, case):
    done = factcheck("redact", case, "--name", "accurate", "--reason", "x", "--plan")
    assert "Nothing would go" in done.out


def test_a_document_goes_with_all_that_is_told_of_it(factcheck, tmp_path: Path):
    photo = tmp_path / "house.jpg"
    photo.write_bytes(b"picture of a house")
    factcheck("new", "b.factcheck")
    note = factcheck(
        "add", "b.factcheck", "--note", "She said no.", "--kind", "interview", "--title", "Talk",
        "--who", "Ana", "--when", "2026-03-09", "--attach", str(photo), "--json",
    ).rows[0]["id"]  # fmt: skip
    told = {
        "how": "in the Hotel Zlatorog", "url": "https://drop.example/ana", "external_id": "kv-007",
        "archive_url": "https://archive.example/ana", "aliases": "Red Fox",
        "condition_note": "seen by Bo", "reliability": "met twice",
    }  # fmt: skip
    factcheck("edit", "b.factcheck", note, *(f"{name}={value}" for name, value in told.items()))
    done = factcheck("redact", "b.factcheck", "--document", note, "--reason", "at risk")
    assert done.code == 0, done.err
    assert "That it was there stays of “Talk”" in done.err
    content = Path("b.factcheck").read_bytes()
    for words in (*told.values(), "Ana", "2026-03-09", "house.jpg", "She said no", "picture of"):
        assert words.encode() not in content, words
    assert factcheck("verify", "b.factcheck").code == 0
    shown = factcheck("list", "b.factcheck", "documents", "--json").rows[0]
    assert (shown["title"], shown["external_id"]) == ("Talk", "[redacted]")

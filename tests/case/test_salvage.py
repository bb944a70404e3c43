"""What can be read of a damaged case becomes a new one that verifies and says what is missing."""

import json
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddNote, Edit, MarkClaim, RateClaim
from factcheck.case.read.claims import claims
from factcheck.case.read.history import history
from factcheck.case.salvage import salvage
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError

ZOE = "Zoë Ångström"
PAGE = 4096


@pytest.fixture
def worked(case: Case, article: str) -> Path:
    for number in range(6):
        claim = case.do(MarkClaim(article, number * 4, number * 4 + 3), by=ZOE).ids[0]
        case.do(Edit("claim", claim, {"speaker": f"Łucja {number}"}), by=ZOE)
        case.do(RateClaim(claim, "True", f"Gesehen, {number} 東京."), by=ZOE)
    case.close()
    return case.path


def spoil(path: Path, words: str, instead: str) -> None:
    content = path.read_bytes()
    assert words.encode() in content
    path.write_bytes(content.replace(words.encode(), instead.encode()))


def root_of(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        return int(found.fetchone()[0])


def lose_page(path: Path, number: int) -> None:
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE : number * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def test_a_case_whose_log_is_whole_comes_back_whole(worked: Path, tmp_path: Path):
    lose_page(worked, root_of(worked, "claims"))
    before = worked.read_bytes()
    done = salvage(worked, tmp_path / "gerettet 東京.factcheck", by="Bo")
    assert worked.read_bytes() == before
    assert (done.rest, dict(done.lost)) == (None, {})
    assert verify(done.path).ok
    with Case.open(done.path) as case:
        assert [row.speaker for row in case.read(claims)] == [f"Łucja {n}" for n in range(6)]
        last = case.read(history, None, 1)[0]
        assert (last.seq, last.by) == (done.log_until + 1, "Bo")
        assert last.sentence == "salvaged the case from a damaged file"
        case.do(AddNote("book", "Weiter geht’s"), by=ZOE)


def test_past_a_broken_entry_the_tables_are_kept_and_the_log_says_so(worked: Path, tmp_path: Path):
    with closing(sqlite3.connect(worked)) as raw:
        (until,) = raw.execute("SELECT max(seq) FROM entries WHERE action = 'mark'").fetchone()
    # In the payload of the last mark: the chain ends before it.
    content = worked.read_bytes()
    with closing(sqlite3.connect(worked)) as raw:
        (salt,) = raw.execute("SELECT salt FROM entries WHERE seq = ?", (until,)).fetchone()
    worked.write_bytes(content.replace(salt.encode(), salt[::-1].encode()))
    done = salvage(worked, tmp_path / "neu.factcheck", by=ZOE)
    assert done.log_until == until - 1
    assert verify(done.path).ok
    assert done.rest is not None
    rest = [json.loads(line) for line in done.rest.read_text("utf-8").splitlines()]
    assert [entry["seq"] for entry in rest] == [until, until + 1, until + 2]
    with Case.open(done.path) as case:
        assert [row.rating for row in case.read(claims)] == ["True"] * 6
        assert case.head.seq == until
    with closing(sqlite3.connect(done.path)) as raw:
        # The last verdict rests on the entry that salvaged it: no other vouches for it.
        assert raw.execute(
            "SELECT e.seq, e.action FROM verdicts v JOIN entries e ON e.id = v.entry_id"
            " AND e.seq = v.seq ORDER BY v.seq DESC LIMIT 1"
        ).fetchone() == (until, "salvage")
    assert "entries past it that no longer follow: 3." in done.sentences[0]


def test_a_text_that_was_damaged_is_kept_and_marked(worked: Path, tmp_path: Path):
    spoil(worked, "counted them twice", "counted them tw?ce")
    done = salvage(worked, tmp_path / "neu.factcheck", by=ZOE)
    assert verify(done.path).ok
    with closing(sqlite3.connect(done.path)) as raw:
        (body, warnings) = raw.execute(
            "SELECT t.body, v.warnings FROM versions v JOIN texts t ON t.sha256 = v.text_sha256"
        ).fetchone()
    assert "counted them tw?ce" in body
    assert "Salvaged: it is not as it was read" in warnings


def test_a_text_that_is_gone_loses_its_places_and_no_claim(worked: Path, tmp_path: Path):
    lose_page(worked, root_of(worked, "texts"))
    done = salvage(worked, tmp_path / "neu.factcheck", by=ZOE)
    assert verify(done.path).ok
    with closing(sqlite3.connect(done.path)) as raw:
        states = raw.execute("SELECT DISTINCT state FROM places").fetchall()
        (count,) = raw.execute("SELECT count(*) FROM claims").fetchone()
    assert (states, count) == ([("lost",)], 6)
    assert any("could not be read" in sentence for sentence in done.sentences)


def test_of_a_case_of_a_newer_factcheck_it_says_that_some_may_be_missing(
    worked: Path, tmp_path: Path
):
    with closing(sqlite3.connect(worked)) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = worked.read_bytes()
    done = salvage(worked, tmp_path / "gerettet 東京.factcheck", by="Bo")
    assert "was made by a newer Factcheck" in done.sentences[-1]
    assert (worked.read_bytes(), verify(done.path).ok) == (before, True)


def test_a_file_that_was_cut_gives_what_is_left(worked: Path, tmp_path: Path):
    content = worked.read_bytes()
    worked.write_bytes(content[: len(content) * 9 // 10])
    done = salvage(worked, tmp_path / "neu.factcheck", by=ZOE)
    assert verify(done.path).ok


@pytest.mark.parametrize("seed", range(8))
def test_whatever_page_is_lost_the_outcome_verifies_or_is_a_sentence(
    worked: Path, tmp_path: Path, seed: int
):
    chance = random.Random(seed)
    content = bytearray(worked.read_bytes())
    for _ in range(3):
        at = chance.randrange(1, len(content) // PAGE) * PAGE
        content[at : at + PAGE] = chance.randbytes(PAGE)
    worked.write_bytes(content)
    out = tmp_path / "neu.factcheck"
    try:
        done = salvage(worked, out, by=ZOE)
    except FactcheckError as refused:
        assert "Nothing" in str(refused)  # noqa: PT017  # either outcome is right
        assert not out.exists()
    else:
        assert verify(done.path).ok
    assert worked.read_bytes() == content
    assert list(tmp_path.glob("*.part")) == []


def test_what_holds_no_case_is_a_sentence_and_makes_no_file(tmp_path: Path):
    path, out = tmp_path / "brief.factcheck", tmp_path / "neu.factcheck"
    path.write_bytes("東京, no database".encode() * 500)
    with pytest.raises(FactcheckError, match="Nothing could be salvaged"):
        salvage(path, out, by=ZOE)
    assert not out.exists()
    out.write_text("mine", "utf-8")
    with pytest.raises(FactcheckError, match="exists already"):
        salvage(path, out, by=ZOE)
    with pytest.raises(FactcheckError, match="There is no case"):
        salvage(tmp_path / "gone.factcheck", tmp_path / "x.factcheck", by=ZOE)


def test_without_the_list_of_its_tables_a_backup_is_what_is_left(worked: Path, tmp_path: Path):
    with closing(sqlite3.connect(worked)) as raw:
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
    for number in range(2, pages + 1):
        lose_page(worked, number)
    with pytest.raises(FactcheckError, match="A backup of it can still be restored"):
        salvage(worked, tmp_path / "neu.factcheck", by=ZOE)

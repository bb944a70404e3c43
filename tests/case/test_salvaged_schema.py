"""A case whose list of tables is damaged is salvaged with the list of a new case."""

import gzip
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import Edit, MarkClaim, RateClaim, Redact
from factcheck.case.read.claims import claims
from factcheck.case.salvage import Salvaged, salvage
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE

ZOE = "Zoë Ångström"
PAGE = 4096
SAYS_SO = "The list of its tables is damaged: it was taken from a new case"
GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture
def worked(case: Case, article: str) -> Path:
    for number in range(6):
        claim = case.do(MarkClaim(article, number * 4, number * 4 + 3), by=ZOE).ids[0]
        case.do(Edit("claim", claim, {"speaker": f"Łucja {number}"}), by=ZOE)
        case.do(RateClaim(claim, "True", f"Gesehen, {number} 東京."), by=ZOE)
    case.close()
    return case.path


def pages_of_list(path: Path) -> list[int]:
    """Return the numbers of the pages in which the list of tables lies."""
    content = path.read_bytes()
    found: list[int] = []
    waiting = [1]
    while waiting:
        number = waiting.pop()
        found.append(number)
        start = (number - 1) * PAGE
        page = content[start : start + PAGE]
        at = 100 if number == 1 else 0
        if page[at] == 5:
            cells = int.from_bytes(page[at + 3 : at + 5], "big")
            waiting.append(int.from_bytes(page[at + 8 : at + 12], "big"))
            for cell in range(at + 12, at + 12 + 2 * cells, 2):
                where = int.from_bytes(page[cell : cell + 2], "big")
                waiting.append(int.from_bytes(page[where : where + 4], "big"))
    return sorted(found)


def overwrite(path: Path, number: int, junk: bytes) -> bytes:
    content = bytearray(path.read_bytes())
    content[(number - 1) * PAGE : number * PAGE] = junk
    path.write_bytes(content)
    return bytes(content)


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute(query).fetchall()


def salvaged(path: Path, whole: bytes, number: int, junk: bytes) -> Salvaged:
    path.write_bytes(whole)
    before = overwrite(path, number, junk)
    out = path.with_name(f"gerettet 東京 {number}.factcheck")
    out.unlink(missing_ok=True)
    done = salvage(path, out, by="Bo")
    assert path.read_bytes() == before
    assert any(SAYS_SO in sentence for sentence in done.sentences)
    assert verify(done.path).ok
    return done


@pytest.mark.parametrize(
    "junk",
    [bytes(PAGE), random.Random(7).randbytes(PAGE), "東京 ".encode().ljust(PAGE, b"x")],
    ids=["empty", "random", "words"],
)
def test_whichever_page_of_the_list_is_damaged_all_comes_back(worked: Path, junk: bytes):
    log = rows(worked, "SELECT * FROM entries ORDER BY seq")
    whole, pages = worked.read_bytes(), pages_of_list(worked)
    assert len(pages) > 3
    for number in pages:
        done = salvaged(worked, whole, number, junk)
        assert (done.rest, dict(done.lost), done.log_until) == (None, {}, len(log))
        assert rows(done.path, "SELECT * FROM entries ORDER BY seq")[:-1] == log
        with Case.open(done.path) as case:
            assert [row.speaker for row in case.read(claims)] == [f"Łucja {n}" for n in range(6)]
        ((key, body),) = rows(done.path, "SELECT sha256, body FROM texts")
        assert sha256(str(body).encode()).hexdigest() == key
        assert body == ARTICLE


def test_all_of_the_list_may_be_damaged_at_once(worked: Path):
    log = rows(worked, "SELECT * FROM entries ORDER BY seq")
    for number in pages_of_list(worked)[1:]:
        overwrite(worked, number, bytes(PAGE))
    done = salvaged(worked, worked.read_bytes(), 1, bytes(PAGE))
    assert rows(done.path, "SELECT * FROM entries ORDER BY seq")[:-1] == log
    assert (done.rest, dict(done.lost)) == (None, {})


def test_the_list_of_a_case_that_was_rewritten_by_a_redaction_comes_back(worked: Path):
    with Case.open(worked) as case:
        case.do(Redact("Schutz der Quelle", names=("Łucja 3",)), by=ZOE)
    kept = rows(worked, "SELECT * FROM claims ORDER BY claim_no")
    whole = worked.read_bytes()
    for number in pages_of_list(worked):
        done = salvaged(worked, whole, number, bytes(PAGE))
        assert rows(done.path, "SELECT * FROM claims ORDER BY claim_no") == kept
        assert (done.rest, dict(done.lost)) == (None, {})


def test_the_list_of_a_case_of_an_older_schema_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "data"))
    path = tmp_path / "älter 東京.factcheck"
    path.write_bytes(gzip.decompress((GOLDEN / "schema-1.factcheck.gz").read_bytes()))
    for bring in (lambda: None, lambda: Case.open(path).close()):
        bring()
        log = rows(path, "SELECT * FROM entries ORDER BY seq")
        whole = path.read_bytes()
        for number in pages_of_list(path):
            done = salvaged(path, whole, number, bytes(PAGE))
            assert rows(done.path, "SELECT * FROM entries ORDER BY seq")[:-1] == log
        path.write_bytes(whole)


def spoil_last_mark(path: Path) -> int:
    ((until, salt),) = rows(
        path, "SELECT seq, salt FROM entries WHERE action = 'mark' ORDER BY seq DESC LIMIT 1"
    )
    path.write_bytes(path.read_bytes().replace(str(salt).encode(), str(salt)[::-1].encode()))
    return int(str(until))


def redact(path: Path) -> None:
    with Case.open(path) as case:
        case.do(Redact("Schutz der Quelle", names=("Łucja 3",)), by=ZOE)


@pytest.mark.parametrize("first", [lambda path: None, redact], ids=["as made", "rewritten"])
def test_past_a_broken_entry_the_tables_come_back_as_with_a_list_that_is_whole(
    worked: Path, first: Callable[[Path], None]
):
    first(worked)
    spoil_last_mark(worked)
    # What comes back with the list as it was must come back without it.
    listed = salvage(worked, worked.with_name("mit Liste.factcheck"), by="Bo")
    whole = worked.read_bytes()
    for number in pages_of_list(worked):
        done = salvaged(worked, whole, number, bytes(PAGE))
        assert done.log_until == listed.log_until > 0
        assert done.rest is not None
        done.rest.unlink()
        for table in ("claims", "places", "verdicts", "versions", "texts", "redactions"):
            query = f"SELECT * FROM {table} ORDER BY 1"
            if table == "verdicts":
                # They rest on the entry that salvages them, another each time.
                query = "SELECT id, claim_id, rating, reason, seq, status FROM verdicts ORDER BY 1"
            assert rows(done.path, query) == rows(listed.path, query)


def test_rows_under_a_name_that_the_log_does_not_bear_out_are_left_out(worked: Path):
    pages = dict(rows(worked, "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    spoil_last_mark(worked)
    at = (int(str(pages["claims"])) - 1) * PAGE
    # As if the tables of another case began elsewhere: claims lie where lines should.
    overwrite(worked, int(str(pages["lines"])), worked.read_bytes()[at : at + PAGE])
    done = salvaged(worked, worked.read_bytes(), 1, bytes(PAGE))
    assert dict(done.lost) == {}
    assert rows(done.path, "SELECT * FROM lines") == []
    assert len(rows(done.path, "SELECT * FROM claims")) == 6
    told = next(sentence for sentence in done.sentences if "from other tables" in sentence)
    assert " lines," in told
    assert "claims," not in told.replace("earlier claims", "").replace("request claims", "")


def test_where_no_list_of_ours_fits_it_is_refused_as_before(worked: Path, tmp_path: Path):
    whole = worked.read_bytes()
    # All pages one further back: no table lies where a new case has it.
    moved = whole[:PAGE] + bytes(PAGE) + whole[PAGE:]
    worked.write_bytes(moved)
    before = overwrite(worked, 1, bytes(PAGE))
    with pytest.raises(FactcheckError, match="A backup of it can still be restored"):
        salvage(worked, tmp_path / "neu.factcheck", by=ZOE)
    assert worked.read_bytes() == before
    assert not (tmp_path / "neu.factcheck").exists()

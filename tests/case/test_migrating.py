"""An older case is brought up to date whole or not at all, and is kept as it was before."""

import gzip
import shutil
import sqlite3
from pathlib import Path

import pytest

from factcheck.case import migrating
from factcheck.case.as_of import case_as_of, claim_as_of
from factcheck.case.case import Case
from factcheck.case.changes import Edit
from factcheck.case.lock import hold
from factcheck.case.migrations import SCHEMA_VERSION, STEPS, Step
from factcheck.case.models import PICTURE
from factcheck.case.read.claims import claim_numbers
from factcheck.case.read.tables import TABLES, table
from factcheck.case.structure import expected_structure, structure_of
from factcheck.case.verify import verify
from factcheck.errors import DamagedError, FactcheckError
from tests.golden.make import make

GOLDEN = Path(__file__).parent.parent / "golden"
HEADS = {
    1: "77-e3ee-bf05-320c-67d8-4e27",
    2: "106-097a-b399-b75a-9a6e-19a3",
    3: "107-c9fe-e50d-35eb-1fdd-dc87",
}


def golden(version: int, folder: Path) -> Path:
    path = folder / "Zelte für Łódź.factcheck"
    path.write_bytes(gzip.decompress((GOLDEN / f"schema-{version}.factcheck.gz").read_bytes()))
    return path


@pytest.fixture(autouse=True)
def backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of backups, empty."""
    monkeypatch.setenv("FACTCHECK_DATA_DIR", str(tmp_path / "data"))
    return tmp_path / "data"


def kept(backups: Path) -> list[Path]:
    return [path for path in backups.rglob("*") if path.is_file()]


@pytest.fixture
def older(tmp_path: Path) -> Path:
    return golden(1, tmp_path)


def beside(path: Path) -> dict[str, bytes]:
    """All files of the folder but the lock, which says nothing."""
    return {
        other.name: other.read_bytes()
        for other in path.parent.iterdir()
        if other.is_file() and other.suffix != ".factcheck-lock"
    }


@pytest.fixture
def write_protected(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be written to, also for a test that is run by root."""
    monkeypatch.setattr("factcheck.case.case.os.access", lambda *_: False)
    monkeypatch.setattr("factcheck.case.migrating.os.access", lambda *_: False)


def test_the_golden_case_of_this_schema_opens_as_it_is(tmp_path: Path, backups: Path):
    path = golden(SCHEMA_VERSION, tmp_path)
    before = path.read_bytes()
    with Case.open(path) as case:
        assert (case.head.fingerprint, case.note) == (HEADS[SCHEMA_VERSION], "")
    assert verify(path).ok
    assert path.read_bytes() == before
    assert kept(backups) == []


@pytest.mark.parametrize("version", [step.version for step in STEPS[:-1]])
def test_a_case_of_each_schema_comes_up_to_date_with_its_log_as_it_was(
    tmp_path: Path, backups: Path, version: int
):
    path = golden(version, tmp_path)
    before = path.read_bytes()
    as_it_was = verify(path)
    with Case.open(path) as case:
        assert case.head.fingerprint == as_it_was.head == HEADS[version]
        assert case.note == (
            "Zelte für Łódź.factcheck was made by an older Factcheck and is brought up to date."
            " As it was before, it is kept among its backups."
        )
        case.do(Edit("claim", next(iter(case.read(claim_numbers))), {"speaker": "東京"}), by="Bo")
        (backup,) = kept(backups)
    report = verify(path, head=HEADS[version])
    assert (as_it_was.ok, report.ok, report.entries) == (True, True, as_it_was.entries + 1)
    # SQLite counts writes in the first 100 bytes; everything else is the same.
    assert backup.read_bytes()[100:] == before[100:]
    assert verify(backup, head=HEADS[version]).ok
    assert set(beside(path)) == {path.name}


def test_it_has_the_structure_of_a_new_case(older: Path, tmp_path: Path):
    Case.open(older).close()
    Case.create(tmp_path / "new.factcheck", by="Zoë").close()
    structures = []
    for path in (older, tmp_path / "new.factcheck"):
        raw = sqlite3.connect(path)
        structures.append(structure_of(raw))
        assert raw.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        raw.close()
    assert structures[0] == structures[1]


def test_it_comes_up_to_date_once(older: Path, backups: Path):
    Case.open(older).close()
    before, copies = beside(older), kept(backups)
    with Case.open(older, read_only=True) as case:
        assert case.note == ""
    assert (beside(older), kept(backups)) == (before, copies)


def test_whoever_only_reads_brings_it_up_to_date_as_well(older: Path):
    with Case.open(older, read_only=True) as case:
        assert "is brought up to date" in case.note
        assert [list(table(case, name).rows) for name in TABLES]


def test_the_past_of_a_case_that_came_up_to_date_can_be_read(older: Path):
    with Case.open(older) as case:
        claim = next(iter(case.read(claim_numbers)))
        last = case.head.seq
        with case_as_of(older, last) as then:
            for name in TABLES:
                assert list(table(then, name).rows) == list(table(case, name).rows)
        with claim_as_of(older, claim, last) as then:
            assert claim in then.read(claim_numbers)


BROKEN = {
    "sql that fails": "CREATE TABLE signoffs (id TEXT); CREATE TABLE signoffs (id TEXT);",
    "a guard that is dropped": "DROP TRIGGER entries_never_deleted;",
    "an entry that is changed": (
        "DROP TRIGGER entries_never_deleted; DELETE FROM entries WHERE seq = 77;"
    ),
}


@pytest.mark.parametrize("sql", BROKEN.values(), ids=BROKEN)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    older: Path, monkeypatch: pytest.MonkeyPatch, sql: str
):
    # Only the steps that are taken are others: the structure that is wanted is still the true one.
    step = Step(SCHEMA_VERSION, STEPS[-1].name, STEPS[-1].sql + sql)
    monkeypatch.setattr(migrating, "STEPS", (*STEPS[:-1], step))
    before = beside(older)
    with pytest.raises(FactcheckError, match=r"not be brought up to date: .*as it was\."):
        Case.open(older)
    assert beside(older) == before


def test_an_entry_lost_on_the_way_is_noticed(older: Path, monkeypatch: pytest.MonkeyPatch):
    # The guard comes back afterwards, so that only the log tells.
    guards = {part.name: part.sql for part in expected_structure(1)}
    guard = guards["entries_never_deleted"]
    sql = f"DROP TRIGGER entries_never_deleted; DELETE FROM entries WHERE seq = 77; {guard};"
    step = Step(SCHEMA_VERSION, STEPS[-1].name, STEPS[-1].sql + sql)
    monkeypatch.setattr(migrating, "STEPS", (*STEPS[:-1], step))
    before = beside(older)
    with pytest.raises(FactcheckError, match="its log would end with another entry"):
        Case.open(older)
    assert beside(older) == before


def test_without_a_backup_nothing_is_done(older: Path, backups: Path):
    backups.write_bytes(b"no folder")
    before = beside(older)
    with pytest.raises(FactcheckError, match="No backup was made: "):
        Case.open(older)
    assert beside(older) == before


@pytest.mark.parametrize(
    "addition",
    [
        "CREATE TRIGGER odd AFTER UPDATE ON claims BEGIN DELETE FROM places; END",
        "CREATE VIEW signoffs AS SELECT 1 AS id",
        "DROP TRIGGER texts_never_deleted",
    ],
)
def test_an_older_case_that_is_not_as_factcheck_made_it_is_refused(older: Path, addition: str):
    raw = sqlite3.connect(older)
    raw.execute(addition)
    raw.close()
    before = beside(older)
    with pytest.raises(FactcheckError, match="is not built as a case is"):
        Case.open(older)
    assert beside(older) == before


def test_a_damaged_older_case_is_refused_and_left(older: Path):
    content = bytearray(older.read_bytes())
    raw = sqlite3.connect(older)
    (page,) = raw.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'evidence_of_claim'"
    ).fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content[(page - 1) * size : (page - 1) * size + 40] = b"\xff" * 40
    older.write_bytes(content)
    before = beside(older)
    with pytest.raises(DamagedError, match="is not whole, so no backup was made"):
        Case.open(older)
    assert beside(older) == before


def test_a_window_of_an_older_factcheck_is_waited_for_and_then_named(
    older: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(migrating, "WAIT_S", 0)
    lock, _ = hold(older)
    assert lock is not None
    before = beside(older)
    with pytest.raises(FactcheckError, match="a window has it open; close that first"):
        Case.open(older)
    lock.release()
    assert beside(older) == before
    Case.open(older).close()


def test_where_nothing_can_be_written_a_copy_is_brought_up_to_date(
    older: Path, write_protected: None
):
    before = beside(older)
    with Case.open(older) as case:
        assert case.read_only
        assert case.is_copy
        assert case.note.endswith("Here you can only read.")
        assert case.head.fingerprint == HEADS[1]
        for name in TABLES:
            list(table(case, name).rows)
        claim = next(iter(case.read(claim_numbers)))
        with claim_as_of(older, claim, 70) as then:
            assert claim in then.read(claim_numbers)
        with case_as_of(older, 77) as then:
            for name in TABLES:
                assert list(table(then, name).rows) == list(table(case, name).rows)
        with pytest.raises(FactcheckError, match="reading only"):
            case.do(Edit("claim", claim, {"speaker": "x"}), by="Bo")
    assert beside(older) == before


def test_the_backup_itself_can_be_put_back(older: Path, backups: Path):
    Case.open(older).close()
    (backup,) = kept(backups)
    shutil.copy(backup, older)
    with Case.open(older) as case:
        assert case.head.fingerprint == HEADS[1]


def test_the_case_that_a_release_keeps_as_golden_holds_one_of_every_thing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setenv("FACTCHECK_BY", "Zoë Ångström")
    path, fingerprint = make(tmp_path)
    assert verify(path, head=fingerprint).ok
    with Case.open(path, read_only=True) as case:
        actions = set(
            case.read(lambda c: c.exec_driver_sql("SELECT action FROM entries").scalars().all())
        )
        assert case.note == ""
        empty = {
            model.__tablename__
            for model in PICTURE
            if not case.read(lambda c, name=model.__tablename__: c.exec_driver_sql(
                f"SELECT EXISTS (SELECT 1 FROM {name})").scalar_one())
        }  # fmt: skip
    # What only the window judges.
    assert empty == {"judged_hints", "fruitless_searches"}
    assert actions >= {"mark", "link", "rate", "correct", "withdraw", "redact", "answer", "approve"}

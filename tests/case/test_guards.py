"""Entries and content refuse whatever changes them, on every way that the app itself could take.

Only a redaction blanks, and only what an entry of its own names. test_schema.py tries the same
without the settings of our connections; whoever drops the guards is found by verify.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, delete, select

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, RateClaim, Redact
from factcheck.case.connect import connect
from factcheck.case.log import ENTRY_COLUMNS
from factcheck.case.models import Snapshot, Text
from factcheck.case.verify import verify
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One case for all tests: what each of them tries changes nothing."""
    path = tmp_path_factory.mktemp("guards") / "Zürich.factcheck"
    with Case.create(path, by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by=ZOE).ids[0]
        claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
        case.do(RateClaim(claim, "Mixed", "Gezählt, 東京 😀"), by=ZOE)
    return path


@pytest.fixture
def own(worked: Path, tmp_path: Path) -> Path:
    """A copy to be changed."""
    return Path(shutil.copy(worked, tmp_path))


@pytest.fixture
def engine(worked: Path) -> Iterator[Engine]:
    """The app's own connection, with its settings."""
    made = connect(worked, read_only=False)
    yield made
    made.dispose()


def refused(engine: Engine, path: Path, sql: str) -> None:
    before = dump(path)
    with pytest.raises(IntegrityError), engine.begin() as connection:
        connection.exec_driver_sql(sql)
    assert dump(path) == before


def dump(path: Path) -> list[str]:
    with sqlite3.connect(path) as raw:
        lines = list(raw.iterdump())
    raw.close()
    return lines


OTHER = {"seq": "seq + 100", "v": "2", "claim_id": "'other'", "group_id": "'g'", "undoes": "'u'"}


@pytest.mark.parametrize("column", ENTRY_COLUMNS)
def test_no_column_of_an_entry_is_updated(engine: Engine, worked: Path, column: str):
    other = OTHER.get(column, f"\"{column}\" || '0'")
    if column == "via":
        other = "'window'"
    refused(engine, worked, f'UPDATE entries SET "{column}" = {other} WHERE seq = 4')


@pytest.mark.parametrize("column", ["salt", "changes", "salt = NULL, changes"])
def test_no_entry_is_blanked_that_no_redaction_names(engine: Engine, worked: Path, column: str):
    refused(engine, worked, f"UPDATE entries SET {column} = NULL WHERE seq = 4")


NAMES = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
WITH_OTHER_CHANGES = NAMES.replace('"changes"', "'[]'")


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM entries WHERE seq = (SELECT max(seq) FROM entries)",
        "DELETE FROM entries",
        f"INSERT OR REPLACE INTO entries SELECT {WITH_OTHER_CHANGES} FROM entries WHERE seq = 4",
        f"REPLACE INTO entries SELECT {WITH_OTHER_CHANGES} FROM entries WHERE seq = 4",
        # A new last entry with the id, or the hash, of an old one would take that one's place.
        (
            "INSERT OR REPLACE INTO entries SELECT "
            + WITH_OTHER_CHANGES.replace('"seq"', "(SELECT max(seq) + 1 FROM entries)")
            + " FROM entries WHERE seq = 2"
        ),
        (
            "INSERT OR IGNORE INTO entries SELECT "
            + NAMES.replace('"seq"', '"seq" + 50').replace('"id"', "\"id\" || 'x'")
            + " FROM entries WHERE seq = 2"
        ),
        (
            f"INSERT INTO entries SELECT {WITH_OTHER_CHANGES} FROM entries WHERE seq = 4"
            " ON CONFLICT (seq) DO UPDATE SET changes = excluded.changes"
        ),
        (
            "INSERT INTO entries SELECT "
            + WITH_OTHER_CHANGES.replace('"seq"', "(SELECT max(seq) + 1 FROM entries)")
            + " FROM entries WHERE seq = 2"
            " ON CONFLICT (id) DO UPDATE SET changes = excluded.changes"
        ),
        "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 4",
        "UPDATE OR IGNORE entries SET salt = 'x' WHERE seq = 4",
        "DELETE FROM texts",
        "DELETE FROM snapshots WHERE size > 0",
        "UPDATE texts SET body = body || '!'",
        "UPDATE texts SET body = NULL",
        "UPDATE texts SET chars = chars + 1",
        "UPDATE texts SET sha256 = replace(sha256, 'a', 'b')",
        "UPDATE snapshots SET body = zeroblob(size)",
        "UPDATE snapshots SET body = NULL",
        "INSERT OR REPLACE INTO texts SELECT sha256, 'other', 5 FROM texts",
        "REPLACE INTO snapshots SELECT sha256, x'00', 1 FROM snapshots",
        (
            "INSERT INTO texts SELECT sha256, 'other', 5 FROM texts WHERE true"
            " ON CONFLICT (sha256) DO UPDATE SET body = excluded.body"
        ),
        (
            "INSERT INTO snapshots SELECT sha256, x'00', 1 FROM snapshots WHERE true"
            " ON CONFLICT DO UPDATE SET body = excluded.body, size = excluded.size"
        ),
    ],
)
def test_no_statement_changes_an_entry_or_content(engine: Engine, worked: Path, sql: str):
    refused(engine, worked, sql)


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Text, {"body": "andere Worte"}),
        (Text, {"body": None}),
        (Text, {"chars": 3}),
        (Text, {"sha256": "0" * 64}),
        (Snapshot, {"body": b"andere Bytes"}),
        (Snapshot, {"size": 1}),
    ],
)
def test_an_edit_of_a_loaded_object_is_refused(engine: Engine, worked: Path, model, values):
    before = dump(worked)
    with Session(engine) as session:
        loaded = session.exec(select(model)).first()
        for name, value in values.items():
            setattr(loaded, name, value)
        with pytest.raises(IntegrityError):
            session.commit()
        session.rollback()
    assert dump(worked) == before


@pytest.mark.parametrize("model", [Text, Snapshot])
def test_an_object_that_is_deleted_merged_or_written_anew_is_refused(
    engine: Engine, worked: Path, model
):
    before = dump(worked)
    with Session(engine) as session:
        loaded = session.exec(select(model)).first()
        was = loaded.model_dump()
        other = {"body": "x", "chars": 1} if model is Text else {"size": 2}
        session.delete(loaded)
        with pytest.raises(IntegrityError):
            session.commit()
        session.rollback()
        session.merge(model(**was | other))
        with pytest.raises(IntegrityError):
            session.commit()
        session.rollback()
        for statement in (
            delete(model),
            update(model).values(**other),
            insert(model).prefix_with("OR REPLACE").values(**was | other),
            sqlite_insert(model)
            .values(**was | other)
            .on_conflict_do_update(index_elements=["sha256"], set_=other),
        ):
            with pytest.raises(IntegrityError):
                session.exec(statement)
            session.rollback()
        assert session.get(model, was["sha256"]) is not None
    assert dump(worked) == before


def test_the_way_of_a_redaction_is_the_one_that_is_open(own: Path):
    with Case.open(own) as case:
        head = case.head.fingerprint
        rated = case.read(
            lambda c: c.exec_driver_sql("SELECT id FROM entries WHERE action = 'rate'").scalar_one()
        )
        case.do(Redact("Schutz", entries=(rated,)), by=ZOE)
    assert verify(own, head=head).ok
    with sqlite3.connect(own) as raw:
        assert raw.execute(
            "SELECT salt, changes FROM entries WHERE id = ?", (rated,)
        ).fetchall() == [(None, None)]
    raw.close()


@pytest.mark.parametrize(
    "sql",
    [
        # A mark opens the way for a blank, and for nothing else of the same row.
        "UPDATE entries SET salt = NULL, changes = '[]' WHERE seq = 4",
        "UPDATE entries SET salt = NULL WHERE seq = 4",
        "UPDATE entries SET salt = NULL, changes = NULL, \"by\" = 'x' WHERE seq = 4",
        "UPDATE entries SET salt = NULL, changes = NULL WHERE seq = 3",
        "DELETE FROM entries WHERE seq = 4",
    ],
)
def test_a_mark_lets_nothing_through_but_the_blank(own: Path, sql: str):
    engine = connect(own, read_only=False)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO redactions SELECT 'r', 'entries', id, 'Schutz' FROM entries WHERE seq = 4"
        )
    refused(engine, own, sql)
    engine.dispose()

"""The literal schema and the SQLModel classes say the same."""

import sqlite3
from pathlib import Path

import pytest
from sqlmodel import SQLModel

from factcheck.case.case import Case
from factcheck.case.migrations import ADDED, APPLICATION_ID, SCHEMA_VERSION, STEPS
from factcheck.case.models import PICTURE, Snapshot, Text
from factcheck.errors import FactcheckError

SQL_TYPES = {"VARCHAR": "TEXT", "INTEGER": "INTEGER", "BLOB": "BLOB"}


def test_a_column_that_came_later_holds_its_default_where_an_older_entry_made_the_row(case: Case):
    first = sqlite3.connect(":memory:")
    first.executescript("".join(step.sql for step in STEPS[:2]))
    with sqlite3.connect(case.path) as raw:
        later = {
            table: {
                str(row[1]): str(row[4]).strip("'")
                for row in raw.execute(f"PRAGMA table_info({table})")
                if row[1] not in {old[1] for old in first.execute(f"PRAGMA table_info({table})")}
            }
            for (table,) in first.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    raw.close()
    first.close()
    assert {table: columns for table, columns in later.items() if columns} == ADDED


@pytest.mark.parametrize("model", [*PICTURE, Text, Snapshot], ids=lambda model: model.__name__)
def test_each_class_maps_its_table_column_for_column(case: Case, model: type[SQLModel]):
    table = model.__table__
    with sqlite3.connect(case.path) as raw:
        real = [tuple(row) for row in raw.execute(f"PRAGMA table_info({table.name})")]
        links = {
            (row[3], row[2], row[4])
            for row in raw.execute(f"PRAGMA foreign_key_list({table.name})")
        }
    raw.close()
    mapped = [
        (
            position,
            column.name,
            SQL_TYPES[str(column.type.compile())],
            int(not column.nullable),
            int(column.primary_key),
        )
        for position, column in enumerate(table.columns)
    ]
    assert [(row[0], row[1], row[2], row[3], row[5]) for row in real] == mapped
    assert links == {
        (key.parent.name, key.column.table.name, key.column.name) for key in table.foreign_keys
    }


def test_a_case_file_says_what_it_is(case: Case):
    with sqlite3.connect(case.path) as raw:
        header = [
            raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version")
        ]
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
    raw.close()
    assert (header, mode) == ([APPLICATION_ID, SCHEMA_VERSION], "delete")


def test_a_newer_case_is_refused_and_stays_untouched_to_the_byte(case: Case):
    case.close()
    raw = sqlite3.connect(case.path)
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    before = case.path.read_bytes()
    with pytest.raises(FactcheckError, match="newer Factcheck"):
        Case.open(case.path)
    assert case.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"not a database at all, but Zu\xcc\x88rich " * 40])
def test_another_sort_of_file_is_refused_with_a_sentence(tmp_path: Path, content: bytes):
    path = tmp_path / "other.factcheck"
    path.write_bytes(content)
    with pytest.raises(FactcheckError, match="not a case"):
        Case.open(path)


def test_a_case_is_never_made_over_an_existing_file(tmp_path: Path):
    path = tmp_path / "taken.factcheck"
    path.write_bytes(b"somebody's work")
    with pytest.raises(FactcheckError, match="exists already"):
        Case.create(path, by="Zoë")
    assert path.read_bytes() == b"somebody's work"


def test_a_case_in_a_missing_folder_is_refused_with_a_sentence(tmp_path: Path):
    with pytest.raises(FactcheckError, match="cannot be made"):
        Case.create(tmp_path / "gone" / "a.factcheck", by="Zoë")


def test_an_unknown_scale_leaves_no_file_behind(tmp_path: Path):
    with pytest.raises(FactcheckError, match="general"):
        Case.create(tmp_path / "a.factcheck", by="Zoë", scale="stars")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE entries SET \"by\" = 'somebody else' WHERE seq = 1",
        "DELETE FROM entries",
        "INSERT OR REPLACE INTO entries SELECT * FROM entries WHERE seq = 1",
        "UPDATE OR REPLACE entries SET seq = 1 WHERE seq = 2",
        "UPDATE entries SET salt = NULL, changes = NULL WHERE seq = 1",
        (
            "INSERT INTO entries SELECT seq + 5, id || 'x', v, case_id, at, \"by\", via, app,"
            " action, claim_id, group_id, undoes, salt, changes, digest, prev, prev"
            " FROM entries WHERE seq = 1"
        ),
        "UPDATE texts SET body = 'other words'",
        "UPDATE texts SET body = NULL",
        "DELETE FROM texts",
        "INSERT OR REPLACE INTO texts SELECT sha256, 'other words', chars FROM texts",
        (
            "INSERT INTO texts SELECT * FROM texts WHERE true ON CONFLICT (sha256)"
            " DO UPDATE SET body = 'other words'"
        ),
        "UPDATE snapshots SET body = x'00'",
        "DELETE FROM snapshots",
    ],
)
def test_entries_and_content_refuse_every_statement_that_changes_them(
    case: Case, article: str, attack: str
):
    raw = sqlite3.connect(case.path)
    raw.execute("PRAGMA recursive_triggers = ON")
    with pytest.raises(sqlite3.IntegrityError), raw:
        raw.execute(attack)
    raw.close()

"""A case of another structure is refused at each opening, whatever it holds otherwise."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.case.structure import expected_structure, structure_of
from factcheck.errors import DamagedError, FactcheckError

OTHER_STRUCTURES = {
    "CREATE TABLE notizen (x TEXT)": "the table “notizen”, which no case has",
    "CREATE VIEW 東京 AS SELECT 1": "the view “東京”, which no case has",
    (
        "CREATE TRIGGER quiet AFTER INSERT ON verdicts BEGIN"
        " UPDATE verdicts SET rating = 'True' WHERE id = NEW.id; END"
    ): "the trigger “quiet”, which no case has",
    "CREATE INDEX extra ON claims (wording)": "the index “extra”, which no case has",
    "DROP TRIGGER entries_never_deleted": "the trigger “entries_never_deleted” is missing",
    "DROP INDEX places_of_claim": "the index “places_of_claim” is missing",
    "ALTER TABLE attempts ADD COLUMN x TEXT": "the table “attempts” is another",
    "ANALYZE": "the table “sqlite_stat1”, which no case has",
}


@pytest.mark.parametrize(("sql", "said"), OTHER_STRUCTURES.items(), ids=OTHER_STRUCTURES.values())
@pytest.mark.parametrize("read_only", [False, True])
def test_another_structure_is_refused_and_the_file_stays_untouched(
    case: Case, sql: str, said: str, read_only: bool
):
    _execute(case.path, sql)
    before = case.path.read_bytes()
    with pytest.raises(DamagedError, match=said):
        Case.open(case.path, read_only=read_only)
    assert case.path.read_bytes() == before


def test_a_trigger_with_another_text_under_the_same_name_is_refused(case: Case):
    _execute(
        case.path,
        "DROP TRIGGER texts_never_deleted",
        "CREATE TRIGGER texts_never_deleted BEFORE DELETE ON texts BEGIN SELECT 1; END",
    )
    with pytest.raises(DamagedError, match="the trigger “texts_never_deleted” is another"):
        Case.open(case.path)


def test_triggers_dropped_and_made_again_are_no_difference(case: Case):
    with closing(sqlite3.connect(case.path)) as raw:
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
    _execute(case.path, *(f"DROP TRIGGER {name}" for name, _ in triggers))
    _execute(case.path, *(sql for _, sql in triggers))
    Case.open(case.path).close()


def test_words_in_the_schema_that_are_no_text_are_a_finding_and_no_fault_of_ours(case: Case):
    case.close()
    content = case.path.read_bytes().replace(
        b"texts are never deleted", b"texts are never dele\xfft!"
    )
    case.path.write_bytes(content)
    with pytest.raises(DamagedError):
        Case.open(case.path)


def test_a_case_of_each_schema_has_the_structure_that_its_steps_make(case: Case):
    with closing(sqlite3.connect(case.path)) as raw:
        assert structure_of(raw) == expected_structure(SCHEMA_VERSION)
    first, second = expected_structure(1), expected_structure(2)
    assert first < second
    assert "signoffs" in {part.name for part in second - first}


def _execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_in_another_journal_mode_is_refused_and_leaves_nothing_beside_it(
    tmp_path: Path, read_only: bool
):
    path = tmp_path / "Fälle.factcheck"
    Case.create(path, by="Zoë").close()
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(FactcheckError, match="journal"):
        Case.open(path, read_only=read_only)
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]

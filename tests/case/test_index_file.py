"""An index is used only where this installation wrote it, for the file that it is asked for."""

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from factcheck import profile
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, RateClaim, Redact
from factcheck.case.copies import CopyFinder, known_pairs
from factcheck.case.index import Index
from factcheck.case.index_file import index_path
from factcheck.case.search import search
from factcheck.case.search_claims import search_claims
from tests.making import SOURCE, loaded

WORD = "Gezeitenkraftwerk"
_ENDLESS = """
DROP TABLE mark;
CREATE VIEW mark AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n)
SELECT i AS case_id, i AS file, i AS format, i AS seq, i AS hash FROM n"""


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Zwischenspeicher ä"
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "Küste.factcheck", by="Жанна") as case:
        done = case.do(AddDocument(loaded(f"Das {WORD} an der Küste liefert 58 Megawatt."),
                                   under_check=True), by="Жанна")  # fmt: skip
        (document,) = done.ids
        claim = case.do(MarkClaim(document, 0, 10), by="Жанна").ids[0]
        case.do(RateClaim(claim, "True", "Am Zähler abgelesen."), by="Жанна")
        yield case


def _in_index(case: Case, script: str) -> None:
    """Change the index of a case behind its back."""
    with closing(sqlite3.connect(index_path(case))) as raw:
        raw.executescript(script)


def _beside(case: Case) -> Path:
    return case.path.with_name(f"{case.path.name}-index")


def test_nothing_is_made_beside_the_case(case: Case) -> None:
    with Index(case) as index:
        assert search(case, index, WORD)
        CopyFinder().sync(case)
    assert [each.name for each in case.path.parent.iterdir() if each.is_file()] == [case.path.name]


def test_an_index_that_lies_beside_the_case_is_neither_read_nor_changed(case: Case) -> None:
    other = case.path.with_name("das Fremde.factcheck")
    Case.create(other, by="Łucja").close()
    before = other.read_bytes()
    _beside(case).symlink_to(other)
    with Index(case) as index:
        assert search(case, index, WORD)
    CopyFinder().sync(case)
    known_pairs(case)
    assert other.read_bytes() == before
    assert _beside(case).is_symlink()


def test_the_folder_and_the_file_are_the_users_alone(case: Case) -> None:
    with Index(case) as index:
        index.sync()
    path = index_path(case)
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert path.parent.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("harm", ["open to others", "a link"])
def test_in_a_folder_that_others_can_write_to_no_index_is_kept(
    harm: str, case: Case, tmp_path: Path
) -> None:
    folder = index_path(case).parent
    folder.parent.mkdir(parents=True)
    if harm == "a link":
        (tmp_path / "anderswo").mkdir()
        folder.symlink_to(tmp_path / "anderswo")
    else:
        folder.mkdir()
        (folder / "etwas").touch()
        folder.chmod(0o777)
    with Index(case) as index:
        assert search(case, index, WORD)
    assert list(folder.glob("*.index")) == []


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM words_data",
        "CREATE TRIGGER more AFTER UPDATE ON mark BEGIN DELETE FROM passages; END",
        "DROP TABLE copied",
        "CREATE TABLE more (body)",
        _ENDLESS,
        'DROP TABLE passages; CREATE TABLE passages (id, document, start, "end")',
        "UPDATE mark SET file = '1'",
    ],
)
def test_an_index_that_is_not_as_it_was_made_is_made_anew(harm: str, case: Case) -> None:
    with Index(case) as index:
        index.sync()
    _in_index(case, harm)

    with Index(case) as index:
        assert search(case, index, WORD)[0].text.startswith(f"Das {WORD}")
        assert CopyFinder().sync(case) == []


def test_what_is_shown_of_a_verdict_comes_from_the_case(case: Case) -> None:
    with Index(case) as index:
        index.sync()
    _in_index(case, "UPDATE records SET body = replace(body, 'abgelesen', 'gefälscht')")

    with Index(case) as index:
        (hit,) = search_claims(case, index, "abgelesen")
    assert "abgelesen" in hit.text
    assert "gefälscht" not in hit.text


def test_a_statement_that_never_ends_is_broken_off_and_the_index_made_anew(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.case.index._PATIENCE_S", 0.2)
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n)"
        " SELECT count(*) FROM n, (SELECT count(*) FROM passages)"
    )
    with Index(case) as index, pytest.raises(Exception, match="search index"):
        index.select(endless)


def test_a_file_that_took_the_place_of_another_has_an_index_of_its_own(
    case: Case, tmp_path: Path
) -> None:
    path = case.path
    genuine = tmp_path / "echt.factcheck"
    shutil.copyfile(path, genuine)
    with closing(sqlite3.connect(path)) as raw:
        # The log says nothing of it.
        raw.execute("UPDATE claims SET wording = 'Etwas anderes'")
        raw.commit()
    with Case.open(path) as forged, Index(forged) as index:
        assert search_claims(forged, index, "anderes")
    genuine.replace(path)

    with Case.open(path) as again, Index(again) as index:
        assert search_claims(again, index, "anderes") == []


def test_two_copies_of_a_case_have_an_index_each(case: Case, tmp_path: Path) -> None:
    other = tmp_path / "Kopie.factcheck"
    shutil.copyfile(case.path, other)
    with Index(case) as index, Case.open(other) as copied, Index(copied) as theirs:
        index.sync()
        copied.do(AddDocument(loaded(SOURCE), under_check=False), by="Łucja")
        assert theirs.sync() > 0
        assert index.sync() == 0
        assert index_path(case) != index_path(copied)


def test_a_redaction_takes_the_indexes_of_all_copies_along(case: Case, tmp_path: Path) -> None:
    other = tmp_path / "Kopie.factcheck"
    shutil.copyfile(case.path, other)
    with Index(case) as index, Case.open(other) as copied, Index(copied) as theirs:
        index.sync()
        theirs.sync()
        paths = (index_path(case), index_path(copied))
    with closing(sqlite3.connect(_beside(case))) as old:
        old.execute("CREATE TABLE words (body)")
    case.do(Redact("Gericht", names=(WORD,)), by="Жанна")

    assert not any(path.exists() for path in paths)
    assert not _beside(case).exists()


def test_a_redaction_says_where_something_it_does_not_know_may_hold_the_words(
    case: Case, tmp_path: Path
) -> None:
    precious = tmp_path / "kostbar.txt"
    precious.write_text("SQLite format 3\0", "utf-8")
    _beside(case).symlink_to(precious)
    done = case.do(Redact("Gericht", names=(WORD,)), by="Жанна")

    assert precious.exists()
    assert any("Delete it by hand" in sentence for sentence in done.warnings)


def test_an_index_that_nobody_opened_for_long_goes(case: Case, tmp_path: Path) -> None:
    with Index(case) as index:
        index.sync()
        path = index.path
    long_ago = time.time() - 100 * 86_400
    os.utime(path, (long_ago, long_ago))
    with (
        Case.create(tmp_path / "neu.factcheck", by="Łucja") as other,
        Index(other) as index,
    ):
        index.sync()

    assert not path.exists()
    assert not path.parent.exists()


def test_the_cache_lies_in_the_folder_that_was_told(cache: Path) -> None:
    assert profile.cache_dir() == cache

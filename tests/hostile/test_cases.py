"""A stranger's case is opened and used, or refused with a sentence; verify names what is wrong."""

import contextlib
import gzip
import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.first_look import first_look
from factcheck.case.hand_over import HandOver
from factcheck.case.migrations import STEPS
from factcheck.case.read.documents import documents, text
from factcheck.case.read.history import history_of
from factcheck.case.read.tables import TABLES, table
from factcheck.case.shapes import first_misshapen
from factcheck.case.verify import verify
from factcheck.errors import DamagedError, FactcheckError
from tests.hostile.forging import ODD, WRONG, append, mutations, set_cell, unguarded

SEALED = {"salt", "changes", "digest", "prev", "hash"}
"""Columns of entries that the chain itself holds to their form."""
GOLDEN = Path(__file__).parent.parent / "golden" / "schema-3.factcheck.gz"


@pytest.fixture(scope="module")
def genuine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("genuine") / "Zelte für Łódź.factcheck"
    path.write_bytes(gzip.decompress(GOLDEN.read_bytes()))
    assert verify(path).ok
    return path


@pytest.fixture
def forged(genuine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "Einstellungen"))
    return Path(shutil.copy(genuine, tmp_path / "aus der Post.factcheck"))


def use(path: Path) -> None:
    """Read all that a case has, as the tables of an export and the history of claims do."""
    with Case.open(path, read_only=True) as case:
        hand = HandOver(case, lambda _: None)
        for name in TABLES:
            for _ in table(case, name, hand=hand).rows:
                pass
        for document in case.read(documents):
            case.read(text, document.id)
        for (claim,) in case.read(lambda c: c.exec_driver_sql("SELECT id FROM claims").all()):
            case.read(history_of, claim)


def _tables() -> list[str]:
    with closing(sqlite3.connect(":memory:")) as raw:
        raw.executescript("".join(step.sql for step in STEPS))
        return [
            row[0] for row in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        ]


@pytest.mark.parametrize("name", _tables())
def test_a_value_of_another_type_or_out_of_range_is_named(name: str, genuine: Path, forged: Path):
    passed = []
    with unguarded(forged) as raw:
        for column, value in mutations(genuine, name, WRONG):
            raw.execute("SAVEPOINT before")
            is_sealed = name == "entries" and column in SEALED
            if (
                set_cell(raw, name, column, value)
                and not is_sealed
                and first_misshapen(raw) is None
            ):
                passed.append(f"{name}.{column} may be {value!r}")
            raw.execute("ROLLBACK TO before")
    assert passed == []


@pytest.mark.parametrize("value", ODD, ids=lambda value: ascii(value)[:12])
@pytest.mark.parametrize("name", _tables())
def test_odd_words_in_every_column_of_words_bring_down_nobody(
    name: str, value: str, genuine: Path, forged: Path
):
    with unguarded(forged) as raw:
        for column, _ in mutations(genuine, name, {"TEXT": (value,)}):
            raw.execute("SAVEPOINT before")
            if not set_cell(raw, name, column, value) or first_misshapen(raw) is not None:
                raw.execute("ROLLBACK TO before")
    report = verify(forged)
    if report.readable:
        try:
            use(forged)
        except FactcheckError:
            assert not report.ok
    else:
        assert name == "entries"


def _verdict(raw: sqlite3.Connection) -> dict[str, object]:
    found = raw.execute("SELECT * FROM verdicts LIMIT 1")
    return dict(zip([each[0] for each in found.description], found.fetchone(), strict=True))


def _changes(table: str, id: object, before: object, after: object) -> str:
    change = {"table": table, "id": id, "before": before, "after": after}
    return json.dumps([change], ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _deep(raw: sqlite3.Connection) -> None:
    append(raw, "[" * 100_000 + "]" * 100_000)


def _lie_of_quote(raw: sqlite3.Connection) -> None:
    set_cell(raw, "places", "quote", "Nobody ever said this.")


def _quote_without_place(raw: sqlite3.Connection) -> None:
    for column in ("start", "end"):
        raw.execute(f'UPDATE evidence SET "{column}" = NULL WHERE rowid = 2')
    id, quote = raw.execute("SELECT id, quote FROM evidence WHERE rowid = 2").fetchone()
    assert quote
    append(raw, _changes("evidence", id, {}, {"start": None, "end": None}))


def _undo_of_itself(raw: sqlite3.Connection) -> None:
    append(raw, "[]", id="00000000-0000-4000-8000-000000000001", action="undo",
           undoes="00000000-0000-4000-8000-000000000001")  # fmt: skip


def _part_of_itself(raw: sqlite3.Connection) -> None:
    (id,) = raw.execute("SELECT id FROM claims WHERE part_of IS NULL LIMIT 1").fetchone()
    raw.execute("UPDATE claims SET part_of = id WHERE id = ?", (id,))
    append(raw, _changes("claims", id, {"part_of": None}, {"part_of": id}))


def _verdict_of_another_entry(raw: sqlite3.Connection) -> None:
    row = _verdict(raw)
    raw.execute("UPDATE verdicts SET seq = 2 WHERE id = ?", (row["id"],))
    append(raw, _changes("verdicts", row["id"], {"seq": row["seq"]}, {"seq": 2}))


def _half_blank(raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE entries SET salt = NULL WHERE seq = 3")


def _payload(payload: str) -> Callable[[sqlite3.Connection], None]:
    return lambda raw: append(raw, payload)


def _list(column: str, table: str, value: str) -> Callable[[sqlite3.Connection], None]:
    return lambda raw: set_cell(raw, table, column, value) and None


FORGED: dict[str, tuple[Callable[[sqlite3.Connection], None], str]] = {
    "deep changes": (_deep, "cannot be read: it has lists in lists without end"),
    "a number without end": (_payload(f"[{'9' * 5000}]"), "a number of 5000 digits"),
    "a fraction": (
        _payload(_changes("claims", "x", None, {"id": "x", "claim_no": 1.0})), "is no whole number",
    ),
    "not a number": (_payload("[NaN]"), "is no whole number"),
    "true": (
        _payload(_changes("claims", "x", None, {"id": "x", "claim_no": True})), "something else",
    ),
    "half a pair": (_payload('["\\ud83d"]'), "surrogates not allowed"),
    "a name twice": (
        _payload('[{"after":null,"after":null,"before":null,"id":"x","table":"claims"}]'), "twice",
    ),
    "more than changes": (
        _payload('[{"after":null,"before":null,"hidden":1,"id":"x","table":"claims"}]'),
        "not a list",
    ),
    "something behind the end": (_payload("[] []"), "after its end"),
    "no change": (_payload("7"), "not a list"),
    "a quote that is none": (_lie_of_quote, "does not stand at its place"),
    "a quote without a place": (_quote_without_place, "does not stand at its place"),
    "an undo of itself": (_undo_of_itself, "takes back what did not come before"),
    "a claim that is part of itself": (_part_of_itself, "part of leads back to itself"),
    "a verdict of another entry": (_verdict_of_another_entry, "was not recorded by entry 2"),
    "half a blank": (_half_blank, "was emptied, and no entry says"),
    "landmarks without shape": (_list("landmarks", "versions", "[[1]]"), "are no list of such"),
    "landmarks of another kind": (_list("landmarks", "versions", '[[0,"x","y"]]'), "no list of"),
    "tags that are numbers": (_list("tags", "claims", "[1]"), "are no list of such"),
    "tags with half a pair": (_list("tags", "claims", '["\\udead"]'), "are no list of such"),
    "lookalikes that are none": (_list("lookalikes", "places", "[[0,1,2,3,4]]"), "no list of such"),
    "gates that are none": (_list("gate_explanations", "verdicts", '[{"gate":1}]'), "no list of"),
    "unseen without end": (_list("unseen", "versions", '[[5,2,"x"]]'), "are no list of such"),
    "an end past the end": (lambda raw: set_cell(raw, "places", "end", 10**6) and None, "not in"),
    "a stance that is none": (
        lambda raw: set_cell(raw, "evidence", "stance", "proves") and None, "are not allowed",
    ),
    "a time that is none": (
        lambda raw: set_cell(raw, "verdicts", "recorded_at", "2026-02-31T00:00:00.000Z") and None,
        "is no time",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_case_is_named_by_verify(name: str, forged: Path):
    forge, named = FORGED[name]
    with unguarded(forged) as raw:
        forge(raw)
    report = verify(forged)
    assert (report.ok, named in report.sentences[0]) == (False, True), report.sentences[0]
    if report.readable:
        use(forged)
    else:
        with Case.open(forged, read_only=True) as seen, pytest.raises(DamagedError, match="opened"):
            first_look(seen)


def test_what_is_appended_or_hidden_in_the_header_is_named(genuine: Path, forged: Path):
    with forged.open("ab") as file:
        file.write("später angehängt".encode())
    assert "18 bytes more than its pages" in verify(forged).sentences[0]
    for at in (20, 50, 59, 75):
        data = bytearray(genuine.read_bytes())
        data[at] = 9
        forged.write_bytes(data)
        with contextlib.suppress(FactcheckError):
            assert not verify(forged).ok, at


def test_content_that_no_entry_names_and_free_pages_with_something_in_them_are_told(forged: Path):
    body = "Niemand weiß davon: 東京"
    with unguarded(forged) as raw:
        key = hashlib.sha256(body.encode()).hexdigest()
        raw.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, body, len(body)))
    assert any(f"first {key}" in told for told in verify(forged).sentences)
    with closing(sqlite3.connect(forged, isolation_level=None)) as raw:
        raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("CREATE TABLE hidden (x)")
        raw.execute("INSERT INTO hidden VALUES (?)", ("geheim" * 9000,))
        raw.execute("DROP TABLE hidden")
    told = " ".join(verify(forged).sentences)
    assert "free pages of the file may still hold what was deleted" in told


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE VIEW extra AS SELECT 1",
        "CREATE INDEX extra ON claims (wording)",
        "CREATE TABLE extra (x)",
        "CREATE TRIGGER extra AFTER INSERT ON claims BEGIN SELECT 1; END",
        "ANALYZE",
    ],
)
def test_nothing_may_stand_beside_the_tables_of_a_case(sql: str, forged: Path):
    with closing(sqlite3.connect(forged, isolation_level=None)) as raw:
        raw.execute(sql)
    report = verify(forged)
    assert (report.ok, report.readable) == (False, False)

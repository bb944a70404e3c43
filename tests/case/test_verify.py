"""Verify names the first thing that is wrong, whatever was done to the file."""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddNote, Edit, LinkEvidence, MarkClaim, RateClaim
from factcheck.case.log import ENTRY_COLUMNS, GENESIS, Entry, RowChange, digest_of, hash_of
from factcheck.case.verify import verify
from factcheck.case.verify_log import verify_log
from factcheck.errors import Cancelled, FactcheckError
from tests.making import ARTICLE, TickingClock

ZOE = "Zoë Ångström"


@pytest.fixture
def worked(case: Case, article: str, source: str) -> Path:
    claim = case.do(MarkClaim(article, 0, 6, speaker="mayor"), by=ZOE).ids[0]
    case.do(LinkEvidence((claim,), source, "contradicts", 0, 8, note="東京 😀"), by=ZOE)
    case.do(RateClaim(claim, "True", "As she said."), by=ZOE)
    case.do(Edit("claim", claim, {"state": "ready", "speaker": "the mayor"}), by="Bo")
    case.do(RateClaim(claim, "Mostly true", "A figure is off."), by=ZOE)
    case.undo(by=ZOE)
    case.redo(by=ZOE)
    case.do(AddNote("call", "Anruf in Zürich", said="1.150, sagte sie."), by=ZOE)
    case.close()
    return case.path


@contextmanager
def unguarded(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file without its triggers, which stand there again afterwards."""
    with sqlite3.connect(path) as raw:
        triggers = raw.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        for _, sql in triggers:
            raw.execute(sql)
    raw.close()


def tamper(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    """Write to the file as nobody should: without triggers, foreign keys or checks."""
    with unguarded(path) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            assert raw.execute(statement, values).rowcount != 0


def rebuild_chain(path: Path, change: Callable[[Entry], Entry]) -> None:
    """Change entries and compute every digest and hash anew, as a forger would."""
    with unguarded(path) as raw:
        names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
        prev = GENESIS
        for row in raw.execute(f"SELECT {names} FROM entries ORDER BY seq").fetchall():
            entry = change(Entry._make(row))._replace(prev=prev)
            entry = entry._replace(digest=digest_of(entry.salt or "", entry.changes or ""))
            entry = entry._replace(hash=hash_of(entry))
            sets = ", ".join(f'"{name}" = ?' for name in ENTRY_COLUMNS)
            raw.execute(f"UPDATE entries SET {sets} WHERE seq = ?", (*entry, entry.seq))
            prev = entry.hash


def wrong(path: Path, head: str | None = None) -> tuple[int | None, str]:
    report = verify(path, head=head)
    assert not report.ok
    return report.first_wrong, report.sentences[0]


def fingerprint(path: Path) -> str:
    with Case.open(path) as case:
        return case.head.fingerprint


def test_a_worked_case_is_whole(worked: Path):
    report = verify(worked)
    assert report.ok
    assert (report.first_wrong, report.entries, report.content) == (None, 11, 6)
    assert report.head == fingerprint(worked)
    assert report.sentences == (
        "The case is whole: 11 entries, 6 texts and originals.",
        f"Fingerprint: {report.head}.",
    )


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("CREATE TABLE fremd (東京 TEXT)", "it has the table “fremd”, which no case has"),
        ("CREATE VIEW fremd AS SELECT 1 AS x", "it has the view “fremd”, which no case has"),
        ("DROP TRIGGER texts_never_deleted", "the trigger “texts_never_deleted” is missing"),
        ("DROP TABLE signoffs", "is missing"),
        ("ALTER TABLE verdicts RENAME COLUMN reason TO why", "“verdicts” is another"),
    ],
)
def test_a_file_that_is_not_built_as_a_case_is_named(worked: Path, statement: str, words: str):
    with sqlite3.connect(worked) as raw:
        raw.execute(statement)
    raw.close()
    seq, sentence = wrong(worked)
    assert seq is None
    assert sentence.startswith("The file is not built as a case is: ")
    assert words in sentence


def test_guards_that_were_dropped_and_made_again_are_no_fault(worked: Path):
    kept = fingerprint(worked)
    with unguarded(worked):
        pass
    assert verify(worked, head=kept).ok


def test_a_fingerprint_is_compared_at_its_own_entry(worked: Path):
    kept = fingerprint(worked)
    with Case.open(worked) as case:
        case.do(AddNote("book", "Łódź, a history"), by=ZOE)
    assert (
        "The log is unchanged up to entry 11; 1 entry since." in verify(worked, head=kept).sentences
    )


def test_an_empty_fingerprint_vouches_for_nothing(worked: Path):
    with pytest.raises(FactcheckError, match="no fingerprint"):
        verify(worked, head="")


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (
            "UPDATE entries SET changes = replace(changes, 'As she', 'As he') WHERE seq = 6",
            "Entry 6 was changed after it was written: its changes do not match its digest.",
        ),
        (
            "UPDATE entries SET \"by\" = 'Mallory' WHERE seq = 6",
            "Entry 6 was changed after it was written: its hash does not match its fields.",
        ),
        (
            "UPDATE entries SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 6",
            "Entry 6 was changed after it was written: its hash does not match its fields.",
        ),
        (
            "UPDATE entries SET changes = NULL, salt = NULL WHERE seq = 6",
            "Entry 6 was emptied, and no entry says that it was redacted.",
        ),
        (
            "UPDATE entries SET changes = x'00ff' WHERE seq = 6",
            "Entry 6 holds bytes in place of text.",
        ),
        ("DELETE FROM entries WHERE seq = 6", "Entry 6 is missing: entry 7 stands in its place."),
        ("DELETE FROM entries WHERE seq = 1", "Entry 1 is missing: entry 2 stands in its place."),
    ],
)
def test_a_changed_entry_is_named(worked: Path, statement: str, sentence: str):
    tamper(worked, statement)
    seq = 1 if "seq = 1" in statement else 6
    assert wrong(worked) == (seq, sentence)


def test_entries_in_another_order_are_named(worked: Path):
    tamper(
        worked,
        "UPDATE entries SET seq = 99 WHERE seq = 5",
        "UPDATE entries SET seq = 5 WHERE seq = 6",
        "UPDATE entries SET seq = 6 WHERE seq = 99",
    )
    assert wrong(worked) == (5, "Entry 5 does not follow from the entry before it.")


def test_a_cut_tail_shows_in_the_tables_and_by_the_fingerprint(worked: Path):
    kept = fingerprint(worked)
    tamper(worked, "DELETE FROM entries WHERE seq > 9")
    _, sentence = wrong(worked)
    assert sentence.startswith("The tables do not match the log: ")
    assert wrong(worked, kept) == (
        None,
        "The log was cut: the fingerprint names entry 11, the log ends at 9.",
    )


def test_a_recomputed_chain_is_caught_by_the_tables(worked: Path):
    rebuild_chain(
        worked,
        lambda entry: entry._replace(changes=(entry.changes or "").replace("As she", "As he")),
    )
    _, sentence = wrong(worked)
    assert "the reason of verdict" in sentence
    assert "“As she said.”, the log says “As he said.”" in sentence


def test_a_recomputed_chain_with_its_tables_is_caught_by_the_fingerprint(worked: Path):
    kept = fingerprint(worked)
    rebuild_chain(worked, lambda entry: entry._replace(by="Mallory"))
    assert verify(worked).ok
    assert wrong(worked, kept) == (11, "The log was rewritten: entry 11 has another hash.")
    assert not verify(worked, head=f"11:{'0' * 64}").ok


def test_a_replay_that_does_not_follow_is_named(worked: Path):
    rebuild_chain(
        worked,
        lambda entry: entry._replace(
            changes=(entry.changes or "").replace('"state":"to do"},"id', '"state":"waiting"},"id')
        ),
    )
    seq, sentence = wrong(worked)
    assert seq == 7
    assert sentence.startswith("Entry 7 does not follow from those before it: claim ")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE verdicts SET rating = 'False' WHERE status = 'current'", "the rating of verdict"),
        ("UPDATE claims SET wording = 'Zürich!'", "the wording of claim"),
        ('UPDATE places SET "end" = 7', "the end of place"),
        ("DELETE FROM evidence", "is missing"),
        ("DELETE FROM verdicts WHERE status = 'replaced'", "is missing"),
        (
            "INSERT INTO redactions VALUES ('r', 'texts', 'x', 'because')",
            "redaction r stands in no entry",
        ),
    ],
)
def test_a_table_that_no_longer_matches_is_named(worked: Path, statement: str, words: str):
    tamper(worked, statement)
    seq, sentence = wrong(worked)
    assert seq is None
    assert sentence.startswith("The tables do not match the log: ")
    assert words in sentence


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE texts SET body = replace(body, '1,150', '1,750')", "The text "),
        ("UPDATE snapshots SET body = x'00' || body", "The original "),
        ("UPDATE texts SET body = NULL", "was emptied, and no entry says that it was redacted."),
        ("DELETE FROM texts", "of a document is not in the case."),
        ("UPDATE snapshots SET size = size + 1", "The original "),
    ],
)
def test_changed_content_is_named(worked: Path, statement: str, words: str):
    tamper(worked, statement)
    seq, sentence = wrong(worked)
    assert seq is None
    assert words in sentence


def test_a_flipped_bit_in_a_text_is_found(worked: Path):
    content = bytearray(worked.read_bytes())
    at = content.index(ARTICLE.encode()[:40]) + 20
    content[at] ^= 1
    worked.write_bytes(content)
    assert not verify(worked).ok


def test_an_index_that_lost_its_rows_is_found(worked: Path):
    # A second index is made empty, then put in the place of the first: no table is wrong.
    with sqlite3.connect(worked) as raw:
        raw.execute("CREATE INDEX empty ON verdicts (claim_id, seq) WHERE seq < 0")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute(
            "UPDATE sqlite_schema SET rootpage ="
            " (SELECT rootpage FROM sqlite_schema WHERE name = 'empty')"
            " WHERE name = 'verdicts_of_claim'"
        )
        raw.execute("DELETE FROM sqlite_schema WHERE name = 'empty'")
    raw.close()
    seq, sentence = wrong(worked)
    assert seq is None
    assert sentence.startswith("The file is damaged: ")


def test_a_page_that_cannot_be_read_is_told_in_one_line(worked: Path):
    with sqlite3.connect(worked) as raw:
        sql = "SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts_of_claim'"
        (root,) = raw.execute(sql).fetchone()
    raw.close()
    content = bytearray(worked.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = ("東京".encode() * 700)[:4096]
    worked.write_bytes(content)
    _, sentence = wrong(worked)
    assert "*" not in sentence
    assert "\n" not in sentence


def test_what_was_redacted_is_said_and_is_no_fault(worked: Path):
    with Case.open(worked) as case:
        text = case.read(_one, "SELECT text_sha256 FROM versions LIMIT 1")
        blanked = case.read(_one, "SELECT id FROM entries WHERE seq = 6")
        made = case.read(_rows, "SELECT * FROM verdicts ORDER BY seq LIMIT 1")[0]
        with case._writing().transaction(ZOE, "cli", None) as tx:
            _redact(tx, text, blanked, made)
        with Case.open(worked) as other:
            assert other.head.seq == 12
    report = verify(worked)
    assert report.ok, report.sentences
    assert "Entry 6 was redacted by entry 12." in report.sentences


def test_a_case_that_is_written_meanwhile_is_verified_as_it_was(worked: Path):
    with Case.open(worked) as case:
        case.do(AddNote("book", "Meanwhile"), by=ZOE)
        assert verify(worked).ok
        case.do(AddNote("book", "And on"), by=ZOE)


def test_a_clock_that_stepped_back_is_said_and_is_no_fault(case: Case, clock: TickingClock):
    clock.now = clock.now.replace(year=2020)
    case.do(AddNote("book", "Earlier"), by=ZOE)
    report = verify(case.path)
    assert report.ok
    assert "The clock stood earlier at entry 2 than at the one before." in report.sentences


def test_verifying_can_be_cancelled(worked: Path):
    def enough(_done: int, _total: int) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        verify(worked, tell=enough)


def test_what_is_no_case_is_refused(tmp_path: Path):
    other = tmp_path / "łódź.factcheck"
    with pytest.raises(FactcheckError, match="There is no case"):
        verify(other)
    other.write_bytes("not a database, 東京".encode() * 100)
    with pytest.raises(FactcheckError, match="łódź"):
        verify(other)


# The log as CSV


@pytest.fixture
def log_csv(worked: Path, tmp_path: Path) -> Path:
    path = tmp_path / "log.csv"
    with sqlite3.connect(worked) as raw, path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file, quoting=csv.QUOTE_ALL)
        out.writerow(ENTRY_COLUMNS)
        names = ", ".join(f'"{name}"' for name in ENTRY_COLUMNS)
        out.writerows(raw.execute(f"SELECT {names} FROM entries ORDER BY seq"))
    raw.close()
    return path


def test_a_log_in_a_file_is_verified_alone(worked: Path, log_csv: Path):
    report = verify_log(log_csv, head=fingerprint(worked))
    assert report.ok
    assert (report.entries, report.head) == (11, fingerprint(worked))


def test_a_changed_cell_of_a_log_is_named(log_csv: Path):
    log_csv.write_text(
        log_csv.read_text("utf-8-sig").replace("As she said", "As he said"), "utf-8-sig", newline=""
    )
    report = verify_log(log_csv)
    assert not report.ok
    assert report.first_wrong == 6


def test_a_log_that_is_none_is_refused(tmp_path: Path):
    other = tmp_path / "verdicts.csv"
    other.write_text("claim_no,article\r\n1,Łódź\r\n", "utf-8")
    with pytest.raises(FactcheckError, match="is not a log"):
        verify_log(other)


def _one(connection, sql):
    return connection.exec_driver_sql(sql).scalar_one()


def _rows(connection, sql):
    return [dict(row) for row in connection.exec_driver_sql(sql).mappings()]


def _redact(tx, text: str, entry_id: str, verdict: dict[str, object]) -> None:
    """Blank an entry and a text: the marks, the rows as they stand, then the blanks."""
    after = verdict | {"reason": "[redacted]"}
    marks = [
        RowChange("redactions", "r1", None, _mark("r1", "entries", entry_id)),
        RowChange("redactions", "r2", None, _mark("r2", "texts", text)),
        RowChange(
            "verdicts", str(verdict["id"]), {"reason": verdict["reason"]}, {"reason": "[redacted]"}
        ),
    ]
    tx.paint(marks)
    tx._gathered[-1] = RowChange("verdicts", str(verdict["id"]), None, after)
    tx.entry("redact")
    tx.connection.exec_driver_sql(
        "UPDATE entries SET salt = NULL, changes = NULL WHERE id = ?", (entry_id,)
    )
    tx.connection.exec_driver_sql("UPDATE texts SET body = NULL WHERE sha256 = ?", (text,))


def _mark(id: str, table: str, target: str) -> dict[str, str]:
    return {"id": id, "target_table": table, "target_id": target, "reason": "source at risk"}

"""Redacting: what has to go is gone, visibly, and everything else still verifies."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    DecideCopies,
    DismissHint,
    Edit,
    ImportEarlier,
    LinkEvidence,
    MarkClaim,
    RateClaim,
    RecordFruitlessSearch,
    Redact,
    RemoveClaim,
)
from factcheck.case.index import Index
from factcheck.case.index_file import index_path
from factcheck.case.read import claims, documents, evidence, verdicts
from factcheck.case.read.history import history, history_of
from factcheck.case.read.redactions import plan_redaction
from factcheck.case.read.tables import TABLES, table
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import SOURCE, loaded

ZOE = "Zoë Ångström"
SECRET = "Żaneta 東京"


@pytest.fixture
def claim(case: Case, article: str, source: str) -> Iterator[str]:
    """A claim whose verdict, link and speaker name somebody; verified again after the test."""
    claim = case.do(MarkClaim(article, 0, 6, tags=(SECRET,)), by=ZOE).ids[0]
    case.do(LinkEvidence((claim,), source, "supports", 0, 8, note=f"von {SECRET}, 😀"), by=ZOE)
    case.do(RateClaim(claim, "True", f"{SECRET}\n{SECRET} says so."), by=ZOE)
    case.do(Edit("claim", claim, {"speaker": SECRET.upper()}), by="Bo")
    yield claim
    report = verify(case.path)
    assert report.ok, report.sentences


def seqs(case: Case, *numbers: int) -> tuple[str, ...]:
    lines = case.read(history, None, 1000)
    return tuple(line.id for line in lines if line.seq in numbers)


def earlier_claims(case: Case) -> list[tuple[str, str, str, str]]:
    sql = "SELECT external_id, claim, rating, speaker FROM earlier_claims"
    return [tuple(row) for row in case.read(lambda c: c.exec_driver_sql(sql).all())]


def bytes_of(case: Case) -> bytes:
    case.close()
    return case.path.read_bytes()


def test_an_entry_is_blanked_with_what_it_set_and_the_rest_stays(case: Case, claim: str):
    change = Redact("Schutz der Quelle", entries=seqs(case, 6))
    plan = case.read(plan_redaction, change)
    assert [(entry.seq, entry.action) for entry in plan.entries] == [(6, "rate")]
    assert [(row.table, dict(row.cells)) for row in plan.rows] == [
        ("verdicts", {"reason": "[redacted]", "gate_explanations": "[]"})
    ]
    assert case.do(change, by="Łucja").changes.everything
    verdict = case.read(verdicts.verdicts_of, claim)[0]
    assert (verdict.rating, verdict.reason, verdict.checker) == ("True", "[redacted]", ZOE)
    assert case.read(claims.claim, claim).speaker == SECRET.upper()
    told = case.read(history_of, claim)
    assert told[2].sentence == f"rate it (redacted by entry {case.head.seq})"
    line = case.read(history, None, 1)[0]
    assert (line.sentence, line.by) == ("redacted: Schutz der Quelle", "Łucja")
    assert "Entry 6 was redacted by entry 8." in verify(case.path).sentences


def test_a_name_goes_from_entries_tables_and_the_bytes_of_the_file(case: Case, claim: str):
    plan = case.read(plan_redaction, Redact("x", names=(SECRET,)))
    assert [entry.seq for entry in plan.entries] == [4, 5, 6, 7]
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    row = case.read(claims.claim, claim)
    assert (row.speaker, row.tags, row.wording) == ("[redacted]", ("[redacted]",), "Zürich")
    assert case.read(evidence.evidence_of, claim)[0].note == "von [redacted], 😀"
    assert row.reason == "[redacted]\n[redacted] says so."
    assert case.read(plan_redaction, Redact("x", names=(SECRET,))).is_empty
    content = bytes_of(case)
    for words in (SECRET, SECRET.upper(), "Żaneta"):
        assert words.encode() not in content


@pytest.mark.parametrize("blanks", ["\N{NO-BREAK SPACE}", "\n", "  ", "\N{NARROW NO-BREAK SPACE}"])
def test_a_name_goes_whatever_blanks_stand_between_its_words(case: Case, claim: str, blanks: str):
    written = SECRET.replace(" ", blanks)
    case.do(RateClaim(claim, "False", f"Laut:\n{written} 😀"), by=ZOE)
    case.do(AddNote("call", "Anruf", said=f"Das sagte {written}."), by=ZOE)
    plan = case.read(plan_redaction, Redact("x", names=(SECRET,)))
    assert "The text of “Anruf” still holds it" in " ".join(plan.stays)
    assert 8 in [entry.seq for entry in plan.entries]
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    assert case.read(claims.claim, claim).reason == "Laut:\n[redacted] 😀"


def test_a_name_goes_that_begins_in_a_quote_and_ends_after_it(case: Case, claim: str):
    said = f"Nun sprach {SECRET} laut. Dann ging {SECRET} heim."
    article = case.do(AddDocument(loaded(said), under_check=True), by=ZOE).ids[0]
    first, last = SECRET.split()
    start, end = said.index(first), said.index(last)
    marked = case.do(MarkClaim(article, start, end - 1, wording="Jemand sprach."), by=ZOE).ids[0]
    after = case.do(MarkClaim(article, end, end + len(last), wording="Wer?"), by=ZOE).ids[0]
    plan = case.read(plan_redaction, Redact("x", names=(SECRET,)))
    assert {9, 10} <= {entry.seq for entry in plan.entries}
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    sql = "SELECT prefix, quote, suffix, lookalikes FROM places WHERE claim_id IN (?, ?)"
    rows = case.read(lambda c: c.exec_driver_sql(sql, (marked, after)).all())
    assert len(rows) == 2
    for prefix, quote, suffix, lookalikes in rows:
        assert first not in prefix + quote + suffix + lookalikes
        assert last not in prefix + quote + suffix + lookalikes
    assert verify(case.path).ok


def test_a_name_goes_from_what_finding_keeps(case: Case, claim: str, article: str, source: str):
    case.do(ImportEarlier(f"{SECRET}-1", f"{SECRET} lügt.", rating="False", speaker=SECRET), by=ZOE)
    case.do(RecordFruitlessSearch(claim, f"{SECRET} 2024", f"Archiv {SECRET}"), by=ZOE)
    case.do(DecideCopies(((article, source),), "together", f"{SECRET} schrieb beide"), by=SECRET)
    case.do(DismissHint(claim, "a" * 64, source), by=SECRET)
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    assert earlier_claims(case) == [("[redacted]-1", "[redacted] lügt.", "False", "[redacted]")]
    for name in ("fruitless_searches", "copy_decisions", "judged_hints"):
        rows = case.read(lambda c, name=name: c.exec_driver_sql(f"SELECT * FROM {name}").all())
        assert len(rows) == 1
        assert SECRET not in str(rows)


def test_what_an_entry_set_in_what_finding_keeps_goes_with_it(case: Case, claim: str):
    case.do(ImportEarlier("e-1", "Łódź lügt.", rating="False"), by=ZOE)
    case.do(Redact("x", entries=seqs(case, case.head.seq)), by=ZOE)
    assert earlier_claims(case) == [("[redacted]", "[redacted]", "[redacted]", "")]


def test_planning_keeps_nobody_from_writing(
    case: Case, claim: str, source: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("factcheck.case.read.redactions._PAGE", 2)
    with sqlite3.connect(case.path, timeout=0, isolation_level=None) as other:
        looked: list[tuple[int, int]] = []

        def tell(done: int, of: int) -> None:
            other.execute("BEGIN IMMEDIATE")
            other.execute("UPDATE documents SET outlet = outlet || '…'")
            other.execute("COMMIT")
            looked.append((done, of))

        change = Redact("x", names=(SECRET,), entries=seqs(case, 5), documents=(source,))
        plan = case.read(plan_redaction, change, tell)
        other.execute("UPDATE documents SET outlet = rtrim(outlet, '…')")
    other.close()
    assert [entry.seq for entry in plan.entries] == [3, 4, 5, 6, 7]
    assert looked == [(2, 7), (4, 7), (6, 7), (7, 7)]


def test_part_of_a_longer_word_is_no_name(case: Case, claim: str):
    case.do(Edit("claim", claim, {"event": "Annahme, sagte Ann."}), by=ZOE)
    case.do(Redact("x", names=("Ann",)), by=ZOE)
    assert case.read(claims.claim, claim).event == "Annahme, sagte [redacted]."


def test_a_text_goes_with_its_original_and_what_quotes_it_is_named(
    case: Case, claim: str, source: str
):
    change = Redact("Einstweilige Verfügung", documents=(source,))
    plan = case.read(plan_redaction, change)
    assert [(row.table, row.of) for row in plan.content] == [
        ("texts", ("Delivery note",)), ("snapshots", ("Delivery note",)),
    ]  # fmt: skip
    assert plan.stays == (
        "Words of these texts still stand in the entries 5: name them too if the words have to go.",
        (
            "That it was there stays of “Delivery note”, with its title, outlet and dates: name the"
            " words too if they have to go."
        ),
    )
    case.do(change, by=ZOE)
    read = case.read(documents.text, source)
    assert (read.text, read.redacted) == ("", True)
    with pytest.raises(FactcheckError, match="not in the case any more"):
        case.read(documents.snapshot, read.version_id)
    case.do(Redact("Auch das Zitat", entries=seqs(case, 5)), by=ZOE)
    assert case.read(evidence.evidence_of, claim)[0].quote == "[redacted]"
    content = bytes_of(case)
    assert SOURCE.encode()[:40] not in content
    assert b"Delivery note\n" not in content


def test_quotes_of_a_text_that_goes_are_named_where_only_a_name_goes_with_their_entry(
    case: Case, claim: str, article: str
):
    change = Redact("x", documents=(article,), names=(SECRET,))
    plan = case.read(plan_redaction, change)
    assert 4 in [entry.seq for entry in plan.entries]
    assert "still stand in the entries 4: name them too" in plan.stays[0]
    both = Redact("x", documents=(article,), names=(SECRET,), entries=seqs(case, 4))
    assert "still stand" not in str(case.read(plan_redaction, both).stays)


def test_an_attachment_and_an_original_go_alone(
    case: Case, claim: str, source: str, tmp_path: Path
):
    file = tmp_path / "Żaneta.txt"
    file.write_text("Vertrauliche Notiz 😀", "utf-8")
    note = case.do(AddNote("call", "Anruf", said="1.150", attachments=(file,)), by=ZOE).ids[0]
    attached = case.read(documents.attachments, note)[0].id
    case.do(Redact("x", attachments=(attached,), originals=(source,)), by=ZOE)
    assert case.read(documents.attachments, note)[0].name == "[redacted]"
    assert case.read(documents.text, source).text == SOURCE
    assert b"Vertrauliche Notiz" not in bytes_of(case)


def test_the_index_lets_go_of_a_redacted_text(case: Case, claim: str, source: str):
    with Index(case) as index:
        index.sync()
    assert index_path(case).exists()
    case.do(Redact("x", documents=(source,)), by=ZOE)
    assert not index_path(case).exists()
    with Index(case) as index:
        index.sync()
        assert index.select("SELECT count(*) FROM documents") == [(1,)]


def test_what_was_removed_by_a_blanked_entry_stays_removed(case: Case, claim: str, article: str):
    gone = case.do(MarkClaim(article, 10, 20, speaker=SECRET), by=ZOE).ids[0]
    case.do(RemoveClaim(gone), by=ZOE)
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    assert [row.id for row in case.read(claims.claims)] == [claim]


def test_a_redaction_can_be_redacted_in_its_turn(case: Case, claim: str):
    case.do(Redact("wegen Ola", entries=seqs(case, 6)), by=ZOE)
    case.do(Redact("x", names=("Ola",)), by=ZOE)
    report = verify(case.path)
    assert report.ok, report.sentences
    assert "Entry 6 was redacted by entry 9." in report.sentences
    assert case.read(history, None, 2)[1].sentence == "redact (redacted by entry 9)"


def test_a_redaction_is_never_undone_and_what_it_blanked_neither(case: Case, claim: str):
    case.do(Redact("x", entries=seqs(case, 6)), by=ZOE)
    with pytest.raises(FactcheckError, match="the entry was redacted"):
        case.undo(by=ZOE)


def test_every_table_can_be_exported_and_the_case_seen_as_it_was_before(case: Case, claim: str):
    case.do(Redact("x", names=(SECRET,)), by=ZOE)
    for name in TABLES:
        assert SECRET not in str(list(table(case, name).rows))
    with case_as_of(case.path, 7) as past:
        assert past.read(claims.claim, claim).speaker == "[redacted]"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Redact("  ", names=("Ola",)), "Why is it redacted"),
        (Redact("Ola bat darum", names=("Ola",)), "leave the name out"),
        (Redact("Zoë bat darum", names=("Zoe\N{COMBINING DIAERESIS}",)), "leave the name out"),
        (Redact("x", names=("Nobody",)), "Nothing was redacted"),
        (Redact("x", entries=("none",)), "There is no entry none"),
        (Redact("x", documents=("none",)), "not in the case any more"),
        (Redact("x", attachments=("none",)), "not in the case any more"),
    ],
)
def test_what_cannot_be_redacted_is_refused(case: Case, claim: str, change: Redact, words: str):
    before = case.head
    with pytest.raises(FactcheckError, match=words):
        case.do(change, by=ZOE)
    assert case.head == before


def test_the_entry_that_makes_the_case_stays(case: Case, claim: str):
    with pytest.raises(FactcheckError, match="it makes the case"):
        case.do(Redact("x", entries=seqs(case, 1)), by=ZOE)


def test_the_guards_stay_shut_for_everything_else(case: Case, claim: str):
    case.do(Redact("x", entries=seqs(case, 6)), by=ZOE)
    raw = sqlite3.connect(case.path)
    for statement in (
        "UPDATE entries SET changes = NULL, salt = NULL WHERE seq = 5",
        "UPDATE entries SET changes = '[]' WHERE seq = 6",
        "UPDATE texts SET body = NULL",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            raw.execute(statement)
    raw.close()


def test_who_made_an_entry_is_part_of_the_chain_and_said_to_stay(case: Case, claim: str):
    plan = case.read(plan_redaction, Redact("x", names=("Bo",)))
    assert plan.stays == ("Entries made by “Bo” keep that name: it is part of the chain.",)

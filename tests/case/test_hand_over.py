"""The gate: what leaves names no confidential source, and what is left of a name is shown first."""

import csv
import io
import uuid
from collections.abc import Sequence
from pathlib import Path

import pytest

from factcheck.case.as_of import case_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    RateClaim,
    RecordFruitlessSearch,
    RemoveDocument,
    ReviseDocument,
)
from factcheck.case.hand_over import HandOver, Trace, TracesLeftError
from factcheck.case.read.changes_between import changes_table, document_changes
from factcheck.case.read.table import Table
from factcheck.case.read.tables import TABLES, table
from factcheck.case.verify_log import verify_log
from factcheck.export.csv_file import write_csv
from factcheck.text.names import folded_text
from tests.making import loaded

ZOE = "Zoë Ångström"
WHO = "Jitka Nováková"
MEMO = "MEMO by Jitka Nováková. The tents were counted twice, I did it myself.\n"


class Looked:
    """A review that lets everything leave and remembers what it was shown."""

    def __init__(self) -> None:
        self.traces: list[Trace] = []

    def __call__(self, traces: Sequence[Trace]) -> None:
        self.traces += traces


@pytest.fixture
def memo(case: Case, article: str) -> str:
    """A memo by a source, with a claim that rests on it, marked as confidential at the end."""
    claim = case.do(MarkClaim(article, 0, 6, wording="1,150 tents came."), by=ZOE).ids[0]
    particulars = {
        "title": f"Memo of {WHO}", "byline": WHO, "outlet": "Waterworks Łódź",
        "url": "https://drop.example/novakova", "external_id": "jn-007",
        "published": "2026-02-03",
    }  # fmt: skip
    memo = case.do(AddDocument(loaded(MEMO), particulars=particulars), by=ZOE).ids[0]
    case.do(LinkEvidence((claim,), memo, "supports", 24, 52, note=f"from {WHO}"), by=ZOE)
    reason = f"{WHO} told us; jn-007; see drop.example/novakova; Nováková was on duty."
    case.do(RateClaim(claim, "True", reason), by=ZOE)
    case.do(AskRequest("source", "Ola", "Dear Ms Nováková?", claim_ids=(claim,)), by=ZOE)
    case.do(RecordFruitlessSearch(claim, f"service record of {WHO}", "Archiv"), by=ZOE)
    case.do(Edit("document", memo, {"confidential": "yes"}), by=ZOE)
    return memo


def written(case: Case, name: str, hand: HandOver) -> str:
    return "\n".join(str(row) for row in table(case, name, hand=hand).rows)


def test_no_whole_name_id_or_address_leaves_in_any_table(case: Case, memo: str):
    version = case.read(lambda c: c.exec_driver_sql(
        "SELECT id, text_sha256 FROM versions WHERE document_id = ?", (memo,)).one())  # fmt: skip
    for name in TABLES:
        told = folded_text(written(case, name, HandOver(case, Looked())))
        for words in (WHO, "drop.example", "jn-007", memo, *version, "Waterworks", "2026-02-03"):
            assert folded_text(words) not in told, (name, words)


def test_single_words_are_shown_before_anything_is_written(case: Case, memo: str, tmp_path: Path):
    looked = Looked()
    written(case, "verdicts", HandOver(case, looked))
    assert [(trace.word, trace.where, trace.column) for trace in looked.traces] == [
        ("Nováková", "claim 1", "reason"),
    ]  # fmt: skip
    out = tmp_path / "ledger.csv"
    out.write_text("older", "utf-8")
    with pytest.raises(TracesLeftError, match="Nothing was written: 1 place may still name"):
        write_csv(table(case, "verdicts"), out)
    assert out.read_text("utf-8") == "older"
    assert list(tmp_path.glob("*.part")) == []


def test_it_is_confidential_now_also_at_a_moment_before_it_was_marked(case: Case, memo: str):
    with case_as_of(case.path, 5) as past:
        told = written(past, "evidence", HandOver(past, Looked()))
    assert WHO not in told
    assert "Source A" in told


def test_a_source_that_was_removed_stays_confidential(case: Case, article: str):
    note = case.do(AddNote("call", f"Call with {WHO}", said="Ja.", who=WHO), by=ZOE).ids[0]
    case.do(Edit("document", note, {"confidential": "yes"}), by=ZOE)
    case.do(RemoveDocument(note), by=ZOE)
    assert WHO not in written(case, "log", HandOver(case, Looked()))


def test_what_it_was_called_before_goes_too(case: Case, memo: str):
    case.do(Edit("document", memo, {"title": "Memo", "byline": "", "who": "Somebody"}), by=ZOE)
    assert WHO not in written(case, "claims", HandOver(case, Looked()))


def test_other_names_are_declared_and_go_as_well(case: Case, memo: str):
    case.do(Edit("document", memo, {"aliases": "Деревце, Red Fox"}), by=ZOE)
    claim = case.do(MarkClaim(memo, 0, 4, speaker="red fox", tags=("деревце",)), by=ZOE).ids[0]
    told = written(case, "claims", HandOver(case, Looked()))
    assert "red fox" not in told
    assert claim in told


def test_a_quote_is_never_rewritten_and_a_name_in_it_is_shown(case: Case, memo: str):
    claim = case.do(MarkClaim(memo, 0, 22, wording="x"), by=ZOE).ids[0]
    looked = Looked()
    rows = [row for row in table(case, "places", hand=HandOver(case, looked)).rows if claim in row]
    assert "MEMO by Jitka Nováková" in rows[0]
    assert (WHO, "quote") in [(trace.word, trace.column) for trace in looked.traces]


def test_a_word_that_a_quote_cuts_off_is_shown(case: Case, memo: str):
    case.do(MarkClaim(memo, 0, 18, wording="x"), by=ZOE)
    looked = Looked()
    written(case, "places", HandOver(case, looked))
    assert ("Nová", "quote") in [(trace.word, trace.column) for trace in looked.traces]


def test_ids_are_others_in_each_hand_over_and_equal_within_one(case: Case, memo: str):
    hand = HandOver(case, Looked())
    ids = []
    for each in (hand, hand, HandOver(case, Looked())):
        found = table(case, "evidence", hand=each)
        at = [column.name for column in found.columns].index("document_id")
        ids.append(next(iter(found.rows))[at])
    assert ids[0] == ids[1] == hand.id(memo)
    assert len({*ids, memo}) == 3
    assert str(uuid.UUID(str(ids[0]))) == ids[0]


def test_the_log_leaves_out_what_tells_of_it_and_verifies(case: Case, memo: str, tmp_path: Path):
    out = tmp_path / "log.csv"
    write_csv(table(case, "log", hand=HandOver(case, Looked())), out)
    told = folded_text(out.read_text("utf-8-sig"))
    for words in ("novak", "jitka", "counted twice, i did", memo, "jn-007", "waterworks"):
        assert words not in told
    assert verify_log(out, head=case.head.fingerprint).ok
    left = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [row["seq"] for row in left if row["salt"] == "confidential"] == [
        "4", "5", "6", "7", "8", "9",
    ]  # fmt: skip


def test_later_changes_of_a_row_of_a_source_are_left_out_although_they_do_not_name_it(
    case: Case, memo: str
):
    link = case.read(lambda c: c.exec_driver_sql("SELECT id FROM evidence").scalar_one())
    case.do(Edit("evidence", link, {"locator": "second page"}), by=ZOE)
    assert "second page" not in written(case, "log", HandOver(case, Looked()))


def test_a_message_passes_the_gate_too(case: Case, memo: str):
    looked = Looked()
    told = HandOver(case, looked).message(f"Ask {WHO}. Nováková knows.", "message")
    assert told == "Ask Source A. Nováková knows."
    assert [trace.word for trace in looked.traces] == ["Nováková"]
    with pytest.raises(TracesLeftError):
        HandOver(case).message("Nováková knows.", "message")


def test_the_heads_of_columns_pass_the_gate(case: Case, memo: str):
    from factcheck.case.read.table import Column

    hand = HandOver(case, Looked())
    made: Table = hand.table("grid", [Column(f"about {WHO}", "text")], [], 0, "")
    assert [column.name for column in made.columns] == ["about Source A"]


def test_an_outlet_that_open_documents_share_is_shown_and_not_replaced(case: Case, memo: str):
    case.do(AddDocument(loaded("1,150"), particulars={"outlet": "Waterworks Łódź"}), by=ZOE)
    looked = Looked()
    claim = case.do(MarkClaim(memo, 0, 4), by=ZOE).ids[0]
    case.do(Edit("claim", claim, {"event": "Waterworks Łódź"}), by=ZOE)
    told = written(case, "claims", HandOver(case, looked))
    assert claim in told
    assert "Waterworks Łódź" in told
    assert ("Waterworks Łódź", "event") in [(one.word, one.column) for one in looked.traces]


def test_a_case_without_confidential_sources_leaves_as_it_is(case: Case, article: str):
    case.do(MarkClaim(article, 0, 6, speaker=WHO), by=ZOE)
    assert WHO in written(case, "claims", HandOver(case))


def test_the_beginning_of_an_id_goes_too(case: Case, memo: str):
    hand = HandOver(case, Looked())
    assert hand.words(f"see {memo[:8]} and {memo[:15]}") == (
        f"see {hand.id(memo)[:8]} and {hand.id(memo)[:15]}"
    )


def test_of_its_text_only_what_somebody_linked_leaves(case: Case, memo: str):
    case.do(ReviseDocument(memo, loaded(MEMO.replace("twice", "thrice"))), by=ZOE)
    changed = document_changes(case, memo)
    assert "thrice" in str(changed)
    (row,) = changes_table(case, changed, HandOver(case, Looked())).rows
    assert "counted" not in str(row)
    links = written(case, "evidence", HandOver(case, Looked()))
    assert "The tents were counted" in links

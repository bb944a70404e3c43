"""The tables that are handed over, with exactly the columns that the design names."""

import sqlite3

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AddPlace,
    Edit,
    LinkEvidence,
    MarkClaim,
    RateClaim,
)
from factcheck.case.log import ENTRY_COLUMNS
from factcheck.case.models import Place
from factcheck.case.read.ledger import LedgerFilter
from factcheck.case.read.tables import TABLES, columns, table
from factcheck.errors import UsageError
from factcheck.ingest.loaded import Loaded
from factcheck.text.landmarks import Landmark
from tests.making import ARTICLE, SOURCE, loaded

ZOE = "Zoë Ångström"

VERDICTS = (
    "claim_no, article, paragraph, quote, wording, checks, speaker, speaker_role, party, made_on, "
    "claim_where, claim_url, event, tags, rating, rating_code, reason, should_read, "
    "should_read_outcome, correction_note, gate_explanations, checker, recorded_at, reviewers, "
    "review_status, reviewed_at, published_url, published_at, supports_count, contradicts_count, "
    "context_count, independent_sources, sources, places_count, verdict_status, recheck_why, "
    "scale, scale_version, rating_value, rating_best, rating_worst, article_id, article_version, "
    "outlet, article_url, article_published, start, end, claim_id, entry_id, supersedes, seq, hash"
)


@pytest.fixture
def worked(case: Case, article: str, source: str) -> dict[str, str]:
    """Two claims, one of them rated twice and linked three times, one without a place."""
    start = ARTICLE.index("“We counted")
    mark = MarkClaim(article, start, start + 24, wording="They counted", tags=("Zelte", "東京"))
    claim = case.do(mark, by=ZOE).ids[0]
    bare = case.do(MarkClaim(article, 0, 6), by="Bo").ids[0]
    place = case.do(AddPlace(claim, source, 0, 8), by=ZOE).ids[0]
    case.do(Edit("place", place, {"should_read": "Receipt", "should_read_outcome": "open"}), by=ZOE)
    copy = AddDocument(loaded(SOURCE, title="Reprint"), particulars={"url": "https://x.example"})
    reprint = case.do(copy, by=ZOE).ids[0]
    call = case.do(AddNote("call", "Call, Łucja"), by=ZOE).ids[0]
    passage = SOURCE.index("1,150")
    case.do(LinkEvidence((claim,), source, "supports", passage, passage + 5), by=ZOE)
    case.do(LinkEvidence((claim,), reprint, "supports", 0, 8, note="=1+1"), by=ZOE)
    case.do(LinkEvidence((claim,), call, "contradicts", locator="00:13:42"), by=ZOE)
    case.do(RateClaim(claim, "Mixed", "Not sure."), by=ZOE)
    case.do(RateClaim(claim, "Mostly true", "Counted twice; “😀”."), by="Bo")
    return {"claim": claim, "bare": bare, "article": article, "source": source}


def dicts(case: Case, name: str, *args: object) -> list[dict[str, object]]:
    found = table(case, name, *args)
    names = [column.name for column in found.columns]
    read = [dict(zip(names, row, strict=True)) for row in found.rows]
    assert len(read) == found.count
    assert found.head == case.head.fingerprint
    return read


def test_the_ledger_has_exactly_the_columns_of_the_design():
    assert [column.name for column in columns("verdicts")] == VERDICTS.split(", ")


def test_the_log_has_all_fields_of_an_entry(case: Case, worked: dict[str, str]):
    assert tuple(column.name for column in columns("log")) == ENTRY_COLUMNS
    read = dicts(case, "log")
    assert [row["seq"] for row in read] == list(range(1, case.head.seq + 1))
    assert read[-1]["hash"] == case.head.hash


def test_a_verdict_row_can_be_followed_back(case: Case, worked: dict[str, str]):
    replaced, current = dicts(case, "verdicts")
    assert (replaced["rating"], replaced["verdict_status"]) == ("Mixed", "replaced")
    entry = dicts(case, "log")[int(str(current["seq"])) - 1]
    assert (current["hash"], current["entry_id"]) == (entry["hash"], entry["id"])
    assert current["recorded_at"] == entry["at"]
    expected = {
        "claim_no": 1, "article": "Tents for Łódź", "paragraph": "¶ 2", "wording": "They counted",
        "tags": "Zelte | 東京", "rating": "Mostly true", "rating_code": "mostly-true",
        "reason": "Counted twice; “😀”.", "should_read": "Receipt", "should_read_outcome": "open",
        "checker": "Bo", "reviewers": "", "review_status": "", "supports_count": 2,
        "contradicts_count": 1, "context_count": 0, "independent_sources": 2, "places_count": 2,
        "sources": "Delivery note | Reprint | Call, Łucja", "verdict_status": "current",
        "scale": "general", "scale_version": 1, "rating_value": 4, "rating_best": 5,
        "rating_worst": 1, "article_id": worked["article"], "article_version": 1,
        "claim_id": worked["claim"], "correction_note": "",
        "gate_explanations": "unexplained contradiction: not explained",
    }  # fmt: skip
    assert {name: current[name] for name in expected} == expected
    assert ARTICLE[int(str(current["start"])) : int(str(current["end"]))] == current["quote"]


def test_every_claim_is_a_row_also_without_a_verdict(case: Case, worked: dict[str, str]):
    rated, bare = dicts(case, "claims")
    assert (rated["state"], rated["rating"], rated["verdict_status"]) == (
        "rated", "Mostly true", "current",
    )  # fmt: skip
    assert (bare["state"], bare["rating"], bare["rating_code"]) == ("to do", "", "")
    counts = ("supports_count", "context_count", "independent_sources", "open_requests")
    assert [bare[name] for name in counts] == [0, 0, 0, 0]


def test_a_claim_that_lost_its_place_is_still_a_row(case: Case, worked: dict[str, str]):
    place = dicts(case, "places")[-1]
    with case._writing().transaction(ZOE, "cli", None) as tx:
        tx.remove(tx.get(Place, str(place["place_id"])))
        tx.entry("remove place", claim_id=worked["bare"])
    row = dicts(case, "claims")[1]
    assert (row["article"], row["start"], row["places_count"]) == ("", "", 0)


def test_evidence_says_where_it_stands(case: Case, worked: dict[str, str]):
    passage, reprint, call = dicts(case, "evidence")
    told = (passage["title"], passage["locator"], passage["quote"])
    assert told == ("Delivery note", "¶ 2", "1,150")
    assert reprint["note"] == "=1+1"
    assert (call["kind"], call["locator"], call["start"]) == ("call", "00:13:42", None)
    assert len(str(passage["sha256"])) == 64
    assert [row["article"] for row in (passage, reprint, call)] == ["Tents for Łódź"] * 3


def test_places_are_rows_in_the_order_of_claims(case: Case, worked: dict[str, str]):
    read = dicts(case, "places")
    assert [(row["claim_no"], row["position"]) for row in read] == [(1, 1), (1, 2), (2, 1)]
    assert [row["paragraph"] for row in read] == ["¶ 2", "¶ 1", "¶ 1"]


def test_a_pdf_is_cited_by_page(case: Case):
    text = "One.\n\nTwo.\n\n東京 three."
    pages = (Landmark(0, "page", "3"), Landmark(6, "page", "iv"))
    report = Loaded(
        text=text, snapshot=b"%PDF", media_type="application/pdf", reader="pdf",
        reader_version="1", title="Report", landmarks=pages,
    )  # fmt: skip
    document = case.do(AddDocument(report, under_check=True), by=ZOE).ids[0]
    case.do(MarkClaim(document, 12, 20), by=ZOE)
    assert dicts(case, "claims")[0]["paragraph"] == "p. iv"


def test_requests_are_rows_with_the_claims_they_ask_about(case: Case, worked: dict[str, str]):
    case.close()
    with sqlite3.connect(case.path) as raw:
        raw.execute(
            "INSERT INTO requests VALUES ('r', 'author', NULL, 'Łucja', 'mail', 'Who counted?',"
            " '2026-03-12', 'Bo', '', 'open', '', '', NULL)"
        )
        for name in ("claim", "bare"):
            raw.execute("INSERT INTO request_claims VALUES (?, 'r', ?)", (name, worked[name]))
        raw.execute("INSERT INTO attempts VALUES ('a', 'r', '2026-03-13', 'phone', '')")
    raw.close()
    with Case.open(case.path) as again:
        row = dicts(again, "requests")[0]
        assert (row["claim_nos"], row["to_whom"], row["attempts"]) == ("1 | 2", "Łucja", 1)
        assert [row["open_requests"] for row in dicts(again, "claims")] == [1, 1]


def test_reviewers_are_told_in_order(case: Case, worked: dict[str, str]):
    current = dicts(case, "verdicts")[1]
    case.close()
    with sqlite3.connect(case.path) as raw:
        verdict = raw.execute("SELECT id FROM verdicts WHERE seq = ?", (current["seq"],))
        id = verdict.fetchone()[0]
        raw.execute("UPDATE properties SET approvals_needed = 2")
        raw.execute("INSERT INTO approvals VALUES ('1', ?, 'approved', 'Łucja', '', 'T1')", (id,))
    raw.close()
    with Case.open(case.path) as again:
        replaced, reviewed = dicts(again, "verdicts")
        assert replaced["review_status"] == ""
        assert (reviewed["reviewers"], reviewed["review_status"]) == ("Łucja", "to review")
        assert reviewed["reviewed_at"] == "T1"


@pytest.mark.parametrize(
    ("chosen", "verdicts", "claims"),
    [
        (LedgerFilter(rating="Mixed"), 1, 1),
        (LedgerFilter(status="current"), 1, 1),
        (LedgerFilter(checker="Bo"), 1, 1),
        (LedgerFilter(text="zürich"), 0, 1),
        (LedgerFilter(text="COUNTED"), 2, 1),
        (LedgerFilter(text="łódź", checker=ZOE), 1, 1),
    ],
)
def test_rows_can_be_chosen(
    case: Case, worked: dict[str, str], chosen: LedgerFilter, verdicts: int, claims: int
):
    assert len(dicts(case, "verdicts", chosen)) == verdicts
    assert len(dicts(case, "claims", chosen)) == claims


def test_rows_of_one_article(case: Case, worked: dict[str, str]):
    assert len(dicts(case, "claims", LedgerFilter(article=worked["article"]))) == 2
    assert len(dicts(case, "claims", LedgerFilter(article=worked["source"]))) == 1
    assert len(dicts(case, "evidence", LedgerFilter(text="zürich"))) == 0


def test_what_is_added_meanwhile_stays_out(case: Case, worked: dict[str, str], monkeypatch):
    monkeypatch.setattr("factcheck.case.read.tables.PAGE", 1)
    for name in ("verdicts", "claims", "log"):
        found = table(case, name)
        first = next(found.rows)
        case.do(MarkClaim(worked["article"], 0, 3), by=ZOE)
        case.do(RateClaim(worked["bare"], "True"), by=ZOE)
        assert len([first, *found.rows]) == found.count


def test_numbers_are_numbers_and_counts_are_never_empty(case: Case, worked: dict[str, str]):
    for name in TABLES:
        found = table(case, name)
        for row in found.rows:
            for column, cell in zip(found.columns, row, strict=True):
                if column.kind == "number":
                    assert cell is None or cell == "" or isinstance(cell, int)
                else:
                    assert cell is None or isinstance(cell, str)
                if column.name.endswith("_count"):
                    assert isinstance(cell, int)


def test_another_table_is_refused_with_the_list(case: Case):
    with pytest.raises(UsageError, match="evidence, requests, corrections, log"):
        table(case, "people")

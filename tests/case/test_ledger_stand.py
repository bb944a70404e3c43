"""The lists of the ledger: what waits for a reviewer, what is public, what was corrected."""

import sqlite3
from contextlib import closing

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    ApproveVerdict,
    Edit,
    LinkEvidence,
    MarkClaim,
    PublishVerdict,
    RateClaim,
    SendBackVerdict,
    SetApprovals,
    WithdrawVerdict,
)
from factcheck.case.connect import engine_of
from factcheck.case.read.ledger import LedgerFilter, ledger_ids, ledger_page
from factcheck.case.read.ledger_stand import (
    STANDINGS,
    reviews,
    rowids_standing,
    standing_counts,
    waiting_count,
)

ZOE = "Zoë Ångström"


@pytest.fixture
def rated(case: Case, article: str) -> list[tuple[str, str]]:
    """Five claims with their verdicts."""
    made = []
    for start in range(0, 25, 5):
        claim = case.do(MarkClaim(article, start, start + 4), by=ZOE).ids[0]
        made.append((claim, case.do(RateClaim(claim, "True", "東京 says so."), by=ZOE).ids[0]))
    return made


def shown(case: Case, status: str) -> list[tuple[int, str]]:
    """Return the claims of a list by number, with how their verdicts stand."""
    ids = case.read(ledger_ids, LedgerFilter(status=status), "claim_no", False)
    return [(row.claim_no, row.stand) for row in case.read(ledger_page, ids)]


def test_without_reviews_and_publications_every_list_is_empty(case: Case, rated):
    assert case.read(standing_counts) == dict.fromkeys(STANDINGS, 0)
    assert case.read(waiting_count) == 0
    assert [shown(case, status) for status in STANDINGS] == [[], [], [], []]
    assert [stand for _, stand in shown(case, "current")] == [""] * 5


def test_each_list_has_what_stands_so_and_its_count(case: Case, rated, source: str):
    case.do(SetApprovals(1), by=ZOE)
    case.do(ApproveVerdict(rated[0][1]), by="Bo")
    case.do(SendBackVerdict(rated[1][1], "Wann?"), by="Bo")
    case.do(ApproveVerdict(rated[2][1]), by="Bo")
    case.do(PublishVerdict(rated[2][1], "https://example.org/Łódź"), by=ZOE)
    case.do(LinkEvidence((rated[4][0],), source, "supports", 0, 8), by=ZOE)
    case.do(Edit("document", source, {"condition": "retracted"}), by=ZOE)
    assert shown(case, "to review") == [(4, "to review"), (5, "needs recheck")]
    assert shown(case, "sent back") == [(2, "sent back")]
    assert shown(case, "published") == [(3, "published")]
    assert shown(case, "corrections") == []
    assert case.read(standing_counts) == {
        "to review": 2, "sent back": 1, "published": 1, "corrections": 0,
    }  # fmt: skip
    # One that needs a recheck and a review waits once.
    assert case.read(waiting_count) == 3
    sorted_by_stand = case.read(ledger_ids, LedgerFilter(), "stand", False)
    assert [row.stand for row in case.read(ledger_page, sorted_by_stand)] == [
        "needs recheck", "sent back", "to review", "published", "approved",
    ]  # fmt: skip


@pytest.mark.parametrize("needed", [0, 1, 2])
def test_what_is_counted_here_is_what_sql_says_of_each_verdict(case: Case, rated, needed: int):
    case.do(SetApprovals(needed), by=ZOE)
    for at, (_, verdict) in enumerate(rated):
        for name in ("Bo", "Łucja", "Μαρία")[: at % 3]:
            case.do(ApproveVerdict(verdict), by=name)
    case.do(SendBackVerdict(rated[2][1], "東京?"), by="Bo")
    case.do(RateClaim(rated[1][0], "False", "Neu."), by=ZOE)
    ids = case.read(ledger_ids, LedgerFilter(), "recorded_at")
    rows = case.read(ledger_page, ids)
    told = dict(case.read(lambda connection: list(reviews(connection))))
    assert [told.get(id, "") for id in ids] == [row.review for row in rows]


def test_corrections_are_what_changed_or_withdrew_a_public_verdict(case: Case, rated):
    for _, verdict in rated[:2]:
        case.do(PublishVerdict(verdict, "print, S. 4"), by=ZOE)
    change = RateClaim(rated[0][0], "Mixed", "Neu.", what_was_wrong="Tag", correction_note="Neu")
    case.do(change, by=ZOE)
    case.do(WithdrawVerdict(rated[1][1], "Falsch.", "Zurück 😀."), by=ZOE)
    # What was never public is withdrawn and no correction.
    case.do(WithdrawVerdict(rated[2][1], "Falsch."), by=ZOE)
    assert shown(case, "corrections") == [(1, "corrected"), (2, "withdrawn")]
    assert case.read(standing_counts)["corrections"] == 2
    assert case.read(standing_counts)["published"] == 0
    assert shown(case, "replaced") == [(1, "replaced")]


@pytest.mark.parametrize(
    ("standing", "index"),
    [("published", "verdicts_published"), ("corrections", "verdicts_that_correct")],
)
def test_public_verdicts_are_found_without_reading_through_the_others(
    case: Case, standing: str, index: str
):
    asked: list[str] = []
    with closing(sqlite3.connect(case.path)) as raw:
        raw.set_trace_callback(asked.append)
        with engine_of(raw).connect() as connection:
            rowids_standing(connection, standing)
        raw.set_trace_callback(None)
        plan = raw.execute(f"EXPLAIN QUERY PLAN {asked[-1]}").fetchall()
    assert index in plan[0][3]
    assert not [step for *_, step in plan if step.startswith("SCAN") and "INDEX" not in step]

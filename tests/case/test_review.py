"""Review: approved or sent back by others, as many times as the case wants."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    ApproveVerdict,
    MarkClaim,
    RateClaim,
    SendBackVerdict,
    SetApprovals,
)
from factcheck.case.read.claims import claim as claim_row
from factcheck.case.read.history import history_of
from factcheck.case.read.reviews import approvals_needed, reviews_of
from factcheck.case.read.tables import columns, table
from factcheck.case.read.verdicts import verdicts_of
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError, UsageError

ZOE = "Zoë Ångström"


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


@pytest.fixture
def verdict(case: Case, claim: str) -> str:
    return case.do(RateClaim(claim, "True", "東京 says so."), by=ZOE).ids[0]


def stands(case: Case, claim: str) -> tuple[str, str, str]:
    """Return the state of the claim, the review in its rows, and that of the exported ledger."""
    names = [column.name for column in columns("verdicts")]
    exported = [dict(zip(names, row, strict=True)) for row in table(case, "verdicts").rows]
    row = case.read(claim_row, claim)
    return row.state, case.read(verdicts_of, claim)[0].review, str(exported[-1]["review_status"])


def test_without_a_need_an_approval_is_kept_and_the_claim_stays_rated(
    case: Case, claim: str, verdict: str
):
    assert stands(case, claim) == ("rated", "", "")
    case.do(ApproveVerdict(verdict), by="Bo")
    assert stands(case, claim) == ("rated", "approved", "approved")


def test_a_verdict_is_done_with_as_many_approvals_as_the_case_wants(
    case: Case, claim: str, verdict: str
):
    case.do(SetApprovals(2), by=ZOE)
    assert case.read(approvals_needed) == 2
    assert stands(case, claim) == ("to review", "to review", "to review")
    case.do(ApproveVerdict(verdict, "Checked the note."), by="Bo")
    assert stands(case, claim)[1] == "to review"
    case.do(ApproveVerdict(verdict), by="Łucja")
    assert stands(case, claim) == ("done", "done", "done")
    case.undo(by="Łucja")
    assert stands(case, claim)[1] == "to review"
    case.redo(by="Łucja")
    case.do(RateClaim(claim, "Mixed", "Neu."), by=ZOE)
    assert stands(case, claim) == ("to review", "to review", "to review")
    assert verify(case.path).ok


def test_a_checker_does_not_review_their_own_verdict(case: Case, verdict: str):
    for name in (ZOE, "  zoë   ångström ", "Zoe\u0308 A\u030angstro\u0308m"):
        with pytest.raises(FactcheckError, match="somebody else reviews it"):
            case.do(ApproveVerdict(verdict), by=name)


def test_a_verdict_is_sent_back_with_a_question_and_shown_beside_the_approvals(
    case: Case, claim: str, verdict: str
):
    with pytest.raises(FactcheckError, match="What is the question"):
        case.do(SendBackVerdict(verdict, "  "), by="Bo")
    case.do(ApproveVerdict(verdict), by="Łucja")
    case.do(SendBackVerdict(verdict, "Which 東京?"), by="Bo")
    assert stands(case, claim) == ("to review", "sent back", "sent back")
    (row,) = case.read(reviews_of, claim)
    assert [(a.reviewer, a.decision, a.reason) for a in row.answers] == [
        ("Łucja", "approved", ""),
        ("Bo", "sent back", "Which 東京?"),
    ]
    assert case.read(history_of, claim)[-1].sentence == "sent the verdict of it back: Which 東京?"


def test_a_later_answer_of_a_reviewer_takes_the_place_of_the_first(
    case: Case, claim: str, verdict: str
):
    case.do(SendBackVerdict(verdict, "Wann?"), by="Bo")
    case.do(ApproveVerdict(verdict, "Ah, am Montag."), by="Bo")
    assert stands(case, claim)[1] == "approved"
    assert [line.action for line in case.read(history_of, claim)][-2:] == ["send back", "approve"]


def test_only_a_verdict_that_stands_is_reviewed_and_only_so_many_approvals_can_be_asked(
    case: Case, claim: str, verdict: str
):
    case.do(RateClaim(claim, "Mixed", "Neu."), by=ZOE)
    with pytest.raises(FactcheckError, match="claim 1 was replaced"):
        case.do(ApproveVerdict(verdict), by="Bo")
    with pytest.raises(UsageError, match="0 to 3"):
        case.do(SetApprovals(4), by=ZOE)

"""A case as of an entry: what it knew then, for every read and every table."""

from pathlib import Path

import pytest

from factcheck.case.as_of import case_as_of, claim_as_of
from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AddPlace,
    ApproveVerdict,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    MergeClaims,
    RateClaim,
    SetApprovals,
)
from factcheck.case.read import claims, documents, evidence, requests, reviews, verdicts
from factcheck.case.read.tables import TABLES, table
from factcheck.errors import Cancelled, FactcheckError
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"


@pytest.fixture
def worked(case: Case, article: str, source: str) -> list[dict[str, list[tuple[object, ...]]]]:
    """Work in steps; returns what every table held after each entry."""
    seen: list[dict[str, list[tuple[object, ...]]]] = []

    def see() -> None:
        seen.append(tables(case))

    see()
    claim = case.do(MarkClaim(article, 0, 6, tags=("東京",)), by=ZOE).ids[0]
    see()
    other = case.do(MarkClaim(article, 10, 20), by="Bo").ids[0]
    see()
    for change in (
        LinkEvidence((claim,), source, "supports", 0, 8, note="😀"),
        RateClaim(claim, "True", "So."),
        Edit("claim", claim, {"speaker": "Bürgermeisterin"}),
        AskRequest("source", "Łucja", "Wann?", claim_ids=(claim,)),
        RateClaim(claim, "Mixed", "Anders."),
        AddPlace(claim, source, 0, 8),
        AddNote("call", "Anruf", said="1.150, sagte sie."),
        AddDocument(loaded(ARTICLE.replace("1,500", "1,800")), particulars={"url": "https://x"}),
    ):
        case.do(change, by=ZOE)
        see()
    verdict = case.read(verdicts.verdicts_of, claim)[0].id
    case.do(ApproveVerdict(verdict), by="Bo")
    see()
    case.undo(by=ZOE)
    see()
    case.redo(by=ZOE)
    see()
    case.do(MergeClaims(claim, other), by=ZOE)
    return seen


def tables(case: Case) -> dict[str, list[tuple[object, ...]]]:
    return {name: list(table(case, name).rows) for name in TABLES}


def test_every_table_is_as_it_was_after_each_entry(case: Case, worked: list[object]):
    for seq, then in enumerate(worked, 3):
        with case_as_of(case.path, seq) as past:
            assert past.head.seq == seq
            assert tables(past) == then


def test_a_case_of_the_past_cannot_be_changed_and_lets_go_of_the_present(
    case: Case, worked: list[object]
):
    with case_as_of(case.path, 5) as past:
        with pytest.raises(FactcheckError, match="reading only"):
            past.do(AddNote("call", "x"), by=ZOE)
        case.do(AddNote("call", "Meanwhile"), by=ZOE)
        assert past.head.seq == 5
        assert "Meanwhile" not in [row.title for row in past.read(documents.documents)]


def test_a_later_entry_than_the_last_is_the_last_and_an_earlier_one_than_the_first_is_refused(
    case: Case, tmp_path: Path
):
    with case_as_of(case.path, 99) as past:
        assert (past.seq, past.id) == (1, case.id)
    with pytest.raises(FactcheckError, match="Nothing was known then"):
        case_as_of(case.path, 0)
    with pytest.raises(FactcheckError, match="There is no case"):
        case_as_of(tmp_path / "łódź.factcheck", 1)


def test_one_claim_alone_is_as_it_was_after_each_entry(case: Case, worked: list[object]):
    first = case.read(claims.claims)[0]
    for seq in range(4, case.head.seq + 1):
        with case_as_of(case.path, seq) as whole, claim_as_of(case.path, first.id, seq) as one:
            assert one.read(claims.claim, first.id) == whole.read(claims.claim, first.id), seq
            for question in (claims.places_of, evidence.evidence_of, verdicts.verdicts_of,
                             requests.requests_of, reviews.reviews_of):  # fmt: skip
                assert one.read(question, first.id) == whole.read(question, first.id), seq


def test_the_sources_and_the_rules_of_one_claim_are_as_they_were(
    case: Case, article: str, source: str
):
    claim = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
    case.do(LinkEvidence((claim,), source, "supports", 0, 8), by=ZOE)
    verdict = case.do(RateClaim(claim, "True", "So."), by=ZOE).ids[0]
    case.do(ApproveVerdict(verdict), by="Bo")
    case.do(SetApprovals(2), by=ZOE)
    fell = {"condition": "retracted", "condition_note": "Łucja zog sie zurück 😀"}
    case.do(Edit("document", source, fell), by=ZOE)
    case.do(Edit("document", source, {"title": "Lieferschein 東京"}), by=ZOE)
    case.undo(by=ZOE)
    case.do(Edit("document", source, {"condition": "ok"}), by=ZOE)
    case.do(SetApprovals(0), by=ZOE)
    case.do(AddNote("call", "Danach"), by=ZOE)
    told = set()
    for seq in range(4, case.head.seq + 1):
        with case_as_of(case.path, seq) as whole, claim_as_of(case.path, claim, seq) as one:
            for question in (claims.claim, evidence.evidence_of, verdicts.verdicts_of):
                assert one.read(question, claim) == whole.read(question, claim), seq
            told.add(one.read(claims.claim, claim).state)
            told |= {row.condition for row in one.read(evidence.evidence_of, claim)}
    assert told >= {"rated", "to review", "ok", "retracted"}


def test_a_request_about_several_claims_is_known_to_each(case: Case, article: str):
    made = [case.do(MarkClaim(article, at, at + 6), by=ZOE).ids[0] for at in (0, 10)]
    request = case.do(AskRequest("source", "Łucja", "Wann?", claim_ids=tuple(made)), by=ZOE).ids[0]
    case.do(Edit("request", request, {"deadline": "2026-04-01"}), by=ZOE)
    for claim in made:
        with claim_as_of(case.path, claim, case.head.seq) as past:
            (row,) = past.read(requests.requests_of, claim)
            assert (row.id, row.deadline) == (request, "2026-04-01")


def test_looking_back_can_be_cancelled(case: Case, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("factcheck.case.as_of._PAGE", 1)

    def enough(_done: int, _total: int) -> None:
        raise Cancelled("Enough.")

    with pytest.raises(Cancelled):
        case_as_of(case.path, 1, enough)

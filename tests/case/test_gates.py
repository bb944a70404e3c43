"""Gates: what a verdict lacks is said and recorded, and never stops it."""

import json

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    RateClaim,
    SetGates,
)
from factcheck.case.read.gates import earlier_explanations, gates_on, open_gates
from factcheck.case.read.history import history_of
from factcheck.case.read.verdicts import verdicts_of
from factcheck.case.verdict_changes import GATES
from factcheck.errors import UsageError
from tests.making import SOURCE, TickingClock, loaded

ZOE = "Zoë Ångström"


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


def opened(case: Case, claim: str, clock: TickingClock, reason: str = "So.") -> list[str]:
    return [gate for gate, _ in case.read(open_gates, claim, reason, clock.now)]


def test_a_new_case_warns_of_everything_and_each_gate_can_be_switched(case: Case):
    assert case.read(gates_on) == GATES
    case.do(SetGates(("no evidence",)), by=ZOE)
    assert case.read(gates_on) == ("no evidence",)
    case.undo(by=ZOE)
    assert case.read(gates_on) == GATES
    with pytest.raises(UsageError, match="too few sources"):
        case.do(SetGates(("a mood",)), by=ZOE)  # type: ignore[arg-type]  # what a script may say


def test_a_claim_without_links_lacks_evidence_only(case: Case, claim: str, clock: TickingClock):
    assert opened(case, claim, clock) == ["no evidence"]


def test_one_source_is_too_few_unless_it_is_primary(
    case: Case, claim: str, source: str, clock: TickingClock
):
    case.do(LinkEvidence((claim,), source, "supports", 0, 8), by=ZOE)
    assert opened(case, claim, clock) == ["too few sources"]
    case.do(Edit("document", source, {"primary": "yes"}), by=ZOE)
    assert opened(case, claim, clock) == []


def test_a_reprint_is_no_second_source_and_another_text_is(
    case: Case, claim: str, source: str, clock: TickingClock
):
    particulars = {"url": "https://Łódź.example"}
    reprint = case.do(AddDocument(loaded(SOURCE), particulars=particulars), by=ZOE).ids[0]
    for linked in (source, reprint):
        case.do(LinkEvidence((claim,), linked, "supports", 0, 8), by=ZOE)
    assert opened(case, claim, clock) == ["too few sources"]
    other = case.do(AddDocument(loaded("東京 counted 1,150 tents.")), by=ZOE).ids[0]
    case.do(LinkEvidence((claim,), other, "supports", 0, 2), by=ZOE)
    assert opened(case, claim, clock) == []


@pytest.mark.parametrize("condition", ["retracted", "unreliable"])
def test_a_source_that_fell_is_none_to_rest_on(
    case: Case, claim: str, source: str, clock: TickingClock, condition: str
):
    other = case.do(AddDocument(loaded("東京 counted 1,150 tents.")), by=ZOE).ids[0]
    for linked in (source, other):
        case.do(LinkEvidence((claim,), linked, "supports", 0, 2), by=ZOE)
    case.do(Edit("document", source, {"primary": "yes"}), by=ZOE)
    fell = {"condition": condition, "condition_note": "Die Tabelle war falsch."}

    case.do(Edit("document", source, fell), by=ZOE)
    assert opened(case, claim, clock) == ["too few sources"]
    case.do(Edit("document", other, fell), by=ZOE)
    ((_, why),) = case.read(open_gates, claim, "So.", clock.now)
    assert why == "all that is linked was retracted or is unreliable"
    case.do(Edit("document", source, {"condition": "corrected"}), by=ZOE)
    assert opened(case, claim, clock) == []


@pytest.mark.parametrize(
    ("reason", "mentioned"),
    [
        ("Twice counted.", False),
        ("The NOTE says otherwise.", True),
        ("Die 東京 sagt anderes.", False),
        ("朝日 sagt anderes.", True),
    ],
)
def test_a_contradiction_is_explained_where_the_reason_names_its_source(
    case: Case, claim: str, source: str, clock: TickingClock, reason: str, mentioned: bool
):
    case.do(Edit("document", source, {"primary": "yes", "outlet": "朝日"}), by=ZOE)
    case.do(LinkEvidence((claim,), source, "contradicts", 0, 8), by=ZOE)
    assert opened(case, claim, clock, reason) == (
        [] if mentioned else ["unexplained contradiction"]
    )


def test_a_request_past_its_deadline_is_named_until_it_is_closed(
    case: Case, claim: str, clock: TickingClock
):
    case.do(SetGates(("request past deadline",)), by=ZOE)
    ask = AskRequest("source", "Łucja", "Wann?", deadline="2026-03-10", claim_ids=(claim,))
    request = case.do(ask, by=ZOE).ids[0]
    assert case.read(open_gates, claim, "", clock.now)[0].why == (
        "a request to Łucja is open past its deadline (2026-03-10)"
    )
    case.do(Edit("request", request, {"outcome": "no answer"}), by=ZOE)
    assert opened(case, claim, clock) == []


def test_a_verdict_records_its_open_gates_and_what_was_said_of_them(case: Case, claim: str):
    done = case.do(RateClaim(claim, "True", "So."), by=ZOE)
    assert done.warnings == (
        "Claim 1 was rated although nothing is linked to it. No explanation was given.",
    )
    explained = RateClaim(claim, "True", "So.", explanations={"no evidence": "I was there 😀"})
    assert case.do(explained, by=ZOE).warnings == ()
    case.do(RateClaim(claim, "True", "So.", explain="Seen by two of us"), by=ZOE)
    assert [row.gates for row in case.read(verdicts_of, claim)] == [
        (("no evidence", "Seen by two of us"),),
        (("no evidence", "I was there 😀"),),
        (("no evidence", ""),),
    ]
    told = json.loads(case.read(lambda c: c.exec_driver_sql(
        "SELECT changes FROM entries ORDER BY seq DESC LIMIT 1").scalar_one()))  # fmt: skip
    assert "Seen by two of us" in told[-1]["after"]["gate_explanations"]
    assert case.read(earlier_explanations, "no evidence") == ["Seen by two of us", "I was there 😀"]
    assert case.read(earlier_explanations, "too few sources") == []
    details = case.read(history_of, claim)[1].details
    assert ("explanations", "", "no evidence: not explained") in details


def test_a_gate_that_is_off_is_not_recorded(case: Case, claim: str):
    case.do(SetGates(()), by=ZOE)
    case.do(RateClaim(claim, "True", "So.", explain="Not needed"), by=ZOE)
    assert case.read(verdicts_of, claim)[0].gates == ()

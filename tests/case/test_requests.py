"""Requests: asked, tried again, answered; past due; copied as one message."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddAttempt,
    AnswerRequest,
    AskRequest,
    Edit,
    LinkEvidence,
    MarkClaim,
    RateClaim,
)
from factcheck.case.read import claims, documents, requests
from factcheck.case.read.history import history_of, undo_names
from factcheck.case.read.tables import table
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError, UsageError

ME = "Zoë Ångström"
LATE = datetime(2026, 4, 18, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 24, 40), by=ME).ids[0]


@pytest.fixture
def other(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 42, 60), by=ME).ids[0]


def ask(case: Case, *claim_ids: str, **more: str) -> str:
    told = {"kind": "source", "to_whom": "Bente Lorrain", "text": "How many tents?"} | more
    return case.do(AskRequest(claim_ids=claim_ids, **told), by=ME).ids[0]


def tell(case: Case, claim_id: str) -> list[str]:
    return [line.sentence for line in case.read(history_of, claim_id)]


def test_a_request_has_its_claims_and_lets_them_wait(case: Case, claim: str, other: str):
    asked = ask(case, claim, other, channel="phone", deadline="2026-04-17")
    (row,) = case.read(requests.requests)
    assert (row.id, row.claim_nos, row.claim_ids) == (asked, (1, 2), (claim, other))
    assert (row.asked_by, row.asked_at, row.outcome) == (ME, "2026-03-12T14:00:05.000Z", "open")
    assert [case.read(claims.claim, id).state for id in (claim, other)] == ["waiting", "waiting"]


def test_asking_about_two_claims_is_told_in_both_histories_and_undone_at_once(
    case: Case, claim: str, other: str
):
    ask(case, claim, other)
    assert tell(case, claim)[-1] == "asked Bente Lorrain about it: “How many tents?”"
    assert tell(case, other)[-1] == "asked Bente Lorrain about it"
    assert case.read(undo_names, ME)[0] == "ask about 2 claims"
    case.undo(by=ME)
    assert case.read(requests.requests) == []
    assert case.read(claims.claim, other).state == "to do"


@pytest.mark.parametrize("state", ["to do", "checking", "waiting", "ready"])
def test_only_what_is_not_ready_waits(case: Case, claim: str, state: str):
    case.do(Edit("claim", claim, {"state": state}), by=ME)
    ask(case, claim)
    assert case.read(claims.claim, claim).state == ("ready" if state == "ready" else "waiting")


def test_a_rated_claim_stays_rated_and_does_not_wait_underneath(case: Case, claim: str):
    case.do(RateClaim(claim, "true", "So."), by=ME)
    ask(case, claim)
    assert case.read(claims.claim, claim).state == "rated"
    assert next(iter(table(case, "claims").rows))[0] == 1
    case.undo(by=ME)
    case.undo(by=ME)
    assert case.read(claims.claim, claim).state == "to do"


def test_an_article_as_a_whole_can_be_asked_about(case: Case, article: str, claim: str):
    whole = ask(case, document_id=article, kind="author")
    about_claim = ask(case, claim)
    assert case.read(requests.request, whole).document_title == "Tents for Łódź"
    assert [row.id for row in case.read(requests.requests_of, claim)] == [about_claim]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [({"to_whom": " "}, "Who is asked"), ({"text": "\n"}, "What is asked"), ({}, "about one")],
)
def test_a_request_needs_somebody_a_question_and_something_to_ask_about(
    case: Case, told: dict[str, str], sentence: str
):
    with pytest.raises(FactcheckError, match=sentence):
        ask(case, **told)


def test_a_deadline_that_cannot_be_compared_is_kept_and_said(case: Case, claim: str):
    done = case.do(
        AskRequest("reply", "東京 office", "Is it so?", deadline="Freitag", claim_ids=(claim,)),
        by=ME,
    )
    assert "“Freitag” is no date" in done.warnings[0]
    assert case.read(requests.past_due, LATE) == []


def test_open_requests_past_their_deadline_are_listed(case: Case, claim: str):
    late = ask(case, claim, deadline="2026-04-17")
    ask(case, claim, deadline="2026-04-18")
    ask(case, claim, deadline="2026-04")
    ask(case, claim)
    answered = ask(case, claim, deadline="2026-04-17")
    case.do(AnswerRequest(answered, "declined"), by=ME)
    assert [row.id for row in case.read(requests.past_due, LATE)] == [late]


def test_attempts_are_kept_in_order_with_their_dates(case: Case, claim: str):
    asked = ask(case, claim, channel="phone")
    case.do(AddAttempt(asked, "2026-04-10T09:40+02:00", note="nobody there"), by="Bo")
    case.do(AddAttempt(asked, channel="e-mail"), by="Bo")
    first, second = case.read(requests.request, asked).attempts
    assert (first.made_at, first.channel, first.note) == (
        "2026-04-10T09:40+02:00", "phone", "nobody there")  # fmt: skip
    assert (second.made_at, second.channel) == ("2026-03-12T14:00:06.000Z", "e-mail")
    assert tell(case, claim)[-2:] == [
        "tried to reach Bente Lorrain by way of phone: nobody there",
        "tried to reach Bente Lorrain by way of e-mail",
    ]


def test_an_answer_becomes_a_source_note_that_can_be_linked(case: Case, claim: str):
    asked = ask(case, claim, channel="Telephone")
    answer = AnswerRequest(
        asked, "answered", "1,150 tents 😀.", "2026-04-10T10:00+02:00", as_note=True
    )
    done = case.do(answer, by=ME)
    row = case.read(requests.request, asked)
    note = case.read(documents.document, row.note_id)
    assert done.ids == (asked, note.id)
    assert (row.outcome, row.answer) == ("answered", "1,150 tents 😀.")
    assert (note.kind, note.who, note.happened_at, note.how) == (
        "call", "Bente Lorrain", "2026-04-10T10:00+02:00", "Telephone")  # fmt: skip
    assert case.read(documents.text, note.id).text == "1,150 tents 😀."
    assert tell(case, claim)[-1] == "noted that Bente Lorrain answered: “1,150 tents 😀.”"
    assert case.read(undo_names, ME)[0] == "note an answer"
    case.do(LinkEvidence((claim,), note.id, "supports", 0, 11), by=ME)


def test_an_answer_as_a_note_is_undone_and_redone_at_once(case: Case, claim: str):
    asked = ask(case, claim)
    case.do(AnswerRequest(asked, "answered", "Yes.", as_note=True), by=ME)
    case.undo(by=ME)
    row = case.read(requests.request, asked)
    assert (row.outcome, row.note_id) == ("open", None)
    assert len(case.read(documents.documents)) == 1
    case.redo(by=ME)
    assert case.read(requests.request, asked).note_id is not None


def test_an_answer_that_is_noted_already_becomes_a_note_by_one_key(case: Case, claim: str):
    asked = ask(case, claim, channel="E-Mail")
    case.do(AnswerRequest(asked, "answered", "Yes."), by=ME)
    case.do(AnswerRequest(asked, "answered", as_note=True), by=ME)
    row = case.read(requests.request, asked)
    assert case.read(documents.document, row.note_id).kind == "email"
    assert tell(case, claim)[-1] == "made the answer of Bente Lorrain a source note"
    with pytest.raises(FactcheckError, match="a source note already"):
        case.do(AnswerRequest(asked, "answered", as_note=True), by=ME)


def test_no_answer_makes_no_note(case: Case, claim: str):
    asked = ask(case, claim)
    with pytest.raises(FactcheckError, match="Write the answer"):
        case.do(AnswerRequest(asked, "no answer", as_note=True), by=ME)
    case.do(AnswerRequest(asked, "no answer"), by=ME)
    assert tell(case, claim)[-1] == "noted that Bente Lorrain did not answer"


def test_a_request_is_edited_and_its_claims_are_told_to_refresh(case: Case, claim: str):
    asked = ask(case, claim)
    values = {"deadline": "2026-05", "to": "Ilka Tørn", "text": "Since when?"}
    done = case.do(Edit("request", asked, values), by=ME)
    assert done.changes.claims == {claim}
    row = case.read(requests.request, asked)
    assert (row.deadline, row.to_whom, row.question) == ("2026-05", "Ilka Tørn", "Since when?")
    assert "request to Ilka Tørn" in tell(case, claim)[-1]
    with pytest.raises(UsageError, match="cannot be empty"):
        case.do(Edit("request", asked, {"text": ""}), by=ME)


def test_requests_to_one_person_are_copied_as_one_message(case: Case, claim: str, other: str):
    first = ask(case, claim, other, deadline="2026-04-17")
    second = ask(case, text="Who counted?", to_whom="bente  lorrain", document_id=case.read(
        documents.articles)[0])  # fmt: skip
    said = [case.read(claims.claim, id).wording for id in (claim, other)]
    assert case.read(requests.message, [first, second]) == (
        f"1. How many tents?\nAbout: “{said[0]}”\nAbout: “{said[1]}”\nBy: 2026-04-17\n\n"
        "2. Who counted?\nIn: Tents for Łódź"
    )
    assert case.read(requests.message, [first]).startswith("How many tents?\n")
    with pytest.raises(FactcheckError, match=r"Bente Lorrain, Ilka Tørn\.$"):
        case.read(requests.message, [first, ask(case, claim, to_whom="Ilka Tørn")])


def test_a_case_with_requests_verifies(case: Case, claim: str, other: str):
    asked = ask(case, claim, other)
    case.do(AddAttempt(asked), by=ME)
    case.do(AnswerRequest(asked, "answered", "Yes.", as_note=True), by=ME)
    case.undo(by=ME)
    report = verify(Path(case.path))
    assert report.ok, report.sentences

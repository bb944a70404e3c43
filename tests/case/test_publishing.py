"""Published, corrected, withdrawn, rechecked: each is on record and can be told."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    Edit,
    LinkEvidence,
    MarkClaim,
    PublishVerdict,
    RateClaim,
    RecheckVerdict,
    SetApprovals,
    WithdrawVerdict,
)
from factcheck.case.read.claims import claim as claim_row
from factcheck.case.read.history import history_of
from factcheck.case.read.reviews import to_recheck
from factcheck.case.read.tables import columns, table
from factcheck.case.read.verdicts import verdicts_of
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from tests.making import ARTICLE, loaded

ZOE = "Zoë Ångström"
URL = "https://example.org/prüfung/3"


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]


@pytest.fixture
def verdict(case: Case, claim: str) -> str:
    return case.do(RateClaim(claim, "True", "東京 says so."), by=ZOE).ids[0]


def corrections(case: Case) -> list[dict[str, object]]:
    names = [column.name for column in columns("corrections")]
    return [dict(zip(names, row, strict=True)) for row in table(case, "corrections").rows]


def test_before_it_is_published_a_change_is_a_new_verdict(case: Case, claim: str, verdict: str):
    done = case.do(RateClaim(claim, "Mixed", "Neu.", what_was_wrong="ignored"), by=ZOE)
    assert case.read(verdicts_of, claim)[0].what_was_wrong == ""
    assert (corrections(case), len(done.ids)) == ([], 1)


def test_another_address_leaves_the_time_of_publication_as_it_is(
    case: Case, claim: str, verdict: str
):
    case.do(PublishVerdict(verdict, URL, "2026-03-12T15:00+01:00"), by=ZOE)
    case.do(PublishVerdict(verdict, f"{URL}/東京"), by=ZOE)
    row = case.read(verdicts_of, claim)[0]
    assert (row.published_url, row.published_at) == (f"{URL}/東京", "2026-03-12T15:00+01:00")


def test_a_change_of_what_was_published_says_what_was_wrong(case: Case, claim: str, verdict: str):
    case.do(PublishVerdict(verdict, URL, "2026-03-12T15:00+01:00"), by=ZOE)
    with pytest.raises(FactcheckError, match="this is a correction: say what was wrong"):
        case.do(RateClaim(claim, "Mixed", "Neu.", what_was_wrong="Die Zahl."), by=ZOE)
    case.do(RateClaim(claim, "Mixed", "Neu.", what_was_wrong="Die Zahl.",
                      correction_note="Wir schrieben 1,150."), by="Bo")  # fmt: skip
    (row,) = corrections(case)
    assert row == {
        "published_at": "2026-03-12T15:00+01:00", "corrected_at": "2026-03-12T14:00:07.000Z",
        "claim_no": 1, "wording": "Zürich", "was": "True", "now": "Mixed",
        "what_was_wrong": "Die Zahl.", "note": "Wir schrieben 1,150.", "url": URL,
        "checker": "Bo", "claim_id": claim, "verdict_id": row["verdict_id"], "seq": 6,
    }  # fmt: skip
    told = [line.sentence for line in case.read(history_of, claim)]
    assert told[-2:] == [
        f"marked the verdict of it as published: {URL}",
        "corrected the verdict of it to Mixed: Die Zahl.",
    ]
    # What was once public stays so: the next change is a correction too.
    with pytest.raises(FactcheckError, match="correction"):
        case.do(RateClaim(claim, "False", "Noch anders."), by=ZOE)
    assert verify(case.path).ok


def test_publishing_warns_where_approvals_are_missing_and_needs_to_know_where(
    case: Case, verdict: str
):
    case.do(SetApprovals(1), by=ZOE)
    with pytest.raises(FactcheckError, match="Where was it published"):
        case.do(PublishVerdict(verdict, " "), by=ZOE)
    with pytest.raises(FactcheckError, match="“včera” is no time"):
        case.do(PublishVerdict(verdict, URL, "včera"), by=ZOE)
    done = case.do(PublishVerdict(verdict, "print, S. 4"), by=ZOE)
    assert done.warnings == ("Claim 1 is marked as published, and 1 approval is missing.",)


def test_a_withdrawn_verdict_stays_on_record_and_the_next_one_follows_it(
    case: Case, claim: str, verdict: str
):
    case.do(PublishVerdict(verdict, URL), by=ZOE)
    with pytest.raises(FactcheckError, match="Why is it withdrawn"):
        case.do(WithdrawVerdict(verdict, ""), by=ZOE)
    with pytest.raises(FactcheckError, match="claim 1 was published: write the note"):
        case.do(WithdrawVerdict(verdict, "Falscher Tag.", " "), by=ZOE)
    case.do(WithdrawVerdict(verdict, "Falscher Tag.", "Zurückgezogen."), by="Łucja")
    assert case.read(claim_row, claim).state == "to do"
    assert case.read(verdicts_of, claim)[0].status == "withdrawn"
    (row,) = corrections(case)
    assert (row["was"], row["now"], row["note"], row["checker"], row["corrected_at"]) == (
        "True", "withdrawn", "Zurückgezogen.", "Łucja", "2026-03-12T14:00:08.000Z",
    )  # fmt: skip
    assert case.read(history_of, claim)[-1].sentence == (
        "withdrew the verdict of it: Falscher Tag."
    )
    change = RateClaim(claim, "False", "So.", what_was_wrong="Tag", correction_note="Neu")
    case.do(change, by=ZOE)
    assert [row["now"] for row in corrections(case)] == ["withdrawn", "False"]
    assert verify(case.path).ok


def test_a_correction_that_is_withdrawn_is_told_as_both(case: Case, claim: str, verdict: str):
    case.do(PublishVerdict(verdict, URL), by=ZOE)
    change = RateClaim(claim, "False", "So.", what_was_wrong="Zahl 東京.", correction_note="Neu.")
    wrong = case.do(change, by="Bo").ids[0]
    case.do(WithdrawVerdict(wrong, "Auch falsch.", "Zurückgezogen."), by="Łucja")
    told = [
        (row["was"], row["now"], row["what_was_wrong"], row["note"], row["checker"], row["url"])
        for row in corrections(case)
    ]
    assert told == [
        ("True", "False", "Zahl 東京.", "Neu.", "Bo", URL),
        ("False", "withdrawn", "Auch falsch.", "Zurückgezogen.", "Łucja", URL),
    ]
    assert table(case, "corrections").count == 2
    first, then = (str(row["corrected_at"]) for row in corrections(case))
    assert first < then
    case.undo(by="Łucja")
    assert [row["now"] for row in corrections(case)] == ["False"]


def test_a_publication_is_not_undone_once_it_was_corrected_or_withdrawn(
    case: Case, claim: str, verdict: str
):
    case.do(PublishVerdict(verdict, URL), by="Łucja")
    change = RateClaim(claim, "False", "So.", what_was_wrong="Zahl 東京.", correction_note="Neu.")
    case.do(change, by=ZOE)
    with pytest.raises(FactcheckError, match="corrected or withdrawn since"):
        case.undo(by="Łucja")
    assert [row["now"] for row in corrections(case)] == ["False"]
    case.undo(by=ZOE)
    case.do(WithdrawVerdict(verdict, "Falsch.", "Zurückgezogen."), by=ZOE)
    with pytest.raises(FactcheckError, match="corrected or withdrawn since"):
        case.undo(by="Łucja")
    case.undo(by=ZOE)
    case.undo(by="Łucja")
    assert case.read(verdicts_of, claim)[0].published_at == ""
    case.redo(by="Łucja")
    assert case.read(verdicts_of, claim)[0].published_url == URL


def test_what_was_never_published_is_withdrawn_without_a_public_note(
    case: Case, claim: str, verdict: str
):
    case.do(WithdrawVerdict(verdict, "Falscher Tag 😀."), by="Łucja")
    assert case.read(verdicts_of, claim)[0].status == "withdrawn"
    assert corrections(case) == []


@pytest.mark.parametrize("condition", ["corrected", "retracted", "unreliable"])
def test_verdicts_that_rest_on_a_source_that_fell_need_a_recheck(
    case: Case, claim: str, article: str, source: str, condition: str
):
    other = case.do(MarkClaim(article, 10, 20), by=ZOE).ids[0]
    case.do(LinkEvidence((claim, other), source, "supports", 0, 8), by=ZOE)
    verdict = case.do(RateClaim(claim, "True", "So."), by=ZOE).ids[0]
    edit = Edit("document", source, {"condition": condition, "condition_note": "東京 said so."})
    case.do(edit, by="Bo")
    (row,) = case.read(to_recheck)
    assert (row.verdict_id, row.claim_no) == (verdict, 1)
    assert row.why.startswith("“Delivery note” ")
    assert row.why.endswith(f"{condition}: 東京 said so.")
    assert case.read(claim_row, claim).state == "needs recheck"
    case.undo(by="Bo")
    assert case.read(to_recheck) == []
    case.redo(by="Bo")
    case.do(RecheckVerdict(verdict), by=ZOE)
    assert case.read(to_recheck) == []
    assert case.read(history_of, claim)[-1].sentence == (
        "checked it again and stands by the verdict"
    )
    with pytest.raises(FactcheckError, match="needs no recheck"):
        case.do(RecheckVerdict(verdict), by=ZOE)
    assert verify(case.path).ok


def test_a_new_version_that_changes_the_words_asks_for_a_recheck_and_says_what_changed(case: Case):
    known = {"external_id": "łódź-1"}

    def add(text: str, **more: bool) -> str:
        return case.do(
            AddDocument(loaded(text, title="Tents"), particulars=known, **more), by=ZOE
        ).ids[0]  # fmt: skip

    article = add(ARTICLE, under_check=True)
    start = ARTICLE.index("The council had ordered 1,500 tents")
    claim = case.do(MarkClaim(article, start, start + 35), by=ZOE).ids[0]
    other = case.do(MarkClaim(article, 0, 6), by=ZOE).ids[0]
    for rated in (claim, other):
        case.do(RateClaim(rated, "True", "So."), by=ZOE)
    add(ARTICLE.replace("1,500", "1,800"))
    (row,) = case.read(to_recheck)
    assert row.claim_id == claim
    assert row.why == (
        "Version 2 of “Tents” says “The council had ordered 1,800 tents” instead of"
        " “The council had ordered 1,500 tents”."
    )
    add("Nichts davon 😀.")
    assert {row.claim_id for row in case.read(to_recheck)} == {claim, other}
    assert "Version 3 of “Tents” no longer has" in case.read(to_recheck)[0].why
    case.undo(by=ZOE)
    assert [row.claim_id for row in case.read(to_recheck)] == [claim]
    assert verify(case.path).ok

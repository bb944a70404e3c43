"""What a place should read: set, decided, listed for the author; the article never changes."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddPlace, Edit, MarkClaim, RateClaim, SetShouldRead
from factcheck.case.read import claims, documents
from factcheck.case.read.history import history_of, undo_names
from factcheck.case.read.should_read import should_reads
from factcheck.errors import UsageError
from tests.making import ARTICLE, loaded

ME = "Zoë Ångström"
START = ARTICLE.index("1,150 tents")


@pytest.fixture
def claim(case: Case, article: str) -> str:
    return case.do(MarkClaim(article, START, START + 11), by=ME).ids[0]


@pytest.fixture
def place(case: Case, claim: str) -> str:
    return case.read(claims.places_of, claim)[0].id


def decided(case: Case, place: str) -> tuple[str, str, str]:
    row = next(row for row in case.read(claims.places) if row.id == place)
    return row.should_read, row.should_read_outcome, row.should_read_by


def test_corrected_words_are_open_and_the_article_stays(
    case: Case, article: str, claim: str, place: str
):
    done = case.do(SetShouldRead(place, "1,500 tents 😀"), by=ME)
    assert done.changes.claims == {claim}
    assert decided(case, place) == ("1,500 tents 😀", "open", "")
    assert case.read(documents.text, article).text == ARTICLE
    lines = case.read(history_of, claim)
    assert lines[-1].sentence == "said that it should read “1,500 tents 😀”"
    assert case.read(undo_names, ME)[0] == "set what claim 1 should read"
    case.undo(by=ME)
    assert decided(case, place) == ("", "", "")


def test_a_decision_names_who_took_it_and_other_words_open_it_again(case: Case, place: str):
    case.do(SetShouldRead(place, "1,500 tents"), by=ME)
    refused = {"should_read_outcome": "refused", "should_read_by": "Ewa Łęcka"}
    case.do(Edit("place", place, refused), by=ME)
    assert decided(case, place) == ("1,500 tents", "refused", "Ewa Łęcka")
    case.do(SetShouldRead(place, "1,500 tents"), by=ME)
    assert decided(case, place)[1] == "refused"
    case.do(Edit("place", place, {"should_read": "1,400 tents"}), by=ME)
    assert decided(case, place) == ("1,400 tents", "open", "")


def test_taking_the_words_back_takes_the_decision_back(case: Case, claim: str, place: str):
    case.do(SetShouldRead(place, "1,500 tents"), by=ME)
    case.do(Edit("place", place, {"should_read_outcome": "accepted"}), by=ME)
    case.do(SetShouldRead(place, " "), by=ME)
    assert decided(case, place) == ("", "", "")
    assert case.read(history_of, claim)[-1].sentence == "took back what it should read"


def test_an_outcome_needs_corrected_words(case: Case, place: str):
    with pytest.raises(UsageError, match="no corrected words yet"):
        case.do(Edit("place", place, {"should_read_outcome": "accepted"}), by=ME)


def test_the_list_for_the_author_is_in_the_order_of_the_text(
    case: Case, article: str, claim: str, place: str
):
    second = AddDocument(loaded("Update: 1,150 tents."), under_check=True, source=False)
    other = case.do(second, by=ME).ids[0]
    further = case.do(AddPlace(claim, other, 8, 19), by=ME).ids[0]
    city = case.do(MarkClaim(article, 0, 6), by=ME).ids[0]
    case.do(SetShouldRead(further, "1,500 tents"), by=ME)
    case.do(SetShouldRead(place, "1,500 tents"), by=ME)
    case.do(SetShouldRead(case.read(claims.places_of, city)[0].id, "Łódź"), by=ME)
    case.do(RateClaim(claim, "false", "No."), by=ME)
    rows = case.read(should_reads)
    assert [(row.claim_no, row.quote, row.should_read, row.rating) for row in rows] == [
        (2, "Zürich", "Łódź", ""),
        (1, "1,150 tents", "1,500 tents", "False"),
        (1, "1,150 tents", "1,500 tents", "False"),
    ]
    assert (rows[0].where, rows[0].document_title, rows[0].outcome) == (
        "¶ 1", "Tents for Łódź", "open")  # fmt: skip
    assert [row.place_id for row in case.read(should_reads, other)] == [further]

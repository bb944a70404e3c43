"""Claims from the rows of a sheet: with a place where the quote is found, kept without one else."""

from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, Done, ImportClaim, MarkClaim
from factcheck.case.read import claims, documents
from factcheck.case.read.history import history_of, undo_names
from factcheck.case.read.tables import table
from factcheck.case.sheet_claims import ArticleNames, article_names, claims_of_rows
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from factcheck.ingest.sheets import guess_columns
from tests.making import loaded

ME = "Zoë Ångström"
HEADER = ("Quote", "Claim", "Speaker", "Date", "Topics", "Priority", "Article")


def take_in(case: Case, *rows: tuple[str, ...], **more: object) -> list[Done | FactcheckError]:
    changes = claims_of_rows(rows, guess_columns(HEADER), **more)
    return list(case.do_all(changes, by=ME))


def test_a_row_becomes_a_claim_where_its_quote_stands(case: Case, article: str):
    row = (
        "1,150 tents 😀",
        "東京 sent 1,150 tents.",
        "Ewa Łęcka",
        "2026-03",
        "aid; 東京",
        "high",
        "",
    )
    (done,) = take_in(case, row, document_id=article)
    made = case.read(claims.claim, done.ids[0])
    assert (done.status, made.wording, made.speaker) == (
        "placed", "東京 sent 1,150 tents.", "Ewa Łęcka")  # fmt: skip
    assert (made.made_on, made.tags, made.priority) == ("2026-03", ("aid", "東京"), "high")
    assert case.read(claims.places_of, made.id)[0].quote == "1,150 tents 😀"


@pytest.mark.parametrize(
    ("quote", "why"),
    [("9,999 tents", "letter for letter"), ("tents", "stands in 2 places"), ("", "has no quote")],
)
def test_a_quote_that_is_not_found_once_leaves_the_claim_without_a_place(
    case: Case, article: str, quote: str, why: str
):
    (done,) = take_in(case, (quote, "Many tents."), document_id=article)
    assert done.status == "without a place"
    assert why in done.warnings[0]
    assert case.read(claims.places_of, done.ids[0]) == []
    assert [row.wording for row in case.read(claims.claims)] == ["Many tents."]
    assert case.read(history_of, done.ids[0])[0].sentence == "marked it: “Many tents.”"
    assert len(list(table(case, "claims").rows)) == 1


def test_words_around_a_quote_tell_its_place(case: Case, article: str):
    change = ImportClaim(quote="tents", suffix=".\n", document_id=article)
    (done,) = case.do_all([change], by=ME)
    assert done.status == "placed"
    assert case.read(claims.claim, done.ids[0]).wording == "tents"


def test_rows_name_their_article_by_title_or_own_id(case: Case, article: str):
    own = loaded("Update: 1,150 tents.", title="Update", external_id="art-2")
    second = case.do(AddDocument(own, under_check=True), by=ME).ids[0]
    names = case.read(article_names)
    done = take_in(
        case,
        ("1,150 tents", "a", "", "", "", "", "ART-2"),
        ("1,150 tents", "b", "", "", "", "", "tents  for łódź"),
        ("1,150 tents", "c", "", "", "", "", "Nowhere"),
        ("1,150 tents", "d"),
        articles=names,
    )
    assert [row.document_id for row in case.read(claims.places)] == [second, article]
    assert "is called “Nowhere”" in str(done[2])
    assert done[3].warnings == ("No article was named.",)


def test_a_title_that_two_articles_have_names_neither(case: Case, article: str):
    case.do(AddDocument(loaded("Other.", title="Tents for Łódź"), under_check=True), by=ME)
    assert case.read(article_names).id_of("Tents for Łódź") is None
    assert case.read(article_names).id_of(article) == article
    assert ArticleNames({}).id_of("") is None


def test_rows_that_can_be_no_claim_are_refused_and_the_others_go_in(case: Case, article: str):
    columns = {"quote": 0, "checks": 1, "priority": 2, "wording": 3}
    rows = [("", "", "", ""), ("", "maybe", "", "a"), ("", "", "P1", "b"), ("", "attribution")]
    rows.append(("東京", "Attribution", "", "", "too", "many"))
    done = list(case.do_all(claims_of_rows(rows, columns, document_id=article), by=ME))
    assert [str(d) if isinstance(d, FactcheckError) else d.status for d in done] == [
        "The row has neither a wording nor a quote.",
        "“checks” cannot be “maybe”. It can be: fact, attribution.",
        "“priority” cannot be “P1”. It can be: low, normal, high, urgent.",
        "The row has neither a wording nor a quote.",
        "placed",
    ]
    assert [row.claim_no for row in case.read(claims.claims)] == [1]


def test_a_sheet_is_undone_at_once_and_its_numbers_are_not_given_again(case: Case, article: str):
    take_in(case, ("東京", "a"), ("none", "b"), document_id=article)
    assert case.read(undo_names, ME)[0] == "mark 2 claims"
    case.undo(by=ME)
    assert case.read(claims.claims) == []
    marked = case.do(MarkClaim(article, 0, 6), by=ME).ids[0]
    assert case.read(claims.claim, marked).claim_no == 3
    assert verify(Path(case.path)).ok


def test_an_article_without_text_has_no_places(case: Case):
    photo = case.do(AddNote("photo", "Łódź 😀"), by=ME).ids[0]
    (done,) = case.do_all([ImportClaim("a", "b", document_id=photo)], by=ME)
    assert done.warnings == ("“Łódź 😀” has no text to look in.",)
    assert case.read(documents.document, photo).claims == 0

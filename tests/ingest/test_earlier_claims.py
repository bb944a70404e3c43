"""Earlier fact-checks from rows, ClaimReview and saved pages."""

import json

import pytest

from factcheck.errors import FactcheckError
from factcheck.ingest.earlier_claims import read_earlier

REVIEW = {
    "@context": "https://schema.org",
    "@type": ["ClaimReview"],
    "url": "https://example.org/brücke",
    "claimReviewed": "Die Brücke hat 61 Risse. ",
    "datePublished": "2026-04-17",
    "author": {"@type": "Organization", "name": "Prüfstelle Zürich"},
    "itemReviewed": {"@type": "Claim", "author": [{"name": "Ann"}, {"name": "Bo"}]},
    "reviewRating": {"ratingValue": 1, "bestRating": 6, "alternateName": "Wahr"},
}


def facts(path, text):
    path.write_text(text, "utf-8")
    return list(read_earlier(path))


def test_rows_of_jsonl_need_id_and_claim(tmp_path):
    rows = [{"id": 7, "claim": "61 Risse", "rating": "Falsch"}, {"id": "8"}, "x"]
    first, second, third, fourth = facts(
        tmp_path / "a.jsonl", "\n".join(map(json.dumps, rows)) + "\n{\n"
    )
    assert (first.external_id, first.claim, first.rating) == ("7", "61 Risse", "Falsch")
    assert str(second) == "Row 2: it has no “claim”."
    assert "not a JSON object" in str(third)
    assert "not JSON" in str(fourth)


def test_rows_of_csv_are_read_by_their_columns(tmp_path):
    (row,) = facts(tmp_path / "a.csv", 'id;claim;Speaker\n1;"61 Risse, sagt\nAnn";Ann\n')
    assert (row.claim, row.speaker) == ("61 Risse, sagt Ann", "Ann")
    with pytest.raises(FactcheckError, match="no column “claim”"):
        facts(tmp_path / "b.csv", "id,text\n1,x\n")


def test_a_claim_review_is_read_with_its_own_word(tmp_path):
    (fact,) = facts(tmp_path / "a.jsonld", json.dumps(REVIEW))
    assert fact == (
        "https://example.org/brücke", "Die Brücke hat 61 Risse.", "", "Wahr",
        "https://example.org/brücke", "2026-04-17", "Prüfstelle Zürich", "Ann; Bo",
    )  # fmt: skip


@pytest.mark.parametrize("value", [1, "1", "-1", "4/5", "2,5", None])
def test_a_number_is_no_rating(tmp_path, value):
    review = REVIEW | {"reviewRating": {"ratingValue": value, "bestRating": 5}}
    (fact,) = facts(tmp_path / "a.json", json.dumps([{"@graph": [review]}]))
    assert fact.rating == ""


def test_a_word_in_the_place_of_the_number_is_one(tmp_path):
    review = REVIEW | {"reviewRating": {"ratingValue": "Pants on Fire"}}
    (fact,) = facts(tmp_path / "a.json", json.dumps(review))
    assert fact.rating == "Pants on Fire"


def test_a_saved_page_is_searched_for_reviews(tmp_path):
    whole = json.dumps(REVIEW, ensure_ascii=False)
    page = (
        '<html><script type=\'application/ld+json\'>{"@type": "Person"}</script>'
        f'<script type="application/ld+json">\n//<![CDATA[\n{whole[:-1]},}}\n//]]>\n</script>'
        "<script type=application/ld+json>{broken</script>"
    )
    (fact,) = facts(tmp_path / "a.html", page)
    assert fact.rating == "Wahr"
    with pytest.raises(FactcheckError, match="without a ClaimReview"):
        facts(tmp_path / "b.html", "<p>Nothing</p>")


def test_lines_may_hold_reviews_inside_of_something(tmp_path):
    (fact,) = facts(tmp_path / "a.jsonl", json.dumps({"page": "x", "jsonld": REVIEW}))
    assert fact.publisher == "Prüfstelle Zürich"


def test_another_kind_of_file_and_a_deep_structure_are_refused(tmp_path):
    with pytest.raises(FactcheckError, match="is no list of earlier claims"):
        read_earlier(tmp_path / "a.pdf")
    with pytest.raises(FactcheckError, match="holds no ClaimReview"):
        facts(tmp_path / "deep.json", "[" * 3000 + "]" * 3000)

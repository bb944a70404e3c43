"""Claims are found by what was recorded of them: wording, speaker, verdicts and their reasons."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    Edit,
    MarkClaim,
    RateClaim,
    RemoveClaim,
    WithdrawVerdict,
)
from factcheck.case.index import Index
from factcheck.case.search_claims import answer_of_claims, search_claims
from tests.making import loaded

TEXT = "Zürich hat 1150 Zelte nach 東京 geschickt. Der Zug fuhr am Montag."


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "Zelte 😀.factcheck", by="Zoë") as made:
        yield made


@pytest.fixture
def claims(case):
    article = case.do(
        AddDocument(loaded(TEXT, title="Zelte für Łódź", external_id="z-1"), under_check=True),
        by="Zoë",
    ).ids[0]
    at = TEXT.index("Der Zug")
    return [
        case.do(MarkClaim(article, *span, speaker=speaker), by="Zoë").ids[0]
        for span, speaker in (((0, at - 1), "Łucja Ångström"), ((at, len(TEXT)), "die Bahn"))
    ]


def found(case, query, limit=20):
    with Index(case) as index:
        return search_claims(case, index, query, limit)


def test_a_claim_is_found_by_its_wording_with_its_place_and_why(case, claims):
    (hit,) = found(case, "zelte zurich")
    assert (hit.claim_id, hit.claim_no, hit.rating) == (claims[0], 1, "")
    assert (hit.external_id, hit.title, hit.start) == ("z-1", "Zelte für Łódź", 0)
    assert [span.of(hit.text) for span in hit.matched] == ["Zürich", "Zelte"]
    assert hit.why == "has “zelte”, “zurich”"


def test_a_claim_is_found_by_its_speaker_and_its_characters(case, claims):
    assert [hit.claim_no for hit in found(case, "Łucja")] == [1]
    assert [hit.claim_no for hit in found(case, "東京")] == [1]


def test_a_verdict_is_found_by_its_rating_and_by_words_of_its_reason(case, claims):
    case.do(RateClaim(claims[1], "Mostly true", "Der Fahrplan 😀 nennt den Dienstag."), by="Zoë")
    (hit,) = found(case, "Fahrplan")
    assert (hit.claim_no, hit.rating) == (2, "Mostly true")
    assert hit.text == "Mostly true: Der Fahrplan 😀 nennt den Dienstag."
    assert [span.of(hit.text) for span in hit.matched] == ["Fahrplan"]
    assert [hit.claim_no for hit in found(case, '"mostly true"')] == [2]


def test_words_of_one_query_may_stand_in_wording_and_reason(case, claims):
    case.do(RateClaim(claims[1], "True", "Der Fahrplan sagt es."), by="Zoë")
    assert [hit.claim_no for hit in found(case, "Montag Fahrplan")] == [2]


def test_a_reason_that_was_replaced_is_found_too(case, claims):
    case.do(RateClaim(claims[0], "False", "Laut Lieferschein 1100."), by="Zoë")
    case.do(RateClaim(claims[0], "True", "Nachgezählt."), by="Zoë")
    (hit,) = found(case, "Lieferschein")
    assert (hit.claim_no, hit.rating) == (1, "True")


def test_what_changes_is_found_anew_and_what_goes_is_not(case, claims):
    assert found(case, "Bahnhof") == []
    case.do(Edit("claim", claims[1], {"wording": "Der Zug stand im Bahnhof."}), by="Zoë")
    assert [hit.claim_no for hit in found(case, "Bahnhof")] == [2]
    assert found(case, "Montag") == []
    case.do(RemoveClaim(claims[1]), by="Zoë")
    assert found(case, "Bahnhof") == []


def test_a_verdict_that_was_withdrawn_keeps_its_words(case, claims):
    rated = case.do(RateClaim(claims[0], "False", "Laut Lieferschein 1100."), by="Zoë")
    case.do(WithdrawVerdict(rated.ids[0], "Verwechslung"), by="Zoë")
    (hit,) = found(case, "Lieferschein")
    assert hit.rating == ""


def test_where_no_claim_has_all_words_any_of_them_will_do(case, claims):
    (hit,) = found(case, "Zug Xylophon")
    assert (hit.claim_no, hit.why) == (2, "has 1 of 2: “Zug”")


def test_a_claim_with_the_whole_word_comes_before_one_that_begins_so(case, claims):
    case.do(Edit("claim", claims[0], {"wording": "Zugvögel, Zugvögel über Łódź."}), by="Zoë")
    hits = found(case, "Zug")
    assert [hit.claim_no for hit in hits] == [2, 1]
    assert hits[0].score >= hits[1].score > 0
    assert [hit.claim_no for hit in found(case, "Zug", limit=1)] == [2]
    assert [hit.claim_no for hit in found(case, "Zugv")] == [1]


def test_the_limit_holds_and_nothing_is_asked_without_words(case, claims):
    assert len(found(case, "der OR zelte", limit=1)) == 1
    assert found(case, "… !") == []
    assert found(case, "Zug", limit=0) == []


def test_a_word_that_was_typed_wrong_is_replaced_by_one_that_is_recorded_and_told(case, claims):
    case.do(RateClaim(claims[1], "True", "Der Fahrplan sagt es."), by="Zoë")
    with Index(case) as index:
        hits, instead = answer_of_claims(case, index, "Fahrpaln")
        assert ([hit.claim_no for hit in hits], instead) == ([2], {"Fahrpaln": "fahrplan"})
        assert hits[0].why == "nothing for “Fahrpaln”, shown: “fahrplan”; has “fahrplan”"
        # What stands in a text alone is not recorded of a claim; a figure is never another.
        assert answer_of_claims(case, index, "1151") == ([], {})

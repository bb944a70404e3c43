"""Contradictions of a case: what is listed, where it stands, what was dismissed."""

import sqlite3

import pytest

from factcheck.case.changes import (
    AddDocument,
    ClaimPart,
    DismissDifference,
    Edit,
    MarkClaim,
    RemoveClaim,
    RemoveDocument,
    SplitClaim,
)
from factcheck.case.read import contradictions
from factcheck.case.read.contradictions import contradictions_table, found_contradictions
from factcheck.case.read.history import history
from factcheck.errors import FactcheckError, UsageError
from tests.making import loaded

BY = "Zoë Ångström"
DEAD = "A total of 12 people were killed in the blast in Łódź on Tuesday."
MORE_DEAD = "The 14 dead included three children 😀."
BUILT = "The bridge at 東京 was built in 1923."
BUILT_LATER = "The bridge, built in 1932, is closed."
TEXT = f"Łódź\n\n{DEAD} {BUILT}\n\nNobody saw the fox.\n\n{MORE_DEAD} {BUILT_LATER}"


@pytest.fixture
def blast(case):
    change = AddDocument(loaded(TEXT, title="Blast", published="2026-03-12"), under_check=True)
    return case.do(change, by=BY).ids[0]


def mark(case, document_id, words, text=TEXT):
    start = text.index(words)
    return case.do(MarkClaim(document_id, start, start + len(words)), by=BY).ids[0]


def words(found):
    return [(each.first.text, each.second.text) for each in found]


def test_sentences_of_an_article_are_held_against_each_other(case, blast):
    found = found_contradictions(case, blast)
    assert words(found) == [(DEAD, MORE_DEAD), (BUILT, BUILT_LATER)]
    first = found[0]
    assert (first.first_place, first.second_place) == ("¶ 2", "¶ 4")
    (difference,) = first.differences
    place = first.second.place_of(difference.evidence_span)
    assert place.of(TEXT) == "14"
    # Without an article only claims are looked through.
    assert found_contradictions(case) == []


def test_claims_stand_for_their_sentences_and_meet_those_of_other_articles(case, blast):
    claim = mark(case, blast, BUILT)
    other_text = f"Brücke\n\n{BUILT_LATER}"
    other = case.do(AddDocument(loaded(other_text, title="Brücke"), under_check=True), by=BY).ids[0]
    mark(case, other, BUILT_LATER, other_text)
    (pair,) = found_contradictions(case)
    assert (pair.first.claim_id, pair.first.claim_no, pair.second.claim_no) == (claim, 1, 2)
    assert pair.second.title == "Brücke"
    of_blast = found_contradictions(case, blast)
    numbers = [(each.first.claim_no, each.second.claim_no) for each in of_blast]
    # The sentence of the same article, and the claim of the other one.
    assert sorted(numbers) == [(0, 0), (1, 0), (1, 2)]


def test_a_claim_and_its_part_are_no_two_claims(case, blast):
    claim = mark(case, blast, BUILT)
    case.do(SplitClaim(claim, (ClaimPart(BUILT_LATER), ClaimPart(BUILT))), by=BY)
    assert found_contradictions(case) == []


def test_what_was_dismissed_stays_away_until_it_is_undone(case, blast):
    mark(case, blast, BUILT)
    mark(case, blast, BUILT_LATER)
    (pair,) = found_contradictions(case)
    done = case.do(pair.dismissal, by=BY)
    assert found_contradictions(case) == []
    # Said again, nothing is recorded twice.
    assert case.do(pair.dismissal, by=BY).ids == done.ids
    told = [line.sentence for line in case.read(history, None, 10)]
    assert "said that something told otherwise does not contradict claim 1" in told
    case.undo(by=BY)
    assert len(found_contradictions(case)) == 1
    case.redo(by=BY)
    case.do(RemoveClaim(pair.first.claim_id), by=BY)
    assert {each.first.claim_no for each in found_contradictions(case, blast)} == {0, 2}


def test_of_two_sentences_the_article_keeps_the_word(case, blast):
    first, second = found_contradictions(case, blast)
    case.do(first.dismissal, by=BY)
    assert words(found_contradictions(case, blast)) == [words([second])[0]]
    case.do(RemoveDocument(blast), by=BY)
    with pytest.raises(UsageError):
        case.do(DismissDifference("0" * 64), by=BY)
    with pytest.raises(FactcheckError):
        found_contradictions(case, blast)


def test_they_are_handed_over_as_a_table(case, blast):
    table = contradictions_table(case, found_contradictions(case, blast))
    rows = list(table.rows)
    assert len(rows) == table.count == 2
    told = dict(zip([column.name for column in table.columns], rows[0], strict=True))
    assert (told["kind"], told["first_claim"], told["second_words"]) == ("number", None, "14")
    assert (told["first_article"], told["second_place"]) == ("Blast", "¶ 4")


def test_a_confidential_article_is_not_named_in_the_table_whatever_its_title(case, blast):
    # "Call" is an ordinary word: it is not looked for in the words of other columns.
    case.do(Edit("document", blast, {"confidential": "yes", "title": "Call"}), by=BY)
    found = list(contradictions_table(case, found_contradictions(case, blast)).rows)
    assert found
    for row in found:
        assert "Source A" in row
        assert "Call" not in row


def test_looking_keeps_nobody_from_writing(case, blast, monkeypatch):
    monkeypatch.setattr(contradictions, "_PAGE", 1)
    mark(case, blast, BUILT)
    mark(case, blast, DEAD)

    def sentences(*text):
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE documents SET outlet = ''")
        other.execute("COMMIT")
        return really(*text)

    really = contradictions.sentences
    monkeypatch.setattr(contradictions, "sentences", sentences)
    other = sqlite3.connect(case.path, timeout=0, isolation_level=None)
    try:
        assert len(found_contradictions(case, blast)) == 2
    finally:
        other.close()

"""How much a text looks like what is looked for."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.text.answers import PASSAGE_FEATURES, SENTENCE_FEATURES
from factcheck.text.likeness import (
    FEATURES,
    Measured,
    Wanted,
    folded_words,
    plain_query,
    score,
    weights_of,
    word_stems,
    words_of,
)


def told(query, text, title=""):
    features = Wanted(query, lambda _stem: 1.0).features(text, title, Measured())
    return dict(zip(FEATURES, features, strict=True))


def test_a_query_loses_addresses_and_pictograms_and_keeps_the_words_of_its_tags():
    written = "Flut in #GrossZürich 😀 sagt @StadtRat https://t.co/abc pic.twitter.com/x"
    assert plain_query(written) == "Flut in Gross Zürich sagt Stadt Rat"


def test_words_are_compared_by_their_first_letters_without_case_and_accents():
    assert word_stems("Fünfzehn TARIFFS, naïve") == ["funfze", "tariff", "naive"]
    assert word_stems("東京 и Москва") == ["東", "京", "и", "москва"]


def test_what_is_shared_is_a_share_of_what_was_asked():
    found = told("The river rose 61 metres", "the river rose", "61 metres")
    assert found["words of the query"] == 1.0
    assert found["words of the text"] == 1.0
    assert found["pairs"] == pytest.approx(0.5)


def test_other_figures_count_against_a_text():
    assert told("fell to 61", "fell to 61")["figures"] > 0
    assert told("fell to 61", "fell to 58")["figures"] < 0


@pytest.mark.parametrize("without", ["", " by words"])
@pytest.mark.parametrize(
    ("purpose", "names"),
    [
        ("earlier", FEATURES),
        ("passages", PASSAGE_FEATURES),
        ("documents", SENTENCE_FEATURES),
        ("sentences", SENTENCE_FEATURES),
    ],
)
def test_weights_are_there_for_each_purpose_and_name_known_features(purpose, names, without):
    weights = weights_of(purpose + without)
    assert weights
    assert weights.keys() <= set(names)
    assert not without or not any("meaning" in name for name in weights)


@given(st.text(), st.text(), st.text())
def test_any_texts_have_numbers_between_bounds(query, text, title):
    wanted = Wanted(query, lambda _stem: 1.0)
    features = wanted.features(text, title, Measured())
    assert all(-1 <= value <= 1 for value in features)
    assert isinstance(score(features, weights_of("earlier")), float)


@given(st.text(alphabet="aÄé̈ç 東ы…’1_ß", max_size=40))
@example("Łódź e\u0301\u0308 …")
@example("Snake_CASE,\t3.5-x²")
def test_accents_go_wherever_they_stand(text):
    taken_apart = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(letter for letter in taken_apart if not unicodedata.combining(letter))
    assert folded_words(text) == words_of(plain)

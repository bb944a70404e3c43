import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.figures.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        ("registration", "registered", "register"),
        ("rebuilt", "rebuild"),
        ("slovenian", "slovenes", "slovenia"),
        ("türkiye", "turkish", "turkey"),
        ("withdrew", "withdrawal", "withdraw"),
        ("loaves", "loaf"),
        ("explosions", "explode"),
        ("dairies", "dairy"),
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("slovenia", "slovakia"), ("gift", "give"), ("宁", "宂")]
)
def test_other_words_have_stems_of_their_own(one, other):
    assert stem(one) != stem(other)


@given(st.text())
def test_any_word_has_a_stem(word):
    assert len(stem(word)) <= max(9, len(word))

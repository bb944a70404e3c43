import pytest

from factcheck.text.spans import Span
from factcheck.text.suspicious import suspicious


def test_bidi_controls_and_zero_width_characters_are_named_where_they_stand():
    found = suspicious("Paid \u202e5\u202c in Zür\u200bich")
    assert [hint.span for hint in found] == [Span(5, 6), Span(7, 8), Span(15, 16)]
    assert found[0].name == "right-to-left override (U+202E)"
    assert "zero width space" in found[2].name


def test_a_word_of_two_scripts_is_shown_whole():
    text = "Log in at Раypal today, says Москва."
    (hint,) = suspicious(text)
    assert hint.span.of(text) == "Раypal"


def test_a_mixed_word_behind_its_first_letters_starts_at_its_start():
    text = "the govеrnment"
    (hint,) = suspicious(text)
    assert hint.span.of(text) == "govеrnment"


@pytest.mark.parametrize("word", ["Мoscow", "cityа", "Zürісh", "Ааa"])
def test_the_letter_of_another_script_may_stand_anywhere_in_its_word(word):
    found = suspicious(f"東京 😀\n{word}\nМосква")
    assert [hint.span.of(f"東京 😀\n{word}\nМосква") for hint in found] == [word]


@pytest.mark.parametrize(
    "honest",
    [
        "plain",
        "Zürich 東京 Москва",
        "می‌خواهم",
        "👩‍👩‍👧 met",
        "क्‍ष",
        "TNFα, 5 μm and 3 kΩ",
        "COVID-вакцина",
    ],
)
def test_ordinary_spelling_is_left_alone(honest):
    assert suspicious(honest) == []

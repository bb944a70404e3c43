"""Quotations: every newsroom's marks, apostrophes told apart, paragraphs that open anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.quotations import quotations

PAIRS = ("“”", "„“", "„”", "””", "«»", "»«", "»»", "‹›", "‘’", "‚‘", "「」", "『』", '""', "''")


def quoted(text):
    return [one.words(text) for one in quotations(text)]


@pytest.mark.parametrize("pair", PAIRS)
def test_each_style_is_read(pair):
    first, last = pair
    text = f"Łódź: {first}We counted 1,150 tents 😀{last}, she said, {first}twice, at Zürich{last}."
    assert quoted(text) == ["We counted 1,150 tents 😀", "twice, at Zürich"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(PAIRS),
            st.lists(
                st.sampled_from(["tents", "Zürich", "東京", "it’s", "1,150", "don't", "😀"]),
                min_size=3,
                max_size=8,
            ),
        ),
        max_size=6,
    )
)
def test_what_is_put_between_marks_comes_out_again(given_quotes):
    inside = [" ".join(words) for _, words in given_quotes]
    text = "\n\n".join(
        f"She said {pair[0]}{words}{pair[1]} then."
        for (pair, _), words in zip(given_quotes, inside, strict=True)
    )
    found = quotations(text)
    assert [one.span.of(text) for one in found] == inside


def test_signs_alone_are_a_quotation_and_punctuation_is_none():
    assert quoted("She wrote “😀 😀 😀” and “…?” to Łódź.") == ["😀 😀 😀"]


def test_french_marks_stand_off_by_blanks():
    assert quoted("« Nous avons\u00a0compté », dit-elle, «\u202fdeux fois déjà\u202f».") == [
        "Nous avons\u00a0compté",
        "deux fois déjà",
    ]


def test_apostrophes_are_no_marks():
    text = "It’s the mayor’s ‘big day’, don’t you think? Rock 'n' roll of '90s isn't 'so very old'."
    assert quoted(text) == ["big day", "so very old"]


def test_the_apostrophe_of_a_plural_does_not_end_a_quotation():
    text = "‘It is the workers’ right to strike,’ he said. ‘Now go,’ she said."
    assert quoted(text) == ["It is the workers’ right to strike,", "Now go,"]


def test_a_quotation_in_a_quotation_stands_beside_it():
    text = "“He told me, ‘I’ll come to Łódź,’ and left,” she said."
    found = quotations(text)
    assert [(one.words(text), one.depth) for one in found] == [
        ("He told me, ‘I’ll come to Łódź,’ and left,", 0),
        ("I’ll come to Łódź,", 1),
    ]


@pytest.mark.parametrize(("first", "last"), ["“”", '""', "«»", "„“"])
def test_a_quotation_goes_on_where_the_next_paragraph_opens_it_again(first, last):
    text = f"{first}One sentence of Zürich.\n\n{first}Another one of 東京.{last} End.\n\nNo more."
    (found,) = quotations(text)
    assert found.words(text) == "One sentence of Zürich.\n\nAnother one of 東京."
    assert text[found.start : found.end].startswith("One")
    assert len(found.parts) == 2


def test_a_quotation_never_crosses_a_blank_line_by_itself():
    text = "“Never closed at all.\n\nThe next paragraph says “something else”."
    assert quoted(text) == ["something else"]


def test_a_quotation_runs_over_the_line_ends_of_its_paragraph():
    assert quoted("“One line\nand another one”\n\nEnd.") == ["One line\nand another one"]


def test_mixed_marks_belong_together():
    assert quoted('“A straight closer" and „two German ones” and "typed first”.') == [
        "A straight closer",
        "two German ones",
        "typed first",
    ]


def test_inches_end_no_quotation():
    assert quoted('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]


@pytest.mark.parametrize("words", ["reform", "Big Deal", "東京"])
def test_a_word_or_two_are_scare_quotes(words):
    (found,) = quotations(f"The “{words}” of Zürich.")
    assert found.is_scare


@pytest.mark.parametrize("words", ["No, never", "No.", "we will see", "我々はテントを数えた"])
def test_speech_is_none(words):
    (found,) = quotations(f"He said “{words}{'' if words.endswith('.') else ','}” then.")
    assert not found.is_scare


def test_marks_without_words_are_nothing():
    assert quotations("“…” and \"\" and « » and ''.") == []


@pytest.mark.parametrize("text", ["“" * 5000, "‘a workers’ " * 3000, "„“ " * 3000])
def test_marks_without_end_take_no_time(text):
    assert len(quotations(text)) <= 3000

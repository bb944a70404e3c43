"""Quotations looked up: house style is no difference, words are, brackets are the writer's."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.text.folded import FoldedText, folded
from factcheck.text.quote_check import QuoteState, Shelf

MINUTES = (
    "Minutes of Łódź. The mayor: we counted the tents of the depot twice – not once – and found"
    " 1,150 of them. “It is a shame,” she said; nobody came from Zürich. The rest is silence."
)
SOURCES = [
    MINUTES,
    "東京都はテントを二回数えたと発表した。我々は千百五十張を送った。",
    "Nothing of this. The depot of Genève has beds 😀, and the beds are 5 % of what it has.",
]


@pytest.fixture(scope="module")
def shelf():
    return Shelf(SOURCES)


def stands(found):
    return SOURCES[found.source][found.start : found.end]


@pytest.mark.parametrize(
    "quote",
    [
        "we counted the tents of the depot twice",
        "WE COUNTED\u00a0THE tents of  the depot twice,",
        "twice—not once—and found 1,150 of them.",
        "twice - not once -- and found",
        "'It is a shame,' she said",
        "«It is a shame» she said",
        "我々は千百五十張を送った",
        "the beds are 5 % of",
    ],
)
def test_house_style_is_no_difference(shelf, quote):
    found = shelf.find(quote)
    assert (found.state, found.score, found.differences) == (QuoteState.EXACT, 100.0, ())
    letters = "".join(filter(str.isalnum, quote)).casefold()
    assert "".join(filter(str.isalnum, stands(found))).casefold() == letters


def test_other_words_are_told_with_both_places(shelf):
    quote = "we counted the beds of the depot two times"
    found = shelf.find(quote)
    assert found.state == QuoteState.DIFFERS
    assert stands(found) == "we counted the tents of the depot twice"
    assert [(one.said, one.stands) for one in found.differences] == [
        ("beds", "tents"),
        ("two times", "twice"),
    ]
    for one in found.differences:
        assert one.quote.of(quote) == one.said
        assert one.source.of(SOURCES[0]) == one.stands


def test_words_left_out_and_put_in_are_told_apart(shelf):
    left_out = shelf.find("we counted the tents twice – not once – and found 1,150 of them")
    assert [(one.kind, one.stands) for one in left_out.differences] == [
        ("left out", "of the depot")
    ]
    added = shelf.find("we have counted the tents of the depot twice")
    assert [(one.kind, one.said) for one in added.differences] == [("added", "have")]


def test_a_figure_that_changed_is_a_difference(shelf):
    found = shelf.find("not once – and found 1,510 of them")
    assert [(one.said, one.stands) for one in found.differences] == [("1,510", "1,150")]


@pytest.mark.parametrize(
    "quote",
    [
        "we counted … twice – not once",
        "we counted ... and found 1,150 of them",
        "The mayor: we counted […] nobody came from Zürich",
        "[W]e counted the tents",
        "[They] counted the tents [there] twice",
        "counted the [shelters] of the depot twice",
    ],
)
def test_ellipses_and_brackets_are_the_writers_own(shelf, quote):
    assert shelf.find(quote).state == QuoteState.EXACT


def test_parts_in_another_order_are_not_the_same_words(shelf):
    assert shelf.find("nobody came from Zürich … we counted the tents").state != QuoteState.EXACT


@pytest.mark.parametrize(
    "quote",
    [
        "the river at Basel rose by two metres in a night",
        "we ordered the medicine of the hospital yesterday",
        "…",
        "",
    ],
)
def test_what_nobody_said_is_not_found(shelf, quote):
    found = shelf.find(quote)
    assert (found.state, found.source) == (QuoteState.NOT_FOUND, None)


def test_a_word_is_not_found_inside_another_one():
    assert Shelf(["The report was imported."]).find("port", fuzzy=False).source is None


def test_of_several_sources_the_first_is_named_and_the_others_are_listed():
    found = Shelf(["None.", *SOURCES, SOURCES[0]]).find("we counted the tents")
    assert (found.source, found.others) == (1, (4,))


def test_each_of_many_is_answered_in_order(shelf):
    quotes = ["we counted the tents", "…", "we counted all tents of the depot twice"]
    states = [one.state for one in shelf.find_all(quotes)]
    assert states == [QuoteState.EXACT, QuoteState.NOT_FOUND, QuoteState.DIFFERS]


@given(st.text(max_size=60))
@example("Łódź \u00ad 東京 \u200b")
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(st.lists(st.sampled_from(["Straße", "“Zürich”", "—", "東京", "ﬁ", "5 %", "a-b", "İ", "…"])))
def test_a_folded_word_leads_back_to_its_place(words):
    text = "\u00a0 ".join([*words, "Łódź", *words])
    made = FoldedText(text)
    at = made.folded.index("łódź")
    assert made.span(at, at + 4).of(text) == "Łódź"

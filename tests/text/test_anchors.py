import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.anchors import (
    State,
    describe,
    find_quote,
    locate,
    lookalikes_from_json,
    lookalikes_to_json,
)
from factcheck.text.spans import Span

ARTICLE = (
    "Zürich raises the price of bread 😀\n\n"
    "The council agreed on Monday to raise the price of bread by 5 percent. "
    "Officials in 東京 did not comment on the decision.\n\n"
    "The council agreed on Friday to raise the price of milk by 7 percent. "
    "Nobody at\u00a0the ministry wanted to say why the meeting was held in secret."
)


def anchor_of(text, quote, nth=0):
    span = find_quote(text, quote)[nth]
    return describe(text, *span)


def found(text, anchor):
    match = locate(text, anchor)
    return match.state, text[match.start : match.end] if match.start is not None else None


def test_an_anchor_holds_the_words_and_what_stands_around_them():
    anchor = anchor_of(ARTICLE, "Officials in 東京 did not comment")
    assert anchor.span.of(ARTICLE) == anchor.quote
    assert ARTICLE[: anchor.start].endswith(anchor.prefix)
    assert len(anchor.prefix) <= 120 >= len(anchor.suffix)
    assert ARTICLE[anchor.end :].startswith(anchor.suffix)


def test_white_space_at_the_ends_is_no_part_of_a_place():
    assert describe(" \u00a0Zürich\n ", 0, 10).span == Span(2, 8)


@pytest.mark.parametrize("span", [(0, 0), (1, 2), (3, 9), (-1, 2), (2, 1)])
def test_a_place_without_words_is_refused(span):
    with pytest.raises(ValueError, match=r"no words|outside"):
        describe("a  b", *span)


def test_lookalikes_are_remembered_and_stored():
    anchor = anchor_of(
        ARTICLE, "The council agreed on Monday to raise the price of bread by 5 percent."
    )
    assert any("milk by 7" in one.quote for one in anchor.lookalikes)
    assert all(ARTICLE[one.start : one.end] == one.quote for one in anchor.lookalikes)
    assert lookalikes_from_json(lookalikes_to_json(anchor.lookalikes)) == anchor.lookalikes


def test_a_common_word_does_not_fill_the_anchor():
    text = "东京 bread " * 3000
    assert len(describe(text, 9000, 9008).lookalikes) <= 8


def test_the_same_text_leaves_every_place_unchanged():
    for nth in (0, 1):
        match = locate(ARTICLE, anchor_of(ARTICLE, "The council agreed", nth))
        assert (match.state, match.score) == (State.UNCHANGED, 100.0)


def test_a_place_moves_with_its_words_when_something_is_inserted_above():
    before, after = "Prices rose 5%.", "New intro in Zürich.\nPrices rose 5%."
    match = locate(after, describe(before, 0, 15))
    assert (match.state, match.start, match.end) == ("moved", 21, 36)


def test_twins_are_told_apart_by_what_stands_around_them():
    later = "UPDATE 2: 😀 more follows.\n\n" + ARTICLE
    for nth in (0, 1):
        match = locate(later, anchor_of(ARTICLE, "The council agreed", nth))
        assert match.state == State.MOVED
        assert match.start == find_quote(later, "The council agreed")[nth].start


def test_a_place_whose_twin_remains_is_lost():
    gone = "Sales rose sharply in Zürich. "
    text = f"Head.\n\n{gone}First reason given.\n\nOther news came in. {gone}Second reason."
    anchor = anchor_of(text, gone.strip(), 0)
    assert found(text.replace(gone, "", 1), anchor) == ("lost", None)


def test_equal_candidates_are_never_guessed_between():
    once = "Intro. The vote was held in secret by all. Outro."
    anchor = anchor_of(once, "The vote was held in secret by all.")
    twice = "Erste Zeile hier.\n\n" + once + "\n\n" + once
    match = locate("XX " + twice + "\n\n" + once, anchor)
    assert match.state == State.AMBIGUOUS


def test_what_is_gone_is_lost():
    anchor = anchor_of(ARTICLE, "Officials in 東京 did not comment on the decision.")
    assert found("Something wholly different was written here about cheese and wine.", anchor) == (
        "lost",
        None,
    )


def test_a_quote_is_not_found_inside_another_word():
    anchor = anchor_of("A port in Zürich", "port")
    assert found("Many reports came from 東京 and elsewhere", anchor) == ("lost", None)
    assert found("A report in Zürich", anchor) == ("edited", "report")


def test_quotes_are_found_at_every_place_and_told_apart_by_context():
    assert len(find_quote(ARTICLE, " The council agreed ")) == 2
    (only,) = find_quote(ARTICLE, "The council agreed", prefix="decision.", suffix="on Friday")
    assert only.start == ARTICLE.rindex("The council")
    assert find_quote(ARTICLE, "the council agreed") == []
    assert find_quote(ARTICLE, "  ") == []


@given(st.text(alphabet="ab .😀é\n", min_size=1, max_size=60), st.data())
def test_every_place_is_found_again_in_its_own_text(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        return
    anchor = describe(text, start, end)
    match = locate(text, anchor)
    assert (match.state, match.start, match.end) == ("unchanged", anchor.start, anchor.end)

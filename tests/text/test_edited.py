import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.anchors import State, describe, locate
from factcheck.text.edited import required_score
from factcheck.text.spans import Span

FIRST = "The council of Zürich agreed on Monday to raise the price of bread by 5 percent."
SECOND = "The council of Zürich agreed on Friday to raise the price of milk by 7 percent."
OTHERS = (
    "Officials in 東京 did not comment on the decision.",
    "Nobody at\u00a0the ministry wanted to say why the meeting was held in secret 😀.",
)
ARTICLE = f"{OTHERS[0]} {FIRST}\n\n{OTHERS[1]} {SECOND}\n\nThat is all for today."


def anchor_of(quote, text=ARTICLE):
    start = text.index(quote)
    return describe(text, start, start + len(quote))


def found(text, quote, before=ARTICLE):
    match = locate(text, anchor_of(quote, before))
    return match.state, text[match.start : match.end] if match.start is not None else None


@pytest.mark.parametrize(
    "edited",
    [
        FIRST.replace("Monday", "Tuesday"),
        FIRST.replace("raise the price", "raise, after a long debate, the price"),
        FIRST.replace("on Monday ", ""),
        "On Monday the councillors of Zürich agreed to raise the price of bread by 6 percent.",
    ],
)
def test_an_edited_sentence_is_found_with_its_right_ends(edited):
    assert found("UPDATE 2: " + ARTICLE.replace(FIRST, edited), FIRST) == ("edited", edited)


def test_an_edited_sentence_is_found_where_it_was_moved():
    edited = FIRST.replace("5 percent", "six percent")
    later = ARTICLE.replace(FIRST, "").replace("That is all", edited + " That is all")
    assert found(later, FIRST) == ("edited", edited)


def test_a_sentence_is_lost_when_only_its_lookalike_remains():
    match = locate(ARTICLE.replace(FIRST, ""), anchor_of(FIRST))
    assert match.state == State.LOST
    assert "look-alikes" in match.why


def test_two_edited_copies_are_never_guessed_between():
    edited = FIRST.replace("Monday", "Tuesday")
    block = f"\n\nSame words before it here. {edited} Same words after it here.\n\n"
    later = f"Start.{block}Something else in the middle of it all, quite long and new.{block}End."
    assert found(later, FIRST)[0] == State.AMBIGUOUS


def test_a_long_passage_is_found_by_its_ends():
    passage = " ".join([FIRST, *OTHERS, "It went on until four in the morning, said a clerk."])
    before = f"Intro.\n\n{passage}\n\nOutro."
    after = before.replace("ministry", "office").replace("Intro.", "A new intro.")
    state, words = found(after, passage, before)
    assert state == "edited"
    assert words == passage.replace("ministry", "office")


def test_a_passage_of_many_pages_is_found_by_its_beginning_and_end():
    body = " ".join(f"Sentence {number} of Zürich says {number * 7919}." for number in range(4000))
    before = f"Head.\n\n{body}\n\nTail."
    after = f"Another head.\n\n{body.replace('Sentence 2 of', 'Line 2 of')}\n\nTail."
    match = locate(after, describe(before, 7, 7 + len(body)))
    assert (match.state, match.start, match.end) == ("edited", 15, len(after) - 7)


def test_a_text_without_spaces_is_cut_at_characters():
    before = "会議は月曜日に東京で開かれた。市長は予算を五億円増やすと述べた。議員は反対した。"
    quote = "市長は予算を五億円増やすと述べた。"
    after = before.replace("五億円", "六億円").replace("会議は", "この会議は")
    assert found(after, quote, before) == ("edited", quote.replace("五", "六"))


def test_short_quotes_need_more_and_known_surroundings_less():
    asked = [required_score(length, 40) for length in (5, 16, 40, 150, 1000)]
    assert asked == sorted(asked, reverse=True)
    assert required_score(100, 100) < required_score(100, 70) < required_score(100, 40)


@given(
    st.text(alphabet="ab .😀é東\n", min_size=1, max_size=40),
    st.text(alphabet="ab .😀東", max_size=40),
)
def test_whatever_is_found_lies_in_the_text(before, after):
    if not before.strip():
        return
    match = locate(after, describe(before, 0, len(before)))
    if match.start is None or match.end is None:
        assert match.state == State.LOST
    else:
        assert 0 <= match.start < match.end <= len(after)
        assert Span(match.start, match.end).of(after).strip()

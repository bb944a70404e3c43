"""What differs is in sight, however long the passages are."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.what_changed import what_changed

LONG = (
    "Zürich, 17 November. – The mayor of Łódź said on Tuesday that 東京 had sent {} tents 😀 to the"
    " two towns beside the river, which the council had not yet counted."
)


def test_short_passages_are_told_whole():
    assert what_changed("東京 sent 1,150\ntents", "東京 sent 1,250 tents") == (
        "東京 sent 1,150 tents",
        "東京 sent 1,250 tents",
    )


def test_of_long_ones_the_same_words_around_the_difference_go():
    before, after = what_changed(LONG.format("1,150"), LONG.format("as many as 1,250"))
    assert before == "…that 東京 had sent 1,150 tents 😀 to the two…"
    assert after == "…that 東京 had sent as many as 1,250 tents 😀 to the two…"


def test_a_difference_that_is_too_long_itself_is_cut_at_its_end():
    before, after = what_changed(LONG.format("ä" * 200), LONG.format("1,250"))
    assert len(before) == 80
    assert before.endswith("ä…")
    assert "1,250" in after


@given(st.text("aé 東", max_size=200), st.text("aé 東", max_size=200))
def test_neither_is_ever_longer_and_different_ones_stay_told_apart(before: str, after: str):
    told = what_changed(before, after, 40)
    assert max(map(len, told)) <= 40

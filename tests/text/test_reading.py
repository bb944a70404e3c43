"""A line is read where at least half of it is in claims or needs no check."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.reading import read_states, touching
from factcheck.text.spans import Span

LINE = [Span(10, 20)]


def test_half_of_a_line_makes_it_read_and_less_does_not():
    assert read_states(LINE, [Span(0, 15)], []) == ["claim"]
    assert read_states(LINE, [Span(0, 14)], []) == ["unread"]
    assert read_states(LINE, [], [Span(15, 40)]) == ["no check"]
    assert read_states(LINE, [], [Span(16, 40)]) == ["unread"]


def test_letters_that_two_claims_share_count_once():
    assert read_states(LINE, [Span(10, 14), Span(10, 14)], []) == ["unread"]
    assert read_states(LINE, [Span(10, 13), Span(17, 20)], []) == ["claim"]


def test_a_claim_goes_before_what_was_said_of_the_line():
    assert read_states(LINE, [Span(10, 15)], LINE) == ["claim"]
    assert read_states(LINE, [Span(10, 14)], LINE) == ["no check"]


def test_both_together_read_a_line_and_the_larger_part_names_it():
    assert read_states(LINE, [Span(10, 13)], [Span(18, 20)]) == ["claim"]
    assert read_states(LINE, [Span(10, 12)], [Span(17, 20)]) == ["no check"]


spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda at: Span(at[0], at[0] + at[1])),
    max_size=8,
)


@given(spans, spans, st.lists(st.integers(1, 12), min_size=1, max_size=8))
def test_states_are_what_counting_letters_one_by_one_gives(claimed, excused, lengths):
    lines, at = [], 0
    for length in lengths:
        lines.append(Span(at, at + length))
        at += length + 1
    in_claims = {at for span in claimed for at in range(*span)}
    in_words = {at for span in excused for at in range(*span)}
    for line, state in zip(lines, read_states(lines, claimed, excused), strict=True):
        letters = set(range(*line))
        either = len(letters & (in_claims | in_words))
        assert (state == "unread") == (2 * either < len(letters))
        if 2 * len(letters & in_claims) >= len(letters):
            assert state == "claim"
    assert touching(lines, claimed) == [
        [
            at
            for at in sorted(range(len(claimed)), key=lambda at: claimed[at])
            if claimed[at].start < line.end and line.start < claimed[at].end
        ]
        for line in lines
    ]

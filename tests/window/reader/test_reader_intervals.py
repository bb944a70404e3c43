"""The interval index, compared with looking at every span."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span
from factcheck.window.reader.intervals import IntervalIndex, levels, reading_order

spans = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair))),
    max_size=80,
)


@given(spans, st.integers(0, 90), st.integers(0, 90))
def test_the_index_finds_what_looking_at_every_span_finds(
    given_spans: list[Span], one: int, other: int
) -> None:
    start, end = sorted((one, other))
    expected = [
        index
        for index in reading_order(given_spans)
        if given_spans[index].start < end and start < given_spans[index].end
    ]
    assert IntervalIndex(given_spans).overlapping(start, end) == expected


@given(spans, st.integers(0, 90))
def test_a_code_point_belongs_to_the_spans_around_it(given_spans: list[Span], offset: int) -> None:
    found = IntervalIndex(given_spans).containing(offset)
    assert sorted(found) == [
        index for index, span in enumerate(given_spans) if span.start <= offset < span.end
    ]


def test_a_thousand_spans_over_each_other_are_all_found() -> None:
    nested = [Span(number, 5000 - number) for number in range(1000)]
    assert IntervalIndex(nested).overlapping(2500, 2501) == list(range(1000))
    assert IntervalIndex(nested).overlapping(0, 2) == [0, 1]
    assert IntervalIndex([]).overlapping(0, 10) == []


@given(spans)
def test_spans_that_overlap_have_levels_of_their_own_while_there_are_some(
    given_spans: list[Span],
) -> None:
    found = levels(given_spans, limit=100)
    for one, span in enumerate(given_spans):
        for other in range(one):
            if span.overlaps(given_spans[other]):
                assert found[one] != found[other]


def test_an_inner_span_stands_on_a_higher_level_and_the_highest_is_shared() -> None:
    assert levels([Span(0, 50), Span(10, 20), Span(12, 15), Span(13, 14)], limit=3) == [0, 1, 2, 2]
    assert levels([Span(0, 5), Span(5, 9)], limit=3) == [0, 0]

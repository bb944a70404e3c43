"""What is painted in a row, as runs of code points."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span
from factcheck.window.reader import looks
from factcheck.window.reader.segments import LineRun, Placed, Run, fill_runs, line_runs, stripes

ROW = Span(100, 160)


def test_a_claim_in_a_claim_takes_the_deeper_fill_and_keeps_its_own_line() -> None:
    marks = [Placed(90, 150, looks.CLAIM, 0), Placed(110, 120, looks.CLAIM, 1)]
    assert fill_runs(ROW, marks) == [
        Run(100, 110, looks.CLAIM),
        Run(110, 120, looks.NESTED),
        Run(120, 150, looks.CLAIM),
    ]
    assert line_runs(ROW, marks) == [
        LineRun(100, 150, looks.CLAIM, 0),
        LineRun(110, 120, looks.CLAIM, 1),
    ]


def test_the_smaller_mark_shows_above_the_larger_in_whatever_order_they_come() -> None:
    small, large = Placed(120, 130, looks.CONTEXT, 1), Placed(100, 160, looks.SUPPORTS, 0)
    expected = [
        Run(100, 120, looks.SUPPORTS),
        Run(120, 130, looks.CONTEXT),
        Run(130, 160, looks.SUPPORTS),
    ]
    assert fill_runs(ROW, [small, large]) == fill_runs(ROW, [large, small]) == expected


def test_lines_that_look_the_same_are_joined_and_claims_side_by_side_are_not() -> None:
    marks = [Placed(100, 130, looks.CLAIM, 2), Placed(120, 140, looks.CLAIM, 2)]
    assert line_runs(ROW, marks) == [LineRun(100, 140, looks.CLAIM, 2)]
    beside = [Placed(100, 110, looks.CLAIM, 0), Placed(110, 120, looks.CLAIM, 0)]
    assert len(line_runs(ROW, beside)) == 2


def test_a_mark_without_a_fill_leaves_the_fill_below_it() -> None:
    marks = [Placed(100, 160, looks.CLAIM, 0), Placed(110, 120, looks.AGREES, 1)]
    assert fill_runs(ROW, marks) == [Run(100, 160, looks.CLAIM)]


def test_the_stripe_of_the_active_claim_wins_its_level() -> None:
    marks = [Placed(100, 110, looks.CLAIM, 0), Placed(110, 120, looks.ACTIVE, 0)]
    assert stripes(marks) == {0: looks.ACTIVE}


@given(
    st.lists(
        st.builds(
            lambda start, length, look, level: Placed(start, start + length, look, level),
            st.integers(80, 170),
            st.integers(1, 60),
            st.sampled_from(sorted(looks.LOOKS)),
            st.integers(0, 2),
        ),
        max_size=30,
    )
)
def test_fills_cover_exactly_what_filled_marks_cover(marks: list[Placed]) -> None:
    covered = {at for run in fill_runs(ROW, marks) for at in range(run.start, run.end)}
    assert covered == {
        at
        for mark in marks
        if looks.LOOKS[mark.look].fill
        for at in range(max(mark.start, ROW.start), min(mark.end, ROW.end))
    }
    assert all(ROW.start <= run.start < run.end <= ROW.end for run in line_runs(ROW, marks))

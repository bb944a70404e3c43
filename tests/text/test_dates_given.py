"""Dates as given are compared with the precision that they have."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.dates_given import given_date, is_over, order, sort_key

ZURICH = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("words", "last_moment"),
    [
        ("2026", datetime(2026, 12, 31, 23, 59, tzinfo=ZURICH)),
        ("2026-04", datetime(2026, 4, 30, 23, 59, tzinfo=ZURICH)),
        ("2024-02", datetime(2024, 2, 29, 23, 59, tzinfo=ZURICH)),
        ("2026-04-17", datetime(2026, 4, 17, 23, 59, tzinfo=ZURICH)),
        ("2026-04-17T18", datetime(2026, 4, 17, 18, 59, tzinfo=ZURICH)),
        ("2026-04-17T18:00", datetime(2026, 4, 17, 18, 0, 59, tzinfo=ZURICH)),
        (" 2026-04-17 18:00 ", datetime(2026, 4, 17, 18, 0, 59, tzinfo=ZURICH)),
        ("2026-04-17T18:00+09:00", datetime(2026, 4, 17, 11, 0, 59, tzinfo=ZURICH)),
        ("2026-04-17T18:00-0530", datetime(2026, 4, 18, 1, 30, 59, tzinfo=ZURICH)),
        ("2026-04-17T18:00:00.250Z", datetime(2026, 4, 17, 20, 0, 0, tzinfo=ZURICH)),
    ],
)
def test_a_deadline_is_past_when_all_of_it_is(words, last_moment):
    assert not is_over(words, last_moment)
    assert is_over(words, last_moment + timedelta(minutes=1))


@pytest.mark.parametrize(
    "words",
    ["", "Friday", "17.4.2026", "2026-13", "2026-02-30", "0000", "2026-4-1", "２０２６", "9999",
     "2026-04-17T25:00", "2026-04-17T10:00+99:00", "2026-04-17T10:00 Zürich", "20260417"],
)  # fmt: skip
def test_what_is_no_date_is_never_past(words):
    assert given_date(words) is None
    assert not is_over(words, datetime(9999, 1, 1, tzinfo=UTC))
    assert order(words, "2026") is None


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        ("2019", "2020-11-17", "before"),
        ("2020-11-18", "2020-11-17", "after"),
        ("2020-11-17", "2020-11-17", "same"),
        ("2020", "2020-11-17", "unclear"),
        ("2020-11-17T09:30+03:00", "2020-11-17T06:30Z", "same"),
        ("2020-11-17T09:30+03:00", "2020-11-17T09:30Z", "before"),
        # Where it was noon is not said: in Auckland hours before, in Honolulu hours after.
        ("2020-11-17T12:00", "2020-11-17T12:00Z", "unclear"),
        ("2020-11-17T12:00", "2020-11-19T12:00Z", "before"),
        ("2020-11-19T12:00", "2020-11-17T12:00Z", "after"),
    ],
)
def test_two_dates_are_ordered_only_as_far_as_they_say(a, b, said):
    assert order(a, b) == said


def test_now_needs_a_zone():
    with pytest.raises(ValueError, match="zone"):
        is_over("2026", datetime(2026, 1, 1))


def test_dates_sort_by_their_first_moment_and_words_come_last():
    found = sorted(["soon", "2026-04-17", "2026-04-17T09:00+09:30", "2026", ""], key=sort_key)
    assert found == ["2026", "2026-04-17T09:00+09:30", "2026-04-17", "soon", ""]


given_dates = st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 1, 1))
precisions = st.sampled_from(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%MZ"])


def written(moment: datetime, precision: str) -> str:
    year = f"{moment.year:04}"
    return year + moment.strftime(precision.removeprefix("%Y"))


@given(given_dates, precisions, given_dates, precisions)
def test_the_order_turns_round_with_its_sides(one, one_form, other, other_form):
    a, b = written(one, one_form), written(other, other_form)
    turned = {"before": "after", "after": "before", "same": "same", "unclear": "unclear"}
    assert order(b, a) == turned[order(a, b)]
    assert order(a, a) == "same"


@given(given_dates, precisions)
def test_a_date_is_over_once_its_end_has_come(moment, form):
    words = written(moment, form)
    first, end = given_date(words).in_zone(timedelta(0))
    assert first <= moment.replace(tzinfo=UTC) < end
    assert not is_over(words, end - timedelta(microseconds=1))
    assert is_over(words, end)

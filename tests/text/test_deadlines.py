"""Deadlines as people type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.dates_given import given_date
from factcheck.text.deadlines import resolve_deadline

WEDNESDAY = date(2026, 3, 11)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("2026-03-14", "2026-03-14"),
        (" 2026-03-14T18:00 ", "2026-03-14T18:00"),
        ("2026", "2026"),
        ("today", "2026-03-11"),
        ("Tomorrow", "2026-03-12"),
        ("Friday", "2026-03-13"),
        ("fri", "2026-03-13"),
        ("on Tuesday", "2026-03-17"),
        ("wednesday", "2026-03-18"),
        ("in 3 days", "2026-03-14"),
        ("+2w", "2026-03-25"),
        ("14 March", "2026-03-14"),
        ("March 10", "2027-03-10"),
        ("1. Feb 2028", "2028-02-01"),
        ("", ""),
        ("31 June", None),
        ("soon 😀", None),
        ("fr", None),
    ],
)
def test_a_deadline_is_the_date_that_its_words_mean(words: str, meant: str | None) -> None:
    assert resolve_deadline(words, WEDNESDAY) == meant


def test_other_languages_bring_their_own_names() -> None:
    near, days = {"übermorgen": 2}, {"freitag": 4, "fr": 4, "金曜日": 4}
    assert resolve_deadline("Übermorgen", WEDNESDAY, near, days) == "2026-03-13"
    assert resolve_deadline("Fr.", WEDNESDAY, near, days) == "2026-03-13"
    assert resolve_deadline("金曜日", WEDNESDAY, near, days) == "2026-03-13"


@given(st.text(max_size=12), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_whatever_is_typed_is_a_date_as_given_or_nothing(words: str, today: date) -> None:
    meant = resolve_deadline(words, today)
    assert not meant or given_date(meant) is not None

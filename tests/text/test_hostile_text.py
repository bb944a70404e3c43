"""Text that was written to stop the window: numbers without end, blanks, marks without a letter."""

import unicodedata
from datetime import date

import pytest

from factcheck.text.canonical import canonical, composed
from factcheck.text.clauses import clauses
from factcheck.text.cues import lines
from factcheck.text.differences import compare
from factcheck.text.figures import read
from factcheck.text.figures.moment import published_day


@pytest.mark.parametrize(
    "words",
    [
        "9" * 400,
        "1." * 400 + "1",
        "123 " * 300,
        "1," + "0" * 400,
        "0." + "0" * 400 + "1",
        "one hundred trillion " * 40,
        "hundred " * 400,
        "1/" + "9" * 400,
    ],
)
def test_a_number_larger_than_any_is_read_without_an_error(words: str) -> None:
    text = f"Das Ministerium gab im März {words} Euro aus, 5 days ago."
    assert all(figure.high < 1e60 for figure in read(text, date(2020, 11, 17)).figures)
    assert compare(text, text).label in ("consistent", "incomparable")
    assert lines.weighed_lines(text)


def test_a_number_of_forty_digits_is_still_a_number() -> None:
    (figure,) = read("Zoë counted " + "9" * 40 + " grains.", None).figures
    assert figure.low == pytest.approx(1e40)


@pytest.mark.parametrize(
    "words",
    [
        "9" * 39 + " days ago",
        "five billion billion years ago",
        "66 million years ago",
        "2 million weeks ago",
        "9" * 30 + " decades ago",
    ],
)
def test_a_time_before_the_calendar_has_no_days(words: str) -> None:
    reading = read(f"The Ötztal rose {words}.", date(2020, 11, 17))
    assert all(moment.begins is None for moment in reading.moments)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0000-00-00", "9" * 400])
def test_a_publication_at_the_end_of_the_calendar_dates_nothing(published: str) -> None:
    assert published_day(published) is None
    assert compare("Baku fell yesterday.", "Baku fell last week.", published, published)


def test_marks_without_end_on_one_letter_are_put_in_order_at_once() -> None:
    marks = "\u0301\u0323\u0327\u0344" * 20
    assert composed("a" + marks) == unicodedata.normalize("NFC", "a" + marks)
    # By insertion, as the standard library does it, this takes minutes.
    many = canonical("a" + "\u0f73\u0301\u0327" * 100_000).text
    assert unicodedata.combining(many[-1]) == 230


def test_clauses_of_a_list_without_words_are_found_at_once() -> None:
    assert clauses("a;" * 50_000) == ["a;" * 50_000]
    assert len(clauses("Zoë went home; " * 5_000)) == 5_000


def test_clauses_between_blanks_are_found_at_once() -> None:
    assert clauses("Baku fell" + " " * 100_000 + "; Shusha fell") == ["Baku fell", "Shusha fell"]


@pytest.mark.parametrize(
    "piece",
    ["one ", "Monday ", "twenty-", "Ann Linde, Bob Marley, ", "12 people in Baku on Monday. "],
)
def test_of_a_long_text_only_the_beginning_is_compared(piece: str) -> None:
    # Each figure is weighed against each: "one" a thousand times took 26 s.
    compared = compare(piece * 1_000, piece * 1_000)
    assert all(one.claim_span.end <= 6_000 for one in compared.agreements)


def test_what_a_sentence_tells_is_compared_to_its_end() -> None:
    words = "Zoë of Łódź said that nobody knew how it began, " * 6
    told = compare(f"{words}and 12 people died.", f"{words}and 15 people died.")
    assert told.label == "differs"

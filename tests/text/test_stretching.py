"""The ends of a span moved by words and letters."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span
from factcheck.text.stretching import by_letter, by_word

TEXT = "Zürich hat 1.150 Zelte nach 東京 geschickt 👩🏽‍🚀."


def words(span: Span) -> str:
    return span.of(TEXT)


def test_the_end_goes_on_word_by_word() -> None:
    span = Span(0, len("Zürich"))
    span = by_word(TEXT, span, "end", 1)
    assert words(span) == "Zürich hat"
    assert words(by_word(TEXT, span, "end", 1)) == "Zürich hat 1.150"
    assert words(by_word(TEXT, span, "end", -1)) == "Zürich"


def test_the_start_goes_to_the_first_letter_of_a_word() -> None:
    span = Span(TEXT.index("Zelte"), TEXT.index(" nach"))
    assert words(by_word(TEXT, span, "start", -1)) == "1.150 Zelte"
    assert by_word(TEXT, span, "start", 1) == span


def test_characters_without_blanks_go_one_by_one() -> None:
    span = Span(TEXT.index("nach"), TEXT.index(" 東"))
    assert words(by_word(TEXT, span, "end", 1)) == "nach 東"


def test_a_joined_sign_is_one_letter() -> None:
    span = Span(TEXT.index("geschickt"), TEXT.index("👩"))
    assert words(by_letter(TEXT, span, "end", 1)) == "geschickt 👩🏽‍🚀"


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30), st.sampled_from([1, -1]))
def test_a_span_stays_inside_its_text_and_is_never_empty(
    text: str, a: int, b: int, step: int
) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    if start == end:
        return
    for move in (by_word, by_letter):
        for side in ("start", "end"):
            moved = move(text, Span(start, end), side, step)
            assert 0 <= moved.start < moved.end <= len(text)

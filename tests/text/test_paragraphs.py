from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.landmarks import Landmark, locator
from factcheck.text.paragraphs import paragraph_number, paragraphs, trimmed
from factcheck.text.spans import Span


def words(text):
    return [span.of(text) for span in paragraphs(text)]


def test_paragraphs_end_at_blank_lines():
    assert words("Zürich\n東京 rose\n\n  Two 😀 \n \t\u00a0\n\n\nThree\n") == [
        "Zürich\n東京 rose",
        "Two 😀",
        "Three",
    ]


def test_without_a_blank_line_each_line_is_a_paragraph():
    assert words("\n\nZürich\n 東京\nשלום\n\n\n") == ["Zürich", "東京", "שלום"]


def test_an_empty_text_has_no_paragraphs():
    assert paragraphs(" \n\n ") == []
    assert paragraph_number([], 0) == 1


def test_the_gap_after_a_paragraph_counts_with_it():
    text = "\none\n\ntwo\n\nthree"
    spans = paragraphs(text)
    assert [paragraph_number(spans, at) for at in (0, 1, 3, 5, 6, 10, 11, len(text))] == [
        1, 1, 1, 1, 2, 2, 3, 3,
    ]  # fmt: skip


@given(st.text(alphabet="ab é😀\n\t\u00a0", max_size=80))
def test_paragraphs_hold_every_word_in_order(text):
    spans = paragraphs(text)
    assert "".join("".join(words(text)).split()) == "".join(text.split())
    assert all(a.end < b.start for a, b in pairwise(spans))
    assert all(span == trimmed(text, *span) and span.start < span.end for span in spans)


def test_a_place_is_told_by_page_where_there_are_pages_else_by_paragraph():
    spans = [Span(0, 10), Span(12, 20)]
    pages = (
        Landmark(0, "headline", "Zürich"),
        Landmark(5, "page", "iv"),
        Landmark(15, "page", "5"),
    )
    assert locator(pages, spans, 13) == "p. iv"
    assert locator(pages, spans, 15) == "p. 5"
    assert locator(pages, spans, 2) == "¶ 1"
    assert locator((), spans, 13) == "¶ 2"

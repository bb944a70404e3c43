import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.canonical import Utf16Map, canonical, canonical_quote
from factcheck.text.spans import Span

TRICKY = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab \n\r\t\x00\u00a0\u2028\u2029\ufeff\ufdd0\ufdd1\u0301\u0308é😀𝒳東شא"),
        st.characters(),
        st.characters(categories=["Cs"]),
    ),
    max_size=60,
)


def test_line_ends_of_every_kind_become_newlines():
    assert canonical("a\r\nb\rc\u2028d\u2029e\r\r\nf").text == "a\nb\nc\nd\ne\n\nf"


def test_letters_and_marks_are_composed_but_nothing_else_is_touched():
    raw = "Zu\u0308rich\u00a0東京 \t ½ ﬁ\u200bx\x0b\x0c\x85  \n\n\n"
    assert canonical(raw) == (raw.replace("u\u0308", "ü"), ())


def test_a_byte_order_mark_is_dropped_at_the_start_only():
    assert canonical("\ufeff\ufeffa\ufeffb").text == "a\ufeffb"


def test_what_is_no_character_is_replaced_with_a_warning():
    found = canonical("a\x00b\ud800c\ufdd0d\ufdd1")
    assert found.text == "a\ufffdb\ufffdc\ufffdd\ufffd"
    assert found.warnings == ("4 characters were unreadable and replaced by “\ufffd”.",)
    assert canonical("\x00").warnings[0].startswith("1 character was")


def test_a_replacement_that_was_there_before_is_no_warning():
    assert canonical("a\ufffdb") == ("a\ufffdb", ())


@given(TRICKY)
def test_canonical_text_stays_as_it_is(raw):
    once = canonical(raw)
    assert canonical(once.text) == (once.text, ())
    assert canonical_quote(raw) == once.text
    assert unicodedata.is_normalized("NFC", once.text)
    once.text.encode("utf-8")


@given(TRICKY)
def test_offsets_survive_the_way_to_qt_and_back(raw):
    text = canonical(raw).text
    positions = Utf16Map(text)
    assert positions.qt_length == len(text.encode("utf-16-le")) // 2
    for offset in range(len(text) + 1):
        qt_pos = len(text[:offset].encode("utf-16-le")) // 2
        assert positions.to_qt(offset) == qt_pos
        assert positions.from_qt(qt_pos) == offset


@given(TRICKY)
def test_a_qt_position_inside_a_pair_goes_to_its_start(raw):
    text = canonical(raw).text
    positions = Utf16Map(text)
    for offset, character in enumerate(text):
        if ord(character) > 0xFFFF:
            assert positions.from_qt(positions.to_qt(offset) + 1) == offset


def test_spans_are_converted_at_both_ends():
    text = "a😀b\u00a0שלום😀"
    positions = Utf16Map(text)
    span = Span(1, 9)
    assert positions.span_to_qt(span) == (1, 11)
    assert positions.span_from_qt(1, 11) == span


@pytest.mark.parametrize("offset", [-1, 4])
def test_positions_outside_the_text_are_refused(offset):
    positions = Utf16Map("東京x")
    with pytest.raises(ValueError, match="outside"):
        positions.to_qt(offset)
    with pytest.raises(ValueError, match="outside"):
        positions.from_qt(offset)

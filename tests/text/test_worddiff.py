"""The word diff: it loses no character, and it reads as an editor would say it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text import worddiff
from factcheck.text.worddiff import word_diff

texts = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["Zürich", "東京", "😀", " ", "\u00a0", "1,150", "tents", ",", ".", "שלום", "é"]
    ),
    max_size=25,
).map("".join)


@given(texts, texts)
def test_joining_the_parts_gives_both_texts_back(a, b):
    parts = word_diff(a, b)
    assert "".join(part.text for part in parts if part.kind != "added") == a
    assert "".join(part.text for part in parts if part.kind != "removed") == b


@given(texts, texts)
def test_each_span_holds_its_words(a, b):
    for kind, text, span in word_diff(a, b):
        side = b if kind == "added" else a
        assert side[span.start : span.end] == text != ""


@given(texts, texts)
def test_parts_alternate(a, b):
    kinds = [part.kind for part in word_diff(a, b)]
    pairs = list(pairwise(kinds))
    assert all(one != other for one, other in pairs)
    assert ("added", "removed") not in pairs


@given(texts)
def test_a_text_is_the_same_as_itself(a):
    assert [part.kind for part in word_diff(a, a)] == (["same"] if a else [])


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("sent 1,150 tents 😀", "sent 1,500 tents 😀", "sent [-1,150][+1,500] tents 😀"),
        ("It didn’t fall.", "It did fall.", "It [-didn’t][+did] fall."),
        ("the cat sat", "a dog sat", "[-the cat][+a dog] sat"),
        ("Łódź, in May", "Łódź in May", "Łódź[-,] in May"),
        ("in Zürich", "in central Zürich", "in [+central ]Zürich"),
        ("東京は千張", "東京は百張", "東京は[-千][+百]張"),
        ("cafe\u0301 open", "cafe open", "[-cafe\u0301][+cafe] open"),
        ("", "new", "[+new]"),
    ],
)
def test_it_reads_as_an_editor_would_say_it(a, b, shown):
    marks = {"same": "{}", "removed": "[-{}]", "added": "[+{}]"}
    assert "".join(marks[part.kind].format(part.text) for part in word_diff(a, b)) == shown


def test_two_very_long_texts_are_one_change(monkeypatch):
    monkeypatch.setattr(worddiff, "_MOST_WORDS", 4)
    assert [part.kind for part in word_diff("a b c", "a b d")] == ["removed", "added"]

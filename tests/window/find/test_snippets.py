"""A few words around what was found: those of the text, marked where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.spans import Span
from factcheck.window.find.snippets import LENGTH, snippet

TENTS = "Der Bürgermeister von Łódź sagte, 東京 habe 1 150 Zelte geschickt 😀. "


def test_a_short_passage_is_shown_whole_on_one_line():
    words = snippet("Zürich\nund 東京\xa0😀", [Span(11, 13)])
    assert words.text == "Zürich und 東京 😀"
    assert [span.of(words.text) for span in words.marked] == ["東京"]


def test_a_long_passage_is_cut_around_its_first_match():
    text = TENTS * 20 + "Hier steht es: Zeltplatz. " + TENTS * 20
    place = text.index("Zeltplatz")
    words = snippet(text, [Span(place, place + 9)])
    assert words.text.startswith("… ")
    assert words.text.endswith(" …")
    assert [span.of(words.text) for span in words.marked] == ["Zeltplatz"]
    assert words.marked[0].start < 60


def test_a_match_near_the_beginning_leaves_the_beginning_alone():
    words = snippet(TENTS * 20, [Span(4, 17)])
    assert words.text.startswith("Der Bürgermeister")


def test_a_text_without_spaces_is_cut_too():
    words = snippet("東" * 2_000, [Span(1_000, 1_002)])
    assert len(words.text) <= LENGTH + 4
    assert [span.of(words.text) for span in words.marked] == ["東東"]


@given(st.text(max_size=900), st.lists(st.tuples(st.integers(0, 900), st.integers(1, 30))))
def test_what_is_marked_is_what_was_found(text: str, places: list[tuple[int, int]]):
    spans, last = [], 0
    for start, length in sorted(places):
        if start >= last and start + length <= len(text):
            spans.append(Span(start, start + length))
            last = start + length
    words = snippet(text, spans)
    whole = [span.of(text) for span in spans]
    shown = [span.of(words.text) for span in words.marked]
    assert all(
        any("".join(" " if letter.isspace() else letter for letter in part).find(piece) >= 0
            for part in whole)
        for piece in shown
    )  # fmt: skip
    assert bool(shown) == bool(spans)

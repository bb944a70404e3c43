"""About where something was that is gone."""

from factcheck.text.spans import Span
from factcheck.text.whereabouts import whereabouts

OLD = "Zürich sent 1,150 tents. 東京 sent 300 beds to the depot. Nobody counted them twice.\n"
WORDS = "東京 sent 300 beds to the depot."


def gone(words: str) -> Span:
    return Span(OLD.index(words), OLD.index(words) + len(words))


def test_it_is_before_the_words_that_stood_after_it():
    new = "Łódź, Monday. Something else entirely.\n\nNobody counted them twice.\n"
    at = whereabouts(OLD, gone(WORDS), new)
    assert new[at.start :].startswith("Nobody")


def test_or_behind_the_words_that_stood_before_it():
    new = "Łódź, Monday. Zürich sent 1,150 tents. Everybody counted them.\n"
    at = whereabouts(OLD, gone(WORDS), new)
    assert new[: at.start].endswith("tents")


def test_else_as_far_down_as_it_was():
    at = whereabouts(OLD, gone("東京 sent"), "ä" * 200)
    assert 40 < at.start < 80
    assert whereabouts("", Span(0, 0), "") == Span(0, 0)

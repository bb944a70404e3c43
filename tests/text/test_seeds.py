"""Where in a long text a quote could stand, by its rare words."""

import random
from itertools import pairwise

import pytest

from factcheck.text.anchors import State, describe, locate
from factcheck.text.seeds import LONG_TEXT, Seeds
from factcheck.text.spans import Span

QUOTE = "The council of Łódź sent 1,150 grey tents to the river before Sunday."


def invented(size: int, seed: int = 1) -> str:
    chance = random.Random(seed)
    letters = "abdeiklmnoprstuöł"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 8))) for _ in range(900)]
    sentences: list[str] = []
    while sum(map(len, sentences)) < size:
        sentences.append(" ".join(chance.choices(words, k=14)).capitalize() + ".")
    return " ".join(sentences)


@pytest.fixture(scope="module")
def long_text() -> str:
    text = invented(LONG_TEXT + 1000)
    middle = text.index(". ", LONG_TEXT // 2) + 2
    return f"{text[:middle]}{QUOTE} {text[middle:]}"


def test_a_quote_with_other_words_stands_in_the_first_window(long_text):
    changed = QUOTE.replace("grey tents", "beds").replace("before", "until")
    at = long_text.index(QUOTE)
    windows = Seeds(long_text).windows(changed, 4)
    assert windows is not None
    assert windows[0].covers(Span(at, at + len(QUOTE)))
    assert len(windows) <= 4
    ordered = sorted(windows)
    assert all(not one.overlaps(two) for one, two in pairwise(ordered))


def test_signs_of_an_unspaced_script_are_found_by_pairs():
    filler = "東京都は今日も雨が降るでしょう。" * 40
    text = filler + "我々は千百五十張のテントを川へ送った。" + filler
    windows = Seeds(text).windows("我々は千百五十張の寝台を川へ送った。", 2)
    assert windows is not None
    assert windows[0].covers(Span(len(filler), len(filler) + 12))


@pytest.mark.parametrize("quote", ["", "…", "Łódź", "the river rose"])
def test_of_a_few_words_nothing_is_told(long_text, quote):
    assert Seeds(long_text).windows(quote, 4) is None


def test_words_that_are_nowhere_give_no_window(long_text):
    assert Seeds(long_text).windows("Zzyzx qqqq wwww xxxx jjjj", 4) == []


def test_places_in_a_long_text_are_found_again_edited_and_lost(long_text):
    before = long_text
    at = before.index(QUOTE)
    anchor = describe(before, at, at + len(QUOTE))
    edited = before.replace("sent 1,150 grey tents", "sent about 1,150 beds")
    match = locate(invented(300, 2) + edited, anchor)
    assert match.state == State.EDITED
    assert match.start == at + len(invented(300, 2))
    assert locate(before.replace(QUOTE, ""), anchor).state == State.LOST

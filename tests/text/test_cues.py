"""Cues of a sentence, and the weights that make a score of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.assets import asset
from factcheck.text.cues import KINDS, cues_of, worth_of
from factcheck.text.cues.cue import EVERYWHERE
from factcheck.text.cues.lines import weighed_lines

WEIGHTS = json.loads(asset("cues", "weights.json").read_text(encoding="utf-8"))


def kinds(text):
    return {cue.kind for cue in cues_of(text)}


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("😀 Zürich sent 1,150 tents.", "figure", "1,150"),
        ("About 40% of them left.", "share", "About 40%"),
        ("It cost €3 million.", "money", "€3 million"),
        ("It rained on 3 May 2019.", "date", "3 May 2019"),
        ("Yesterday Zoë Ångström spoke.", "name", "Zoë Ångström"),
        ("He called it “a great day for Łódź”.", "quotation", "a great day for Łódź"),
        ("According to the ministry it is so.", "speaker", "According to"),
        ("She opposed the plan.", "position", "opposed"),
        ("We took away the mandate.", "deed", "took"),
        ("They have never signed it.", "deed", "have never signed"),
        ("Exports fell again.", "trend", "fell"),
        ("It has fewer jobs than Malmö.", "comparison", "fewer jobs than"),
        ("It is the deepest lake there.", "superlative", "deepest"),
        ("Nobody came.", "amount", "Nobody"),
        ("It failed because of the frost.", "cause", "because"),
        ("The Senate met.", "body", "Senate"),
        ("It isn't so.", "denial", "isn't"),
        ("It's going to rain.", "forecast", "going to"),
        ("You should know.", "demand", "should"),
        ("If it rains, we swim.", "condition", "If"),
        ("It is a terrible idea.", "opinion", "terrible"),
        ("It probably is.", "hedge", "probably"),
        ("Was it so?", "question", "?"),
        ("That's my house here.", "first person", "my"),
        ("Are you there now?", "address", "you"),
        ("Thank you so much.", "greeting", "Thank"),
        ("And then the people…", "fragment", "…"),
    ],
)
def test_a_cue_is_found_with_its_words(text, kind, words):
    assert words in [cue.words for cue in cues_of(text) if cue.kind == kind]


def test_every_kind_is_told_in_words_and_is_tried_here():
    assert set(KINDS) >= EVERYWHERE
    assert all(words and words[0].islower() for words in KINDS.values())


def test_other_languages_have_the_cues_that_need_no_english():
    found = kinds("Die Stadt Łódź zahlte 3 Millionen Euro für „die neue Brücke über den Fluss“.")
    assert {"name", "quotation"} <= found <= EVERYWHERE
    assert kinds("東京は2019年に1150のテントを送った。") <= EVERYWHERE


@given(st.text(max_size=200))
def test_any_text_can_be_weighed_and_places_hold_their_words(text):
    worth = worth_of(text)
    assert 0 <= worth.score <= 1
    for reason in worth.reasons:
        assert text[reason.start : reason.end] == reason.words
        assert reason.says


def test_a_figure_of_the_past_is_worth_more_than_a_promise_and_that_more_than_thanks():
    order = [
        "Unemployment in Zürich fell by 3 percent in 2019.",
        "I will bring unemployment down by 3 percent.",
        "Thank you very much, ladies and gentlemen.",
    ]
    scores = [worth_of(text).score for text in order]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.5 > scores[2]


def test_the_parts_that_are_told_make_the_score():
    worth = worth_of("The deficit doubled to 7 percent under Zoë Ångström.")
    told = sum(reason.weight for reason in worth.reasons)
    start = WEIGHTS["weights"]["en"]["start"]
    import math

    assert worth.score == pytest.approx(1 / (1 + math.exp(-(start + told))))
    weights = [abs(reason.weight) for reason in worth.reasons]
    assert weights == sorted(weights, reverse=True)


def test_lines_of_an_article_are_numbered_and_weighed():
    text = "Łódź grew by 4% in 2019. Was it so?\n\n😀 We hope so."
    lines = weighed_lines(text)
    assert [line.number for line in lines] == [1, 2, 3]
    assert lines[0].span.of(text) == "Łódź grew by 4% in 2019."
    assert [line.worth.is_worth for line in lines] == [True, False, False]


@pytest.mark.parametrize(
    "dateline", ["STOCKHOLM, November 17. /TASS/.", "ZÜRICH, 17 November 2021 (Reuters) —"]
)
def test_a_dateline_is_worth_nothing(dateline):
    lines = weighed_lines(f"{dateline}\n\nŁódź, which grew by 4% in 2019, met on November 17.")
    assert [line.worth.is_worth for line in lines] == [False, True]


def test_the_weights_are_small_and_say_what_they_are():
    assert asset("cues", "weights.json").stat().st_size < 200_000
    assert set(WEIGHTS["weights"]) == {"en", "any"}
    groups = {"start", "cues", "again", "length", "words", "phrases"}
    assert set(WEIGHTS["weights"]["en"]) == groups
    assert set(WEIGHTS["weights"]["en"]["cues"]) <= set(KINDS)
    assert set(WEIGHTS["weights"]["any"]["cues"]) <= EVERYWHERE

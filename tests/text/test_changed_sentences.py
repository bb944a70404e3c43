"""What a publisher changed: sentences added, removed and edited, with what they tell."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.changed_sentences import changed_sentences

OLD = (
    "The council of Łódź sent 1,150 tents on Monday.\n\n"
    "“We counted them twice,” the mayor said. Nobody was hurt in Zürich.\n\n"
    "The depot is empty 😀."
)


def told(old, new, **given_dates):
    return [
        (one.kind, one.old and one.old.of(old), one.new and one.new.of(new))
        for one in changed_sentences(old, new, **given_dates)
    ]


def test_a_text_that_did_not_change_has_no_changes():
    assert changed_sentences(OLD, OLD) == []
    assert changed_sentences(OLD, OLD.replace(". Nobody", ".  \nNobody")) == []


def test_added_removed_and_edited_sentences_stand_in_reading_order():
    new = OLD.replace(" Nobody was hurt in Zürich.", "").replace("1,150", "1,510")
    new += " 東京 has 3 beds more."
    assert told(OLD, new) == [
        (
            "edited",
            "The council of Łódź sent 1,150 tents on Monday.",
            "The council of Łódź sent 1,510 tents on Monday.",
        ),
        ("removed", "Nobody was hurt in Zürich.", None),
        ("added", None, "東京 has 3 beds more."),
    ]


def test_a_sentence_that_moved_is_no_change():
    first, *rest = OLD.split("\n\n")
    assert changed_sentences(OLD, "\n\n".join([*rest, first])) == []


def test_a_sentence_that_was_cut_in_two_is_one_edited_sentence():
    old = "The council of Łódź sent 1,150 tents to the river and the mayor counted them twice."
    new = "The council of Łódź sent 1,150 tents to the river. The mayor counted them twice."
    assert told(old, new) == [("edited", old, new)]
    assert told(new, old) == [("edited", new, old)]


@pytest.mark.parametrize(
    ("was", "now", "details"),
    [
        ("1,150", "1,510", [("figure", "1,150", "1,510")]),
        ("1,150", "about 1,150", [("figure", "1,150", "about 1,150")]),
        ("on Monday", "on Tuesday", [("time", "Monday", "Tuesday")]),
        ("twice,”", "once,”", [("quotation", "We counted them twice,", "We counted them once,")]),
        ("is empty", "is full", []),
        ("empty", "empty of 40 beds", [("figure", "", "40")]),
    ],
)
def test_figures_times_and_quotations_that_changed_are_told(was, now, details):
    new = OLD.replace(was, now)
    (change,) = changed_sentences(OLD, new, published=("2026-03-12", "2026-03-12"))
    assert [(one.kind, one.was, one.now) for one in change.details] == details
    for one in change.details:
        assert one.old is None or one.old.of(OLD) == one.was
        assert one.new is None or one.new.of(new) == one.now


def test_marks_alone_are_told_apart_from_words():
    (change,) = changed_sentences(OLD, OLD.replace("“We", "„We").replace("twice,”", "twice“,"))
    assert change.is_typographic
    (change,) = changed_sentences("It rose by 5% in 東京.", "It rose by 5 in 東京.")
    assert not change.is_typographic


@given(st.lists(st.sampled_from(OLD.split(" "))), st.lists(st.sampled_from(OLD.split(" "))))
def test_every_sentence_of_both_is_the_same_or_told_once(some, others):
    old, new = " ".join(some), " ".join(others)
    changes = changed_sentences(old, new)
    for spans in ([one.old for one in changes], [one.new for one in changes]):
        there = sorted(span for span in spans if span)
        assert all(one.end <= two.start for one, two in pairwise(there))

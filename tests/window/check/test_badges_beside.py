"""Badges are found at once in a short text, beside the window in a long one."""

import pytest

from factcheck.text.unseen import Unseen
from factcheck.window.check.badges_beside import SHORT, BadgesBeside

ODD = "Zür\u200bich zahlt Раypal in 東京 😀. "


@pytest.fixture
def found() -> list[int]:
    return []


@pytest.fixture
def beside(tasks, found) -> BadgesBeside:
    return BadgesBeside(tasks, lambda badges: found.append(len(badges)))


def test_a_short_text_has_its_badges_at_once(tasks, beside, found):
    beside.look(ODD * 3)
    assert found == [6]
    assert tasks.running() == ()


def test_a_long_plain_text_costs_nothing(tasks, beside, found):
    beside.look("Plain words. " * SHORT)
    assert found == [0]
    assert tasks.running() == ()


def test_a_long_text_has_its_badges_later_and_none_of_the_text_before(beside, found, qtbot):
    count = SHORT // len(ODD) + 9
    beside.look(ODD * count)
    assert found == [0]
    qtbot.waitUntil(lambda: found[1:] != [])
    assert found == [0, 2 * count]


def test_a_newer_text_ends_the_search_in_the_older_one(tasks, beside, found, qtbot):
    beside.look(ODD * SHORT)
    beside.look(ODD)
    qtbot.waitUntil(lambda: tasks.running() == ())
    assert found == [0, 2]


def test_what_the_file_does_not_show_is_badged_at_once_also_in_a_long_text(beside, found, qtbot):
    count = SHORT // len(ODD) + 9
    beside.look(ODD * count, [Unseen(3, 9, "white on white")])
    assert found == [1]
    qtbot.waitUntil(lambda: found[1:] != [])
    assert found == [1, 2 * count + 1]

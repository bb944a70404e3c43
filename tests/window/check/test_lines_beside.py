"""The sentences of a text: at once where it is short, beside the window where it is long."""

import pytest

from factcheck.text.sentences import sentences
from factcheck.window.check.lines_beside import SHORT, LinesBeside

SENTENCE = "Zürich schickt Zelte nach 東京 😀. "


@pytest.fixture
def found() -> list:
    return []


def test_a_short_text_has_its_lines_at_once(tasks, found):
    LinesBeside(tasks, found.append).look(SENTENCE * 3, "de")
    assert found == [sentences(SENTENCE * 3, "de")]
    assert tasks.running() == ()


def test_a_long_text_has_its_lines_later_and_the_window_goes_on(tasks, found, qtbot):
    text = SENTENCE * (SHORT // len(SENTENCE) + 9)
    LinesBeside(tasks, found.append).look(text, "de")
    assert found == []
    qtbot.waitUntil(lambda: found != [])
    assert found == [sentences(text, "de")]


def test_a_newer_text_ends_the_search_in_the_older_one(tasks, found, qtbot):
    lines = LinesBeside(tasks, found.append)
    older, newer = ("a. " + SENTENCE * 3000), ("b. " + SENTENCE * 2000)
    lines.look(older, "de")
    lines.look(newer, "de")
    qtbot.waitUntil(lambda: found != [] and tasks.running() == ())
    assert found == [sentences(newer, "de")]


def test_a_short_text_after_a_long_one_stays(tasks, found, qtbot):
    lines = LinesBeside(tasks, found.append)
    lines.look(SENTENCE * 3000, "de")
    lines.look(SENTENCE, "de")
    qtbot.waitUntil(lambda: tasks.running() == ())
    assert found == [sentences(SENTENCE, "de")]

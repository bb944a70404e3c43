"""Earlier fact-checks from a file, beside the window."""

import json

import pytest

from factcheck.case.read.earlier import earlier_count
from factcheck.window.hints.importing import EarlierActions
from factcheck.window.settings import Settings


@pytest.fixture
def actions(qtbot, workspace, tasks, shown, english_plurals):
    return EarlierActions(workspace, tasks, Settings(), shown)


def test_a_file_is_taken_in_once_and_told_of(qtbot, actions, workspace, tmp_path):
    path = tmp_path / "Prüfungen.jsonl"
    rows = [{"id": str(n), "claim": f"Behauptung {n} über Łódź"} for n in range(3)] + [{"id": "x"}]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")

    with qtbot.waitSignal(actions.imported) as told:
        actions.take_in(path)
    assert told.args[0].startswith("3 earlier fact-checks imported. 1 row could not be read: Row 4")
    assert workspace.read(earlier_count) == 3
    with qtbot.waitSignal(actions.said) as told:
        actions.take_in(path)
    assert "3 stood there already." in told.args[0]
    workspace.undo()
    qtbot.waitUntil(lambda: workspace.read(earlier_count) == 0)


def test_a_file_without_any_says_so(qtbot, actions, tmp_path):
    path = tmp_path / "leer.html"
    path.write_text("<p>Łódź</p>", "utf-8")
    with qtbot.waitSignal(actions.said) as told:
        actions.take_in(path)
    assert told.args == ["“leer.html” is a page without a ClaimReview in it."]

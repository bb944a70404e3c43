"""Earlier fact-checks from a file, beside the window."""

import json
import os
from pathlib import Path

import pytest

from factcheck.case.read.earlier import earlier_count
from factcheck.ingest.earlier_claims import SUFFIXES
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


def test_a_name_that_is_no_text_is_taken_as_far_as_it_is(qtbot, actions, workspace, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/Pr\xfcfungen.jsonl"))
    try:
        path.write_text(json.dumps({"id": "1", "claim": "Łódź 😀"}), "utf-8")
    except OSError:
        pytest.skip("this system names no file so")
    with qtbot.waitSignal(actions.imported):
        actions.take_in(path)
    assert workspace.read(earlier_count) == 1


def test_every_kind_of_file_that_is_read_is_offered(actions):
    assert all(f"*{ending}" in actions._filter() for ending in (*SUFFIXES, ".factcheck"))


def test_a_case_does_not_take_in_itself(qtbot, actions, workspace):
    with qtbot.waitSignal(actions.said) as told:
        actions.take_in(workspace.path)
    assert "is this case itself, or a copy of it" in told.args[0]
    assert workspace.read(earlier_count) == 0

"""Earlier fact-checks from a file, beside the window."""

import json
import os
from pathlib import Path

import pytest

from factcheck.case.read.earlier import earlier_count
from factcheck.errors import FactcheckError
from factcheck.ingest.earlier_claims import SUFFIXES
from factcheck.window.hints import importing
from factcheck.window.hints.importing import EarlierActions, TakenIn
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


def stops_after(monkeypatch, count, stop):
    """Have `stop` called when that many rows were taken in, two at a time."""
    read = importing._changes

    def some(path, into):
        for number, change in enumerate(read(path, into)):
            if number == count:
                stop()
            yield change

    monkeypatch.setattr(importing, "_AT_ONCE", 2)
    monkeypatch.setattr(importing, "_changes", some)


def cancelling(tasks):
    def stop():
        tasks.running()[0].cancel()

    return stop


def six(path):
    rows = [{"id": str(n), "claim": f"Behauptung {n} über Łódź 😀"} for n in range(6)]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return path


def test_what_was_taken_in_before_a_cancel_is_told_and_can_be_undone(
    qtbot, actions, workspace, tasks, tmp_path, monkeypatch
):
    stops_after(monkeypatch, 4, cancelling(tasks))

    with qtbot.waitSignal(actions.imported) as told:
        actions.take_in(six(tmp_path / "Prüfungen.jsonl"))

    assert told.args == ["Cancelled: 4 earlier fact-checks kept."]
    assert workspace.read(earlier_count) == 4
    workspace.undo()
    qtbot.waitUntil(lambda: workspace.read(earlier_count) == 0)


def test_a_cancel_before_the_first_row_offers_no_undo(
    qtbot, actions, workspace, tasks, tmp_path, monkeypatch
):
    stops_after(monkeypatch, 0, cancelling(tasks))
    with qtbot.waitSignal(actions.said) as told:
        actions.take_in(six(tmp_path / "Prüfungen.jsonl"))
    assert told.args == ["Cancelled: 0 earlier fact-checks kept."]
    assert workspace.read(earlier_count) == 0


def test_what_was_taken_in_before_a_fault_is_told_with_it(
    qtbot, actions, workspace, tmp_path, monkeypatch
):
    def fail():
        raise FactcheckError("Zeile 3 ist kaputt.")

    stops_after(monkeypatch, 2, fail)
    with qtbot.waitSignal(actions.imported) as told:
        actions.take_in(six(tmp_path / "Prüfungen.jsonl"))
    assert told.args == ["2 earlier fact-checks imported. Zeile 3 ist kaputt."]
    assert workspace.read(earlier_count) == 2


def test_no_undo_is_offered_where_another_case_is_open_by_then(qtbot, actions, tmp_path):
    with qtbot.assertNotEmitted(actions.imported), qtbot.waitSignal(actions.said) as told:
        actions._done(TakenIn(2, 0, 0, 0, "", tmp_path / "andere.factcheck"))
    assert told.args == ["2 earlier fact-checks imported."]


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

"""The list of what the publisher changed under the readers."""

import csv
from pathlib import Path

import pytest

from factcheck.window.checks.changes import ChangesDrawer


@pytest.fixture
def drawer(qtbot, workspace, tasks, made, english_plurals) -> ChangesDrawer:
    made.revise()
    shown = ChangesDrawer(workspace, tasks)
    qtbot.addWidget(shown)
    shown.resize(1000, 300)
    shown.show()
    with qtbot.waitSignal(shown._reading.answered):
        shown.show_document(made.article)
    return shown


def kinds(drawer: ChangesDrawer) -> list[tuple[str, str]]:
    return [(row.kind, " ".join((row.now or row.was).split())) for row in drawer.rows()]


def test_each_changed_sentence_stands_with_what_changed_in_it(drawer):
    assert [kind for kind, _ in kinds(drawer)] == ["edited", "edited", "edited"]
    model = drawer.table.rows
    first = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert first[1:2] == ["edited"]
    assert "1.150 → 1.510" in first[3]
    assert first[4:] == ["1", "True"]


def test_the_model_keeps_qts_rules(drawer, qtmodeltester):
    qtmodeltester.check(drawer.table.rows)


def test_the_current_row_shows_the_word_diff_and_the_verdict_that_rests_on_it(drawer):
    changed = [(part.kind, part.text) for part in drawer.diff.parts() if part.kind != "same"]
    assert changed == [("removed", "1.150"), ("added", "1.510")]
    assert "Claim 1, rated True, was published before, on " in drawer.why.text()


def test_only_what_a_published_verdict_rests_on_can_be_shown(drawer):
    drawer.filter.setCurrentIndex(drawer.filter.findData("after"))
    assert len(kinds(drawer)) == 1
    drawer.filter.setCurrentIndex(drawer.filter.findData("facts"))
    assert len(kinds(drawer)) == 2


def test_the_rows_that_are_listed_are_saved(drawer, qtbot, tmp_path: Path):
    drawer.filter.setCurrentIndex(drawer.filter.findData("after"))
    out = tmp_path / "Änderungen.csv"
    with qtbot.waitSignal(drawer.said):
        drawer.save_to(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["after_verdict"] for row in csv.DictReader(file)] == ["yes"]


def test_two_versions_can_be_chosen(drawer, qtbot, made):
    made.revise()
    assert drawer.versions.count() == 1
    with qtbot.waitSignal(drawer._reading.answered):
        drawer.show_document(made.article)
    assert drawer.versions.itemText(0) == "1 → 2"


def test_a_document_of_one_version_says_so(drawer, qtbot, made):
    with qtbot.waitSignal(drawer._reading.failed):
        drawer.show_document(made.source)
    assert not drawer.rows()
    assert drawer.versions.isHidden()

"""The list of quotations under the readers."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.window.checks.quotes import QuotesDrawer


@pytest.fixture
def drawer(qtbot, workspace, tasks, made, english_plurals) -> QuotesDrawer:
    shown = QuotesDrawer(workspace, tasks)
    qtbot.addWidget(shown)
    shown.resize(1000, 300)
    shown.show()
    with qtbot.waitSignal(shown._reading.answered):
        shown.show_document(made.article)
    return shown


def cells(drawer: QuotesDrawer) -> list[tuple[str, ...]]:
    model = drawer.table.rows
    return [
        tuple(str(model.index(row, column).data()) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def test_each_quotation_stands_with_its_state_its_speaker_and_its_source(drawer):
    assert cells(drawer) == [
        ("1", "exact", "“Wir haben 1.150 Zelte gezählt”", "Łucja", "Protokoll <b>1</b>"),
        ("2", "differs", "“We sent them to 東京 at once,”", "she", "Protokoll <b>1</b>"),
        ("2", "not found", "“nothing like that 😀”", "she", "–"),
    ]


def test_the_model_keeps_qts_rules(drawer, qtmodeltester):
    qtmodeltester.check(drawer.table.rows)


def test_the_current_row_shows_the_words_that_differ(drawer):
    drawer.table.step(1)
    changed = [(part.kind, part.text) for part in drawer.diff.parts() if part.kind != "same"]
    assert changed[0] == ("removed", "in time")
    assert drawer.why.text().endswith("The article has “at once”, the source “in time”.")
    drawer.table.step(1)
    assert drawer.why.text() == "Not found in any loaded source."


def test_what_is_in_order_can_be_left_out_and_a_word_or_two_shown(drawer):
    drawer.filter.setCurrentIndex(drawer.filter.findData("open"))
    assert [row[1] for row in cells(drawer)] == ["differs", "not found"]
    drawer.filter.setCurrentIndex(drawer.filter.findData("scare"))
    assert [row[2] for row in cells(drawer)][-1] == "“fiasco”"
    drawer.table.sort_by("state")
    assert [row[1] for row in cells(drawer)] == ["differs", "exact", "not found", "not found"]


def test_enter_chooses_a_quotation_and_escape_closes(drawer, qtbot):
    with qtbot.waitSignal(drawer.chosen) as chosen:
        QTest.keyClick(drawer.table, Qt.Key.Key_Return)
    assert chosen.args[0].quote == "Wir haben 1.150 Zelte gezählt"
    with qtbot.waitSignal(drawer.closed):
        QTest.keyClick(drawer.table, Qt.Key.Key_Escape)


def test_the_rows_that_are_listed_are_saved(drawer, qtbot, tmp_path: Path):
    drawer.filter.setCurrentIndex(drawer.filter.findData("open"))
    out = tmp_path / "Zitate.csv"
    with qtbot.waitSignal(drawer.said):
        drawer.save_to(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["state"] for row in csv.DictReader(file)] == ["differs", "not found"]


def test_a_text_without_quotations_says_so(drawer, qtbot, made):
    with qtbot.waitSignal(drawer._reading.answered):
        drawer.show_document(made.source)
    assert drawer.empty.text() == "This text quotes nobody."
    assert not drawer.save_button.isEnabled()


def test_everything_has_a_name(drawer):
    for part in (drawer.table, drawer.filter, drawer.close_button, drawer.full):
        assert part.accessibleName()

"""The list of lines worth checking under the readers."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.case.changes import AddDocument, MarkClaim, NoCheckNeeded
from factcheck.text.cues import KINDS
from factcheck.window.checks.cue_words import _CUES
from factcheck.window.checks.worth import WorthDrawer
from tests.making import loaded

TEXT = (
    "😀 Was it so?\n\nUnemployment fell to 4% in Zürich in 2019.\n\n"
    "東京 spent €3 million more than Łódź last year.\n\nThank you very much."
)


@pytest.fixture
def article(made) -> str:
    change = AddDocument(loaded(TEXT, title="Zahlen"), under_check=True, source=False)
    return made.do(change).ids[0]


@pytest.fixture
def drawer(qtbot, workspace, tasks, article, english_plurals) -> WorthDrawer:
    shown = WorthDrawer(workspace, tasks)
    qtbot.addWidget(shown)
    shown.resize(1000, 300)
    shown.show()
    with qtbot.waitSignal(shown._reading.answered):
        shown.show_document(article)
    return shown


def test_lines_are_ranked_with_what_speaks_for_them(drawer):
    rows = drawer.rows()
    assert {row.number for row in rows} == {2, 3}
    scores = [row.worth.score for row in rows]
    assert scores == sorted(scores, reverse=True)
    model = drawer.table.rows
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert cells[0] == str(round(scores[0] * 100))
    assert "percentage" in cells[3] or "money" in cells[3]
    assert "“" in drawer.why.text()
    assert "+" in drawer.why.text()


def test_the_model_keeps_qts_rules(drawer, qtmodeltester):
    qtmodeltester.check(drawer.table.rows)


def test_what_is_in_a_claim_is_listed_where_it_is_asked_for(drawer, made, article, qtbot):
    made.do(MarkClaim(article, TEXT.index("Unemployment"), TEXT.index(" in 2019")))
    with qtbot.waitSignal(drawer._reading.answered):
        drawer.refresh()
    assert [row.number for row in drawer.rows()] == [3]
    drawer.filter.setCurrentIndex(drawer.filter.findData("worth"))
    assert {row.number for row in drawer.rows()} == {2, 3}
    drawer.filter.setCurrentIndex(drawer.filter.findData("all"))
    assert len(drawer.rows()) == 4
    assert next(row for row in drawer.rows() if row.number == 2).claim_nos


def test_what_needs_no_check_is_read(drawer, made, article, qtbot):
    start = TEXT.index("Unemployment")
    made.do(NoCheckNeeded(article, start, TEXT.index("\n\n東京"), "known"))
    with qtbot.waitSignal(drawer._reading.answered):
        drawer.refresh()
    assert [row.number for row in drawer.rows()] == [3]
    drawer.filter.setCurrentIndex(drawer.filter.findData("worth"))
    assert [row.state for row in sorted(drawer.rows(), key=lambda row: row.number)] == [
        "no check",
        "unread",
    ]


def test_enter_chooses_a_line_and_the_list_is_saved(drawer, qtbot, tmp_path: Path):
    with qtbot.waitSignal(drawer.chosen) as chosen:
        QTest.keyClick(drawer.table, Qt.Key.Key_Return)
    assert chosen.args[0].number == drawer.rows()[0].number
    out = tmp_path / "Zahlen.csv"
    with qtbot.waitSignal(drawer.said):
        drawer.save_to(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["worth"] for row in rows] == ["yes", "yes"]
    assert all(row["cues"] for row in rows)


def test_everything_has_a_name_and_every_cue_a_word(drawer):
    for part in (drawer.table, drawer.filter, drawer.close_button, drawer.full):
        assert part.accessibleName()
    assert set(_CUES) == {*KINDS, "word"}

"""The corrections of an article for its author."""

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from factcheck.case.changes import Edit, SetShouldRead
from factcheck.case.read.claims import places_of
from factcheck.window.claims.corrections_dialog import CorrectionsDialog


@pytest.fixture
def dialog(qtbot, workspace, tasks, made, do, tmp_path: Path) -> CorrectionsDialog:
    first, second = (workspace.read(places_of, made.claims[at])[0] for at in (0, 2))
    do(SetShouldRead(first.id, "Zürich hat 1.100 Zelte nach 東京 geschickt"))
    do(SetShouldRead(second.id, "Der Zug fuhr am Dienstag"))
    do(Edit("place", second.id, {"should_read_outcome": "refused", "should_read_by": "Łucja"}))
    shown = CorrectionsDialog(workspace, tasks, made.article, tmp_path)
    # Closing must not take it from under the test.
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_all_corrections_of_an_article_are_listed_in_its_order(dialog):
    words = dialog.text.toPlainText()
    assert words.startswith("Corrections for “Zelte für 東京 😀”\n\n1. ¶ 2 · open\n")
    assert "2. ¶ 2 · refused by Łucja\n   Now: Der Zug fuhr am Montag\n" in words
    dialog.only_open.setChecked(True)
    assert "Dienstag" not in dialog.text.toPlainText()


def test_they_are_copied_as_text(dialog, qtbot):
    with qtbot.waitSignal(dialog.said):
        dialog.accept()
    assert "   Should read: Der Zug fuhr am Dienstag\n" in QGuiApplication.clipboard().text()


def test_they_are_saved_as_rows_of_places(dialog, qtbot, tmp_path: Path):
    out = tmp_path / "Korrekturen.csv"
    with qtbot.waitSignal(dialog.said):
        dialog.save_to(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["should_read_outcome"] for row in rows] == ["open", "refused"]
    assert rows[0]["quote"] == "Zürich hat 1150 Zelte nach 東京 geschickt"


def test_an_article_without_corrections_says_what_to_do(qtbot, workspace, tasks, tmp_path: Path):
    shown = CorrectionsDialog(workspace, tasks, "", tmp_path)
    qtbot.addWidget(shown)
    assert "Press W" in shown.text.toPlainText()
    assert not shown.main_button.isEnabled()

"""The scales of a case: seen, edited as new versions, made, loaded, chosen."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from factcheck.case.changes import RateClaim
from factcheck.case.read.verdicts import scale_in_use, scales, verdicts_of
from factcheck.window.scales.dialog import ScalesDialog
from tests.window.panels.conftest import do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]


pytestmark = pytest.mark.usefixtures("english_plurals")


@pytest.fixture
def dialog(qtbot, workspace, tmp_path: Path) -> ScalesDialog:
    shown = ScalesDialog(workspace, tmp_path)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def labels(dialog: ScalesDialog) -> list[str]:
    return [rating.label for rating in dialog.labels.ratings()]


def newest(workspace, name: str):
    return next(row for row in workspace.read(scales) if row.scale == name)


def test_the_scale_in_use_is_shown_with_its_labels(dialog):
    assert dialog.name.text() == "General"
    assert labels(dialog)[:2] == ["True", "Mostly true"]
    assert "1 verdict with this version" in dialog.about.text()
    assert not dialog.main_button.isEnabled()
    assert not dialog.save_button.isEnabled()
    assert not dialog.grab().isNull()


def test_each_edit_is_a_new_version_and_old_verdicts_keep_theirs(
    dialog, workspace, made, do, qtbot
):
    dialog.labels.item(1, 0).setText("Fast ganz 東京")
    dialog.labels.setCurrentCell(2, 0)
    dialog.labels.remove_label()
    assert dialog.save_button.text() == "Save as version 2"
    with qtbot.waitSignal(dialog.said):
        dialog.save_button.click()
    row = workspace.read(scale_in_use)
    assert (row.version, row.ratings[1].label) == (2, "Fast ganz 東京")
    assert row.ratings[1].code == "mostly-true"
    assert workspace.read(verdicts_of, made.claims[2])[0].rating == "True"
    assert "1 with older ones" in dialog.about.text()
    do(RateClaim(made.claims[1], "Fast ganz 東京", "Gezählt"))


def test_a_scale_of_ones_own_is_made_and_chosen(dialog, workspace, qtbot):
    dialog.new_button.click()
    dialog.name.setText("Haus Zürich 😀")
    dialog.name.textEdited.emit("Haus Zürich 😀")
    for row, (label, number) in enumerate((("Stimmt", "2"), ("Stimmt nicht", "1"))):
        dialog.labels.item(row, 0).setText(label)
        dialog.labels.item(row, 1).setText(number)
    with qtbot.waitSignal(dialog.said):
        dialog.save()
    row = newest(workspace, "haus-zürich")
    assert [each.shape for each in row.ratings] == ["best", "worst"]
    assert dialog.main_button.isEnabled()
    with qtbot.waitSignal(workspace.changed):
        dialog.accept()
    assert workspace.read(scale_in_use).name == "Haus Zürich 😀"


def test_what_is_wrong_with_a_scale_is_said_and_stays_typed(dialog, qtbot):
    dialog.labels.item(0, 1).setText("viel")
    dialog.save()
    assert "The number of “True”" in dialog.error()
    dialog.labels.item(0, 1).setText("5")
    dialog.labels.item(0, 0).setText("False")
    dialog.save()
    qtbot.waitUntil(lambda: "stands twice" in dialog.error())
    assert labels(dialog)[0] == "False"


def test_labels_move_with_their_signs(dialog):
    sign = dialog.labels.cellWidget(6, 2)
    assert isinstance(sign, QComboBox)
    before = labels(dialog)
    shape = sign.currentData()
    dialog.labels.setCurrentCell(6, 0)
    dialog.labels.move_label(-1)
    assert labels(dialog)[5] == before[6]
    assert dialog.labels.ratings()[5].shape == shape


def test_a_scale_is_loaded_from_a_file(dialog, workspace, qtbot, tmp_path: Path):
    path = tmp_path / "skala.json"
    told = {"name": "Łódź", "ratings": [{"label": "Ja", "value": 1}, {"label": "Nein", "value": 0}]}
    path.write_text(json.dumps(told), encoding="utf-8")
    with qtbot.waitSignal(dialog.said):
        dialog.load(path)
    assert dialog.name.text() == "Łódź"
    path.write_text("[]")
    dialog.load(path)
    assert "is no scale" in dialog.error()


def test_words_of_ones_own_need_no_labels(dialog, workspace, qtbot):
    dialog.new_button.click()
    dialog.name.setText("Freie Worte")
    dialog.free_text.setChecked(True)
    assert not dialog.labels.isEnabled()
    with qtbot.waitSignal(dialog.said):
        dialog.save()
    assert newest(workspace, "freie-worte").free_text

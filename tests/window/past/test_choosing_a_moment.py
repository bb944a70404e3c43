"""The dialog that asks for a moment."""

import pytest
from PySide6.QtCore import QDateTime, Qt

from factcheck.window.past.dialog import AsOfDialog
from factcheck.window.past.reading import AsOf


@pytest.fixture
def dialog(qtbot, workspace, tasks) -> AsOfDialog:
    made = AsOfDialog("Behauptung 1 …", workspace, tasks)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    return made


def test_at_first_it_is_now_and_the_last_entry(qtbot, dialog, workspace):
    qtbot.waitUntil(dialog.main_button.isEnabled)
    assert dialog.picker.moment().seq == workspace.head.seq


def test_an_entry_can_be_named(qtbot, dialog, made):
    chosen = []
    dialog.chosen.connect(chosen.append)
    dialog.picker.entry.setValue(made.seqs[0])
    assert dialog.picker.by_entry.isChecked()
    assert not dialog.main_button.isEnabled()
    qtbot.waitUntil(dialog.main_button.isEnabled)
    dialog.main_button.click()
    ((seq, at),) = chosen
    assert seq == made.seqs[0]
    assert at.endswith("Z")


def test_before_the_case_was_made_there_is_nothing_to_show(qtbot, dialog):
    dialog.picker.time.setDateTime(QDateTime.currentDateTime().addYears(-9))
    qtbot.waitUntil(lambda: bool(dialog.picker.why_not()))
    assert not dialog.main_button.isEnabled()
    assert dialog.picker.why_not() == "Nothing was known then: the case was made later."


def test_the_whole_minute_counts(qtbot, dialog, workspace):
    now = QDateTime.currentDateTimeUtc()
    dialog.picker.time.setDateTime(now.toLocalTime())
    qtbot.waitUntil(dialog.main_button.isEnabled)
    assert dialog.picker.moment().at.endswith(":59.999Z")


def test_a_moment_can_be_given(qtbot, dialog, made):
    dialog.picker.set_moment(AsOf(made.seqs[1], "2026-03-12T13:02:00.000Z"))
    qtbot.waitUntil(dialog.main_button.isEnabled)
    assert dialog.picker.moment().seq == made.seqs[1]


def test_enter_in_a_field_shows_it(qtbot, dialog):
    chosen = []
    dialog.chosen.connect(chosen.append)
    qtbot.waitUntil(dialog.main_button.isEnabled)
    qtbot.keyClick(dialog.picker.time, Qt.Key.Key_Return)
    assert len(chosen) == 1

"""The rules of a case in their dialog."""

import pytest

from factcheck.case.read.gates import gates_on
from factcheck.case.read.reviews import approvals_needed
from factcheck.case.read.undo_names import undo_names
from factcheck.window.verdicts.rules_dialog import RulesDialog


@pytest.fixture
def dialog(qtbot, workspace) -> RulesDialog:
    shown = RulesDialog(workspace)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_all_warnings_are_on_and_nothing_is_changed_by_looking(dialog, workspace, qtbot):
    seq = workspace.head.seq
    assert all(box.isChecked() for box in dialog.gates.values())
    with qtbot.waitSignal(dialog.accepted):
        dialog.main_button.click()
    assert workspace.head.seq == seq


def test_warnings_and_approvals_are_changed_and_undone_together(dialog, workspace, qtbot):
    dialog.gates["no evidence"].setChecked(False)
    dialog.approvals.setCurrentIndex(2)
    with qtbot.waitSignal(dialog.accepted):
        dialog.main_button.click()
    assert "no evidence" not in workspace.read(gates_on)
    assert len(workspace.read(gates_on)) == 3
    assert workspace.read(approvals_needed) == 2
    assert workspace.read(undo_names, workspace.checker)[0] == "change the rules of the case"
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(approvals_needed) == 0
    assert len(workspace.read(gates_on)) == 4


def test_where_nothing_can_be_written_it_says_why(workspace, qtbot):
    workspace._why_read_only = "Open in another window. Here you can only read."
    shown = RulesDialog(workspace)
    qtbot.addWidget(shown)
    assert shown.error() == "Open in another window. Here you can only read."
    assert not shown.main_button.isEnabled()

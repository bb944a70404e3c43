"""What leaves the window is looked through for traces of confidential sources before."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from factcheck.case.changes import (
    AddDocument,
    AddNote,
    AskRequest,
    Edit,
    MarkClaim,
    RateClaim,
    SetShouldRead,
)
from factcheck.case.read.claims import claims
from factcheck.case.read.documents import documents
from factcheck.window.checks.worth import WorthDrawer
from factcheck.window.claims.corrections_dialog import CorrectionsDialog
from factcheck.window.export_dialog import ExportDialog
from factcheck.window.handing_over.leaving import Leaving, file_name
from factcheck.window.handing_over.traces_dialog import TracesDialog
from factcheck.window.requests.requests_view import RequestsView
from factcheck.window.settings import Settings
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.making import ARTICLE, loaded

WHO = "Jitka Nováková"


def do(qtbot: QtBot, workspace: Workspace, change: object) -> None:
    with qtbot.waitSignal(workspace.changed):
        workspace.do(change)


@pytest.fixture
def workspace(qtbot: QtBot, workspace: Workspace) -> Workspace:
    """The open case with a claim whose reason names a confidential source, by its surname too."""
    do(qtbot, workspace, AddDocument(loaded(ARTICLE, title=f"Zelte, {WHO}"), under_check=True))
    article = workspace.read(documents)[0].id
    do(qtbot, workspace, AddNote("call", "Call", said="Ja.", who=WHO))
    note = next(row.id for row in workspace.read(documents) if row.kind == "call")
    do(qtbot, workspace, Edit("document", note, {"confidential": "yes"}))
    do(qtbot, workspace, MarkClaim(article, 0, 6))
    claim = workspace.read(claims)[0].id
    do(qtbot, workspace, RateClaim(claim, "True", f"{WHO}; Nováková."))
    do(
        qtbot,
        workspace,
        AskRequest("source", "Ola", f"Was {WHO} there? Nováková?", claim_ids=(claim,)),
    )
    return workspace


def wait_for(qtbot: QtBot, leaving: Leaving) -> TracesDialog:
    qtbot.waitUntil(lambda: leaving.dialog is not None)
    dialog = leaving.dialog
    assert dialog is not None
    return dialog


@pytest.fixture
def export(qtbot: QtBot, workspace: Workspace, tasks: Tasks, tmp_path: Path) -> ExportDialog:
    settings = Settings(tmp_path / "fenster.ini")
    settings.last_folder = tmp_path
    made = ExportDialog(workspace, tasks, settings)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_is_written_before_each_trace_was_looked_at(qtbot: QtBot, export: ExportDialog):
    out = export.form.wanted().out
    export.accept()
    dialog = wait_for(qtbot, export.leaving)
    assert not out.exists()
    assert [trace.word for trace in dialog.traces.rows] == ["Nováková"]
    assert not dialog.main_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.far.text() == "1 of 1 looked at"
    dialog.accept()
    qtbot.waitUntil(lambda: export.result_page() is not None)
    assert "Source A; Nováková." in out.read_text("utf-8-sig")


def test_leaving_the_traces_writes_nothing_and_says_so(qtbot: QtBot, export: ExportDialog):
    export.accept()
    wait_for(qtbot, export.leaving).reject()
    qtbot.waitUntil(lambda: "Nothing was written: 1 place" in export.error())
    assert not export.form.wanted().out.exists()


def test_the_claim_of_a_trace_is_shown_meanwhile(qtbot: QtBot, export: ExportDialog):
    export.accept()
    dialog = wait_for(qtbot, export.leaving)
    with qtbot.waitSignal(export.leaving.claim_wanted) as asked:
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert asked.args == [dialog.traces.rows[0].claim_id]
    assert dialog.isVisible()


def test_every_part_has_a_name(qtbot: QtBot, export: ExportDialog):
    export.accept()
    dialog = wait_for(qtbot, export.leaving)
    assert dialog.list.accessibleName() == "Places that may name a confidential source"
    assert "Enter" in dialog.list.accessibleDescription()
    first = dialog.traces.index(0)
    assert "Nováková – claim 1, reason" in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_all_can_be_ticked_at_once(qtbot: QtBot, export: ExportDialog):
    export.accept()
    dialog = wait_for(qtbot, export.leaving)
    dialog.accept()
    assert "Tick each place" in dialog.error()
    dialog.all_button.click()
    assert dialog.main_button.isEnabled()


def test_a_message_is_copied_once_it_was_looked_through(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks
):
    QGuiApplication.clipboard().setText("older")
    view = RequestsView(workspace, tasks)
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: bool(view.table.rows.ids))
    view.table.go_to(view.table.rows.index(0, 0))
    view.copy_message()
    dialog = wait_for(qtbot, view.leaving)
    assert QGuiApplication.clipboard().text() == "older"
    dialog.all_button.click()
    dialog.accept()
    qtbot.waitUntil(lambda: "Was Source A there? Nováková?" in QGuiApplication.clipboard().text())


def test_corrections_for_the_author_pass_the_gate(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, tmp_path: Path
):
    place = workspace.read(lambda c: c.exec_driver_sql("SELECT id FROM places").scalar_one())
    do(qtbot, workspace, SetShouldRead(place, f"{WHO} zählte"))
    article = workspace.read(documents)[0].id
    # It deletes itself once it closes.
    dialog = CorrectionsDialog(workspace, tasks, article, tmp_path)
    dialog.accept()
    qtbot.waitUntil(lambda: "Source A zählte" in QGuiApplication.clipboard().text())
    assert WHO not in QGuiApplication.clipboard().text()


def test_lines_worth_checking_pass_the_gate(
    qtbot: QtBot, workspace: Workspace, tasks: Tasks, tmp_path: Path
):
    article = workspace.read(documents)[0].id
    drawer = WorthDrawer(workspace, tasks)
    qtbot.addWidget(drawer)
    drawer.show()
    drawer.show_document(article)
    qtbot.waitUntil(lambda: bool(drawer.rows()))
    drawer.save_to(tmp_path / "lines.csv")
    qtbot.waitUntil((tmp_path / "lines.csv").exists)
    assert "Zelte, Source A" in (tmp_path / "lines.csv").read_text("utf-8-sig")


def test_a_name_that_is_offered_for_a_file_names_no_source(workspace: Workspace):
    assert file_name(workspace, f"Quotations of Zelte, {WHO}.csv") == (
        "Quotations of Zelte, Source A.csv"
    )

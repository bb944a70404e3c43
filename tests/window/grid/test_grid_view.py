"""The grid: claims by documents, compared beside the window, with the reasons beneath."""

import csv
import io
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import AddDocument, Edit, LinkEvidence
from factcheck.case.copies import lines_of
from factcheck.case.hand_over import refuse
from factcheck.case.read.grid import GridChoice
from factcheck.window.exporting import Wanted, export
from factcheck.window.grid.grid_view import GridView
from factcheck.window.grid.model import GridModel
from factcheck.window.tasks import Tasks
from factcheck.window.workspace import Workspace
from tests.making import loaded

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def view(qtbot, workspace: Workspace, tasks: Tasks, english_plurals: None) -> GridView:
    with workspace.another_reader() as case:
        lines = lines_of(case, [])
    workspace.learn_lines(lines)
    made = GridView(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitSignal(made.telling.finished):
        made.show()
    return made


def names(view: GridView) -> list[str]:
    return [str(view.model.headerData(at, Qt.Orientation.Horizontal)) for at in range(4)]


def cell(view: GridView, claim: int, name: str):
    return view.model.index(claim - 1, names(view).index(name))


def test_the_model_keeps_qt_rules(view: GridView, qtmodeltester):
    qtmodeltester.check(view.model)
    qtmodeltester.check(GridModel())


def test_a_cell_says_the_figure_and_for_who_hears_it_everything(view: GridView):
    index = cell(view, 1, "Spedition")
    assert index.data() == "1.100"
    spoken = str(index.data(ACCESSIBLE))
    assert spoken.startswith("Claim 1, Spedition: contradicts, 1.100, differs: Claim: ")
    nothing = cell(view, 3, "Spedition")
    assert nothing.data() == "says nothing"
    assert nothing.data(ACCESSIBLE) == "Claim 3, Spedition: says nothing"


def test_copies_stand_under_one_heading(view: GridView):
    assert names(view)[:2] == ["Courier", "Radio 😀"]
    assert view.model.groups() == [(0, 1)]
    spoken = view.model.headerData(0, Qt.Orientation.Horizontal, ACCESSIBLE)
    assert spoken == "Courier, one line of reporting with Radio 😀"
    view.grab()


def test_the_reason_of_a_difference_stands_beneath(view: GridView):
    view.table.go_to(cell(view, 1, "Spedition"))
    told = view.details.accessibleName()
    assert "contradicts" in told
    assert "≠ Claim: 1150, here 1.100." in told
    view.table.go_to(cell(view, 3, "Spedition"))
    assert "says nothing. E looks for a passage." in view.details.accessibleName()
    view.grab()


def test_j_and_k_step_in_a_column(view: GridView):
    view.table.go_to(view.model.index(0, 2))
    assert view.table.step(1)
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (1, 2)
    assert not view.table.step(5)


def test_rows_are_narrowed_to_an_event(view: GridView, do, reported: SimpleNamespace, qtbot):
    with qtbot.waitSignal(view.telling.finished):
        do(Edit("claim", reported.claims[1], {"event": "Łódź"}))
    at = view.rows_field.findText("Event: Łódź")
    with qtbot.waitSignal(view.telling.finished):
        view.rows_field.setCurrentIndex(at)
    assert [row.claim.claim_no for row in view.model.rows] == [2]
    assert view.header.accessibleName().startswith("Grid, 1 of 3 claims")
    with qtbot.waitSignal(view.telling.read):
        view.show_claims(GridChoice(tag="nobody"))
    assert "No claims like that." in view.empty.accessibleName()


def test_a_new_link_fills_its_cell_and_the_place_is_kept(
    view: GridView, do, reported: SimpleNamespace, qtbot
):
    view.table.go_to(cell(view, 3, "Spedition"))
    with qtbot.waitSignal(view.telling.finished):
        do(LinkEvidence((reported.claims[2],), reported.source, "context", locator="S. 2"))
    assert view.current.claim.claim_no == 3
    assert view.table.currentIndex().data() == "S. 2"


def test_enter_wants_the_place_and_an_empty_cell_the_claim(view: GridView, reported, qtbot):
    view.table.go_to(cell(view, 1, "Spedition"))
    with qtbot.waitSignal(view.cell_wanted) as wanted:
        view.table.choose_current()
    assert wanted.args[0] == reported.claims[0]
    assert wanted.args[1].document_id == reported.source
    view.table.go_to(cell(view, 3, "Spedition"))
    with qtbot.waitSignal(view.claim_wanted) as claim:
        view.table.choose_current()
    assert claim.args == [reported.claims[2]]


def test_a_closed_case_leaves_nothing(view: GridView, workspace: Workspace):
    workspace.close()
    assert view.model.rowCount() == 0
    assert view.details.accessibleName() == ""


def test_hints_fill_cells_where_nothing_is_linked_and_go_again(
    view: GridView, do, workspace, reported, qtbot
):
    text = "Die Spedition sagt, Zürich habe 1200 Zelte nach 東京 geschickt.\n"
    with qtbot.waitSignal(view.telling.finished):
        do(AddDocument(loaded(text, title="Bericht 😀", outlet="Bote")))
    before = view.model.columnCount()
    with qtbot.waitSignal(view.hinting.found):
        view.hints_box.setChecked(True)
    assert view.model.columnCount() == before + 1
    index = view.model.index(0, before)
    assert index.data() == "1200"
    spoken = str(index.data(ACCESSIBLE))
    assert spoken.startswith("Claim 1, Bote: a hint, not linked: 1200. ")
    assert view.model.index(2, before).data() == ""
    view.table.go_to(index)
    assert "Bote · a hint, not linked" in view.details.accessibleName()
    view.grab()
    with qtbot.waitSignal(view.hint_wanted) as wanted:
        view.table.choose_current()
    assert wanted.args[1].quote == text.strip()
    assert f"{before} documents" in view.header.accessibleName()
    with qtbot.waitSignal(view.telling.finished):
        view.hints_box.setChecked(False)
    assert view.model.columnCount() == before


def test_this_grid_is_written_as_a_sheet(view: GridView, qtbot, tmp_path):
    out = tmp_path / "Gitter 東京.csv"
    with qtbot.waitSignal(view.said) as said:
        view.save_to(out)
    assert said.args[0].startswith("3 rows written to Gitter 東京.csv.")
    head = out.read_text(encoding="utf-8-sig").splitlines()[0]
    assert "Courier" in head
    assert "[one line of reporting: 1]" in head


def test_an_export_from_the_window_counts_copies_as_one_line(reported, tmp_path):
    out = tmp_path / "Zeilen.csv"
    export(reported.path, Wanted("grid", "exact", ",", out), refuse, lambda _done, _total: None)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    groups = {row["document"]: row["group"] for row in rows if row["claim_no"] == "1"}
    assert groups["Courier"] == reported.courier
    export(reported.path, Wanted("evidence", "exact", ",", out), refuse, lambda _done, _total: None)
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    groups = {row["title"]: row["group"] for row in rows}
    assert groups["Courier"] == groups["Radio 😀"] == reported.courier

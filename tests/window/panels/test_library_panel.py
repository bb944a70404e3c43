"""The library pane: what it lists, what stays as it was, what its keys do."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from factcheck.case.changes import AddDocument, Edit
from factcheck.case.read.documents import document
from factcheck.window.library.model import COUNT_ROLE, SECOND_ROLE, SOURCES, UNDER_CHECK
from factcheck.window.library.panel import LibraryPanel
from tests.making import loaded


@pytest.fixture
def panel(qtbot, workspace) -> LibraryPanel:
    made = LibraryPanel(workspace)
    qtbot.addWidget(made)
    made.resize(252, 600)
    made.refresh()
    made.show()
    return made


def titles(panel: LibraryPanel, group: int) -> list[str]:
    parent = panel.model.index(group, 0)
    rows = panel.model.rowCount(parent)
    return [panel.model.index(row, 0, parent).data() for row in range(rows)]


def test_the_model_keeps_qt_rules(panel, qtmodeltester):
    qtmodeltester.check(panel.model)


def test_documents_stand_in_their_groups(panel):
    assert titles(panel, UNDER_CHECK) == ["Zelte für 東京 😀"]
    assert titles(panel, SOURCES) == ["Lieferschein <b>1</b>", "Anruf bei der Spedition"]


def test_a_row_says_outlet_date_and_count(panel, made):
    index = panel.model.index_of(made.article)
    assert str(index.data(SECOND_ROLE)).startswith("Züri-Bote · 12 ")
    assert str(index.data(COUNT_ROLE)).startswith("3")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Zelte für 東京 😀" in spoken
    assert "Züri-Bote" in spoken


def test_a_tooltip_never_reads_a_title_as_markup(panel, made):
    tip = panel.model.index_of(made.source).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_a_document_can_stand_in_both_groups(panel, made, do):
    do(Edit("document", made.source, {"under_check": "yes"}))
    assert "Lieferschein <b>1</b>" in titles(panel, UNDER_CHECK)
    assert "Lieferschein <b>1</b>" in titles(panel, SOURCES)


def test_what_is_chosen_stays_chosen_when_documents_come(panel, made, do):
    panel.view.go_to(panel.model.index_of(made.call))
    do(AddDocument(loaded("Neu in Łódź.", title="Neu")))
    assert panel.current.id == made.call
    assert "Neu" in titles(panel, SOURCES)


def test_a_folded_group_stays_folded(panel, made, do):
    group = panel.model.index(SOURCES, 0)
    panel.view.setExpanded(group, False)
    do(AddDocument(loaded("Neu in Łódź.", title="Neu")))
    assert not panel.view.isExpanded(panel.model.index(SOURCES, 0))


def test_the_filter_looks_for_all_words(panel):
    panel.model.set_filter("spedition anruf")
    assert titles(panel, SOURCES) == ["Anruf bei der Spedition"]
    assert titles(panel, UNDER_CHECK) == []


def test_a_filter_without_a_hit_says_what_to_do(panel):
    panel.filter.setText("zzz <b>")
    panel._filter("zzz <b>")
    assert panel.empty.isVisible()
    assert "zzz <b>" in panel.empty.accessibleName()


def test_steps_go_over_the_names_of_groups(panel, made):
    panel.view.go_to(panel.model.index_of(made.article))
    assert panel.view.step(1)
    assert panel.current.id == made.source
    assert panel.view.step(-1)
    assert panel.current.id == made.article
    assert not panel.view.step(-1)


def test_enter_opens_the_document(panel, made, qtbot):
    panel.view.go_to(panel.model.index_of(made.source))
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert told.args == [made.source]


def test_a_click_opens_the_document(panel, made, qtbot):
    place = panel.view.visualRect(panel.model.index_of(made.source)).center()
    with qtbot.waitSignal(panel.document_chosen) as told:
        qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [made.source]


def test_a_click_on_a_group_folds_it(panel, qtbot):
    group = panel.model.index(SOURCES, 0)
    place = panel.view.visualRect(group).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not panel.view.isExpanded(group)


def test_a_document_is_opened_beside_by_its_action(panel, made, qtbot):
    panel.view.go_to(panel.model.index_of(made.source))
    with qtbot.waitSignal(panel.second_reader_wanted) as told:
        panel.open_beside.trigger()
    assert told.args == [made.source]


def test_a_title_is_changed_in_its_row(panel, made, workspace, qtbot):
    index = panel.model.index_of(made.source)
    with qtbot.waitSignal(workspace.changed):
        panel.model.setData(index, "Lieferschein für Łódź")
    assert panel.model.index_of(made.source).data() == "Lieferschein für Łódź"


def test_a_document_with_links_stays_and_says_why(panel, made, workspace, qtbot):
    panel.view.go_to(panel.model.index_of(made.source))
    with qtbot.waitSignal(workspace.failed) as told:
        panel.remove.trigger()
    assert "stays" in told.args[0]


def test_the_marks_are_changed_by_their_actions(panel, made, workspace, qtbot):
    panel.view.go_to(panel.model.index_of(made.article))
    with qtbot.waitSignal(workspace.changed):
        panel.mark_source.trigger()
    assert workspace.read(document, made.article).source == 1


def test_only_changed_particulars_are_saved(panel, made, workspace, qtbot):
    panel.view.go_to(panel.model.index_of(made.article))
    panel.show_particulars.trigger()
    panel.particulars._fields["byline"].setText("Ilse Brändli")
    with qtbot.waitSignal(workspace.changed):
        panel.particulars.save()
    row = workspace.read(document, made.article)
    assert (row.byline, row.outlet) == ("Ilse Brändli", "Züri-Bote")
    assert panel.view.isVisible()


def test_what_is_typed_into_particulars_survives_a_change_from_elsewhere(panel, made, do):
    panel.view.go_to(panel.model.index_of(made.article))
    panel.show_particulars.trigger()
    panel.particulars._fields["byline"].setText("Ilse Brändli")
    do(Edit("document", made.article, {"outlet": "Tages-Bote", "byline": "Jemand"}))
    assert panel.particulars._fields["byline"].text() == "Ilse Brändli"
    assert panel.particulars._fields["outlet"].text() == "Tages-Bote"


def test_dropped_files_are_handed_over(panel, qtbot, tmp_path: Path):
    path = tmp_path / "Zürich 😀.txt"
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://a.example/")])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(panel.files_dropped) as told:
        panel.dropEvent(event)
    assert told.args == [[path]]


def test_the_rail_is_as_narrow_as_its_icons(panel, made):
    panel.set_rail(True)
    assert panel.maximumWidth() == 44
    panel.resize(44, 600)
    assert panel.view.columnWidth(0) == panel.view.viewport().width()
    assert not panel.grab().isNull()
    panel.view.go_to(panel.model.index_of(made.article))
    panel.show_particulars.trigger()
    assert panel.minimumWidth() >= 200
    panel.particulars.close_form()
    assert panel.maximumWidth() == 44


def test_without_a_case_the_library_says_how_to_begin(panel, workspace):
    workspace.close()
    assert panel.empty.isVisible()
    assert "Ctrl+I" in panel.empty.accessibleName()

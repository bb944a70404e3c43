"""A source that is corrected, retracted or unreliable, said in the library."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import Edit, LinkEvidence
from factcheck.case.read.reviews import to_recheck
from factcheck.window.evidence.model import EvidenceModel
from factcheck.window.evidence.words import located_evidence
from factcheck.window.library.model import SECOND_ROLE
from factcheck.window.library.panel import LibraryPanel


@pytest.fixture
def library(qtbot, workspace) -> LibraryPanel:
    shown = LibraryPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(252, 700)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_its_particulars_open_at_the_condition_and_the_verdicts_need_a_recheck(
    library, workspace, made, do, qtbot, english_plurals
):
    do(LinkEvidence((made.claims[2],), made.source, "supports", 0, 5))
    library.view.go_to(library.model.index_of(made.source))
    library.show_condition.trigger()
    fields = library.particulars._fields
    assert library.focusWidget() is fields["condition"]
    qtbot.keyClick(fields["condition"], Qt.Key.Key_Down)
    fields["condition_note"].setText("Seite 1 war falsch 😀")
    with qtbot.waitSignal(library.recheck_needed) as told:
        qtbot.keyClick(
            fields["condition_note"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
    assert told.args == ["1 verdict rests on it and needs a recheck. The ledger lists them."]
    (row,) = workspace.read(to_recheck)
    index = library.model.index_of(made.source)
    assert index.data(SECOND_ROLE).startswith("corrected · ")
    assert row.why == "“Lieferschein <b>1</b>” was corrected: Seite 1 war falsch 😀."


def test_a_source_that_nothing_rests_on_falls_quietly(library, workspace, made, qtbot):
    said: list[str] = []
    library.recheck_needed.connect(said.append)
    library.show_particulars_of(made.call, "condition")
    qtbot.keyClick(library.particulars._fields["condition"], Qt.Key.Key_Down)
    with qtbot.waitSignal(workspace.changed):
        library.particulars.save()
    qtbot.waitUntil(lambda: library.particulars.document_id == "")
    assert said == []


def test_a_link_says_what_became_of_its_source(workspace, made, do, qtmodeltester):
    do(Edit("document", made.source, {"condition": "retracted", "condition_note": "東京 irrte"}))
    model = EvidenceModel()
    qtmodeltester.check(model)
    model.set_rows(workspace.read(located_evidence, made.claims[0]))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("contradicts, Lieferschein <b>1</b>, retracted: 東京 irrte, ")
    assert "retracted" not in model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)

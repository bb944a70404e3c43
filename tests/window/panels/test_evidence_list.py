"""The evidence list: rows, stances, notes typed in place, and what is folded."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import AddDocument, LinkEvidence
from factcheck.case.read.documents import documents
from factcheck.case.read.evidence import evidence_of
from factcheck.text.unseen import Unseen
from factcheck.window.evidence.broken_lines import broken
from factcheck.window.evidence.delegate import EvidenceDelegate
from factcheck.window.evidence.section import EvidenceSection
from factcheck.window.evidence.words import located_evidence
from factcheck.window.fonts import quote_font
from tests.making import loaded


@pytest.fixture
def section(qtbot, workspace, made) -> EvidenceSection:
    shown = EvidenceSection(workspace)
    qtbot.addWidget(shown)
    shown.resize(400, 300)

    def refresh(_changes: object = None) -> None:
        shown.show_rows(workspace.read(located_evidence, made.claims[0]))

    workspace.changed.connect(refresh)
    refresh()
    shown.show()
    shown.refresh = refresh
    return shown


def test_the_model_keeps_qt_rules(section, qtmodeltester):
    qtmodeltester.check(section.list.rows)


def test_a_row_says_stance_document_place_quote_and_note(section):
    spoken = section.list.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "contradicts, Lieferschein <b>1</b>, ¶ 2, 1.100 Zelte, Seite 1"
    spoken = section.list.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "supports, Anruf bei der Spedition, Anruf, 3. März"


def test_the_claims_own_article_is_marked(section, made, do):
    do(LinkEvidence((made.claims[0],), made.article, "context", 0, 6))
    spoken = section.list.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "own article" in spoken
    assert not section.grab().isNull()


def test_enter_wants_the_place(section, qtbot, made):
    section.list.step(1)
    with qtbot.waitSignal(section.list.place_wanted) as told:
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert told.args[0].id == made.links[0]


def test_a_row_gets_another_stance_and_stays_chosen(section, workspace, made, qtbot):
    assert not section.list.set_stance("context")
    section.list.show_link(made.links[1])
    with qtbot.waitSignal(workspace.changed):
        assert section.list.set_stance("context")
    assert section.list.current.id == made.links[1]
    assert section.list.current.stance == "context"


def test_a_removed_link_hands_the_row_to_its_neighbour(section, workspace, made, qtbot):
    section.list.show_link(made.links[0])
    with qtbot.waitSignals([workspace.changed, section.list.removed]):
        assert section.list.remove_current()
    assert section.list.current.id == made.links[1]
    assert len(workspace.read(evidence_of, made.claims[0])) == 1


def test_a_note_is_typed_in_its_row(section, workspace, made, qtbot):
    section.list.show_link(made.links[0])
    section.list.edit_note()
    field = section.list._field
    assert field.text() == "Seite 1"
    field.setText("Seite 2, Łódź")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.read(evidence_of, made.claims[0])[0].note == "Seite 2, Łódź"


def test_esc_leaves_the_note_as_it_was(section, workspace, made, qtbot):
    section.list.show_link(made.links[0])
    section.list.edit_note()
    section.list._field.setText("anders")
    qtbot.keyClick(section.list._field, Qt.Key.Key_Escape)
    assert not section.list._field.is_typing
    assert workspace.read(evidence_of, made.claims[0])[0].note == "Seite 1"


def test_a_locator_in_words_goes_before_the_paragraph(section, workspace, made, qtbot):
    section.list.show_link(made.links[0])
    section.list.edit_locator()
    section.list._field.setText("S. 214")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(section.list._field, Qt.Key.Key_Return)
    assert section.list.rows.located(section.list.rows.index(0)).place == "S. 214"


def test_low_windows_fold_what_comes_after_the_second_link(section, made, do):
    for stance in ("context", "supports"):
        do(LinkEvidence((made.claims[0],), made.call, stance, locator=stance))
    section.set_compact(True)
    assert section.list.rows.rowCount() == 2
    assert section.more.isVisible()
    assert section.more.accessibleName() == "2 more, S 1 · X 1"
    section.more.click()
    assert section.list.rows.rowCount() == 4
    assert not section.more.isVisible()


def test_one_link_more_is_shown_rather_than_folded(section, made, do):
    do(LinkEvidence((made.claims[0],), made.call, "context", locator="später"))
    section.set_compact(True)
    assert section.list.rows.rowCount() == 3


def test_a_long_quote_ends_after_three_lines(qapp):
    lines = broken("“" + "Zürich 東京 😀 " * 200 + "”", quote_font(), 300)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert "".join(lines[:2]).count("�") == 0


def test_a_row_is_as_high_as_its_quote_is_long(section, workspace, made):
    delegate = EvidenceDelegate()
    with_quote, without = workspace.read(located_evidence, made.claims[0])
    high = delegate.layout_of(with_quote, 400).height
    assert high > delegate.layout_of(without, 400).height


def test_a_quote_that_nobody_sees_in_its_file_says_so(section, workspace, made, do):
    hidden = replace(
        loaded("Łucja zählt 12 Zelte.", title="Weiß"), unseen=(Unseen(6, 14, "white on white"),)
    )
    do(AddDocument(hidden))
    document = next(row.id for row in workspace.read(documents) if row.title == "Weiß")
    do(LinkEvidence((made.claims[0],), document, "context", 0, 14))
    do(LinkEvidence((made.claims[0],), document, "context", 15, 20))
    seen, unseen = (
        section.list.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (3, 2)
    )
    assert "unseen in its file: white on white" in unseen
    assert "unseen" not in seen

"""A pane with a document: its marks follow the case, and the place stays."""

import pytest

from factcheck.case.changes import (
    AddDocument,
    AddPlace,
    Edit,
    MarkClaim,
    Redact,
    RemoveDocument,
    RemoveEvidence,
)
from factcheck.case.read.documents import documents
from factcheck.text.spans import Span
from factcheck.window.check.reader_pane import ReaderPane
from tests.making import loaded
from tests.window.panels.conftest import NOTE, TEXT, span

LONG = "\n\n".join(f"Absatz {n}: Zürich zählt Zelte für 東京 😀." for n in range(80))


@pytest.fixture
def pane(qtbot, workspace, tasks, made) -> ReaderPane:
    made_pane = ReaderPane(workspace, tasks)
    qtbot.addWidget(made_pane)
    made_pane.resize(700, 500)
    made_pane.show()
    made_pane.show_document(made.article)
    return made_pane


def numbers(pane: ReaderPane) -> list[str]:
    return sorted(mark.number for mark in pane.view.marks())


def test_without_a_document_it_says_what_to_do(qtbot, workspace, tasks):
    empty = ReaderPane(workspace, tasks)
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.view.isVisible()
    assert "Ctrl+I" in empty._empty.accessibleName()
    assert empty.chosen_span() is None


def test_text_head_and_marks_are_shown(pane):
    assert pane.view.text() == TEXT
    assert numbers(pane) == ["1", "2", "3"]
    assert pane.document.title == "Zelte für 東京 😀"


def test_a_claim_marked_elsewhere_appears(pane, do, made):
    do(MarkClaim(made.article, *span(TEXT, "sagte Łucja Ångström")))
    assert numbers(pane) == ["1", "2", "3", "4"]
    do(AddPlace(made.claims[0], made.article, *span(TEXT, "Zürich schickt Zelte")))
    assert numbers(pane) == ["1", "1", "2", "3", "4"]


def test_a_link_that_is_removed_or_changed_shows_so(pane, do, made):
    pane.show_document(made.source)
    assert numbers(pane) == ["C 1"]
    do(Edit("evidence", made.links[0], {"stance": "context"}))
    assert numbers(pane) == ["X 1"]
    do(RemoveEvidence(made.links[0]))
    assert numbers(pane) == []


def test_a_text_that_is_redacted_is_shown_no_longer(pane, do, made):
    do(Redact("Schutz der Quelle 東京", documents=(made.article,)))
    assert not pane.view.isVisible()
    assert pane.view.text() == ""
    assert "redacted" in pane._empty.accessibleName()


def test_another_text_that_is_redacted_leaves_the_place_alone(pane, do, made):
    do(AddDocument(loaded(LONG, title="Lang 😀"), under_check=True))
    document = next(row.id for row in pane._workspace.read(documents) if row.title == "Lang 😀")
    pane.show_document(document)
    pane.view.restore_place(LONG.index("Absatz 60"))
    before = pane.view.place()
    do(Redact("x", documents=(made.source,)))
    assert (pane.view.text(), pane.view.place()) == (LONG, before)


def test_a_removed_document_clears_the_pane(pane, do, workspace, made, qtbot):
    do(AddDocument(loaded(LONG, title="Nur kurz hier 😀")))
    added = next(row for row in workspace.read(documents) if row.title == "Nur kurz hier 😀")
    pane.show_document(added.id)
    with qtbot.waitSignal(pane.shown) as told:
        workspace.do(RemoveDocument(added.id))
    assert told.args == [None]
    assert pane.document is None
    assert not pane.view.isVisible()
    assert pane.claims_here() == []


def test_the_place_stays_when_claims_and_particulars_change(pane, do, workspace):
    do(AddDocument(loaded(LONG, title="Lang"), under_check=True, source=False))
    added = next(row for row in workspace.read(documents) if row.title == "Lang")
    pane.show_document(added.id)
    pane.view.restore_place(LONG.index("Absatz 40"))
    place = pane.view.place()
    assert place > 1000
    do(MarkClaim(added.id, *span(LONG, "Absatz 41: Zürich")))
    assert pane.view.place() == place
    do(Edit("document", added.id, {"title": "Länger", "outlet": "Züri-Bote"}))
    assert pane.document.title == "Länger"
    assert pane.view.place() == pytest.approx(place, abs=120)


def test_the_active_claim_is_marked_as_such(pane, made):
    pane.set_active_claim(made.claims[2])
    assert [mark.number for mark in pane.view.marks() if mark.active] == ["3"]
    pane.set_active_claim(None)
    assert not any(mark.active for mark in pane.view.marks())


def test_the_claims_at_the_cursor_come_smallest_first(pane, made):
    start = TEXT.rindex("1150 Zelte")
    pane.view.select(Span(start + 1, start + 1))
    assert pane.claims_here() == [made.claims[1], made.claims[0]]


def test_without_a_selection_the_line_is_chosen(pane):
    start = TEXT.index("Der Zug")
    pane.view.select(Span(start, start))
    assert pane.chosen_span().of(TEXT) == "Der Zug fuhr am Montag."
    pane.view.select(Span(start, start + 7))
    assert pane.chosen_span().of(TEXT) == "Der Zug"


def test_a_note_with_its_text_is_read_like_any_document(pane, made):
    pane.show_document(made.call)
    assert pane.is_note
    assert pane.view.text() == "Es waren 1.100."
    pane.show_document(made.source)
    assert not pane.is_note
    assert pane.view.text() == NOTE


def test_a_document_that_is_gone_clears_the_pane(pane):
    pane.show_document("gibt es nicht")
    assert pane.document is None


def test_the_head_says_how_much_is_to_be_looked_at_twice_and_goes_to_the_next(pane, do):
    odd = "Zür\u200bich zahlt \u202e000,5\u202c an Раypal in 東京 😀."
    do(AddDocument(loaded(odd, title="Versteckt 😀"), under_check=True))
    rows = {row.title: row.id for row in pane._workspace.read(documents)}
    assert pane._look_twice.isHidden()
    assert not pane.view.next_badge()
    pane.show_document(rows["Versteckt 😀"])
    assert pane._look_twice.isVisible()
    assert pane._look_twice.text() == "Look twice: 4"
    assert "Shift+I" in pane._look_twice.toolTip()
    pane._look_twice.click()
    assert pane.view.reading_offset() == odd.index("\u200b")
    assert pane.view.next_badge()
    assert pane.view.reading_offset() == odd.index("\u202e")
    assert pane.view.text() == odd
    pane.show_document(rows["Zelte für 東京 😀"])
    assert pane._look_twice.isHidden()
    pane.clear()
    assert not pane.view.badges()

"""The check view: what keys do, and what it says where they can do nothing."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import Edit, MarkClaim, RemoveClaim
from factcheck.case.read.claims import claims_in, places_of
from factcheck.case.read.evidence import evidence_of
from factcheck.text.spans import Span
from factcheck.window.check.check_view import CheckView
from factcheck.window.settings import CaseView
from tests.window.panels.conftest import NOTE, TEXT, span


@pytest.fixture
def said(shown: CheckView) -> list[str]:
    heard: list[str] = []
    shown.said.connect(heard.append)
    return heard


def select(pane, text: str, quote: str) -> None:
    pane.view.select(Span(*span(text, quote)))
    pane.focus()


def test_the_first_article_and_its_first_claim_are_shown(shown, made):
    assert shown.article.document.id == made.article
    first = shown.active_claim
    assert first in made.claims
    assert shown.claim.current.id == first


def test_marking_in_a_source_says_what_to_do(shown, said, made, workspace):
    shown.open_source(made.source)
    select(shown.source, NOTE, "1.100 Zelte")
    shown.mark()
    assert "is a source" in said[0]
    assert "Lieferschein <b>1</b>" in said[0]
    assert len(workspace.read(claims_in, made.article)) == 3


def test_marking_without_a_text_says_what_to_do(shown, said):
    shown.article.clear()
    shown.mark()
    assert said == ["Select the words of the claim first."]


def test_linking_without_a_claim_says_what_to_do(shown, said, made):
    shown.activate(None)
    shown.open_source(made.source)
    select(shown.source, NOTE, "1.100 Zelte")
    shown.link("supports")
    assert said == ["Choose a claim first: N goes to the next one."]
    shown.mark_here_too()
    assert "Choose a claim" in said[1]


def test_linking_without_a_source_says_what_to_do(shown, said, made):
    shown.activate(made.claims[1])
    shown.article.view.select(Span(0, 0))
    shown.link("supports")
    assert said == ["Open a source and select the passage, then press S, C or X."]


def test_a_passage_of_the_second_reader_is_linked(shown, made, workspace, qtbot):
    shown.activate(made.claims[1])
    shown.open_source(made.source)
    select(shown.source, NOTE, "1.100 Zelte für 東京")
    with qtbot.waitSignal(workspace.changed):
        shown.link("context")
    (link,) = workspace.read(evidence_of, made.claims[1])
    assert (link.stance, link.quote) == ("context", "1.100 Zelte für 東京")
    assert shown.source.is_focused()


def test_one_claim_can_stand_twice(shown, made, workspace, qtbot):
    shown.activate(made.claims[2])
    select(shown.article, TEXT, "sagte Łucja Ångström")
    with qtbot.waitSignal(workspace.changed):
        shown.mark_here_too()
    assert [place.quote for place in workspace.read(places_of, made.claims[2])] == [
        "Der Zug fuhr am Montag", "sagte Łucja Ångström",
    ]  # fmt: skip
    assert shown.active_claim == made.claims[2]


def test_claims_are_gone_through_in_the_order_of_the_text(shown, workspace, made, said):
    order = [row.id for row in workspace.read(claims_in, made.article)]
    shown.activate(None)
    for wanted in (*order, order[0]):
        shown.step_claim(1)
        assert shown.active_claim == wanted
    shown.step_claim(-1)
    assert shown.active_claim == order[-1]
    shown.activate(None)
    shown.step_claim(-1)
    assert shown.active_claim == order[-1]
    assert said == []


def test_an_article_without_claims_says_how_to_mark_one(shown, said, made, do, workspace):
    do(Edit("document", made.source, {"under_check": "yes"}))
    shown.open_article(made.source)
    shown.step_claim(1)
    assert said == ["No claims yet. Select a sentence and press M."]
    assert shown.active_claim is None


def test_a_claim_that_is_removed_elsewhere_is_no_longer_active(shown, made, do, workspace, qtbot):
    do(MarkClaim(made.article, *span(TEXT, "sagte Łucja Ångström")))
    claim = next(row.id for row in workspace.read(claims_in, made.article) if row.claim_no == 4)
    shown.activate(claim)
    do(RemoveClaim(claim))
    assert shown.active_claim is None
    assert claim not in shown._order


def test_removing_the_mark_at_the_cursor_keeps_the_claim(shown, made, workspace, qtbot):
    start = TEXT.index("Der Zug fuhr")
    shown.activate(None)
    shown.article.view.select(Span(start + 3, start + 3))
    shown.article.focus()
    with qtbot.waitSignal(shown.removed) as told:
        shown.remove()
    assert told.args == ["Mark removed. The claim is kept."]
    assert workspace.read(places_of, made.claims[2]) == []


def test_evidence_with_a_passage_is_shown_where_its_document_is(shown, made, workspace):
    by_passage, by_locator = workspace.read(evidence_of, made.claims[0])
    if by_passage.start is None:
        by_passage, by_locator = by_locator, by_passage
    shown.show_evidence(by_passage)
    assert shown.source.document.id == made.source
    assert shown.source.is_focused()
    shown.show_evidence(by_locator)
    assert shown.source.document.id == made.call


def test_where_a_passage_is_opened_one_reads_on(shown, made):
    shown.article.view.select(Span(0, 0))
    start = TEXT.index("Der Zug fuhr")

    shown.open_passage(made.article, Span(start, len(TEXT)))

    assert shown.article.chosen_span().start == start


def test_back_and_forward_lead_through_articles_with_their_claims(shown, made, do):
    do(Edit("document", made.source, {"under_check": "yes"}))
    shown.activate(made.claims[2])
    shown.open_article(made.source)
    assert shown.active_claim is None
    shown.back()
    assert shown.article.document.id == made.article
    assert shown.active_claim == made.claims[2]
    shown.forward()
    assert shown.article.document.id == made.source
    # At the ends nothing happens.
    shown.forward()
    assert shown.article.document.id == made.source


def test_f6_goes_through_the_panes_and_around(shown, made):
    shown.library.view.setFocus()
    shown.next_pane(1)
    assert shown.article.is_focused()
    shown.open_source(made.source)
    shown.next_pane(1)
    assert shown.source.is_focused()
    shown.next_pane(1)
    assert shown.claim.isAncestorOf(shown.window().focusWidget())
    shown.next_pane(1)
    assert shown.library.isAncestorOf(shown.window().focusWidget())
    shown.next_pane(-1)
    assert shown.claim.isAncestorOf(shown.window().focusWidget())


def test_f9_shows_a_source_and_hides_it(shown, made):
    shown.toggle_source()
    assert shown.source.isVisible()
    assert shown.source.document.id in (made.source, made.call)
    shown.toggle_source()
    assert not shown.source.isVisible()


def test_both_readers_are_zoomed_together(shown, qtbot):
    with qtbot.waitSignal(shown.zoomed) as told:
        shown.zoom_by(10)
    assert told.args == [110]
    assert shown.source.view.typography().zoom == 110
    shown.zoom(1000)
    assert shown.article.view.typography().zoom == 250


def test_the_rows_of_a_list_are_stepped_through_like_lines(shown, made):
    links = shown.claim.evidence.list
    shown.activate(made.claims[0])
    links.setFocus(Qt.FocusReason.OtherFocusReason)
    links.go_to(links.rows.index(0))
    shown.step_line(1)
    assert links.currentIndex().row() == 1
    shown.step_line(-1)
    assert links.currentIndex().row() == 0


def test_what_was_left_is_restored_and_what_is_gone_is_passed_over(shown, made):
    shown.activate(made.claims[1])
    shown.open_source(made.source)
    shown.library.filter.setText("Zelte")
    kept = shown.case_view("ledger")
    assert (kept.document, kept.second_document, kept.active_claim, kept.view) == (
        made.article, made.source, made.claims[1], "ledger",
    )  # fmt: skip
    shown.restore(CaseView())
    assert not shown.source.isVisible()
    shown.restore(kept)
    assert shown.source.document.id == made.source
    assert shown.active_claim == made.claims[1]
    # What is typed there may be a name that is redacted later: it is not kept.
    assert shown.library.filter.text() == ""
    gone = CaseView(document="weg", second_document="weg", active_claim="weg")
    shown.restore(gone)
    assert shown.article.document.id == made.article
    assert not shown.source.isVisible()
    assert shown.active_claim in made.claims

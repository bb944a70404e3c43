"""Links to several claims at once, by passage, by a locator in words, or both."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.read.evidence import evidence_of
from factcheck.text.spans import Span
from factcheck.window.check.check_view import CheckView
from factcheck.window.check.link_keys import link_by_locator, link_several
from factcheck.window.evidence.claim_choices import ClaimChoice, ClaimChoices

CHECKED, UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
TICK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def check(qtbot, workspace, tasks, made) -> CheckView:
    view = CheckView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1200, 800)
    view.show()
    view.open_article(made.article)
    view.open_source(made.source)
    view.activate(made.claims[1], go=False)
    return view


def select(check: CheckView, words: str) -> Span:
    start = check.source.view.text().index(words)
    span = Span(start, start + len(words))
    check.source.view.select(span)
    return span


def test_one_passage_is_linked_to_several_claims_at_once(check, made, workspace, qtbot):
    span = select(check, "1.100 Zelte")
    dialog = link_several(check, "contradicts")
    assert dialog.choices.ticked == (made.claims[1],)
    dialog.choices.tick([made.claims[2]])
    with qtbot.waitSignal(dialog.linked) as linked:
        dialog.accept()
    assert len(linked.args[0].ids) == 2
    for claim_id in made.claims[1:]:
        (link,) = workspace.read(evidence_of, claim_id)
        assert (link.quote, link.stance) == ("1.100 Zelte", "contradicts")
        assert (link.start, link.end) == (span.start, span.end)
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(evidence_of, made.claims[1]) == []
    assert workspace.read(evidence_of, made.claims[2]) == []


def test_claims_chosen_elsewhere_are_ticked(check, made):
    select(check, "1.100 Zelte")
    dialog = link_several(check, "supports", (made.claims[2], made.claims[0]))
    assert set(dialog.choices.ticked) == {made.claims[0], made.claims[2]}


def test_a_locator_alone_is_linked(check, made, workspace, qtbot):
    dialog = link_by_locator(check)
    assert not dialog.passage.isVisible()
    dialog.accept()
    assert "Say where it stands" in dialog.error()
    dialog.locator.setText("S. 214, 東京")
    dialog.note.setText("zweite Auflage")
    with qtbot.waitSignal(dialog.linked):
        dialog.accept()
    (link,) = workspace.read(evidence_of, made.claims[1])
    assert (link.locator, link.note, link.start) == ("S. 214, 東京", "zweite Auflage", None)


def test_a_passage_can_have_a_locator_too_or_be_left_out(check, made, workspace, qtbot):
    select(check, "1.100 Zelte")
    dialog = link_by_locator(check)
    dialog.locator.setText("Zeile 2")
    assert dialog.change().start is not None
    dialog.passage.setChecked(False)
    assert dialog.change().start is None
    dialog.passage.setChecked(True)
    with qtbot.waitSignal(dialog.linked):
        dialog.accept()
    (link,) = workspace.read(evidence_of, made.claims[1])
    assert (link.locator, link.quote) == ("Zeile 2", "1.100 Zelte")


def test_the_own_article_is_linked_and_marked_so(check, made, workspace, qtbot):
    start = check.article.view.text().index("Der Zug fuhr")
    check.article.view.select(Span(start, start + 12))
    check.article.view.setFocus()
    qtbot.waitUntil(check.article.is_focused)
    with qtbot.waitSignal(workspace.changed):
        check.link("context")
    (link,) = workspace.read(evidence_of, made.claims[1])
    assert link.document_id == made.article
    assert link.own_article


def test_without_a_claim_nothing_can_be_linked(check):
    dialog = link_by_locator(check)
    dialog.choices.setData(dialog.choices.index(1), UNCHECKED, TICK)
    assert not dialog.main_button.isEnabled()
    assert dialog.main_button.toolTip() == "Choose a claim."


def test_without_a_source_it_says_what_to_do(check, qtbot):
    check.arrangement.show_source(False)
    with qtbot.waitSignal(check.said):
        assert link_by_locator(check) is None


def test_ticks_stay_while_the_filter_hides_their_claims(qtmodeltester):
    model = ClaimChoices(
        [
            ClaimChoice("a", 1, "Zürich"),
            ClaimChoice("b", 2, "東京 😀"),
            ClaimChoice("c", 12, "Łódź"),
        ]
    )
    qtmodeltester.check(model)
    model.tick(["b", "unknown"])
    model.set_filter("zürich")
    assert [model.index(row).data() for row in range(model.rowCount())] == ["1  Zürich"]
    assert model.setData(model.index(0), CHECKED.value, TICK)
    model.set_filter("")
    assert model.ticked == ("a", "b")
    assert model.index(2).data(TICK) == UNCHECKED

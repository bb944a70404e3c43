"""A claim beside its evidence: marks in both texts, from one to the next, stances by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.case.changes import AddDocument, Edit, RemoveEvidence
from factcheck.case.read.documents import documents
from factcheck.case.read.evidence import evidence_of
from factcheck.text.spans import Span
from factcheck.window.compare.compare_view import CompareView
from factcheck.window.compare.compared import letter, place_in
from factcheck.window.evidence.told import Told
from factcheck.window.hints.hint import Hint
from factcheck.window.settings import Settings
from tests.making import loaded

SENT = "Am Montag fuhr die Bahn 900 Zelte nach 東京."


@pytest.fixture
def view(qtbot, shown, workspace, tasks, made, english_plurals):
    """The first claim beside its first link, compared."""
    view = CompareView(workspace, tasks, shown.comparing)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.apply_settings(Settings())
    view.show()
    assert view.show_claim(made.claims[0])
    qtbot.waitUntil(lambda: bool(view.differences.current() is not None))
    view.setFocus()
    return view


@pytest.fixture
def hint(do, workspace):
    """A passage that was found for the first claim."""
    do(AddDocument(loaded(SENT, title="Bahn <b>1</b>")))
    found = workspace.read(documents)[-1]
    number, there = Span(12, 16), Span(24, 27)
    told = Told(True, "number", "1150", "900", number, there, "1150, here 900.")
    return Hint(
        "h1", "passage", "Bahn <b>1</b>", "¶ 1", SENT, "shares “Zelte”", "t", (told,), found.id,
        found.version_id, Span(0, len(SENT)),
    )  # fmt: skip


def marked(side):
    return [(mark.kind, mark.number, mark.span.of(side.text)) for mark in side.view.marks()]


def test_what_differs_is_marked_in_both_texts_with_one_letter(view):
    assert marked(view.texts.left) == [("contradicts", "a", "1150")]
    assert marked(view.texts.right) == [("contradicts", "a", "1.100")]
    row = view.differences.table.current
    assert (row[0], row[1].claim, row[1].evidence) == ("a", "1150", "1.100")
    assert view.differing.text() == "≠ 1 differs"
    assert view.differences.table.hasFocus()
    assert not view.grab().isNull()


def test_the_table_keeps_qts_rules(view, qtmodeltester):
    qtmodeltester.check(view.differences.table.rows)


def test_steps_go_through_the_links_and_then_the_hints(view, made, hint):
    view.show_claim(made.claims[0], [hint], came_from="claims")
    assert view.step(1)
    # The call has no passage: what is known of it stands in its place.
    assert view.current.id == made.links[1]
    assert "Anruf, 3. März" in view.texts.no_passage.accessibleName()
    assert view.differences.table.isHidden()
    assert view.step(1)
    assert view.current.hint == hint
    assert marked(view.texts.right) == [("contradicts", "a", "900")]
    assert view.header.accessibleName() == "Claim 1, with evidence 3 of 3, a hint: not linked"
    assert not view.step(1)
    assert view.step(-1)


def test_a_stance_is_changed_and_a_hint_is_linked(qtbot, view, workspace, made, hint):
    with qtbot.waitSignal(workspace.changed):
        view.link("supports")
    assert workspace.read(evidence_of, made.claims[0])[0].stance == "supports"
    assert view.texts.stance.accessibleName() == "supports"
    view.show_claim(made.claims[0], [hint], at="h1")
    with qtbot.waitSignals([workspace.changed, view.linked]):
        view.link("contradicts")
    link = workspace.read(evidence_of, made.claims[0])[-1]
    assert (link.quote, link.stance) == (SENT, "contradicts")
    qtbot.waitUntil(lambda: view.current is not None and view.current.id == link.id)


def test_enter_and_the_middle(view):
    view.show_both()
    assert view.texts.right.view._scene.flashed.of(view.texts.right.text) == "1.100"
    view.step(1)
    view.show_both()
    view.next_pane(1)
    view.next_pane(-1)


def test_a_mark_that_is_clicked_makes_its_row_the_current_one(view):
    view.texts.left.view.mark_clicked.emit(("told-0",))
    assert view.differences.current() == 0
    view.texts.left.view.mark_clicked.emit(())
    assert view.texts.left.view.accessibleName() == "The claim's article: Zelte für 東京 😀"


def test_esc_goes_back_to_where_one_came_from(qtbot, view, made):
    view.show_claim(made.claims[0], came_from="ledger")
    with qtbot.waitSignal(view.left) as told:
        QTest.keyClick(view.differences.table, Qt.Key.Key_Escape)
    assert told.args == ["ledger"]


def test_a_claim_without_evidence_is_not_shown(qtbot, view, made):
    with qtbot.waitSignal(view.said):
        assert not view.show_claim(made.claims[2])
    with qtbot.waitSignal(view.said):
        assert not view.show_claim("gone")
    assert not view.step(1)
    view.link("context")


def test_the_last_link_taken_away_goes_back(qtbot, view, workspace, made, do):
    do(RemoveEvidence(made.links[1]))
    assert view.current.id == made.links[0]
    with qtbot.waitSignal(view.left):
        do(RemoveEvidence(made.links[0]))
    assert view.claim_id == ""


def test_a_changed_wording_is_found_by_its_words_or_marked_whole(qtbot, view, made, do):
    do(Edit("claim", made.claims[0], {"wording": "Łucja: 1150 Zelte nach 東京"}))
    qtbot.waitUntil(lambda: marked(view.texts.left) == [("contradicts", "a", "1150")])
    do(Edit("claim", made.claims[0], {"wording": "Es waren 1160 Zelte."}))
    whole = "Zürich hat 1150 Zelte nach 東京 geschickt"
    qtbot.waitUntil(lambda: marked(view.texts.left) == [("contradicts", "a", whole)])


def test_the_reason_stands_beneath_where_its_column_has_no_room(view):
    assert view.differences.why.isHidden()
    view.resize(700, 600)
    assert view.differences.why.isVisible()
    assert "1.100" in view.differences.why.text()


@pytest.mark.parametrize(
    ("words", "span", "found"),
    [
        ("b😀c", Span(0, 1), "b"),
        ("x b", Span(2, 3), "b"),
        ("x z", Span(2, 3), None),
        ("a a", Span(0, 0), None),
    ],
)
def test_words_have_their_place_in_the_text(words, span, found):
    text = "a b😀c d"
    place = place_in(text, Span(2, 5), words, span)
    assert (place.of(text) if place else None) == found
    assert place_in(text, None, words, span) is None


def test_letters_go_on_after_z():
    assert [letter(number) for number in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]

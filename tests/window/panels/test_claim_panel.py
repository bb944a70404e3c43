"""The claim panel: what it shows, how it refreshes, what its parts change."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from factcheck.case.changes import AddPlace, Edit, RateClaim, RemoveEvidence, UseScale
from factcheck.case.read.claims import claim, places_of
from factcheck.window.claims.claim_panel import ClaimPanel
from factcheck.window.shapes import color
from factcheck.window.verdicts.draft import Draft


@pytest.fixture
def panel(qtbot, workspace, made) -> ClaimPanel:
    shown = ClaimPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(404, 802)
    shown.set_article(made.article)
    shown.show()
    shown.show_claim(made.claims[0])
    return shown


def test_a_claim_is_shown_with_all_that_belongs_to_it(panel):
    assert panel.header.title.text() == "Claim 1"
    assert panel.header.second.text() == "of 3"
    assert panel.wording.shown.text() == "Zürich hat 1150 Zelte nach 東京 geschickt"
    assert panel.evidence.list.rows.rowCount() == 2
    assert panel.history.lines.rowCount() == 3
    assert not panel.grab().isNull()


def test_the_number_of_the_claim_is_whole_in_a_narrow_panel(panel: ClaimPanel, made):
    panel.show_claim(made.claims[1])
    panel.header.second.setText("117 of 240 here")
    panel.resize(332, 600)
    panel.show()
    title = panel.header.title
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())


def test_the_announcement_names_state_and_links(panel):
    assert panel.announcement().startswith("Claim 1 of 3, to do. 1 contradict")


def test_without_a_claim_the_panel_says_what_to_do(panel):
    panel.show_claim("")
    assert panel.empty.isVisible()
    assert panel.empty_words() == "Choose a claim in the text, or press N."
    panel.set_article("")
    assert panel.empty_words() == "No claims yet. Select a sentence and press M."


def test_the_next_state_follows_in_a_circle(panel, workspace, made, qtbot):
    for state in ("checking", "waiting", "ready", "to do"):
        with qtbot.waitSignal(workspace.changed):
            panel.do_work("state")
        assert panel.current.state == state


def test_a_rated_claim_has_no_state_to_choose(panel, made):
    panel.show_claim(made.claims[2])
    assert not panel.header.state.isEnabled()
    assert panel.verdict.standing.reason.text() == "Der Fahrplan sagt es."


def test_the_wording_is_changed_in_place(panel, workspace, made, qtbot):
    panel.edit_wording()
    panel.wording.field.setPlainText("Zürich sandte 1150 Zelte 😀")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(panel.wording.field, Qt.Key.Key_Return)
    assert panel.wording.shown.text() == "Zürich sandte 1150 Zelte 😀"
    assert not panel.wording.is_typing


def test_esc_leaves_the_wording_and_keeps_what_was_typed(panel, made, qtbot):
    panel.edit_wording()
    panel.wording.field.setPlainText("halb getippt é")
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.wording.field, Qt.Key.Key_Escape)
    assert panel.wording.unsaved.isVisible()
    panel.show_claim(made.claims[1])
    assert not panel.wording.unsaved.isVisible()
    panel.show_claim(made.claims[0])
    panel.edit_wording()
    assert panel.wording.field.toPlainText() == "halb getippt é"


def test_an_empty_wording_is_refused_in_place(panel, qtbot):
    panel.edit_wording()
    panel.wording.field.setPlainText("  ")
    panel.wording.save()
    qtbot.waitUntil(panel.wording.error.isVisible)
    assert panel.wording.is_typing


def test_a_change_from_elsewhere_leaves_the_open_field_alone(panel, made, do):
    panel.edit_wording()
    panel.wording.field.setPlainText("noch nicht fertig")
    do(Edit("claim", made.claims[0], {"speaker": "Μαρία"}))
    assert panel.wording.field.toPlainText() == "noch nicht fertig"
    assert panel.current.speaker == "Μαρία"


def test_a_field_of_the_form_is_saved_when_it_is_left(panel, workspace, made, qtbot):
    panel.open_form("tags")
    field = panel.form._widgets["tags"]
    field.setText("Zelte, 東京")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.read(claim, made.claims[0]).tags == ("Zelte", "東京")


def test_the_form_never_writes_over_what_is_being_typed(panel, made, do):
    panel.open_form("event")
    panel.form._widgets["event"].setText("Zeltlage")
    do(Edit("claim", made.claims[0], {"party": "Grüne", "event": "anders"}))
    assert panel.form._widgets["event"].text() == "Zeltlage"
    assert panel.form._widgets["party"].text() == "Grüne"


def test_what_was_said_before_is_offered(panel):
    panel.open_form("speaker")
    model = panel.form._words["speaker"]
    assert model.stringList() == ["Łucja Ångström"]


def test_a_second_place_is_shown_and_wanted(panel, made, do, qtbot):
    assert not panel.places.isVisible()
    do(AddPlace(made.claims[0], made.article, 0, 6))
    buttons = [each for each in panel.places.findChildren(QAbstractButton) if each.text()]
    assert len(buttons) == 2
    with qtbot.waitSignal(panel.place_wanted) as told:
        buttons[1].click()
    assert told.args[0].start == 0


def test_choosing_records_nothing_and_goes_to_the_reason(panel, workspace, made, qtbot):
    seq = workspace.head.seq
    panel.activateWindow()
    assert panel.choose_rating(4)
    assert panel.verdict.draft == Draft("Mostly false", "")
    assert panel.focusWidget() is panel.verdict.reason
    assert workspace.head.seq == seq
    assert not panel.choose_rating(0)


def test_record_says_what_is_missing(panel):
    button, why = panel.verdict.record_button, panel.verdict.why_not
    assert (button.isEnabled(), why.text()) == (False, "Choose a rating first.")
    panel.choose_rating(1)
    assert (button.isEnabled(), why.text()) == (False, "A reason is needed.")
    panel.verdict.reason.setPlainText("Belegt in Łódź.")
    assert (button.isEnabled(), why.text()) == (True, "")


def test_ctrl_enter_records_the_verdict(panel, workspace, made, qtbot):
    panel.choose_rating(4)
    # The reason names what contradicts, and there are two sources: nothing is warned of.
    panel.verdict.reason.setPlainText("Der Lieferschein sagt 1.100 😀.")
    with qtbot.waitSignal(panel.verdict.recorded):
        qtbot.keyClick(panel.verdict.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = workspace.read(claim, made.claims[0])
    assert (row.rating, row.reason, row.checker) == (
        "Mostly false",
        "Der Lieferschein sagt 1.100 😀.",
        "Zoë",
    )
    assert panel.verdict.draft == Draft()
    assert panel.verdict.reason.toPlainText() == ""
    assert panel.current.state == "rated"


def test_what_was_typed_is_kept_for_each_claim(panel, made):
    panel.choose_rating(2)
    panel.verdict.reason.setPlainText("für die erste")
    panel.show_claim(made.claims[1])
    assert panel.verdict.reason.toPlainText() == ""
    panel.show_claim(made.claims[0])
    assert panel.verdict.draft == Draft("Mostly true", "für die erste")


def test_a_verdict_from_elsewhere_leaves_the_draft_alone(panel, made, do):
    panel.choose_rating(2)
    panel.verdict.reason.setPlainText("meine Sicht")
    do(RateClaim(made.claims[0], "False", "andere Sicht"))
    assert panel.verdict.reason.toPlainText() == "meine Sicht"
    assert panel.verdict.standing.reason.text() == "andere Sicht"


def test_of_a_long_scale_eight_are_direct_and_the_rest_behind_nine(panel, qtbot):
    grid = panel.verdict.ratings
    assert [button.rating for button in grid._buttons][-1] == "Missing context"
    assert len(grid._buttons) == 8
    assert "Satire" in grid._more.accessibleName()
    panel.verdict.choose("Satire")
    assert grid._more.isChecked()
    assert grid._more.text() == "Satire"


def test_a_free_text_scale_is_one_line(panel, workspace, made, do, qtbot):
    do(UseScale("free-text"))
    bar = panel.verdict
    assert not bar.ratings.isVisible()
    bar.words.setText("Stimmt so nicht, 東京 bekam weniger.")
    bar.reason.setPlainText("Lieferschein")
    with qtbot.waitSignal(bar.recorded):
        panel.record()
    assert workspace.read(claim, made.claims[0]).rating == "Stimmt so nicht, 東京 bekam weniger."


def test_without_a_reason_where_the_scale_allows_it(panel, workspace, made, do):
    do(UseScale("line-check"))
    panel.choose_rating(1)
    assert panel.verdict.record_button.isEnabled()
    panel.show_claim(made.claims[1])
    panel.choose_rating(1)
    assert not panel.verdict.record_button.isEnabled()


def test_links_come_and_go_with_the_case(panel, made, do):
    do(RemoveEvidence(made.links[0]))
    assert panel.evidence.list.rows.rowCount() == 1
    do(RemoveEvidence(made.links[1]))
    assert panel.evidence.empty.isVisible()


def test_a_low_window_folds_the_history(panel, qtbot):
    assert panel.history.isVisible()
    panel.resize(332, 602)
    assert not panel.history.isVisible()
    panel.focus_history()
    assert panel.history.isVisible()
    assert not panel.grab().isNull()


def test_a_claim_that_was_taken_back_leaves_the_panel(panel, workspace, made):
    panel.show_claim("nowhere")
    assert panel.current is None
    assert panel.empty.isVisible()


def test_everything_that_takes_the_focus_has_a_name(panel):
    panel.open_form()
    controls = (QAbstractButton, QLineEdit, QPlainTextEdit, QAbstractItemView)
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if isinstance(widget, controls)
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_what_a_place_should_read_is_typed_over_its_quote(panel, workspace, made, qtbot):
    panel.edit_should_read()
    field = panel.should_read.field
    assert field.toPlainText() == "Zürich hat 1150 Zelte nach 東京 geschickt"
    field.setPlainText("Zürich hat 1.100 Zelte nach 東京 geschickt")
    with qtbot.waitSignal(workspace.changed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    (place, *_) = workspace.read(places_of, made.claims[0])
    assert place.should_read == "Zürich hat 1.100 Zelte nach 東京 geschickt"
    assert place.should_read_outcome == "open"
    qtbot.waitUntil(lambda: not panel.should_read.is_typing)
    (shown,) = panel.should_read.corrections
    assert [part.text for part in shown.diff.parts() if part.kind == "added"] == ["1.100"]
    assert "[removed: 1150]" in shown.diff.accessibleName()


def test_an_unchanged_quote_is_no_correction(panel, workspace, made, qtbot):
    seq = workspace.head.seq
    panel.verdict.should_read.click()
    with qtbot.waitSignal(panel.left):
        panel.should_read.save()
    assert workspace.head.seq == seq
    assert not panel.should_read.isVisible()


def test_fields_lie_on_paper_and_lists_on_the_panel(panel):
    base = panel.verdict.reason.palette().base().color().name()
    assert base == color("paper").name()

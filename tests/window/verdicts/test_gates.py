"""What the case warns of, asked in the panel before a verdict is recorded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from factcheck.case.changes import LinkEvidence, RateClaim, RemoveEvidence, SetGates
from factcheck.case.read.claims import claim
from factcheck.case.read.verdicts import verdicts_of
from factcheck.window.claims.claim_panel import ClaimPanel

Key, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def panel(qtbot, workspace, made) -> ClaimPanel:
    shown = ClaimPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(404, 802)
    shown.set_article(made.article)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_claim(made.claims[1])
    return shown


def choose(panel: ClaimPanel, reason: str = "Gezählt in Łódź 😀") -> None:
    panel.choose_rating(1)
    panel.verdict.reason.setPlainText(reason)


def press(panel: ClaimPanel, qtbot, key=Key.Key_Return, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(panel.focusWidget(), key, modifier)


def test_an_open_gate_is_named_and_the_sentence_is_recorded(panel, workspace, made, qtbot):
    choose(panel)
    press(panel, qtbot, Key.Key_Return, CTRL)
    form = panel.verdict.form
    assert form.title.text() == "Why is claim 2 rated all the same?"
    (field,) = form.fields.values()
    assert field.label.text() == "Nothing is linked to it."
    assert panel.focusWidget() is field.field
    assert not panel.verdict.record_button.isVisible()
    assert workspace.read(claim, made.claims[1]).verdict_id is None
    field.field.setPlainText("東京 hat es selbst gesagt.")
    with qtbot.waitSignal(panel.verdict.recorded):
        press(panel, qtbot)
    (row,) = workspace.read(verdicts_of, made.claims[1])
    assert row.gates == (("no evidence", "東京 hat es selbst gesagt."),)
    assert form.isHidden()
    assert panel.verdict.record_button.isVisible()
    told = panel.verdict.standing.lines.words()
    assert told == ["No evidence: 東京 hat es selbst gesagt."]


def test_a_gate_warns_and_never_blocks(panel, workspace, made, qtbot):
    choose(panel)
    for _ in range(2):
        press(panel, qtbot, Key.Key_Return, CTRL)
    assert panel.focusWidget() is panel.verdict.form.other
    with qtbot.waitSignal(panel.verdict.recorded):
        press(panel, qtbot)
    (row,) = workspace.read(verdicts_of, made.claims[1])
    assert row.gates == (("no evidence", ""),)
    told = panel.verdict.standing.lines.words()
    assert told == ["No evidence: no explanation was given"]


def test_each_open_gate_has_its_field_and_enter_goes_from_one_to_the_next(
    panel, workspace, made, do, qtbot
):
    do(RemoveEvidence(made.links[1]))
    panel.show_claim(made.claims[0])
    choose(panel, "Stimmt.")
    panel.record()
    form = panel.verdict.form
    assert list(form.fields) == ["too few sources", "unexplained contradiction"]
    form.fields["too few sources"].field.setPlainText("Die einzige.")
    press(panel, qtbot)
    second = form.fields["unexplained contradiction"]
    assert panel.focusWidget() is second.field
    second.field.setPlainText("Der Schein war falsch.")
    with qtbot.waitSignal(panel.verdict.recorded):
        press(panel, qtbot, Key.Key_Return, CTRL)
    assert workspace.read(verdicts_of, made.claims[0])[0].gates == (
        ("too few sources", "Die einzige."),
        ("unexplained contradiction", "Der Schein war falsch."),
    )


def test_two_open_gates_block_no_more_than_one(panel, workspace, made, do, qtbot):
    do(RemoveEvidence(made.links[1]))
    panel.show_claim(made.claims[0])
    choose(panel, "Stimmt.")
    # Once to record, once where the sentence would stand, once on the button.
    for _ in range(2):
        press(panel, qtbot, Key.Key_Return, CTRL)
    assert panel.focusWidget() is panel.verdict.form.other
    with qtbot.waitSignal(panel.verdict.recorded):
        panel.record()
    gates = workspace.read(verdicts_of, made.claims[0])[0].gates
    assert [explanation for _, explanation in gates] == ["", ""]


def test_what_was_explained_before_can_be_picked(panel, made, do, qtbot):
    do(RateClaim(made.claims[2], "True", "Neu.", explain="Der Fahrplan & 東京 genügen."))
    choose(panel)
    panel.record()
    (field,) = panel.verdict.form.fields.values()
    assert field.pick.isVisible()
    # In the window the same keys go to the newer version of the article.
    newer = QShortcut(QKeySequence("Alt+Down"), panel)
    with qtbot.assertNotEmitted(newer.activated):
        press(panel, qtbot, Key.Key_Down, ALT)
    menu = field.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Der Fahrplan && 東京 genügen."]
    menu.actions()[0].trigger()
    assert field.text() == "Der Fahrplan & 東京 genügen."
    menu.close()


def test_a_gate_that_is_off_asks_nothing(panel, workspace, made, do, qtbot):
    do(SetGates(()))
    choose(panel)
    with qtbot.waitSignal(panel.verdict.recorded):
        panel.record()
    assert workspace.read(verdicts_of, made.claims[1])[0].gates == ()


def test_esc_goes_back_to_the_reason_and_keeps_the_sentence(panel, made, qtbot):
    choose(panel)
    panel.record()
    panel.verdict.form.fields["no evidence"].field.setPlainText("halb getippt é")
    press(panel, qtbot, Key.Key_Escape)
    assert panel.verdict.form.isHidden()
    assert panel.focusWidget() is panel.verdict.reason
    panel.record()
    assert panel.verdict.form.answers() == {"no evidence": "halb getippt é"}
    # Another claim puts the form away, and this one has the sentence when it is shown again.
    panel.show_claim(made.claims[0])
    assert panel.verdict.form.isHidden()
    panel.show_claim(made.claims[1])
    panel.record()
    assert panel.verdict.form.answers() == {"no evidence": "halb getippt é"}


def test_what_changes_meanwhile_changes_the_question(panel, made, do):
    choose(panel)
    panel.record()
    assert list(panel.verdict.form.fields) == ["no evidence"]
    do(LinkEvidence((made.claims[1],), made.source, "supports", 0, 5))
    assert list(panel.verdict.form.fields) == ["too few sources"]
    assert panel.verdict.form.is_typing
    do(LinkEvidence((made.claims[1],), made.call, "supports", locator="Anruf"))
    assert panel.verdict.form.isHidden()
    assert panel.focusWidget() is panel.verdict.reason


def test_a_refusal_is_said_in_the_form_and_nothing_typed_is_lost(
    panel, workspace, made, qtbot, monkeypatch
):
    choose(panel)
    panel.record()
    panel.verdict.form.fields["no evidence"].field.setPlainText("bleibt 😀")
    workspace._writer.close()
    monkeypatch.setattr(workspace._writer, "do", _refuse)
    panel.record()
    qtbot.waitUntil(lambda: panel.verdict.form.error.text() != "")
    assert panel.verdict.form.answers() == {"no evidence": "bleibt 😀"}


def _refuse(*_: object, **__: object) -> None:
    from factcheck.errors import FactcheckError

    raise FactcheckError("Not saved: the disk is full.")

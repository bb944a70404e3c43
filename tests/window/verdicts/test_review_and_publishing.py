"""Reviewed, published, corrected, withdrawn, rechecked: in the claim's panel, by keyboard."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import (
    ApproveVerdict,
    Edit,
    LinkEvidence,
    PublishVerdict,
    SendBackVerdict,
    SetApprovals,
    SetGates,
)
from factcheck.case.read.claims import claim
from factcheck.case.read.reviews import to_recheck
from factcheck.case.read.verdicts import verdicts_of
from factcheck.window.claims.claim_panel import ClaimPanel

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot, workspace, made) -> ClaimPanel:
    shown = ClaimPanel(workspace)
    qtbot.addWidget(shown)
    shown.resize(404, 802)
    shown.set_article(made.article)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_claim(made.claims[2])
    return shown


def lines(panel: ClaimPanel) -> list[str]:
    return panel.verdict.standing.lines.words()[:-1]


def judged(panel: ClaimPanel, qtbot, command: str) -> str:
    """Do a command that is done at once, and return the sentence that offers Undo."""
    with qtbot.waitSignal(panel.verdict.judging.done) as told:
        panel.judge(command)
    return str(told.args[0])


def by(panel: ClaimPanel, workspace, made, name: str) -> None:
    workspace.checker = name
    panel.show_claim(made.claims[2])


def test_a_second_reader_approves_and_the_panel_counts(
    panel, workspace, made, do, qtbot, english_plurals
):
    do(SetApprovals(2))
    by(panel, workspace, made, "Łucja")
    assert lines(panel) == ["To review: 0 of 2 approvals"]
    assert panel.verdict.standing.approve.isEnabled()
    assert judged(panel, qtbot, "approve") == "The verdict of claim 3 was approved."
    assert lines(panel) == ["To review: 1 of 2 approvals"]
    assert "To review: 1 of 2 approvals." in panel.announcement()
    by(panel, workspace, made, "Bo")
    qtbot.mouseClick(panel.verdict.standing.approve, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(panel) == ["Approved: 2 of 2 approvals"])
    assert not panel.verdict.standing.approve.isVisible()
    assert workspace.read(claim, made.claims[2]).state == "done"


def test_nobody_approves_their_own_verdict(panel, workspace, made, do, qtbot):
    assert not panel.verdict.standing.approve.isVisible()
    do(SetApprovals(1))
    assert panel.verdict.standing.approve.isVisible()
    assert not panel.verdict.standing.approve.isEnabled()
    assert "somebody else" in panel.verdict.standing.approve.toolTip()
    for command in ("approve", "send-back"):
        panel.verdict.error.clear()
        panel.judge(command)
        assert panel.verdict.error.text() == "Zoë recorded this verdict: somebody else reviews it."
        assert panel.verdict.form.isHidden()


def test_a_verdict_is_sent_back_and_the_two_stand_side_by_side(panel, workspace, made, do, qtbot):
    by(panel, workspace, made, "Łucja")
    panel.judge("send-back")
    form = panel.verdict.form
    assert panel.focusWidget() is form.fields["words"].field
    qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    assert form.error.text() == ""
    assert panel.focusWidget() is form.other
    form.fields["words"].setFocus()
    form.fields["words"].field.setPlainText("Welcher Montag? 😀")
    with qtbot.waitSignal(panel.verdict.judging.done):
        qtbot.keyClick(panel.focusWidget(), Key.Key_Return, CTRL)
    assert form.isHidden()
    assert lines(panel) == ["Sent back"]
    spoken = panel.verdict.standing.answers.accessibleName()
    assert "Zoë rated it True" in spoken
    assert "Łucja: sent it back" in spoken
    assert "Welcher Montag? 😀" in spoken
    assert panel.verdict.standing.answers.isVisible()
    assert not panel.grab().isNull()


def test_a_remark_can_go_with_an_approval(panel, workspace, made, qtbot):
    by(panel, workspace, made, "Bo")
    panel.judge("send-back")
    panel.verdict.form.fields["words"].field.setPlainText("Nachgezählt.")
    with qtbot.waitSignal(panel.verdict.judging.done):
        panel.verdict.form.other.click()
    (row,) = workspace.read(verdicts_of, made.claims[2])
    assert row.review == "approved"


def test_what_was_published_is_changed_by_a_correction(panel, workspace, made, do, qtbot):
    do(SetGates(()))
    panel.judge("publish")
    form = panel.verdict.form
    form.fields["url"].field.setPlainText("https://example.org/prüfung/3")
    qtbot.keyClick(panel.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(form.isHidden)
    assert lines(panel)[0].startswith("Published ")
    assert not panel.verdict.correction.isVisible()

    panel.choose_rating(5)
    fields = panel.verdict.correction
    assert fields.isVisible()
    panel.verdict.reason.setPlainText("Es war Dienstag.")
    assert panel.verdict.why_not.text() == "Say what was wrong."
    panel.record()
    assert panel.focusWidget() is fields.wrong
    fields.wrong.setPlainText("Der Tag.")
    panel.record()
    assert panel.focusWidget() is fields.note
    fields.note.setPlainText("Wir schrieben Montag.")
    with qtbot.waitSignal(panel.verdict.recorded):
        qtbot.keyClick(fields.note, Key.Key_Return, CTRL)
    now = workspace.read(verdicts_of, made.claims[2])[0]
    assert (now.rating, now.what_was_wrong, now.correction_note) == (
        "False", "Der Tag.", "Wir schrieben Montag.",
    )  # fmt: skip
    assert panel.verdict.standing.lines.words() == [
        "Corrected: Der Tag.", "The public is told: Wir schrieben Montag.",
    ]  # fmt: skip
    assert fields.words() == ("", "")


def test_publishing_before_its_review_is_done_is_said(panel, workspace, do, qtbot):
    do(SetApprovals(1))
    panel.judge("publish")
    panel.verdict.form.fields["url"].field.setPlainText("print, S. 4")
    with qtbot.waitSignal(panel.verdict.judging.done) as told:
        panel.verdict.form.confirm()
    assert told.args == ["Claim 3 is marked as published, and 1 approval is missing."]


def test_withdrawing_asks_why_and_what_was_published_for_a_public_note(
    panel, workspace, made, do, qtbot
):
    (row,) = workspace.read(verdicts_of, made.claims[2])
    panel.judge("withdraw")
    assert list(panel.verdict.form.fields) == ["reason"]
    panel.verdict.form.fields["reason"].field.setPlainText("getippt")
    qtbot.keyClick(panel.focusWidget(), Key.Key_Escape)
    do(PublishVerdict(row.id, "print, S. 4"))
    panel.judge("withdraw")
    form = panel.verdict.form
    assert list(form.fields) == ["reason", "note"]
    assert form.answers()["reason"] == "getippt"
    form.fields["note"].field.setPlainText("Zurückgezogen.")
    with qtbot.waitSignal(panel.verdict.judging.done):
        form.confirm()
    assert panel.current.verdict_id is None
    told = panel.verdict.standing.lines.words()
    assert told == ["Withdrawn: True, getippt", "The public is told: Zurückgezogen."]


def test_what_rested_on_a_source_that_fell_is_looked_at_again(panel, workspace, made, do, qtbot):
    do(LinkEvidence((made.claims[2],), made.source, "supports", 0, 5))
    do(Edit("document", made.source, {"condition": "retracted", "condition_note": "東京"}))
    assert lines(panel)[0].startswith("Needs recheck: “Lieferschein <b>1</b>” was retracted")
    assert panel.verdict.standing.confirm.isVisible()
    assert judged(panel, qtbot, "confirm") == "The verdict of claim 3 stands."
    assert workspace.read(to_recheck) == []
    assert not panel.verdict.standing.confirm.isVisible()


def test_it_is_said_where_there_is_nothing_to_judge(panel, made, qtbot):
    for shown, words in (("", "Choose a claim first."), (made.claims[0], "no verdict that stands")):
        panel.show_claim(shown)
        with qtbot.waitSignal(panel.verdict.judging.said) as told:
            panel.judge("approve")
        assert words in told.args[0]


def test_a_later_approval_answers_the_question(panel, workspace, made, do):
    (row,) = workspace.read(verdicts_of, made.claims[2])
    workspace.checker = "Bo"
    do(SendBackVerdict(row.id, "Wann?"))
    do(ApproveVerdict(row.id))
    assert lines(panel) == ["Approved"]

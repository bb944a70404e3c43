"""The form of a request: completed, drafted, kept, recorded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factcheck.case.changes import AskRequest, Edit
from factcheck.case.read.claims import claim
from factcheck.case.read.requests import message, requests, requests_of
from factcheck.window.requests.about import about_claims, draft
from factcheck.window.requests.ask_dialog import AskDialog
from factcheck.window.requests.asking import Asking

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def parent(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asking(workspace, parent) -> Asking:
    return Asking(workspace, parent)


def test_a_request_is_drafted_recorded_and_its_claim_waits(asking, made, workspace, qtbot, do):
    do(Edit("document", made.article, {"byline": "Łucja Ångström"}))
    dialog: AskDialog = asking.ask_about_claims([made.claims[1]])
    assert dialog.to_whom.text() == "Łucja Ångström"
    assert "“1150 Zelte”" in dialog.text.toPlainText()
    dialog.channel.setText("Telefon")
    dialog.deadline.setText("2026-04-17")
    with qtbot.waitSignal(asking.said):
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return, CTRL)
    (row,) = workspace.read(requests_of, made.claims[1])
    assert (row.to_whom, row.kind, row.channel, row.deadline) == (
        "Łucja Ångström", "author", "Telefon", "2026-04-17",
    )  # fmt: skip
    assert workspace.read(claim, made.claims[1]).state == "waiting"
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    assert workspace.read(requests) == []
    assert workspace.read(claim, made.claims[1]).state == "to do"


def test_several_claims_are_asked_about_in_one_request(asking, made, workspace, qtbot):
    dialog = asking.ask_about_claims([made.claims[1], made.claims[0]])
    assert dialog.about.text() == "About claims 1, 2"
    dialog.to_whom.setText("Spedition 東京")
    with qtbot.waitSignal(asking.said):
        dialog.accept()
    assert workspace.read(requests)[0].claim_nos == (1, 2)


def test_an_article_is_asked_about_as_a_whole(asking, made, workspace, qtbot):
    dialog = asking.ask_about_article(made.article)
    assert "Zelte für 東京 😀" in dialog.about.text()
    dialog.to_whom.setText("Zoë")
    with qtbot.waitSignal(asking.said):
        dialog.accept()
    assert workspace.read(requests)[0].document_id == made.article


def test_another_kind_drafts_anew_but_never_over_typed_words(asking, made):
    dialog = asking.ask_about_claims([made.claims[1]])
    before = dialog.text.toPlainText()
    dialog.kind.setCurrentIndex(2)
    assert dialog.text.toPlainText() != before
    dialog.text.setPlainText("Stimmt das? 😀")
    dialog.kind.setCurrentIndex(0)
    assert dialog.text.toPlainText() == "Stimmt das? 😀"


def test_a_deadline_in_words_is_shown_as_its_date_before_it_is_saved(asking, made):
    dialog = asking.ask_about_claims([made.claims[1]])
    dialog.deadline.setText("tomorrow")
    assert dialog.change().deadline in dialog._meant.text()
    assert len(dialog.change().deadline) == 10


def test_without_a_name_it_is_refused_and_stays(asking, made, qtbot):
    dialog = asking.ask_about_claims([made.claims[1]])
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.error() == "Who is asked? Give a name.")
    assert dialog.isVisible()
    assert dialog.main_button.isEnabled()


def test_what_was_typed_is_there_again_for_the_same_claim(asking, made, qtbot):
    dialog = asking.ask_about_claims([made.claims[1]])
    dialog.to_whom.setText("Zoë")
    with qtbot.waitSignal(asking.said):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert asking.ask_about_claims([made.claims[0]]).to_whom.text() == ""
    assert asking.ask_about_claims([made.claims[1]]).to_whom.text() == "Zoë"


def test_a_draft_that_nobody_touched_is_not_kept(asking, made):
    dialog = asking.ask_about_claims([made.claims[1]])
    said: list[str] = []
    asking.said.connect(said.append)
    dialog.reject()
    assert said == []


def test_who_was_asked_before_is_completed(asking, made, do):
    do(AskRequest("source", "Spedition 東京", "?", channel="Fax", claim_ids=(made.claims[0],)))
    dialog = asking.ask_about_claims([made.claims[1]])
    assert dialog.to_whom.completer().model().stringList() == ["Spedition 東京"]
    assert dialog.channel.completer().model().stringList()[0] == "Fax"


def test_nothing_is_asked_about_nothing(asking, qtbot):
    with qtbot.waitSignal(asking.said):
        assert asking.ask_about_claims([]) is None


def test_a_message_does_not_say_twice_what_the_draft_quotes(made, workspace, do):
    about = workspace.read(about_claims, [made.claims[0], made.claims[1]])
    text = draft("author", about)
    do(AskRequest("author", "Zoë", text, claim_ids=about.claim_ids))
    do(AskRequest("author", "Zoë", "Und das?", claim_ids=(made.claims[2],)))
    ids = [row.id for row in workspace.read(requests)]
    words = workspace.read(message, ids)
    assert words.count("“1150 Zelte”") == 1
    assert "About: “Der Zug fuhr am Montag”" in words

"""All requests as a table, the request beneath, and what its keys do."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from factcheck.case.changes import AddAttempt, AskRequest
from factcheck.case.read.documents import document, text
from factcheck.case.read.requests import open_count, requests
from factcheck.window.requests.attempts import AttemptDialog, AttemptsModel
from factcheck.window.requests.listing import ALL, OPEN, PAST_DUE, Wanted, counts, listed
from factcheck.window.requests.requests_view import RequestsView

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked(made, do, workspace) -> list[str]:
    for change in (
        AskRequest("author", "Łucja Ångström", "Woher?", claim_ids=(made.claims[0],)),
        AskRequest(
            "source", "Spedition 東京", "Wie viele? 😀", "phone", "2026-01-02",
            (made.claims[0], made.claims[1]),
        ),
        AskRequest("reply", "Łucja Ångström", "Ihre Antwort?", deadline="9999-01-01",
                   document_id=made.article),
    ):  # fmt: skip
        do(change)
    return [row.id for row in workspace.read(requests)]


@pytest.fixture
def view(qtbot, workspace, tasks, asked) -> RequestsView:
    made = RequestsView(workspace, tasks)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    made.show()
    qtbot.waitUntil(lambda: made._all is not None)
    return made


def whom(view: RequestsView) -> list[str]:
    rows = map(view.table.rows.row, range(view.table.rows.rowCount()))
    return [row.to_whom for row in rows if row is not None]


def cell(view: RequestsView, row: int, key: str) -> str:
    column = next(at for at, each in enumerate(view.table.rows.columns) if each.key == key)
    return str(view.table.rows.index(row, column).data())


def test_the_open_ones_are_shown_the_most_urgent_first(view):
    assert whom(view) == ["Spedition 東京", "Łucja Ångström", "Łucja Ångström"]
    assert cell(view, 0, "about") == "1, 2"
    assert cell(view, 0, "outcome") == "past due"
    assert cell(view, 1, "about") == "Zelte für 東京 😀"
    assert not view.grab().isNull()


def test_the_models_keep_qt_rules(view, qtmodeltester, do, asked, workspace):
    do(AddAttempt(asked[0], "2026-11-03", "Telefon", "niemand da"))
    qtmodeltester.check(view.table.rows)
    model = AttemptsModel()
    model.set_rows(workspace.read(requests)[0].attempts)
    qtmodeltester.check(model)
    assert "niemand da" in model.index(0).data()


def test_what_is_past_due_and_what_is_answered_are_listed(view, qtbot, workspace, asked):
    view._show_wanted(PAST_DUE)
    assert whom(view) == ["Spedition 東京"]
    view.table.show_id(asked[1])
    view.details.answer.answer.setPlainText("1.100")
    with qtbot.waitSignal(workspace.changed):
        view.details.answer.save()
    qtbot.waitUntil(lambda: whom(view) == [])
    view._show_wanted("answered")
    assert whom(view) == ["Spedition 東京"]
    assert workspace.read(open_count) == 2


def test_only_the_open_ones_of_a_claim_are_listed_until_more_is_wanted(view, made):
    view.show_claim(made.claims[1])
    assert whom(view) == ["Spedition 東京"]
    assert "claim 2" in view.header.accessibleName()
    assert view.current is not None
    view._show_wanted(OPEN)
    assert len(whom(view)) == 3


def test_an_answer_becomes_a_note_by_one_key(view, qtbot, workspace, asked):
    view.table.show_id(asked[1])
    view.begin_answer()
    view.details.answer.answer.setPlainText("Es waren 1.100. 😀")
    with qtbot.waitSignal(view.details.answer.noted) as noted:
        view.save_as_note()
    note = workspace.read(document, noted.args[0])
    assert (note.kind, note.who) == ("call", "Spedition 東京")
    assert workspace.read(text, note.id).text == "Es waren 1.100. 😀"
    view._show_wanted("answered")
    qtbot.waitUntil(lambda: view.table.show_id(asked[1]))
    qtbot.waitUntil(view.details.answer.open_button.isVisible)
    with qtbot.waitSignal(view.document_wanted) as wanted:
        view.details.answer.open_button.click()
    assert wanted.args == [note.id]


def test_an_answer_without_words_is_refused_as_a_note(view, asked, qtbot):
    view.table.show_id(asked[1])
    view.save_as_note()
    qtbot.waitUntil(lambda: "Write the answer first" in view.details.answer.error.text())


def test_what_is_typed_of_an_answer_waits_for_its_request(view, asked):
    view.table.show_id(asked[1])
    view.details.answer.answer.setPlainText("halb")
    view.table.show_id(asked[0])
    assert view.details.answer.answer.toPlainText() == ""
    view.table.show_id(asked[1])
    assert view.details.answer.answer.toPlainText() == "halb"


def test_another_attempt_is_noted_with_its_moment(view, asked, workspace, monkeypatch, qtbot):
    view.table.show_id(asked[1])

    def ask(row, parent):
        dialog = AttemptDialog(row, parent)
        assert dialog.channel.text() == "phone"
        dialog.note.setText("niemand da")
        change = dialog.change()
        dialog.deleteLater()
        return change

    monkeypatch.setattr(AttemptDialog, "ask", ask)
    with qtbot.waitSignal(workspace.changed):
        view.add_attempt()
    qtbot.waitUntil(lambda: view.details.attempts.rowCount() == 1)
    assert "niemand da" in view.details.attempts.index(0).data()


def test_requests_to_one_person_are_copied_as_one_message(view, asked, qtbot):
    view.table.show_id(asked[0])
    view.table.toggle_current()
    view.table.show_id(asked[2])
    view.table.toggle_current()
    with qtbot.waitSignal(view.said) as said:
        view.copy.click()
    assert said.args[0].startswith("2 request")
    words = QGuiApplication.clipboard().text()
    assert "1. Ihre Antwort?" in words
    assert "2. Woher?" in words
    view.table.step(-1)
    view.table.show_id(asked[1])
    view.table.toggle_current()
    with qtbot.waitSignal(view.said) as said:
        view.copy_message()
    assert "One message goes to one person" in said.args[0]


def test_rows_are_collected_with_space_and_let_go_with_esc(view, qtbot):
    table = view.table
    table.go_to(table.rows.index(0, 0))
    table.toggle_current()
    table.step(1)
    assert table.chosen_numbers() == [0]
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.chosen_numbers() == [0]
    table.toggle_current()
    assert table.chosen_numbers() == [0, 2]
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert table.chosen_numbers() == [2]
    table.step(-1)
    assert table.chosen_numbers() == [1]


def test_enter_shows_the_claim_or_the_article(view, asked, made, qtbot):
    view.table.show_id(asked[1])
    with qtbot.waitSignal(view.claim_chosen) as chosen:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert chosen.args == [made.claims[0]]
    view.table.show_id(asked[2])
    with qtbot.waitSignal(view.document_wanted) as wanted:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert wanted.args == [made.article]


def test_what_waits_is_past_due_only_when_its_day_is_over_here(workspace, asked):
    rows = workspace.read(requests)
    zone = timezone(timedelta(hours=9))
    on_the_day = datetime(2026, 1, 2, 23, 59, tzinfo=zone)
    assert counts(rows, on_the_day)[PAST_DUE] == 0
    assert counts(rows, on_the_day + timedelta(minutes=1))[PAST_DUE] == 1
    assert len(listed(rows, Wanted(ALL, to_whom="łucja"), datetime.now(UTC))) == 2


def test_an_undo_takes_the_row_away(view, workspace, qtbot):
    with qtbot.waitSignal(workspace.changed):
        workspace.undo()
    qtbot.waitUntil(lambda: len(whom(view)) == 2)

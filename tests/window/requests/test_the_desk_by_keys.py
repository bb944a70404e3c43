"""Notes, requests and links through the whole window, by their keys."""

import pytest
from PySide6.QtWidgets import QApplication

from factcheck.case.read.documents import document, documents
from factcheck.case.read.evidence import evidence_of
from factcheck.case.read.requests import requests
from factcheck.window.claims.claims_view import ClaimsView
from factcheck.window.evidence.link_dialog import LinkDialog
from factcheck.window.main_window import MainWindow
from factcheck.window.notes.note_dialog import NoteDialog
from factcheck.window.requests.ask_dialog import AskDialog
from factcheck.window.requests.requests_view import RequestsView
from tests.driving import CTRL, SHIFT, Driver, Key, driver

__all__ = ["driver"]


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind), found
    return found


def records(desk, qtbot, asked) -> None:
    """Press the main button and wait until the change is shown and the window has the keys."""
    desk.changes(asked.accept)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    # No window manager gives the keys back here.
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)


@pytest.fixture
def desk(driver: Driver, made) -> Driver:
    window = driver.open(made.path)
    window.set_checker("Zoë")
    driver.check.activate(made.claims[0])
    driver.article.focus()
    return driver


def waiting(window: MainWindow) -> int:
    """The count beside the name of the requests."""
    index = [view.name for view in window.top_bar.views()].index("requests")
    return window.top_bar._tabs.counts.get(index, 0)


def test_a_call_is_noted_quoted_and_linked(desk, made, qtbot):
    window = desk.window
    desk.key("n", CTRL | SHIFT)
    note = dialog(NoteDialog)
    note.who.setText("Lagerleiter in Łódź")
    note.said.setPlainText("Geladen waren 1.100 Zelte. 😀")
    records(desk, qtbot, note)
    qtbot.waitUntil(lambda: desk.source.document is not None and desk.source.is_note)
    assert desk.source.document.who == "Lagerleiter in Łódź"
    desk.source.focus()
    desk.source.view.select(desk.span(desk.source, "1.100 Zelte"))
    desk.saves("c")
    link = window.workspace.read(evidence_of, made.claims[0])[-1]
    assert (link.quote, link.stance, link.document_kind) == ("1.100 Zelte", "contradicts", "call")


def test_a_request_is_asked_listed_and_answered_by_keys(desk, made, qtbot):
    window = desk.window
    desk.key("r")
    ask = dialog(AskDialog)
    ask.to_whom.setText("Spedition 東京")
    records(desk, qtbot, ask)
    assert waiting(window) == 1
    line = desk.claim.requests
    assert line.isVisible()
    assert "Spedition 東京" in line.text()
    line.click()
    assert window.views.current == "requests"
    view = window.views.get(RequestsView)
    qtbot.waitUntil(lambda: view.table.rows.rowCount() == 1)
    desk.key("1", CTRL)
    assert window.views.current == "check"
    desk.key("6", CTRL)
    assert window.views.current == "requests"
    view.table.go_to(view.table.rows.index(0, 0))
    view.table.setFocus()
    desk.key("a", SHIFT)
    assert view.details.answer.answer.hasFocus()
    desk.types("Es waren 1.100.")
    desk.saves(Key.Key_Return, CTRL | SHIFT)
    (row,) = window.workspace.read(requests)
    assert row.outcome == "answered"
    assert window.workspace.read(document, row.note_id).who == "Spedition 東京"
    assert waiting(window) == 0
    assert not desk.claim.requests.isVisible()


def test_ctrl_enter_saves_the_answer_and_no_verdict_behind_it(desk, made, qtbot):
    window = desk.window
    desk.key("4")
    desk.article.focus()
    desk.key("r")
    ask = dialog(AskDialog)
    ask.to_whom.setText("Łucja")
    records(desk, qtbot, ask)
    desk.key("6", CTRL)
    view = window.views.get(RequestsView)
    qtbot.waitUntil(lambda: view.table.rows.rowCount() == 1)
    view.table.go_to(view.table.rows.index(0, 0))
    view.begin_answer()
    desk.types("Ja")
    desk.saves(Key.Key_Return, CTRL)
    assert window.workspace.read(requests)[0].answer == "Ja"
    assert desk.claim.current.rating == ""


def test_claims_chosen_in_the_table_are_asked_about_and_linked_together(desk, made, qtbot):
    window = desk.window
    desk.check.open_source(made.source)
    desk.source.view.select(desk.span(desk.source, "1.100 Zelte"))
    desk.key("2", CTRL)
    table = window.views.get(ClaimsView).table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 3)
    table.setFocus()
    table.go_to(table.rows.index(1, 0))
    desk.key(Key.Key_Space)
    desk.key("j")
    desk.key(Key.Key_Space)
    assert set(window.views.get(ClaimsView).chosen_claims()) == set(made.claims[1:])
    desk.key("s")
    link = dialog(LinkDialog)
    assert set(link.choices.ticked) == set(made.claims[1:])
    records(desk, qtbot, link)
    assert [len(window.workspace.read(evidence_of, id)) for id in made.claims[1:]] == [1, 1]


def test_a_note_is_typed_anew_by_its_key(desk, made, qtbot):
    desk.check.open_source(made.call)
    desk.source.focus()
    desk.key(Key.Key_F2, SHIFT)
    assert desk.source.note.field.hasFocus()
    desk.source.note.field.moveCursor(desk.source.note.field.textCursor().MoveOperation.End)
    desk.types(" Am Montag. 東京")
    desk.saves(Key.Key_Return, CTRL)
    assert desk.source.view.text().endswith("Am Montag. 東京")
    rows = desk.window.workspace.read(documents)
    assert next(row for row in rows if row.id == made.call).version_number == 2

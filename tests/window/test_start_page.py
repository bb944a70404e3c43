"""The first page: name first, then a case, all from the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from factcheck.window.start_page import Card, StartPage

RECENT = (Path("/cases/Maren line truce.factcheck"), Path("/cases/Zürich 東京.factcheck"))


def opened(qtbot: QtBot, page: StartPage) -> StartPage:
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    return page


def field(page: StartPage) -> QLineEdit:
    return page.findChildren(QLineEdit)[0]


def card(page: StartPage, title: str) -> Card:
    return next(each for each in page.findChildren(Card) if each.text() == title)


def test_without_a_name_nothing_can_be_opened(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage())
    assert not any(each.isEnabled() for each in page.findChildren(Card))
    with qtbot.assertNotEmitted(page.sample_wanted):
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert card(page, "New case …").toolTip() == "Type your name first."


def test_a_name_and_enter_open_the_sample(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage())
    page.setFocus()
    qtbot.waitUntil(field(page).hasFocus)
    field(page).setText("  Zoë  Okafor ")
    told: list[str] = []
    page.name_changed.connect(told.append)
    page.sample_wanted.connect(lambda: told.append("sample"))
    qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert told == ["Zoë Okafor", "sample"]


def test_a_name_that_is_known_is_not_told_again(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira"))
    with qtbot.assertNotEmitted(page.name_changed):
        qtbot.keyClick(field(page), Qt.Key.Key_Return)


def test_all_cards_are_reached_and_pressed_from_the_keyboard(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira", RECENT))
    wanted = {
        "Open the sample case": page.sample_wanted,
        "New case …": page.new_wanted,
        "Open a case …": page.open_wanted,
    }
    first = card(page, "Open the sample case")
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    for title, signal in wanted.items():
        focused = QApplication.focusWidget()
        assert isinstance(focused, Card)
        assert focused.text() == title
        with qtbot.waitSignal(signal):
            qtbot.keyClick(focused, Qt.Key.Key_Return)
        qtbot.keyClick(focused, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card(page, "Maren line truce")
    with qtbot.waitSignal(page.recent_wanted) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert told.args == [RECENT[0]]


def test_enter_in_the_name_opens_the_newest_case_where_there_is_one(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira", RECENT))
    with qtbot.waitSignal(page.recent_wanted) as told:
        qtbot.keyClick(field(page), Qt.Key.Key_Return)
    assert told.args == [RECENT[0]]


def test_cases_that_are_gone_can_be_taken_from_the_page(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira", RECENT))
    page.set_recent(RECENT[1:])
    qtbot.waitUntil(lambda: len(page.findChildren(Card)) == 4)
    assert card(page, "Zürich 東京").accessibleDescription() == "/cases"


@pytest.mark.parametrize("name", ["Mira", ""])
def test_files_are_taken_once_somebody_has_a_name(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    page = opened(qtbot, StartPage(name))
    path = tmp_path / "Waffenruhe – Zürich.txt"
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x")])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), action, mime, left, none)
    enter.ignore()
    page.dragEnterEvent(enter)
    assert enter.isAccepted() is bool(name)
    if name:
        drop = QDropEvent(QPointF(5, 5), action, mime, left, none)
        with qtbot.waitSignal(page.files_dropped) as told:
            page.dropEvent(drop)
        assert told.args == [[path]]


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira", RECENT))
    focusable = [
        each
        for each in page.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    assert len(focusable) == 6
    for each in focusable:
        assert QAccessible.queryAccessibleInterface(each).text(QAccessible.Text.Name)


def test_nothing_of_the_page_is_cut_off(qtbot: QtBot) -> None:
    page = opened(qtbot, StartPage("Mira", RECENT))
    last = page._drop
    assert page.widget().rect().contains(last.geometry().translated(last.parentWidget().pos()))
    assert last.height() >= 84

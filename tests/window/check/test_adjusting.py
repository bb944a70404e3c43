"""Places in the reader: adjusting their ends, correcting and removing the one that is meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.case.changes import AddPlace
from factcheck.case.read.claims import places_of
from factcheck.text.spans import Span
from factcheck.window.check.check_view import CheckView
from factcheck.window.claims.claim_panel import ClaimPanel
from tests.window.panels.conftest import TEXT, do, made, tasks, workspace

__all__ = ["do", "made", "tasks", "workspace"]

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
Key = Qt.Key


@pytest.fixture
def check(qtbot, workspace, tasks, made) -> CheckView:
    view = CheckView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1440, 800)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.open_article(made.article)
    view.activate(made.claims[1])
    view.article.focus()
    qtbot.waitUntil(view.article.view.hasFocus)
    return view


def press(check: CheckView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(check.article.view, key, modifiers)


def shown(check: CheckView) -> str:
    place = check.adjusting.span
    return place.of(TEXT)


def test_arrows_move_the_ends_and_enter_puts_them_on_record(check, workspace, made, qtbot):
    check.adjust()
    assert shown(check) == "1150 Zelte"
    press(check, Key.Key_Right)
    press(check, Key.Key_Right)
    press(check, Key.Key_Left, SHIFT)
    assert shown(check) == "hat 1150 Zelte nach 東"
    press(check, Key.Key_Right, CTRL)
    assert shown(check) == "hat 1150 Zelte nach 東京"
    with qtbot.waitSignal(check.adjusting.adjusted):
        press(check, Key.Key_Return)
    (place,) = workspace.read(places_of, made.claims[1])
    assert place.quote == "hat 1150 Zelte nach 東京"
    assert not check.adjusting.is_on


def test_esc_leaves_the_place_as_it_was(check, workspace, made):
    check.adjust()
    press(check, Key.Key_Right)
    press(check, Key.Key_Escape)
    (place,) = workspace.read(places_of, made.claims[1])
    assert place.quote == "1150 Zelte"
    marks = {mark.id: mark.span for mark in check.article.view.marks()}
    assert marks[place.id] == Span(place.start, place.end)


def test_letters_are_no_keys_while_ends_are_adjusted(check, made, workspace):
    check.adjust()
    press(check, Key.Key_M)
    assert check.adjusting.is_on
    assert check.key_bar.accessibleName().startswith("Keys here: Left")
    check.claim.header.next.setFocus()
    assert not check.adjusting.is_on


def test_the_place_under_the_cursor_is_the_one_that_is_corrected(check, made, do):
    do(AddPlace(made.claims[1], made.article, 0, 6))
    check.article.view.select(Span(2, 2))
    check.should_read()
    assert check.claim.should_read.field.toPlainText() == "Zürich"


def test_a_place_is_removed_at_its_row_and_the_claim_stays(check, made, do, workspace, qtbot):
    do(AddPlace(made.claims[1], made.article, 0, 6))
    panel: ClaimPanel = check.claim
    row = next(button for button in panel.places.findChildren(type(panel.header.next)))
    row.setFocus()
    with qtbot.waitSignal(check.removed):
        check.remove()
    (place,) = workspace.read(places_of, made.claims[1])
    assert place.quote == "Zürich"

"""The bar of keys shows what acts where the keyboard is: in the reader, or among the hints."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication

from factcheck.case.changes import AddDocument, ImportEarlier
from factcheck.window.commands.command import shown_key
from tests.making import loaded

DELETE = shown_key("Delete")


@pytest.fixture
def active(qtbot, shown, made, do):
    """The hints of the first claim with the keyboard: an earlier fact-check, then passages."""
    do(AddDocument(loaded("Die Bahn fuhr 1150 Zelte nach 東京 😀.", title="Rechnung")))
    do(ImportEarlier("x-1", "Zürich hat 1150 Zelte nach 東京 geschickt.", rating="Stimmt"))
    shown.activate(made.claims[0])
    shown.find_evidence()
    qtbot.waitUntil(lambda: not shown.hinting._tasks.running())
    qtbot.waitUntil(shown.claim.found.list.hasFocus)
    return shown


def keys(view):
    return view.key_bar.accessibleName().removeprefix("Keys here: ").split(", ")


def test_the_keys_of_the_current_hint_are_shown_while_the_hints_have_the_keyboard(active):
    rows = active.claim.found.list
    assert rows.current.kind == "earlier"
    assert {"Y the same", "X related", f"{DELETE} not the same"} <= set(keys(active))
    assert "M mark" not in keys(active)

    rows.step(1)
    assert rows.current.kind == "passage"
    assert {
        "S supports",
        "C contradicts",
        "X context",
        f"{DELETE} dismiss",
        "Enter its place",
    } <= set(keys(active))
    rows.step(-1)
    assert "Y the same" in keys(active)


def test_the_keys_follow_when_a_hint_goes(qtbot, active, workspace):
    with qtbot.waitSignal(workspace.changed):
        active.remove()
    assert active.claim.found.list.current.kind == "passage"
    assert f"{DELETE} dismiss" in keys(active)


def test_the_reader_s_keys_are_back_with_the_keyboard(active):
    active.article.focus()
    assert keys(active)[0] == "M mark"
    active.claim.found.list.step(1)
    assert keys(active)[0] == "M mark"


@pytest.mark.parametrize(
    "reason", [Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason]
)
def test_a_menu_or_another_window_leaves_them(active, reason):
    event = QFocusEvent(QEvent.Type.FocusOut, reason)
    QApplication.sendEvent(active.claim.found.list, event)
    assert "Y the same" in keys(active)


def test_who_adjusts_a_place_from_there_sees_the_keys_for_that(active):
    active.adjust()
    assert keys(active)[0] == "Left Right move the end"
    active.adjusting.leave()
    assert keys(active)[0] == "M mark"

"""As of …, from the active claim, from the line of a history, and out again, in the real window."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit, MarkClaim
from factcheck.window.past.claim import PastClaim
from factcheck.window.past.dialog import AsOfDialog
from factcheck.window.past.ledger import PastLedger
from tests.driving import CTRL, SHIFT, SLOW_MS, Driver, Key, driver
from tests.making import ARTICLE, loaded

__all__ = ["driver"]


@pytest.fixture
def window(driver: Driver, tmp_path: Path):
    path = tmp_path / "Überschwemmung.factcheck"
    with Case.create(path, by="Zoë") as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by="Zoë").ids[0]
        claims = [case.do(MarkClaim(article, at, at + 6), by="Zoë").ids[0] for at in (0, 8)]
        case.do(Edit("claim", claims[0], {"speaker": "Łucja"}), by="Zoë")
        case.do(Edit("claim", claims[0], {"speaker": "Μαρία"}), by="Zoë")
    return driver.open(path)


def past_of(window) -> PastClaim:
    (past,) = window.views.check.claim.findChildren(PastClaim)
    return past


def test_the_active_claim_is_shown_as_of_an_entry(driver: Driver, window, qtbot):
    driver.key(Key.Key_H, CTRL | SHIFT)
    (dialog,) = window.findChildren(AsOfDialog)
    dialog.picker.entry.setValue(5)
    qtbot.waitUntil(dialog.main_button.isEnabled, timeout=SLOW_MS)
    dialog.main_button.click()
    past = past_of(window)
    qtbot.waitUntil(past.isVisible, timeout=SLOW_MS)
    assert past.past.shown.claim.speaker == "Łucja"
    driver.key(Key.Key_Escape)
    assert not past.isVisible()
    assert window.views.check.claim.current.speaker == "Μαρία"


def test_as_of_a_line_of_the_history_needs_no_dialog(driver: Driver, window, qtbot):
    driver.key("h")
    driver.key("j")
    driver.key(Key.Key_H, CTRL | SHIFT)
    assert not window.findChildren(AsOfDialog)
    past = past_of(window)
    qtbot.waitUntil(past.isVisible, timeout=SLOW_MS)
    assert past.past.moment.seq == 5


def test_whatever_works_on_a_claim_goes_back_to_now_first(driver: Driver, window, qtbot):
    driver.key("h")
    driver.key(Key.Key_H, CTRL | SHIFT)
    past = past_of(window)
    qtbot.waitUntil(past.isVisible, timeout=SLOW_MS)
    driver.article.focus()
    driver.key("2")
    assert not past.isVisible()
    assert window.views.check.claim.verdict.draft.rating == "Mostly true"


def test_another_claim_is_shown_as_it_is_now(driver: Driver, window, qtbot):
    driver.key("h")
    driver.key(Key.Key_H, CTRL | SHIFT)
    past = past_of(window)
    qtbot.waitUntil(past.isVisible, timeout=SLOW_MS)
    window.views.check.step_claim(1)
    assert not past.isVisible()


def test_a_right_click_on_a_line_offers_the_past(driver: Driver, window, qtbot):
    history = window.views.check.claim.history
    place = history.visualRect(history.lines.index(0)).center()
    history.customContextMenuRequested.emit(place)
    (menu,) = history.findChildren(QMenu)
    assert window.commands.actions["as-of"] in menu.actions()
    menu.close()


def test_the_ledger_is_shown_as_of_a_moment_by_its_button(driver: Driver, window, qtbot):
    window.views.show("ledger")
    window.pages.currentWidget().as_of.click()
    (dialog,) = window.findChildren(AsOfDialog)
    dialog.picker.entry.setValue(2)
    qtbot.waitUntil(dialog.main_button.isEnabled, timeout=SLOW_MS)
    dialog.main_button.click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PastLedger)), timeout=SLOW_MS)
    (ledger,) = window.findChildren(PastLedger)
    assert not ledger.view.as_of.isVisible()
    window.close_case()
    assert not ledger.isVisible()


@pytest.mark.parametrize("name", ["prüfen 東京.py", "prüfen.factcheck"])
def test_the_script_that_checks_a_log_can_be_handed_over(
    window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
):
    out = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.commands.actions["save-script"].trigger()
    if out.suffix == ".py":
        assert out.read_bytes() == asset("verify_log.py").read_bytes()
        assert str(out) in window.toast.text()
    else:
        assert "the name of a case" in window.toast.text()

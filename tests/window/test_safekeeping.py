"""The open case is backed up by itself; a damaged one is offered what can be done with it."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog

from factcheck.case.backup import back_up, backups_of
from factcheck.case.backup_places import Place, choose_place
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, MarkClaim, RateClaim
from factcheck.case.known_cases import remember_case
from factcheck.case.read.claims import claims
from factcheck.case.verify import verify
from factcheck.errors import DamagedError
from factcheck.profile import set_checker_name
from factcheck.window.main_window import MainWindow
from factcheck.window.safety.pages import DamagedPage, LookingPage
from factcheck.window.safety.restore_dialog import RestoreDialog
from factcheck.window.safety.salvaged_dialog import SalvagedDialog
from tests.driving import SLOW_MS, Driver, driver
from tests.making import ARTICLE, loaded

__all__ = ["driver"]

ZOE = "Zoë Ångström"


@pytest.fixture
def made(driver: Driver, tmp_path: Path) -> Path:
    """A case with one claim and a backup; then a verdict that the backup lacks."""
    set_checker_name(ZOE)
    path = tmp_path / "Zelte für Łódź.factcheck"
    with Case.create(path, by=ZOE) as case:
        article = case.do(AddDocument(loaded(ARTICLE, title="東京"), under_check=True), by=ZOE)
        claim = case.do(MarkClaim(article.ids[0], 0, 6), by=ZOE).ids[0]
        remember_case(case)
        back_up(path)
        case.do(RateClaim(claim, "True", "Gesehen."), by=ZOE)
    return path


@pytest.fixture
def window(driver: Driver, made: Path) -> MainWindow:
    return driver.open(made)


def until(qtbot, condition) -> None:
    qtbot.waitUntil(condition, timeout=SLOW_MS)


def spoil(path: Path, words: bytes, instead: bytes) -> None:
    content = path.read_bytes()
    assert words in content
    path.write_bytes(content.replace(words, instead))


def lose_a_page(path: Path, table: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)


def test_an_opened_case_that_changed_is_backed_up_and_once_only(qtbot, window: MainWindow):
    assert window.safety._soon.isActive()
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: len(backups_of(window.workspace.case_id)) == 2)
    until(qtbot, lambda: window.safety._running is None)
    assert window.status.message() == "Backed up to entry 4."
    window.safety._often.timeout.emit()
    until(qtbot, lambda: window.safety._running is None)
    assert len(backups_of(window.workspace.case_id)) == 2


def test_the_first_backup_of_a_case_says_where_it_lies(qtbot, driver: Driver, tmp_path: Path):
    path = tmp_path / "Küste.factcheck"
    with Case.create(path, by=ZOE) as case:
        remember_case(case)
    window = driver.open(path)
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: bool(backups_of(window.workspace.case_id)))
    until(qtbot, lambda: window.safety._running is None)
    told = window.toast.text()
    assert "Backed up for the first time" in told
    assert str(backups_of(window.workspace.case_id)[0].path.parent) in told


def test_where_no_backups_are_wanted_none_is_made_and_nothing_is_said(qtbot, window: MainWindow):
    choose_place(window.workspace.case_id, window.workspace.path, Place("none"))
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: window.safety._running is None)
    assert len(backups_of(window.workspace.case_id)) == 1
    assert "chosen" not in window.status.message()
    window.safety.back_up_now()
    until(qtbot, lambda: "that was chosen for it" in window.status.message())


def test_a_page_that_rots_while_nothing_changes_is_found_after_the_opening(
    qtbot, driver: Driver, made: Path
):
    back_up(made)
    window = driver.open(made)
    lose_a_page(made, "attempts")
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: isinstance(window.pages.currentWidget(), DamagedPage))
    assert window.workspace.why_read_only


def test_a_case_that_lost_a_page_is_not_opened_and_what_can_be_done_is_shown(
    qtbot, driver: Driver, made: Path
):
    back_up(made)
    lose_a_page(made, "attempts")
    window = driver.open()
    window.open_case(made)
    until(qtbot, lambda: isinstance(window.pages.currentWidget(), DamagedPage))
    assert not window.workspace.is_open


def test_where_the_pages_are_whole_nothing_is_said(qtbot, driver: Driver, made: Path):
    back_up(made)
    window = driver.open(made)
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: window.safety._running is None)
    assert (window.status.message(), window.workspace.why_read_only) == ("", "")


def test_a_backup_that_was_asked_for_is_told(qtbot, window: MainWindow):
    told = []
    window.say = told.append
    for _ in range(2):
        window.commands.actions["back-up"].trigger()
        until(qtbot, lambda: window.safety._running is None)
    assert told == [
        "Backed up and verified up to entry 4.",
        "Nothing changed since the last backup.",
    ]


def test_a_restore_says_before_what_is_lost_and_keeps_the_present_file(
    qtbot, qtmodeltester, window: MainWindow, made: Path
):
    dialog = window.safety.restore()
    assert isinstance(dialog, RestoreDialog)
    until(qtbot, dialog.main_button.isEnabled)
    assert dialog.model.rowCount() == 1
    assert dialog.sentence.text() == "1 entry of the log would be lost, 1 verdict among them."
    assert dialog.lost.item(0).text().startswith(f"Claim 1: True, by {ZOE}, ")
    for model in (dialog.model, dialog.lost):
        qtmodeltester.check(model)
    with qtbot.waitSignal(window.ready, timeout=SLOW_MS):
        dialog.accept()
    assert window.workspace.read(claims)[0].rating == ""
    (aside,) = made.parent.glob("*set aside*.factcheck")
    with Case.open(aside, read_only=True) as case:
        assert case.read(claims)[0].rating == "True"


def test_a_case_that_never_verified_here_can_only_be_read_and_says_why(
    qtbot, driver: Driver, made: Path
):
    post = made.with_name("aus der Post.factcheck")
    shutil.copy(made, post)
    spoil(post, b"Gesehen.", b"Gelesen.")
    window = driver.open(post)
    assert window.workspace.why_read_only.startswith("aus der Post.factcheck is not whole. ")
    assert not window.safety._soon.isActive()
    with qtbot.waitSignal(window.workspace.failed) as told:
        window.workspace.do(AddNote("book", "Łódź"))
    assert "is not whole" in told.args[0]


def test_a_case_that_is_not_whole_is_salvaged_from_the_menu(
    qtbot, driver: Driver, made: Path, tmp_path: Path, monkeypatch
):
    post = made.with_name("aus der Post.factcheck")
    shutil.copy(made, post)
    spoil(post, b"Gesehen.", b"Gelesen.")
    out = tmp_path / "neu 東京.factcheck"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window = driver.open(post)
    with qtbot.waitSignal(window.ready, timeout=SLOW_MS):
        window.commands.actions["salvage"].trigger()
    assert (window.workspace.path, window.workspace.why_read_only) == (out, "")
    dialog = window.findChild(SalvagedDialog)
    assert "entries past it that no longer follow: 1." in dialog.sentences[0]
    dialog.accept()


def test_somebody_elses_case_that_is_whole_is_verified_once(driver: Driver, made: Path):
    post = made.with_name("aus der Post.factcheck")
    shutil.copy(made, post)
    looked = []
    for _ in range(2):
        window = driver.open()
        window.workspace.looking.connect(lambda *step: looked.append(step))
        driver.opened(lambda window=window: window.open_case(post))
        assert window.workspace.why_read_only == ""
        driver.close()
        seen = len(looked)
    assert len(looked) == seen > 0


@pytest.mark.parametrize("table", ["entries", "documents"])
def test_a_damaged_case_leads_to_what_can_be_done(qtbot, driver: Driver, made: Path, table: str):
    """At its opening, or where a panel first reads the page that is gone."""
    lose_a_page(made, table)
    before = made.read_bytes()
    window = driver.open()
    with qtbot.captureExceptions() as met:
        window.open_case(made)
        until(qtbot, lambda: isinstance(window.pages.currentWidget(), DamagedPage))
    assert {kind for kind, _, _ in met} <= {DamagedError}
    assert not window.workspace.is_open
    page = window.pages.currentWidget()
    assert "damaged" in page.sentence.text()
    assert page.reading.isHidden()
    assert window.start_page.isEnabled()
    page.restore.click()
    dialog = window.findChild(RestoreDialog)
    until(qtbot, dialog.main_button.isEnabled)
    told = {"entries": "cannot be read to its end", "documents": "1 verdict among them"}
    assert told[table] in dialog.sentence.text()
    with qtbot.waitSignal(window.ready, timeout=SLOW_MS):
        dialog.accept()
    assert window.workspace.why_read_only == ""
    (aside,) = made.parent.glob("*set aside*.factcheck")
    assert aside.read_bytes() == before


def test_damage_that_a_backup_finds_ends_the_writing_and_is_shown(
    qtbot, window: MainWindow, made: Path
):
    spoil(made, b"Gesehen.", b"Gelesen.")
    window.safety._soon.timeout.emit()
    until(qtbot, lambda: isinstance(window.pages.currentWidget(), DamagedPage))
    page = window.pages.currentWidget()
    assert "is not whole, so no backup was made" in page.sentence.text()
    assert window.workspace.why_read_only == "The case is damaged. Here you can only read."
    before = made.read_bytes()
    with qtbot.waitSignal(window.workspace.failed):
        window.workspace.do(AddNote("book", "Łódź"))
    assert made.read_bytes() == before
    page.reading.click()
    assert window.pages.currentWidget() is window.views.check


def test_a_damaged_case_is_salvaged_into_a_new_one_that_opens(
    qtbot, driver: Driver, made: Path, tmp_path: Path, monkeypatch
):
    lose_a_page(made, "claims")
    out = tmp_path / "gerettet 東京"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window = driver.open()
    with qtbot.captureExceptions() as met:
        window.open_case(made)
        until(qtbot, lambda: isinstance(window.pages.currentWidget(), DamagedPage))
        with qtbot.waitSignal(window.ready, timeout=SLOW_MS):
            window.pages.currentWidget().salvage.click()
    assert {kind for kind, _, _ in met} <= {DamagedError}
    assert window.workspace.path == out.with_name("gerettet 東京.factcheck")
    assert window.workspace.read(claims)[0].rating == "True"
    dialog = window.findChild(SalvagedDialog)
    assert "one entry says that it was salvaged" in dialog.sentences[0]
    dialog.accept()


def test_what_is_open_can_be_saved_after_its_folder_vanished(
    qtbot, window: MainWindow, made: Path, tmp_path: Path, monkeypatch
):
    made.unlink()
    out = tmp_path / "gerettet 東京.factcheck"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.commands.actions["save-copy"].trigger()
    until(qtbot, out.exists)
    assert verify(out).ok
    until(qtbot, lambda: str(out) in window.toast.text())


def looks_for_ever(_: Path, tell: Callable[[int, int], object]) -> None:
    while True:
        tell(1, 2)
        Event().wait(0.01)


def test_verifying_a_foreign_case_can_be_given_up(qtbot, driver: Driver, made: Path, monkeypatch):
    post = made.with_name("aus der Post.factcheck")
    shutil.copy(made, post)
    monkeypatch.setattr("factcheck.window.safety.safekeeping._SHOWN_AFTER_MS", 0)
    # A small case is verified before its page can be seen: this one takes until it is given up.
    monkeypatch.setattr("factcheck.case.first_look.look_first", looks_for_ever)
    window = driver.open()
    window.open_case(post)
    until(qtbot, lambda: isinstance(window.pages.currentWidget(), LookingPage))
    page = window.pages.currentWidget()
    assert page.headline.text() == "Checking aus der Post"
    page.cancel.click()
    assert window.pages.currentWidget() is window.start_page
    assert window.start_page.isEnabled()
    assert not window.workspace.is_open

"""Properties of the case, fingerprints given away, and the warning that stays."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from factcheck.case.backup_places import Place, place_of
from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.case.known_heads import known_heads, remember_head
from factcheck.case.migrations import SCHEMA_VERSION
from factcheck.errors import FactcheckError
from factcheck.window.properties.dialog import PropertiesDialog
from factcheck.window.properties.heads import GivenHeads
from factcheck.window.widgets.labels import PlainLabel
from factcheck.window.workspace import Workspace
from tests.driving import CTRL, SHIFT, SLOW_MS, Driver, Key, driver
from tests.making import ARTICLE, loaded

__all__ = ["driver"]


@pytest.fixture
def heads(workspace: Workspace, tasks, qtbot: QtBot) -> GivenHeads:
    return GivenHeads(workspace, tasks)


@pytest.fixture
def dialog(workspace: Workspace, tasks, heads: GivenHeads, qtbot: QtBot) -> PropertiesDialog:
    with qtbot.waitSignal(workspace.changed):
        workspace.do(AddDocument(loaded(ARTICLE, title="Zelte für Łódź"), under_check=True))
    made = PropertiesDialog(workspace, tasks, heads)
    qtbot.addWidget(made)
    made.show()
    return made


def said(parent: QWidget) -> list[str]:
    return [label.text() for label in parent.findChildren(PlainLabel)]


def press(parent: QWidget, name: str) -> None:
    buttons = parent.findChildren(QPushButton)
    next(each for each in buttons if name in (each.text(), each.accessibleName())).click()


def test_it_says_what_the_case_is_and_follows_it(dialog, workspace, qtbot):
    told = said(dialog)
    for words in ("Zelte für Łódź", "General, version 1", str(workspace.path)):
        assert words in told, told
    assert any(words.endswith(", by Zoë") for words in told)
    assert any(words.endswith(f", schema {SCHEMA_VERSION}") for words in told)
    seq = workspace.head.seq
    with qtbot.waitSignal(workspace.changed):
        workspace.do(AddDocument(loaded("Der Fluß fiel. 😀")))
    assert str(seq + 1) in said(dialog)
    assert dialog.fingerprint.text() == workspace.head.fingerprint


def test_a_copied_fingerprint_is_kept_beside_the_settings(dialog, workspace, qtbot):
    press(dialog, "Copy the fingerprint")
    assert QGuiApplication.clipboard().text() == workspace.head.fingerprint
    qtbot.waitUntil(lambda: bool(known_heads(workspace.case_id)))
    (kept,) = known_heads(workspace.case_id)
    assert (kept.fingerprint, kept.how) == (workspace.head.fingerprint, "copied")


def test_verify_now_says_that_the_case_is_whole(dialog, qtbot):
    press(dialog, "Verify now")
    qtbot.waitUntil(lambda: bool(dialog.verifying.text()), timeout=SLOW_MS)
    assert dialog.verifying.text().startswith("The case is whole: ")


def test_verify_now_names_the_first_wrong_entry_and_why(dialog, workspace, qtbot):
    with closing(sqlite3.connect(workspace.path)) as raw, raw:
        found = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in found:
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("UPDATE entries SET \"by\" = 'Ola' WHERE seq = 2")
        for _, sql in found:
            raw.execute(sql)
    dialog.verifying.start()
    qtbot.waitUntil(lambda: bool(dialog.verifying.wrong.text()), timeout=SLOW_MS)
    sentence, where = dialog.verifying.wrong.text().split("\n")
    assert sentence.startswith("Entry 2 ")
    assert where == "The first wrong entry is number 2."


def test_verify_now_compares_with_a_fingerprint_of_somebody_else(dialog, qtbot):
    dialog.verifying.kept.setText("2-0000-0000-0000-0000-0000")
    dialog.verifying.start()
    qtbot.waitUntil(lambda: bool(dialog.verifying.wrong.text()), timeout=SLOW_MS)
    assert "rewritten" in dialog.verifying.wrong.text()
    dialog.verifying.kept.setText("unsinn")
    dialog.verifying.start()
    qtbot.waitUntil(lambda: "unsinn" in dialog.verifying.wrong.text(), timeout=SLOW_MS)


def test_verifying_can_be_stopped_and_goes_with_the_dialog(dialog, qtbot, tasks):
    dialog.verifying.start()
    dialog.verifying.stop()
    qtbot.waitUntil(lambda: not dialog.verifying.is_running, timeout=SLOW_MS)
    dialog.verifying.start()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not tasks.running(), timeout=SLOW_MS)


def put_back_older(path: Path) -> None:
    """Make a case whose newest fingerprint was given away, and put an older copy in its place."""
    with Case.create(path, by="Zoë") as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by="Zoë").ids[0]
        shutil.copy(path, path.with_suffix(".old"))
        case.do(MarkClaim(article, 0, 6), by="Zoë")
        remember_head(case.id, case.head.fingerprint, "export")
    shutil.copy(path.with_suffix(".old"), path)


def test_a_log_that_was_cut_is_said_as_long_as_the_case_is_open(driver: Driver, qtbot, tmp_path):
    path = tmp_path / "Überschwemmung.factcheck"
    put_back_older(path)
    window = driver.open(path)
    notice = window.record.notice
    qtbot.waitUntil(notice.isVisible, timeout=SLOW_MS)
    assert notice.text().startswith("The log was cut: ")
    window.toast.dismiss()
    driver.key(Key.Key_Escape)
    assert notice.isVisible()
    notice.details_wanted.emit()
    (dialog,) = window.findChildren(PropertiesDialog)
    assert dialog.differing.text().startswith("The log was cut: ")
    dialog.close()
    window.status.warning_clicked.emit()
    window.close_case()
    assert not notice.isVisible()


def test_a_case_that_agrees_shows_no_warning_and_its_properties_have_a_key(
    driver: Driver,
    qtbot,
    tmp_path,
):
    Case.create(tmp_path / "東京.factcheck", by="Zoë").close()
    window = driver.open(tmp_path / "東京.factcheck")
    qtbot.waitUntil(lambda: not window.tasks.running(), timeout=SLOW_MS)
    assert not window.record.notice.isVisible()
    driver.key(Key.Key_P, CTRL | SHIFT)
    assert len(window.findChildren(PropertiesDialog)) == 1
    window.record.copy_fingerprint()
    qtbot.waitUntil(lambda: bool(known_heads(window.workspace.case_id)), timeout=SLOW_MS)


# Backups


def choose(dialog: PropertiesDialog, number: int) -> None:
    dialog.backups.choice.setCurrentIndex(number)
    dialog.backups.choice.activated.emit(number)


def test_where_backups_lie_is_chosen_here(dialog, workspace, tmp_path, monkeypatch):
    assert dialog.backups.choice.currentText() == "In the program’s folder for data"
    choose(dialog, 1)
    assert place_of(workspace.case_id, workspace.path) == Place("beside")
    assert "has its backups" in dialog.backups.told.text()

    folder = str(tmp_path / "Platte ä")
    Path(folder).mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: folder)
    choose(dialog, 2)
    assert place_of(workspace.case_id, workspace.path) == Place("folder", Path(folder))
    assert dialog.backups.told.text() == folder

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose(dialog, 2)
    assert place_of(workspace.case_id, workspace.path).folder == Path(folder)
    choose(dialog, 3)
    assert place_of(workspace.case_id, workspace.path) == Place("none")


def test_a_place_that_could_not_be_kept_is_said_there(dialog, workspace, monkeypatch):
    def refuse(*_: object) -> None:
        raise FactcheckError("Die Platte ist voll.")

    monkeypatch.setattr("factcheck.window.properties.backups_part.choose_place", refuse)
    choose(dialog, 3)
    assert dialog.backups.wrong.text() == "Die Platte ist voll."
    assert dialog.backups.choice.currentIndex() == 0

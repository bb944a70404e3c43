"""A bug is logged and told once, with details that can be copied."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factcheck.errors import FactcheckError
from factcheck.window.bug_dialog import BugDialog
from factcheck.window.bugs import BugReports


@pytest.fixture
def reports(qapp: QApplication, tmp_path: Path):
    made = BugReports(log=tmp_path / "Zürich" / "factcheck.log")
    yield made
    made.close()
    for dialog in dialogs():
        dialog.close()


def dialogs() -> list[BugDialog]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, BugDialog)]


def fail(reports: BugReports, name: str) -> None:
    try:
        {}[name]
    except KeyError as bug:
        reports.report(type(bug), bug, bug.__traceback__)


def fail_elsewhere(reports: BugReports, name: str) -> None:
    try:
        int(name)
    except ValueError as bug:
        reports.report(type(bug), bug, bug.__traceback__)


def test_a_bug_is_logged_and_shown(reports: BugReports, qtbot: QtBot, tmp_path: Path) -> None:
    fail(reports, "東京")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "東京" in (tmp_path / "Zürich" / "factcheck.log").read_text(encoding="utf-8")


def test_the_details_can_be_copied(reports: BugReports, qtbot: QtBot) -> None:
    fail(reports, "Maren")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].copy()
    copied = QGuiApplication.clipboard().text()
    assert "KeyError: 'Maren'" in copied
    assert copied.startswith("Factcheck ")


def test_the_same_bug_again_and_another_one_open_no_second_dialog(
    reports: BugReports, qtbot: QtBot, tmp_path: Path
) -> None:
    for _ in range(3):
        fail(reports, "Maren")
    fail_elsewhere(reports, "Tessan")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    QApplication.processEvents()
    dialogs()[0].copy()
    copied = QGuiApplication.clipboard().text()
    assert (copied.count("KeyError: 'Maren'"), copied.count("ValueError: invalid literal")) == (
        1,
        1,
    )
    log = (tmp_path / "Zürich" / "factcheck.log").read_text(encoding="utf-8")
    assert log.count("KeyError: 'Maren'") == 3


def test_a_bug_of_another_thread_is_shown_by_the_window(reports: BugReports, qtbot: QtBot) -> None:
    reports.install()
    thread = threading.Thread(target=fail, args=(reports, "Hale"))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)


def test_without_a_writable_folder_the_bug_is_shown_all_the_same(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    reports = BugReports(log=tmp_path / "file" / "factcheck.log")
    fail(reports, "Maren")
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    reports.close()
    dialogs()[0].close()


def test_closing_gives_the_hooks_back(reports: BugReports) -> None:
    reports.install()
    reports.close()
    assert sys.excepthook is sys.__excepthook__


def test_a_refusal_that_nobody_showed_is_a_sentence_and_no_bug(
    reports: BugReports, qtbot: QtBot
) -> None:
    refused = FactcheckError("Die Datei daneben ist ein Link.")
    with qtbot.waitSignal(reports.said) as told:
        reports.report(type(refused), refused, None)
    assert told.args == ["Die Datei daneben ist ein Link."]
    assert reports._dialog is None

"""The lists in the real window: opened from the menu, they show both places and close."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.profile import set_checker_name
from factcheck.window.main_window import MainWindow
from tests.driving import SLOW_MS, Driver, driver
from tests.making import loaded
from tests.window.checks.conftest import FIRST, MINUTES, SECOND, URL

__all__ = ["driver"]


@pytest.fixture
def window(driver: Driver, tmp_path: Path) -> MainWindow:
    set_checker_name("Zoë")
    path = tmp_path / "zelte.factcheck"
    with Case.create(path, by="Zoë") as case:
        for text in (FIRST, SECOND):
            change = AddDocument(
                loaded(text, title="Zelte", url=URL), under_check=True, source=False
            )
            case.do(change, by="Zoë")
        case.do(AddDocument(loaded(MINUTES, title="Protokoll")), by="Zoë")
    made = driver.open(path)
    (article,) = (row.id for row in made.workspace.read(_documents) if row.under_check)
    made.views.check.open_article(article)
    return made


def _documents(connection):
    from factcheck.case.read.documents import documents

    return documents(connection)


def test_a_quotation_is_shown_beside_its_source(window, qtbot):
    checks = window.text_checks
    window.commands.actions["check-quotes"].trigger()
    qtbot.waitUntil(lambda: bool(checks.quotes.rows()), timeout=SLOW_MS)
    assert checks.drawer.isVisible()
    assert QApplication.focusWidget() is checks.quotes.table
    row = next(row for row in checks.quotes.rows() if row.source is not None)
    checks.quotes.table.show_id(checks.quotes.rows().index(row))
    QTest.keyClick(checks.quotes.table, Qt.Key.Key_Return)
    check = window.views.check
    assert check.source.document.id == row.source.id
    assert QApplication.focusWidget() is checks.quotes.table
    QTest.keyClick(checks.quotes.table, Qt.Key.Key_Escape)
    assert not checks.drawer.isVisible()


def test_a_list_without_a_row_keeps_the_keyboard_and_closes_with_escape(window, qtbot):
    checks = window.text_checks
    window.commands.actions["contradictions"].trigger()
    qtbot.waitUntil(lambda: "0 in this article" in checks.contradictions.header.accessibleName(),
                    timeout=SLOW_MS)  # fmt: skip
    assert checks.drawer.isVisible()
    assert not checks.contradictions.rows()
    assert QApplication.focusWidget() is checks.contradictions.filter
    QTest.keyClick(checks.contradictions.filter, Qt.Key.Key_Escape)
    assert not checks.drawer.isVisible()


def test_a_changed_sentence_is_shown_in_the_article(window, qtbot):
    checks = window.text_checks
    window.commands.actions["publisher-changes"].trigger()
    qtbot.waitUntil(lambda: bool(checks.changes.rows()), timeout=SLOW_MS)
    QTest.keyClick(checks.changes.table, Qt.Key.Key_Return)
    assert checks.drawer.isVisible()
    window.commands.actions["check-quotes"].trigger()
    qtbot.waitUntil(lambda: bool(checks.quotes.rows()), timeout=SLOW_MS)
    assert checks.changes.isHidden()
    window.close_case()
    assert not checks.drawer.isVisible()
    assert not checks.quotes.rows()

"""Contradictions in the window: the list, both places, put away and back, the claim's own line."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, RemoveClaim
from factcheck.case.read.claim_list import claim_ids_in
from factcheck.profile import set_checker_name
from factcheck.window.claims import contradicted
from factcheck.window.claims.claims_view import ClaimsView
from factcheck.window.claims.contradicted import ContradictsLine
from factcheck.window.widgets.link_line import LinkLine
from tests.driving import SLOW_MS, Driver, driver
from tests.making import loaded

__all__ = ["driver"]

BUILT = "The bridge at 東京 was built in 1923."
LATER = "The bridge, built in 1932, is closed."
TEXT = (
    f"Łódź 😀\n\n{BUILT} Unemployment rose to 5.3% in March.\n\n"
    f"{LATER} Unemployment fell to 5.3% in March."
)


@pytest.fixture
def window(driver: Driver, tmp_path: Path, english_plurals: None):
    set_checker_name("Zoë")
    path = tmp_path / "brücke.factcheck"
    with Case.create(path, by="Zoë") as case:
        article = case.do(AddDocument(loaded(TEXT, title="Brücke"), under_check=True), by="Zoë")
        for words in (BUILT, LATER):
            start = TEXT.index(words)
            case.do(MarkClaim(article.ids[0], start, start + len(words)), by="Zoë")
    window = driver.open(path)
    window.views.check.open_article(article.ids[0])
    return window


@pytest.fixture
def drawer(qtbot, window):
    window.commands.actions["contradictions"].trigger()
    drawer = window.text_checks.contradictions
    qtbot.waitUntil(lambda: bool(drawer.rows()), timeout=SLOW_MS)
    return drawer


def cells(drawer):
    model = drawer.table.rows
    return [
        tuple(str(model.index(row, column).data()) for column in range(5))
        for row in range(model.rowCount())
    ]


def test_claims_and_lines_stand_with_what_differs(drawer, qtmodeltester):
    assert cells(drawer) == [
        ("claim 1, ¶ 2", "≠ date", "1923", "1932", "claim 2, ¶ 3"),
        ("line, ¶ 2", "≠ direction", "rose to 5.3%", "fell to 5.3%", "line, ¶ 3"),
    ]
    assert drawer.header.accessibleName().startswith("Contradictions, 2 in this article")
    assert "1923" in drawer.why.text()
    drawer.filter.setCurrentIndex(drawer.filter.findData("claims"))
    assert len(cells(drawer)) == 1
    qtmodeltester.check(drawer.table.rows)


def test_enter_shows_both_places_and_keeps_the_keyboard(window, drawer):
    QTest.keyClick(drawer.table, Qt.Key.Key_Return)
    check = window.views.check
    assert check.article.view.selection().of(TEXT) == "1923"
    assert check.source.view.selection().of(TEXT) == "1932"
    assert check.active_claim == drawer.table.current.first.claim_id
    assert drawer.table.hasFocus()


def test_delete_puts_one_away_and_undo_brings_it_back(qtbot, window, drawer):
    with qtbot.waitSignal(drawer.dismissed):
        QTest.keyClick(drawer.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(drawer.rows()) == 1, timeout=SLOW_MS)
    window.workspace.undo()
    qtbot.waitUntil(lambda: len(drawer.rows()) == 2, timeout=SLOW_MS)
    # The first Esc is for the toast.
    QTest.keyClick(drawer.table, Qt.Key.Key_Escape)
    QTest.keyClick(drawer.table, Qt.Key.Key_Escape)
    assert not window.text_checks.drawer.isVisible()
    # With the list closed Delete is that of the check view again.
    window.commands.actions["remove"].trigger()


def test_a_claim_says_what_it_contradicts_and_leads_there(qtbot, window):
    check = window.views.check
    with qtbot.waitSignal(check.contradicted.changed, timeout=SLOW_MS):
        check.contradicted.ask()
    check.step_claim(1)
    line = check.claim.contradicts
    assert line.text() == "≠ claim 1: 1923, here 1932"
    assert line.isVisible()
    window.views.show("claims")
    rows = window.views.get(ClaimsView).table.rows
    qtbot.waitUntil(lambda: rows.rowCount() == 2, timeout=SLOW_MS)
    column = next(at for at, each in enumerate(rows.columns) if each.key == "contradicted")
    assert rows.index(1, column).data() == "≠ claim 1: 1923, here 1932"
    window.views.show("check")
    line.click()
    drawer = window.text_checks.contradictions
    qtbot.waitUntil(lambda: bool(drawer.rows()), timeout=SLOW_MS)
    assert drawer.filter.currentData() == "all"
    assert drawer.table.current.first.claim_no == 1
    drawer.refresh()
    qtbot.waitUntil(lambda: bool(drawer.rows()), timeout=SLOW_MS)
    window.close_case()
    assert not drawer.rows()
    assert check.contradicted.words("") == ""


def test_a_line_without_words_is_hidden(qtbot):
    line = ContradictsLine()
    qtbot.addWidget(line)
    line.show_claim("1")
    assert line.isHidden()
    linked = LinkLine()
    qtbot.addWidget(linked)
    linked.show_line("Łódź & 東京", "Łódź. Go there", "request")
    assert linked.accessibleName() == "Łódź. Go there"
    assert not linked.grab().isNull()
    assert linked.minimumSizeHint().width() < linked.sizeHint().width()


def test_a_claim_is_held_against_the_lines_of_its_article(qtbot, window):
    check = window.views.check
    second = window.workspace.read(claim_ids_in, check.article.document.id)[1]
    with qtbot.waitSignal(window.workspace.changed, timeout=SLOW_MS):
        window.workspace.do(RemoveClaim(second))
    with qtbot.waitSignal(check.contradicted.changed, timeout=SLOW_MS):
        check.contradicted.ask()
    check.step_claim(1)
    assert check.claim.contradicts.text() == "≠ ¶ 3: 1932, here 1923"


def test_a_case_of_very_many_claims_is_not_compared_at_each_opening(window, monkeypatch):
    with window.workspace.another_reader() as reader:
        assert contradicted._of_claims("", reader)
        monkeypatch.setattr(contradicted, "_MOST_CLAIMS", 1)
        assert contradicted._of_claims("", reader) == []

"""The history of the whole case, and the filters of a claim's."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, Edit, MarkClaim, RateClaim, UseScale
from factcheck.case.read.history import history_page, people
from factcheck.case.read.history_kinds import ACTIONS, KINDS, kind_of
from factcheck.case.read.wording import _ACTIONS
from factcheck.window.history.case_history import CaseHistory
from factcheck.window.past.ledger import PastLedger
from tests.driving import CTRL, SLOW_MS, Driver, Key, driver
from tests.making import ARTICLE, loaded

__all__ = ["driver"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "Überschwemmung.factcheck"
    with Case.create(made, by="Zoë") as case:
        article = case.do(AddDocument(loaded(ARTICLE), under_check=True), by="Zoë").ids[0]
        claim = case.do(MarkClaim(article, 0, 6), by="Ola <i>Łęcka</i>").ids[0]
        case.do(RateClaim(claim, "False", "東京 sagt nein."), by="Zoë")
        case.undo(by="Zoë")
        case.redo(by="Zoë")
        for number in range(3):
            case.do(Edit("claim", claim, {"event": f"Flut {number}"}), by="Zoë")
    return made


@pytest.fixture
def window(driver: Driver, path: Path):
    window = driver.open(path)
    window.set_checker("Zoë")
    return window


def sentences(rows: list) -> list[str]:
    return [row.sentence for row in rows]


def test_a_page_of_a_kind_has_what_was_undone_of_it_too(path: Path):
    with Case.open(path) as case:
        page = case.read(history_page, None, 50, "verdicts", "Zoë")
        assert [line.action for line in page.lines] == ["redo", "undo", "rate"]
        assert page.before is None
        assert [line.by for line in case.read(history_page, None, 1).lines] == ["Zoë"]
        assert case.read(people) == ["Ola <i>Łęcka</i>", "Zoë"]
        marked = case.read(history_page, None, 50, "wording", "Ola <i>Łęcka</i>").lines
        assert [line.action for line in marked] == ["mark"]


def test_pages_follow_each_other_without_a_gap(path: Path):
    with Case.open(path) as case:
        seqs, before = [], None
        while True:
            page = case.read(history_page, before, 2)
            seqs += [line.seq for line in page.lines]
            before = page.before
            if before is None:
                break
        assert seqs == list(range(case.head.seq, 0, -1))


def test_a_kind_names_actions_that_there_are_and_what_none_names_is_of_the_case(path: Path):
    assert set(ACTIONS) <= set(_ACTIONS)
    assert {kind_of(action) for action in _ACTIONS} == set(KINDS)
    with Case.open(path) as case:
        case.do(UseScale("wire"), by="Zoë")
        lines = case.read(history_page, None, 50, "case").lines
        assert [line.action for line in lines] == ["use scale", "create case"]


def test_the_whole_case_is_listed_and_filtered(driver: Driver, window, qtbot):
    driver.key(Key.Key_H, CTRL)
    (dialog,) = window.findChildren(CaseHistory)
    lines = dialog.list.lines
    qtbot.waitUntil(lambda: lines.rowCount() == window.workspace.head.seq, timeout=SLOW_MS)
    dialog.filters.kind.setCurrentIndex(dialog.filters.kind.findData("verdicts"))
    qtbot.waitUntil(lambda: lines.rowCount() == 3, timeout=SLOW_MS)
    dialog.filters.person.setCurrentIndex(1)
    qtbot.waitUntil(lambda: lines.rowCount() == 0, timeout=SLOW_MS)
    dialog.filters.clear()
    qtbot.waitUntil(lambda: lines.rowCount() == window.workspace.head.seq, timeout=SLOW_MS)
    with qtbot.waitSignal(window.workspace.changed):
        window.workspace.do(UseScale("wire"))
    qtbot.waitUntil(lambda: lines.rowCount() == window.workspace.head.seq, timeout=SLOW_MS)


def test_a_line_about_the_case_shows_the_ledger_as_of_it(driver: Driver, window, qtbot):
    window.record.history()
    (dialog,) = window.findChildren(CaseHistory)
    lines = dialog.list.lines
    qtbot.waitUntil(lambda: lines.rowCount() > 0, timeout=SLOW_MS)
    dialog.activateWindow()
    dialog.list.setFocus()
    dialog.list.go_to(lines.index(lines.rowCount() - 1))
    qtbot.waitUntil(dialog.list.hasFocus)
    buttons = dialog.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "As of …").click()
    qtbot.waitUntil(lambda: bool(window.findChildren(PastLedger)), timeout=SLOW_MS)
    (ledger,) = window.findChildren(PastLedger)
    assert ledger.banner.text().endswith(" – entry 1")
    ledger.reject()


def test_the_history_of_a_claim_is_filtered_in_its_panel(driver: Driver, window, qtbot):
    panel = window.views.check.claim
    filters = panel._history_pane.filters
    assert not filters.isHidden()
    assert filters.kind.count() == 3
    filters.kind.setCurrentIndex(filters.kind.findData("verdicts"))
    assert panel.history.lines.rowCount() == 3
    assert len(panel.history.all_lines) == 7
    driver.changes(lambda: window.workspace.do(Edit("claim", panel.current.id, {"event": "Ebbe"})))
    assert panel.history.lines.rowCount() == 3
    filters.clear()
    assert panel.history.lines.rowCount() == 8

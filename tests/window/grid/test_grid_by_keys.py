"""The grid by keyboard: there, through the cells, to the place, and back."""

from types import SimpleNamespace

from PySide6.QtCore import Qt

from factcheck.window.compare.compare_view import CompareView
from factcheck.window.grid.grid_view import GridView
from tests.driving import Driver

Key = Qt.Key


def test_g_shows_the_grid_of_the_article_and_enter_the_place(
    driver: Driver, reported: SimpleNamespace, qtbot
):
    window = driver.open(reported.path)
    views = window.views
    driver.article.focus()
    driver.check.activate(reported.claims[0])
    driver.key(Key.Key_G)
    assert views.current == "grid"
    grid = views.get(GridView)
    qtbot.waitSignal(grid.telling.finished).wait()
    assert grid.choice.article == reported.article
    assert grid.table.hasFocus()
    driver.key(Key.Key_J)
    assert grid.table.currentIndex().row() == 1
    driver.key(Key.Key_K)
    for _ in range(4):
        if grid.table.currentIndex().data() == "1.100":
            break
        driver.key(Key.Key_Right)
    driver.key(Key.Key_Return)
    assert views.current == "check"
    assert driver.check.active_claim == reported.claims[0]
    assert driver.source.document.id == reported.source


def test_g_again_and_esc_go_back_to_where_one_was(driver: Driver, reported, qtbot):
    window = driver.open(reported.path)
    window.views.show("claims")
    driver.key(Key.Key_G)
    assert window.views.current == "grid"
    driver.key(Key.Key_G)
    assert window.views.current == "claims"
    driver.key(Key.Key_G)
    driver.key(Key.Key_Escape)
    assert window.views.current == "claims"


def test_e_in_the_grid_looks_for_evidence_for_that_claim(driver: Driver, reported, qtbot):
    window = driver.open(reported.path)
    driver.article.focus()
    driver.key(Key.Key_G)
    grid = window.views.get(GridView)
    qtbot.waitSignal(grid.telling.finished).wait()
    grid.table.go_to(grid.model.index(2, 0))
    driver.key(Key.Key_E)
    assert window.views.current == "check"
    assert driver.check.active_claim == reported.claims[2]


def test_v_holds_the_claim_against_the_link_of_the_cell_and_comes_back(
    driver: Driver, reported, qtbot
):
    window = driver.open(reported.path)
    driver.article.focus()
    driver.key(Key.Key_G)
    grid = window.views.get(GridView)
    qtbot.waitSignal(grid.telling.finished).wait()
    at = [document.id for document in grid.model.documents].index(reported.source)
    grid.table.go_to(grid.model.index(0, at))
    driver.key(Key.Key_V)
    assert window.views.current == "compare"
    compare = window.views.get(CompareView)
    assert compare.claim_id == reported.claims[0]
    assert compare.current.id == reported.links[0]
    driver.key(Key.Key_G)
    assert window.views.current == "grid"
    assert grid.current.claim.id == reported.claims[0]
    driver.key(Key.Key_V)
    driver.key(Key.Key_V)
    assert window.views.current == "grid"
    driver.key(Key.Key_G)
    assert window.views.current == "check"

"""The views: nothing is lost when one case is closed and another opened."""

from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim
from tests.driving import Driver, driver
from tests.making import ARTICLE, SOURCE, loaded

__all__ = ["driver"]


@pytest.fixture
def cases(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "eins 東京.factcheck", tmp_path / "zwei Łódź.factcheck"]
    for path in paths:
        with Case.create(path, by="Zoë") as case:
            add = AddDocument(loaded(ARTICLE * 30, title=path.stem), under_check=True, source=False)
            article = case.do(add, by="Zoë").ids[0]
            case.do(AddDocument(loaded(SOURCE, title="Schein 😀")), by="Zoë")
            for start in (0, 20, 40):
                case.do(MarkClaim(article, start, start + 10), by="Zoë")
    return paths


def test_each_case_keeps_where_one_was_in_it(driver: Driver, cases: list[Path]):
    first, second = cases
    window = driver.open(first)
    window.set_checker("Zoë")
    driver.check.step_claim(1)
    active = driver.check.active_claim
    driver.check.toggle_source()
    driver.article.view.restore_place(900)
    place = driver.article.view.place()
    assert place > 0
    window.views.show("claims")

    driver.opened(lambda: window.open_case(second))
    assert driver.article.document.title == second.stem
    assert window.views.current == "check"
    assert not driver.source.isVisible()
    assert driver.article.view.place() == 0

    driver.opened(lambda: window.open_case(first))
    assert window.views.current == "claims"
    window.views.show("check")
    assert driver.article.document.title == first.stem
    assert driver.check.active_claim == active
    assert driver.source.isVisible()
    assert driver.article.view.place() == place


def test_a_closed_case_leaves_nothing_in_the_views(driver: Driver, cases: list[Path]):
    window = driver.open(cases[0])
    for view in ("claims", "ledger", "find", "check"):
        window.views.show(view)
    window.close_case()
    assert window.pages.currentWidget() is window.start_page
    assert driver.claim.current is None
    assert driver.check.library.model.is_empty
    assert window.views.current == ""
    assert not window.commands.actions["mark"].isEnabled()
    # What still comes in for the closed case, such as a click, changes nothing.
    window.views.show("ledger")
    window.views.search("東京")
    assert window.views.current == ""
    driver.opened(lambda: window.open_case(cases[1]))
    assert driver.article.document.title == cases[1].stem


def test_where_one_is_gets_kept_a_little_after_each_move(driver: Driver, cases: list[Path]):
    window = driver.open(cases[0])
    driver.check.step_claim(1)
    keeping = window.views._keeping
    assert keeping.isActive()
    keeping.timeout.emit()
    kept = window.settings.case_view(window.workspace.case_id)
    assert kept.active_claim == driver.check.active_claim
    assert kept.document == driver.article.document.id


def test_a_claim_that_is_gone_is_said_and_the_view_stays(driver: Driver, cases: list[Path]):
    window = driver.open(cases[0])
    window.views.open_claim("gibt es nicht")
    assert window.views.current == "check"
    assert driver.claim.current is None

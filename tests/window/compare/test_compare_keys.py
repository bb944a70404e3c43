"""Side by side in the real window: V, J K, Enter, S C X, Esc; from the lists too."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, LinkEvidence, MarkClaim
from factcheck.case.read.evidence import evidence_of
from factcheck.profile import set_checker_name
from factcheck.window.claims.claims_view import ClaimsView
from factcheck.window.compare.compare_view import CompareView
from tests.driving import SLOW_MS, Driver, driver
from tests.making import loaded

__all__ = ["driver"]

Key = Qt.Key
SENT = "Łódź sent 1,150 tents to 東京 on Monday."
GOT = "東京 got 1,100 tents from Łódź 😀."
MORE = "The tents from Łódź came to 東京 on Tuesday."


@pytest.fixture
def claim(driver: Driver, tmp_path: Path, english_plurals: None, qtbot):
    """The id of a claim with two links, active in the window."""
    set_checker_name("Zoë")
    path = tmp_path / "zelte.factcheck"
    with Case.create(path, by="Zoë") as case:

        def do(change):
            return case.do(change, by="Zoë").ids[0]

        article = do(AddDocument(loaded(SENT, title="Tents"), under_check=True, source=False))
        source = do(AddDocument(loaded(f"{GOT}\n\n{MORE}", title="Note")))
        claim = do(MarkClaim(article, 0, len(SENT)))
        do(LinkEvidence((claim,), source, "supports", 0, len(GOT)))
        start = len(GOT) + 2
        do(LinkEvidence((claim,), source, "supports", start, start + len(MORE)))
    window = driver.open(path)
    window.views.check.activate(claim)
    window.views.check.article.focus()
    return claim


def test_the_whole_way_by_keyboard(driver, claim, qtbot):
    window = driver.window
    driver.key("v")
    compare = window.views.get(CompareView)
    assert window.views.current == "compare"
    qtbot.waitUntil(lambda: bool(compare.differences.current() is not None), timeout=SLOW_MS)
    assert compare.differences.table.hasFocus()
    driver.key("j")
    assert compare.texts.right.view._scene.focus.of(compare.texts.right.text) == MORE
    driver.key("k")
    driver.key(Key.Key_Return)
    assert compare.texts.right.view._scene.flashed is not None
    driver.saves("c")
    stances = [row.stance for row in window.workspace.read(evidence_of, claim)]
    assert stances == ["contradicts", "supports"]
    driver.key(Key.Key_F6)
    assert compare.texts.left.view.hasFocus()
    driver.key("j")
    assert compare.current.words == MORE
    driver.key(Key.Key_Escape)
    assert window.views.current == "check"
    assert window.views.check.article.view.hasFocus()


def test_n_goes_to_the_next_claim_with_evidence_and_keeps_the_view(driver, claim, qtbot):
    window = driver.window
    article = window.views.check.article.document.id
    for start in (0, 5):
        driver.changes(lambda at=start: window.workspace.do(MarkClaim(article, at, at + 4)))
    driver.key("v")
    qtbot.waitUntil(lambda: window.views.get(CompareView).differences.current() is not None)
    driver.key("n")
    # No other claim has evidence.
    assert (window.views.current, window.views.get(CompareView).claim_id) == ("compare", claim)
    driver.key("p")
    assert window.views.get(CompareView).claim_id == claim
    driver.key(Key.Key_Escape)
    assert window.views.current == "check"


def test_it_opens_at_the_link_with_the_keyboard_and_v_goes_back(driver, claim):
    links = driver.claim.evidence.list
    links.setFocus()
    links.step(1)
    links.step(1)
    driver.key("v")
    assert driver.window.views.get(CompareView).current.words == MORE
    driver.key("v")
    assert driver.window.views.current == "check"


def test_it_opens_from_the_list_of_claims_and_goes_back_there(driver, claim, qtbot):
    window = driver.window
    window.views.show("claims")
    table = window.views.get(ClaimsView).table
    qtbot.waitUntil(lambda: table.rows.rowCount() == 1, timeout=SLOW_MS)
    table.go_to(table.rows.index(0, 0))
    table.setFocus()
    driver.key("v")
    assert window.views.get(CompareView).claim_id == claim
    driver.key(Key.Key_Escape)
    assert window.views.current == "claims"
    window.views.show("ledger")
    assert window.commands.actions["side-by-side"].isEnabled()
    with qtbot.waitSignal(window.views.said):
        window.commands.actions["side-by-side"].trigger()
    window.close_case()
    assert window.views.get(CompareView).claim_id == ""

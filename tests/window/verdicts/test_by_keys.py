"""A second pair of eyes at the whole window, by keys alone."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, LinkEvidence, MarkClaim, RateClaim, SetApprovals
from factcheck.case.read.claims import claim
from factcheck.case.read.reviews import to_recheck
from factcheck.case.verify import verify
from factcheck.window.ledger.ledger_view import LedgerView
from tests.driving import CTRL, SHIFT, SLOW_MS, Driver, Key, driver
from tests.making import ARTICLE, SOURCE, loaded

__all__ = ["driver"]


@pytest.mark.slow
def test_a_verdict_is_sent_back_answered_approved_published_and_rechecked(
    driver: Driver, qtbot, tmp_path
) -> None:
    path = tmp_path / "Zelte 東京.factcheck"
    with Case.create(path, by="Zoë") as case:
        article = case.do(AddDocument(loaded(ARTICLE, title="Zelte"), under_check=True), by="Zoë")
        source = case.do(AddDocument(loaded(SOURCE, title="Lieferschein")), by="Zoë").ids[0]
        claim_id = case.do(MarkClaim(article.ids[0], 0, 6), by="Zoë").ids[0]
        case.do(LinkEvidence((claim_id,), source, "supports", 0, 8), by="Zoë")
        case.do(RateClaim(claim_id, "True", "So.", explain="Genügt."), by="Zoë")
        case.do(SetApprovals(1), by="Zoë")
    window = driver.open(path)
    # The case was opened with its first claim; the second reader asks.
    window.set_checker("Zoë")
    driver.check.activate(claim_id)
    assert not driver.claim.verdict.standing.approve.isEnabled()
    window.set_checker("Bo")
    assert driver.claim.verdict.standing.approve.isEnabled()
    driver.article.focus()
    driver.key("q", SHIFT)
    driver.types("Welche Zelte? 😀")
    driver.saves(Key.Key_Return)
    assert window.toast.text() == "The verdict of claim 1 was sent back."
    assert driver.claim.verdict.standing.answers.isVisible()

    # The checker rates anew: the gate asks again, the explanation is picked.
    window.set_checker("Zoë")
    driver.check.activate(claim_id)
    driver.article.focus()
    driver.key("2")
    driver.types("Die vom Montag.")
    driver.key(Key.Key_Return, CTRL)
    assert list(driver.claim.verdict.form.fields) == ["too few sources"]
    driver.types("Die einzige Zählung.")
    driver.saves(Key.Key_Return, CTRL)
    assert driver.article.is_focused()

    # From the ledger: approved where it stands, then published in its panel.
    window.set_checker("Bo")
    driver.key("3", CTRL)
    ledger = window.views.get(LedgerView)
    qtbot.waitUntil(lambda: len(ledger.table.rows.ids) == 1, timeout=SLOW_MS)
    driver.key("j")
    driver.saves("y", SHIFT)
    assert window.workspace.read(claim, claim_id).state == "done"
    driver.key("u", SHIFT)
    assert window.views.current == "check"
    driver.types("https://example.org/prüfung/1")
    driver.saves(Key.Key_Return)
    assert driver.claim.verdict._stand.was_public

    # Its source falls, is looked at again, and the verdict stands.
    driver.check.library.view.go_to(driver.check.library.model.index_of(source))
    driver.check.library.view.setFocus()
    driver.key("d", SHIFT)
    driver.key(Key.Key_Down)
    driver.key(Key.Key_Tab)
    driver.types("東京 widerrief.")
    driver.saves(Key.Key_Return, CTRL)
    assert [row.claim_id for row in window.workspace.read(to_recheck)] == [claim_id]
    driver.article.focus()
    driver.saves("v", SHIFT)
    assert window.workspace.read(to_recheck) == []
    # All of it is taken back in its order, and redone: the log holds.
    driver.saves("z", CTRL)
    assert len(window.workspace.read(to_recheck)) == 1
    driver.close()
    assert verify(path).ok


def test_no_key_of_a_verdict_acts_where_none_is_shown(driver: Driver, tmp_path) -> None:
    path = tmp_path / "Łódź.factcheck"
    with Case.create(path, by="Zoë"):
        pass
    window = driver.open(path)
    assert window.commands.actions["approve"].isEnabled()
    window.views.show("find")
    assert not window.commands.actions["approve"].isEnabled()
    window.views.show("ledger")
    assert window.commands.actions["approve"].isEnabled()
    driver.key(Qt.Key.Key_Y, SHIFT)
    driver.close()

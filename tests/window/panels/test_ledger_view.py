"""The ledger: its rows, what its side shows, its filters and its details."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import Edit, LinkEvidence, RateClaim, SetApprovals
from factcheck.window.ledger.ledger_view import LedgerView


@pytest.fixture
def ledger(qtbot, workspace, tasks) -> LedgerView:
    view = LedgerView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    qtbot.waitUntil(lambda: view._overview is not None)
    return view


def wordings(view: LedgerView) -> list[str]:
    rows = range(view.table.rows.rowCount())
    return [view.table.rows.row(row).wording for row in rows]


def test_the_current_verdicts_are_shown_with_their_counts(ledger):
    assert wordings(ledger) == ["Der Zug fuhr am Montag"]
    assert "1 current" in ledger.header.accessibleName()
    spoken = ledger.show_list.choices.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "All current, 1"


def test_a_new_verdict_replaces_the_old_one_which_stays_on_record(ledger, made, do, qtbot):
    do(RateClaim(made.claims[2], "False", "Der Zug stand."))
    qtbot.waitUntil(lambda: ledger._overview.counts.total == 2)
    assert [ledger.table.rows.row(0).rating] == ["False"]
    ledger._show_wanted("replaced")
    qtbot.waitUntil(lambda: ledger.table.rows.row(0).rating == "True")
    spoken = ledger.table.rows.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "True, replaced"


def test_the_ratings_at_the_side_filter_the_rows(ledger, made, do, qtbot):
    do(RateClaim(made.claims[0], "False", "Lieferschein"))
    qtbot.waitUntil(lambda: len(wordings(ledger)) == 2)
    qtbot.waitUntil(lambda: ledger.by_rating.choices.rowCount() == 2)
    ledger._rating_wanted("False")
    qtbot.waitUntil(lambda: wordings(ledger) == ["Zürich hat 1150 Zelte nach 東京 geschickt"])
    assert ledger.table.wanted("rating") == "False"
    ledger._rating_wanted("")
    qtbot.waitUntil(lambda: len(wordings(ledger)) == 2)


def test_words_filter_the_rows_and_no_row_says_why(ledger, qtbot):
    ledger.table.filters.want("wording", "zug MONTAG")
    qtbot.waitUntil(lambda: ledger.table.wanted("wording") == "zug MONTAG")
    ledger.table.filters.want("wording", "Łódź")
    qtbot.waitUntil(lambda: wordings(ledger) == [])
    assert ledger._page_parts._empty.isVisible()
    assert "Clear a filter" in ledger._page_parts._empty.accessibleName()


def test_enter_opens_the_claim(ledger, made, qtbot):
    ledger.table.step(1)
    with qtbot.waitSignal(ledger.claim_chosen) as told:
        qtbot.keyClick(ledger.table, Qt.Key.Key_Return)
    assert told.args == [made.claims[2]]


def test_the_details_follow_the_current_row(ledger, made, do, qtbot):
    do(LinkEvidence((made.claims[2],), made.call, "supports", locator="Anruf"))
    qtbot.waitUntil(lambda: bool(ledger.table.rows.ids))
    ledger.table.step(1)
    qtbot.waitUntil(lambda: ledger.details.evidence.rows.rowCount() == 1)
    assert ledger.details.title.text() == "Claim 3"
    assert ledger.details.reason.text() == "Der Fahrplan sagt es."
    assert ledger.details.history.lines.rowCount() == 3
    assert not ledger.grab().isNull()


def test_a_ledger_that_is_not_shown_catches_up_when_it_is(ledger, made, do, qtbot):
    ledger.hide()
    do(RateClaim(made.claims[0], "False", "Lieferschein"))
    assert len(wordings(ledger)) == 1
    ledger.show()
    qtbot.waitUntil(lambda: len(wordings(ledger)) == 2)


def test_the_fingerprint_of_the_last_entry_is_shown(ledger, workspace):
    assert ledger.fingerprint._words.text() == workspace.head.fingerprint


def test_export_is_asked_for_by_its_button(ledger, qtbot):
    with qtbot.waitSignal(ledger.export_wanted):
        ledger.export.click()


def test_a_closed_case_leaves_nothing_behind(ledger, workspace):
    workspace.close()
    assert wordings(ledger) == []


def test_what_waits_has_lists_with_counts_and_a_column_that_says_so(ledger, made, do, qtbot):
    do(SetApprovals(1))
    qtbot.waitUntil(lambda: ledger._overview.standing["to review"] == 1)
    words = [
        ledger.show_list.choices.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(ledger.show_list.choices.rowCount())
    ]
    assert words == [
        "All current, 1", "To review, 1", "Sent back, 0", "Needs recheck, 0", "Published, 0",
        "Corrections, 0", "Replaced, 0", "Withdrawn, 0",
    ]  # fmt: skip
    ledger._show_wanted("to review")
    qtbot.waitUntil(lambda: wordings(ledger) == ["Der Zug fuhr am Montag"])
    columns = [column.key for column in ledger.table.rows.columns]
    assert ledger.table.rows.index(0, columns.index("stand")).data() == "to review"
    ledger._show_wanted("published")
    qtbot.waitUntil(lambda: wordings(ledger) == [])


def test_a_row_is_approved_where_it_stands_and_the_next_one_is_current(
    ledger, made, do, workspace, qtbot
):
    do(SetApprovals(1))
    do(RateClaim(made.claims[0], "False", "Lieferschein"))
    do(RateClaim(made.claims[1], "True", "Anruf"))
    ledger._show_wanted("to review")
    qtbot.waitUntil(lambda: len(ledger.table.rows.ids) == 3)
    # By its number: where the table has the focus already, a row is the current one.
    ledger.table.go_to(ledger.table.rows.index(1, 0))
    workspace.checker = "Łucja"
    with qtbot.waitSignal(ledger.judging.done) as told:
        ledger.judge("approve")
    assert told.args == ["The verdict of claim 1 was approved."]
    qtbot.waitUntil(lambda: len(ledger.table.rows.ids) == 2)
    qtbot.waitUntil(lambda: ledger.current is not None)
    assert ledger.current.claim_no == 3


def test_one_by_one_what_rested_on_a_fallen_source_is_looked_at_again(ledger, made, do, qtbot):
    do(LinkEvidence((made.claims[2],), made.source, "supports", 0, 5))
    do(Edit("document", made.source, {"condition": "retracted", "condition_note": "東京"}))
    ledger._show_wanted("needs recheck")
    qtbot.waitUntil(lambda: len(ledger.table.rows.ids) == 1)
    ledger.table.step(1)
    qtbot.waitUntil(lambda: bool(ledger.details.stand.words()))
    assert ledger.details.stand.words()[0] == (
        "Needs recheck: “Lieferschein <b>1</b>” was retracted: 東京."
    )
    with qtbot.waitSignal(ledger.judging.done):
        ledger.judge("confirm")
    qtbot.waitUntil(lambda: wordings(ledger) == [])


def test_what_needs_words_is_asked_in_the_panel_of_the_claim(ledger, made, do, qtbot):
    ledger.table.step(1)
    with qtbot.waitSignal(ledger.judge_wanted) as told:
        ledger.judge("send-back")
    assert told.args == ["send-back", made.claims[2]]
    with qtbot.waitSignal(ledger.judging.done, raising=False, timeout=100) as done:
        ledger.judge("approve")
    # Nobody approves their own: the window says it in its status bar.
    assert not done.signal_triggered

"""All claims as a table."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import Edit, RemoveClaim
from factcheck.window.claims.claims_view import ClaimsView
from factcheck.window.claims.ready_lists import MINE, OVERDUE, UNRATED


@pytest.fixture
def claims(qtbot, workspace, tasks) -> ClaimsView:
    view = ClaimsView(workspace, tasks)
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    qtbot.waitUntil(lambda: view._counts_shown is not None)
    return view


def numbers(view: ClaimsView) -> list[int]:
    rows = map(view.table.rows.row, range(view.table.rows.rowCount()))
    # A claim that has gone is an empty row until the ids are there anew.
    return [row.claim_no for row in rows if row is not None]


def test_all_claims_are_shown_by_number(claims):
    assert numbers(claims) == [1, 2, 3]
    assert not claims.grab().isNull()


def test_a_state_at_the_side_filters_the_rows(claims, qtbot):
    claims._state_wanted("rated")
    qtbot.waitUntil(lambda: numbers(claims) == [3])
    claims._state_wanted("waiting")
    qtbot.waitUntil(lambda: numbers(claims) == [])
    assert "Clear a filter" in claims._page_parts._empty.accessibleName()


def test_the_rows_are_sorted_by_a_click_on_a_name(claims, qtbot):
    claims.table.sort_by("wording")
    qtbot.waitUntil(lambda: numbers(claims) == [2, 3, 1])
    claims.table.sort_by("supports", descending=True)
    qtbot.waitUntil(lambda: numbers(claims) == [1, 2, 3])


def test_a_change_shows_in_its_row_and_the_current_row_stays(claims, made, do, qtbot):
    claims.table.show_id(made.claims[1])
    do(Edit("claim", made.claims[1], {"assigned_to": "Łucja", "due": "2026-03-14"}))
    column = next(
        at for at, each in enumerate(claims.table.rows.columns) if each.key == "assigned_to"
    )
    qtbot.waitUntil(lambda: claims.table.rows.index(1, column).data() == "Łucja")
    assert claims.current.id == made.claims[1]


def test_a_claim_that_was_removed_leaves_the_table(claims, made, do, qtbot):
    do(RemoveClaim(made.claims[1]))
    qtbot.waitUntil(lambda: numbers(claims) == [1, 3])


def test_enter_opens_the_claim(claims, made, qtbot):
    claims.table.show_id(made.claims[1])
    with qtbot.waitSignal(claims.claim_chosen) as told:
        qtbot.keyClick(claims.table, Qt.Key.Key_Return)
    assert told.args == [made.claims[1]]


def headings(view: ClaimsView) -> list[str]:
    rows = map(view.table.rows.group, range(view.table.rows.rowCount()))
    return [f"{row.words} {row.rows}" for row in rows if row is not None]


def test_rows_are_grouped_under_headings_that_fold(claims, made, do, qtbot):
    do(Edit("claim", made.claims[1], {"assigned_to": "Łucja"}))
    claims.group_by.choose("assigned_to")
    qtbot.waitUntil(lambda: headings(claims) == ["Łucja 1", "Nobody 2"])
    assert numbers(claims) == [2, 1, 3]
    assert not claims.grab().isNull()
    claims.table.setCurrentIndex(claims.table.rows.index(0, 0))
    assert claims.current is None
    qtbot.keyClick(claims.table, Qt.Key.Key_Left)
    assert numbers(claims) == [1, 3]
    spoken = claims.table.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Łucja, 1, folded"
    qtbot.keyClick(claims.table, Qt.Key.Key_Return)
    assert numbers(claims) == [2, 1, 3]
    claims.group_by.choose(None)
    qtbot.waitUntil(lambda: numbers(claims) == [1, 2, 3])
    assert headings(claims) == []


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("state", ["to do 2", "rated 1"]),
        ("priority", ["urgent 1", "not set 2"]),
        ("article", ["Zelte für 東京 😀 3"]),
        ("speaker", ["Łucja Ångström 3"]),
    ],
)
def test_what_can_be_grouped_by_goes_in_the_order_of_the_work(
    claims, made, do, qtbot, key, expected
):
    do(Edit("claim", made.claims[1], {"priority": "urgent"}))
    claims.group_by.choose(key)
    qtbot.waitUntil(lambda: headings(claims) == expected)


def test_a_folded_group_stays_folded_when_the_case_changes(claims, made, do, qtbot):
    claims.group_by.choose("state")
    qtbot.waitUntil(lambda: len(headings(claims)) == 2)
    claims.table.fold("state to do", True)
    do(Edit("claim", made.claims[2], {"event": "Flut"}))
    qtbot.waitUntil(lambda: numbers(claims) == [3])


def test_the_ready_made_lists_show_mine_overdue_and_without_verdict(claims, made, do, qtbot):
    do(Edit("claim", made.claims[0], {"assigned_to": "Zoë", "due": "2020-01-02"}))
    do(Edit("claim", made.claims[2], {"due": "2020-01-02"}))
    for name, expected in ((MINE, [1]), (OVERDUE, [1]), (UNRATED, [1, 2])):
        claims._state_wanted(name)
        qtbot.waitUntil(lambda expected=expected: numbers(claims) == expected)
    qtbot.waitUntil(lambda: claims._counts_shown.overdue == 1)
    counts = {choice.word: choice.number for choice in claims.states.choices._choices}
    assert (counts["Mine"], counts["Without verdict"]) == (1, 2)


def test_rows_are_filtered_by_speaker_due_and_priority(claims, made, do, qtbot):
    do(Edit("claim", made.claims[1], {"speaker": "Ana", "due": "2031-05", "priority": "high"}))
    for column, value in (("speaker", "Ana"), ("due", "2031-05"), ("priority", "high")):
        claims.table.filters.want(column, value)
        qtbot.waitUntil(lambda: numbers(claims) == [2])
        claims.table.filters.want(column, "")
        qtbot.waitUntil(lambda: numbers(claims) == [1, 2, 3])
    claims.table.filters.want("due", "none")
    qtbot.waitUntil(lambda: numbers(claims) == [1, 3])

"""All claims as a table."""

import pytest
from PySide6.QtCore import Qt

from factcheck.case.changes import Edit, RemoveClaim
from factcheck.window.claims.claims_view import ClaimsView


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

"""The ready-made lists of claims: mine, overdue, without verdict, and by priority."""

from datetime import datetime, timedelta, timezone

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import Edit, MarkClaim, RateClaim
from factcheck.case.read import claims
from factcheck.case.read.claim_list import ClaimFilter, claim_ids, claim_page

ME = "Zoë Ångström"
NOON = datetime(2026, 4, 13, 12, tzinfo=timezone(timedelta(hours=2)))


@pytest.fixture(autouse=True)
def work(case: Case, article: str) -> None:
    for values in (
        {"assigned_to": ME, "due": "2026-04-12", "priority": "low"},
        {"assigned_to": "Bo", "due": "2026-04-13", "priority": "urgent"},
        {"assigned_to": ME, "due": "2026-04-13T11:00+02:00", "priority": ""},
        {"due": "2026-04-12", "priority": "high"},
        {"due": "soon", "priority": "normal"},
    ):
        id = case.do(MarkClaim(article, 0, 6), by=ME).ids[0]
        case.do(Edit("claim", id, values), by=ME)
    rated = case.read(claims.claims, 4, 4)[0].id
    case.do(RateClaim(rated, "true", "So."), by=ME)


def numbers(case: Case, chosen: ClaimFilter, *order: object) -> list[int]:
    numbered = case.read(claims.claim_numbers)
    return [numbered[id] for id in case.read(claim_ids, chosen, *order)]


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (ClaimFilter(assigned_to=ME), [1, 3]),
        (ClaimFilter(overdue_at=NOON), [1, 3]),
        (ClaimFilter(overdue_at=NOON, assigned_to="Bo"), []),
        (ClaimFilter(overdue_at=NOON + timedelta(days=1)), [1, 2, 3]),
        (ClaimFilter(unrated=True), [1, 2, 3, 5]),
        (ClaimFilter(priority="urgent"), [2]),
    ],
)
def test_a_list_has_what_it_says(case: Case, chosen: ClaimFilter, found: list[int]):
    assert numbers(case, chosen) == found


def test_the_most_urgent_and_the_earliest_due_come_first(case: Case):
    assert numbers(case, ClaimFilter(), "priority") == [2, 4, 5, 3, 1]
    assert numbers(case, ClaimFilter(), "due") == [1, 4, 2, 3, 5]
    assert case.read(claim_page, case.read(claim_ids))[1].priority == "urgent"

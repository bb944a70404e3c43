"""The table of all claims, and the counts of ratings that stand."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import Edit, LinkEvidence, MarkClaim, RateClaim
from factcheck.case.read.claim_list import (
    SORT_COLUMNS,
    ClaimFilter,
    ClaimLine,
    claim_counts,
    claim_ids,
    claim_ids_in,
    claim_page,
)
from factcheck.case.read.claims import claims_in
from factcheck.case.read.rating_counts import current_ratings, rowids_not_current

BY = "Zoë Ångström"


@pytest.fixture
def claims(case: Case, article: str, source: str) -> list[str]:
    def do(change: object) -> str:
        return case.do(change, by=BY).ids[0]

    made = [
        do(MarkClaim(article, start, start + 6, wording=wording, speaker=speaker))
        for start, wording, speaker in (
            (0, "Ärger in Zürich", "Łucja"),
            (8, "東京 sent tents 😀", "bo"),
            (20, "ärger in Łódź", ""),
        )
    ]
    do(LinkEvidence((made[1],), source, "supports", 0, 8))
    do(RateClaim(made[1], "False", "no"))
    do(RateClaim(made[1], "True", "yes"))
    do(Edit("claim", made[2], {"state": "waiting", "assigned_to": "Bo", "due": "2026-03-14"}))
    return made


def numbers(case: Case, chosen: ClaimFilter, sort: str = "claim_no", down: bool = False):
    ids = case.read(claim_ids, chosen, sort, down)
    return [row.claim_no for row in case.read(claim_page, ids)]


def test_a_line_has_what_the_table_shows(case: Case, claims: list[str]):
    (row,) = case.read(claim_page, [claims[1]])
    assert isinstance(row, ClaimLine)
    assert (row.state, row.rating, row.shape, row.supports) == ("rated", "True", "best", 1)
    assert row.article == "Tents for Łódź"


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (ClaimFilter(), [1, 2, 3]),
        (ClaimFilter(text="ÄRGER łódź"), [1, 3]),
        (ClaimFilter(text="東京 true"), [2]),
        (ClaimFilter(state="waiting"), [3]),
        (ClaimFilter(state="rated", rating="True"), [2]),
        (ClaimFilter(rating="False"), []),
        (ClaimFilter(assigned_to="Bo"), [3]),
        (ClaimFilter(article="nowhere"), []),
    ],
)
def test_the_filter_lets_the_right_claims_pass(case: Case, claims, chosen, found):
    assert numbers(case, chosen) == found


@pytest.mark.parametrize("column", SORT_COLUMNS)
def test_every_column_sorts_alike_with_and_without_a_filter(case: Case, claims, column: str):
    # "Tents" stands in the article of each: the filter lets all pass, by the slower way.
    for down in (False, True):
        everything = numbers(case, ClaimFilter(), column, down)
        assert everything == numbers(case, ClaimFilter(text="tents"), column, down)
        assert sorted(everything) == [1, 2, 3]


def test_what_has_no_deadline_is_not_the_most_urgent(case: Case, claims):
    assert numbers(case, ClaimFilter(), "due") == [3, 1, 2]


def test_another_column_is_an_error(case: Case):
    with pytest.raises(ValueError, match="not sorted"):
        case.read(claim_ids, ClaimFilter(), "tags")


def test_claims_are_counted_by_state_and_by_person(case: Case, claims, article: str):
    counts = case.read(claim_counts)
    assert counts.by_state == {"to do": 1, "rated": 1, "waiting": 1}
    assert counts.by_assigned == {"": 2, "Bo": 1}
    assert counts.articles == ((article, "Tents for Łódź"),)
    assert counts.total == 3


def test_only_verdicts_that_stand_are_counted_by_rating(case: Case, claims):
    assert case.read(current_ratings) == {"True": 1}
    assert len(case.read(rowids_not_current)) == 1


def test_the_claims_of_an_article_come_in_the_order_of_its_text(case: Case, article: str, claims):
    late = case.do(MarkClaim(article, 4, 9), by=BY).ids[0]
    assert case.read(claim_ids_in, article) == [claims[0], late, claims[1], claims[2]]
    in_full = [row.id for row in case.read(claims_in, article)]
    assert case.read(claim_ids_in, article) == in_full
    assert case.read(claim_ids_in, "nowhere") == []

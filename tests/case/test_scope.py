"""Somebody searches among articles, sources, in one document or in a range of dates."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument
from factcheck.case.index import Index
from factcheck.case.read.scope import Scope, documents_in
from factcheck.case.search import search
from tests.making import loaded

DATES = ("2026", "2026-04", "2026-04-09T20:05+02:00", "2025-12-31", "")


@pytest.fixture
def case(tmp_path):
    with Case.create(tmp_path / "Flüsse.factcheck", by="Zoë") as made:
        yield made


@pytest.fixture
def ids(case):
    return [
        case.do(
            AddDocument(
                loaded(f"Der Fluss führt {number} m³. 😀", title=f"Łódź {number}", published=date),
                under_check=number == 0,
                source=number != 0,
            ),
            by="Zoë",
        ).ids[0]
        for number, date in enumerate(DATES)
    ]


def numbers(case, ids, scope):
    return sorted(ids.index(id) for id in case.read(documents_in, scope))


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope(), [0, 1, 2, 3, 4]),
        (Scope("under check"), [0]),
        (Scope("sources"), [1, 2, 3, 4]),
        (Scope(published_from="2026"), [0, 1, 2]),
        (Scope(published_to="2025"), [3]),
        (Scope(published_from="2026-04-09", published_to="2026-04-09"), [0, 1, 2]),
        (Scope(published_from="2026-04-10"), [0, 1]),
        (Scope(published_to="2026-03"), [0, 3]),
        (Scope("sources", published_from="2026"), [1, 2]),
    ],
)
def test_a_document_counts_where_its_date_reaches_into_the_range(case, ids, scope, expected):
    assert numbers(case, ids, scope) == expected


def test_one_document_alone(case, ids):
    assert case.read(documents_in, Scope(document_id=ids[2])) == [ids[2]]


def test_passages_outside_the_scope_take_no_room_within_the_limit(case, ids):
    with Index(case) as index:
        (hit,) = search(case, index, "Fluss", 1, Scope(document_id=ids[4]))
        assert hit.document_id == ids[4]
        hits = search(case, index, "Fluss", 20, Scope("sources", published_from="2026"))
    assert {hit.document_id for hit in hits} == {ids[1], ids[2]}

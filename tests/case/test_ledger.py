"""The ledger: sorting, filtering, pages and counts."""

import sqlite3

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, LinkEvidence, MarkClaim, RateClaim
from factcheck.case.read.chunks import by_key, by_rowid
from factcheck.case.read.ledger import (
    SORT_COLUMNS,
    LedgerFilter,
    LedgerRow,
    ledger_choices,
    ledger_counts,
    ledger_ids,
    ledger_page,
    verdicts_upto,
)
from tests.making import SOURCE, loaded

ZOE = "Zoë Ångström"


@pytest.fixture
def ledger(case: Case, article: str, source: str) -> Case:
    """Three claims in two articles; the first was rated twice."""
    other = case.do(AddDocument(loaded("東京 sent none.", title="Über 東京")), by=ZOE).ids[0]
    copy = case.do(AddDocument(loaded(SOURCE, title="Reprint", url="https://x.example/")), by=ZOE)
    first = case.do(MarkClaim(article, 0, 6, wording="Émile counted", speaker="mayor"), by=ZOE)
    second = case.do(MarkClaim(other, 0, 7, wording="apples fell", speaker="Łucja"), by=ZOE)
    third = case.do(MarkClaim(article, 10, 18, wording="Zelte fehlten"), by="Bo")
    call = case.do(AddNote("call", "Anruf"), by=ZOE)
    for document in (source, copy.ids[0], source, call.ids[0]):
        link = LinkEvidence(first.ids, document, "supports", locator="row 1")
        case.do(link, by=ZOE)
    case.do(LinkEvidence(second.ids, source, "contradicts", 0, 8), by=ZOE)
    case.do(RateClaim(first.ids[0], "Mixed", "Two of three."), by=ZOE)
    case.do(RateClaim(second.ids[0], "True", "Seen: 東京 😀"), by="Bo")
    case.do(RateClaim(first.ids[0], "False", "The note says so."), by=ZOE)
    case.do(RateClaim(third.ids[0], "Misleading"), by="bo")
    return case


def shown(case: Case, *args: object, **kwargs: object) -> list[LedgerRow]:
    return case.read(ledger_page, case.read(ledger_ids, *args, **kwargs))


def test_newest_first_unless_asked_otherwise(ledger: Case):
    assert [row.rating for row in shown(ledger)] == ["Misleading", "False", "True", "Mixed"]
    assert shown(ledger, descending=False)[0].rating == "Mixed"


def test_a_row_says_all_that_the_table_shows(ledger: Case, article: str):
    row = shown(ledger)[1]
    assert row[2:] == (
        1, "Émile counted", "False", "worst", "mayor", 4, 0, 0, 3, 2, ZOE, row.recorded_at, "",
        "current", "Tents for Łódź", article, "The note says so.", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("wording", ["apples fell", "Zelte fehlten", "Émile counted", "Émile counted"]),
        ("claim_no", ["Émile counted", "Émile counted", "apples fell", "Zelte fehlten"]),
        ("article", ["Émile counted", "Zelte fehlten", "Émile counted", "apples fell"]),
        ("supports", ["apples fell", "Zelte fehlten", "Émile counted", "Émile counted"]),
    ],
)
def test_columns_sort_as_people_read_them(ledger: Case, column: str, expected: list[str]):
    found = [row.wording for row in shown(ledger, sort_column=column, descending=False)]
    assert sorted(found) == sorted(expected)
    if column == "article":
        assert found[-1] == "apples fell"
    elif column == "supports":
        assert found[-2:] == expected[-2:]
    else:
        assert found == expected


def test_ratings_sort_in_the_order_of_the_scale(ledger: Case):
    found = shown(ledger, sort_column="rating", descending=False)
    assert [row.rating for row in found] == ["True", "Mixed", "False", "Misleading"]


@pytest.mark.parametrize("column", SORT_COLUMNS)
def test_every_column_sorts_both_ways_by_what_the_row_shows(ledger: Case, column: str):
    up = shown(ledger, sort_column=column, descending=False)
    down = shown(ledger, sort_column=column, descending=True)
    assert len(up) == len(down) == 4
    values = [getattr(row, column) for row in up]
    if column not in ("rating", "shape"):
        values = [value.casefold() if isinstance(value, str) else value for value in values]
        assert values == sorted(values)
    assert {row.verdict_id for row in up} == {row.verdict_id for row in down}


def test_a_column_that_is_not_there_is_a_bug(ledger: Case):
    with pytest.raises(ValueError, match="not sorted by colour"):
        ledger.read(ledger_ids, sort_column="colour")


@pytest.mark.parametrize(
    ("chosen", "ratings"),
    [
        (LedgerFilter(rating="True"), ["True"]),
        (LedgerFilter(checker=ZOE), ["False", "Mixed"]),
        (LedgerFilter(status="replaced"), ["Mixed"]),
        (LedgerFilter(status="current", checker=ZOE), ["False"]),
        (LedgerFilter(status="needs recheck"), []),
        (LedgerFilter(text="émile NOTE"), ["False"]),
        (LedgerFilter(text="東京"), ["True"]),
        (LedgerFilter(text="ŁÓDŹ"), ["Misleading", "False", "Mixed"]),
        (LedgerFilter(text="nowhere"), []),
    ],
)
def test_the_filter_lets_pass_what_it_says(ledger: Case, chosen: LedgerFilter, ratings: list[str]):
    assert [row.rating for row in shown(ledger, chosen)] == ratings


def test_verdicts_of_one_article(ledger: Case, article: str):
    assert len(shown(ledger, LedgerFilter(article=article))) == 3


def test_counts_and_choices_say_what_is_there(ledger: Case):
    counts = ledger.read(ledger_counts)
    assert counts.by_rating == {"False": 1, "Misleading": 1, "Mixed": 1, "True": 1}
    assert counts.by_status == {"current": 3, "replaced": 1}
    assert counts.total == 4
    choices = ledger.read(ledger_choices)
    assert choices.checkers == ("Bo", ZOE, "bo")
    assert [title for _, title in choices.articles] == ["Tents for Łódź", "Über 東京"]


def test_a_verdict_that_was_undone_is_no_row(ledger: Case):
    ids = ledger.read(ledger_ids)
    ledger.undo(by="bo")
    assert len(ledger.read(ledger_page, ids)) == 3
    assert len(ledger.read(ledger_ids)) == 3


def test_verdicts_up_to_a_seq(ledger: Case):
    last = ledger.head.seq
    assert len(ledger.read(verdicts_upto, LedgerFilter(), last)) == 4
    assert len(ledger.read(verdicts_upto, LedgerFilter(), last - 1)) == 3


def test_an_empty_ledger_is_empty(case: Case):
    assert shown(case) == []
    assert case.read(ledger_counts).total == 0


def test_reading_in_chunks_holds_no_lock_between_them(ledger: Case, monkeypatch):
    monkeypatch.setattr("factcheck.case.read.chunks.CHUNK", 2)

    def walk(connection) -> list[tuple[object, ...]]:
        found = []
        for row in by_rowid(connection, "verdicts", "seq", chunk=2):
            found.append(row)
            with sqlite3.connect(ledger.path, timeout=0) as other:
                # Another program may write between two chunks.
                other.execute("BEGIN EXCLUSIVE")
                other.execute("ROLLBACK")
            other.close()
        return found

    assert len(ledger.read(walk)) == 4
    keys = "claim_id, seq, rowid"
    along = ledger.read(lambda c: list(by_key(c, "verdicts", keys, keys, ("", 0, 0))))
    assert len(along) == len(set(along)) == 4

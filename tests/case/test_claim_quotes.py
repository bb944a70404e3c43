"""What became of the quotations in the places of claims."""

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim
from factcheck.case.read import claim_quotes
from factcheck.case.read.claim_quotes import KeptQuotes, claim_quote_states
from tests.making import loaded

ARTICLE = (
    "“We counted 1,150 tents in Łódź,” she said. Then “nobody came from 東京 at all”, he said.\n\n"
    "Nothing is quoted here 😀, but a “fiasco”.\n"
)
MINUTES = "The mayor: we counted 1,150 tents in Łódź. Nobody came.\n"


def mark(case: Case, document: str, quote: str) -> str:
    start = ARTICLE.index(quote)
    return case.do(MarkClaim(document, start, start + len(quote)), by="Zoë").ids[0]


@pytest.fixture
def quoting(case: Case) -> str:
    change = AddDocument(loaded(ARTICLE, title="Tents"), under_check=True, source=False)
    return case.do(change, by="Zoë").ids[0]


def test_each_claim_has_the_worst_state_of_its_quotations(case: Case, quoting: str):
    case.do(AddDocument(loaded(MINUTES, title="Minutes")), by="Zoë")
    part = mark(case, quoting, "1,150 tents")
    line = mark(case, quoting, "“We counted 1,150 tents in Łódź,” she said. Then “nobody")
    plain = mark(case, quoting, "Nothing is quoted here 😀, but a “fiasco”.")
    states = claim_quote_states(case, KeptQuotes())
    assert states == {part: "exact", line: "not found", plain: "none"}


def test_what_was_looked_up_is_kept_until_a_source_changes(case: Case, quoting: str):
    claim = mark(case, quoting, "1,150 tents")
    kept = KeptQuotes()
    assert claim_quote_states(case, kept) == {claim: "not found"}
    before = kept.checked
    assert claim_quote_states(case, kept) == {claim: "not found"}
    assert kept.checked is before
    case.do(AddDocument(loaded(MINUTES, title="Minutes")), by="Zoë")
    assert claim_quote_states(case, kept) == {claim: "exact"}


def test_a_case_that_is_too_large_has_no_states(case: Case, quoting: str, monkeypatch):
    mark(case, quoting, "1,150 tents")
    monkeypatch.setattr(claim_quotes, "MOST_ARTICLES", 0)
    assert claim_quote_states(case, KeptQuotes()) == {}

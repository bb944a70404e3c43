"""Lists that are read in portions are the whole lists."""

import pytest

from factcheck.case.changes import LinkEvidence, MarkClaim, RateClaim
from factcheck.case.read import claims, documents, evidence, verdicts

ME = "Zoë Ångström"


@pytest.fixture
def worked(case, article, source):
    ids = [case.do(MarkClaim(article, at, at + 9), by=ME).ids[0] for at in range(0, 50, 10)]
    for id in ids[::2]:
        case.do(LinkEvidence((id,), source, "supports", 0, 8), by=ME)
        case.do(RateClaim(id, "true", "gezählt"), by=ME)
    return case


@pytest.mark.parametrize(
    "question", [claims.claims, claims.places, evidence.evidence, verdicts.verdicts]
)
def test_portions_make_the_whole(worked, question):
    whole = worked.read(question)
    assert len(whole) >= 3
    portions = [worked.read(question, first, first + 2) for first in range(1, 60, 3)]
    assert [row for portion in portions for row in portion] == whole


def test_documents_come_in_portions_of_rows(worked, article, source):
    assert worked.read(documents.last_row) == 2
    assert [row.id for row in worked.read(documents.documents, 2, 2)] == [source]
    assert [row.id for row in worked.read(documents.documents)] == [article, source]
    assert list(worked.read(claims.claim_numbers).values()) == [1, 2, 3, 4, 5]

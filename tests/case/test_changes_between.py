"""What changed between two versions of a document, and which verdicts rest on it."""

from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, MarkClaim, PublishVerdict, RateClaim
from factcheck.case.read.changes_between import changes_table, document_changes, versions
from factcheck.errors import FactcheckError
from factcheck.export.csv_file import write_csv
from tests.making import loaded

ZOE = "Zoë Ångström"
FIRST = "The council of Łódź sent 1,150 tents.\n\nNobody was hurt in Zürich. 東京 waits 😀.\n"
SECOND = FIRST.replace("1,150", "1,510").replace("Nobody was hurt in Zürich. ", "")
URL = "https://example.org/tents"


def add(case: Case, text: str) -> str:
    change = AddDocument(loaded(text, title="Tents", url=URL), under_check=True, source=False)
    return case.do(change, by=ZOE).ids[0]


def mark(case: Case, document: str, quote: str) -> str:
    start = FIRST.index(quote)
    return case.do(MarkClaim(document, start, start + len(quote)), by=ZOE).ids[0]


def rate(case: Case, claim: str) -> str:
    explained = dict.fromkeys(("no evidence",), "seen")
    done = case.do(RateClaim(claim, "True", "So it is.", explanations=explained), by=ZOE)
    return done.ids[0]


def test_a_published_verdict_whose_sentence_changed_is_told(case: Case):
    document = add(case, FIRST)
    claim = mark(case, document, "sent 1,150 tents")
    verdict = rate(case, claim)
    case.do(PublishVerdict(verdict, "https://example.org/checks/1"), by=ZOE)
    add(case, SECOND)
    changed = document_changes(case, document)
    edited, removed = changed.changes
    assert (changed.before.number, changed.after.number) == (1, 2)
    assert (edited.kind, removed.kind) == ("edited", "removed")
    assert [(one.was, one.now) for one in edited.details] == [("1,150", "1,510")]
    (resting,) = edited.resting
    assert (resting.claim_no, resting.role, resting.rating) == (1, "claim", "True")
    assert resting.is_after
    assert edited.is_after_verdict
    assert (removed.resting, removed.is_after_verdict) == ((), False)


def test_a_lost_place_stands_with_the_sentence_that_is_gone(case: Case):
    document = add(case, FIRST)
    mark(case, document, "Nobody was hurt")
    add(case, SECOND)
    _, removed = document_changes(case, document).changes
    assert [one.claim_no for one in removed.resting] == [1]
    assert not removed.is_after_verdict


def test_a_verdict_that_was_published_later_is_not_overtaken(case: Case):
    document = add(case, FIRST)
    claim = mark(case, document, "sent 1,150 tents")
    add(case, SECOND)
    case.do(PublishVerdict(rate(case, claim), "https://example.org/checks/1"), by=ZOE)
    edited, _ = document_changes(case, document).changes
    assert [one.published_at != "" for one in edited.resting] == [True]
    assert not edited.is_after_verdict


def test_older_versions_are_compared_by_their_numbers(case: Case):
    document = add(case, FIRST)
    mark(case, document, "sent 1,150 tents")
    add(case, SECOND)
    add(case, SECOND + "More.\n")
    assert [one.number for one in case.read(versions, document)] == [1, 2, 3]
    assert [one.kind for one in document_changes(case, document).changes] == ["added"]
    edited, _ = document_changes(case, document, 1, 2).changes
    assert [one.claim_no for one in edited.resting] == [1]
    assert len(document_changes(case, document, 1, 3).changes) == 3


@pytest.mark.parametrize(("before", "after"), [(None, None), (1, 1), (1, 7)])
def test_what_is_not_there_is_told(case: Case, before: int | None, after: int | None):
    document = add(case, FIRST)
    with pytest.raises(FactcheckError, match="one version only"):
        document_changes(case, document, before, after)
    add(case, SECOND)
    if after is not None:
        with pytest.raises(FactcheckError, match="it has 1, 2"):
            document_changes(case, document, before, after)


def test_the_changes_are_written_as_a_table(case: Case, tmp_path: Path):
    document = add(case, FIRST)
    add(case, SECOND)
    changed = document_changes(case, document)
    assert write_csv(changes_table(case, changed), tmp_path / "c.csv").rows == 2
    assert "1,150 → 1,510" in (tmp_path / "c.csv").read_text("utf-8-sig")

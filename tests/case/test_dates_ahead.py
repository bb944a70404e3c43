"""Dates of the past that lie in the future: said with each change, never changed."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import AddDocument, AddNote, Edit, MarkClaim
from factcheck.case.read.documents import document
from factcheck.case.verify import verify
from factcheck.text.dates_given import is_ahead
from tests.making import loaded

ME = "Zoë Ångström"
NOW = datetime(2026, 3, 12, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("2099", True),
        ("2027-01", True),
        ("2026-03-14", True),
        ("2026", False),
        ("2026-03", False),
        ("2026-03-12", False),
        # Kiribati begins each day fourteen hours before Greenwich does.
        ("2026-03-13", False),
        ("2026-03-12T15:00Z", True),
        ("2026-03-12T15:00+03:00", False),
        ("9999-12-31", True),
        ("tomorrow", False),
        ("", False),
    ],
)
def test_what_lies_ahead_lies_ahead_everywhere(words: str, ahead: bool):
    assert is_ahead(words, NOW) is ahead


def test_a_publication_in_the_future_is_said_and_kept(case: Case):
    done = case.do(AddDocument(loaded("Łódź sent tents.", published="2099-05-01")), by=ME)
    assert done.warnings == ("The date 2099-05-01 (published) lies in the future.",)
    assert case.read(document, done.ids[0]).published == "2099-05-01"
    later = case.do(Edit("document", done.ids[0], {"published": "2020"}), by=ME)
    assert later.warnings == ()


def test_a_call_and_a_claim_of_the_future_are_said(case: Case):
    note = case.do(AddNote("call", "Łucja", said="Yes.", happened_at="2031-01-01"), by=ME)
    assert note.warnings == ("The date 2031-01-01 (when) lies in the future.",)
    claim = case.do(MarkClaim(note.ids[0], 0, 3, made_on="2030"), by=ME)
    assert claim.warnings == ("The date 2030 (made on) lies in the future.",)


def test_an_entry_of_the_future_is_said_by_verify(tmp_path: Path):
    path = tmp_path / "é.factcheck"
    clock = lambda: datetime(2199, 1, 1, tzinfo=UTC)  # noqa: E731
    Case.create(path, by=ME, clock=clock).close()
    report = verify(path)
    assert report.ok
    assert any("Entry 1 is dated 2199-01-01" in sentence for sentence in report.sentences)

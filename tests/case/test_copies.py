"""Copies among the documents of a case: found, kept, decided on, and counted once."""

import random

import pytest

from factcheck.case.case import Case
from factcheck.case.changes import (
    AddDocument,
    DecideCopies,
    LinkEvidence,
    MarkClaim,
    RemoveDocument,
)
from factcheck.case.copies import CopyFinder, known_pairs, learn_lines, lines_of
from factcheck.case.index import Index
from factcheck.case.index_file import index_path
from factcheck.case.read.history import history
from factcheck.case.read.tables import table
from factcheck.errors import Cancelled, FactcheckError
from tests.making import loaded

BY = "Zoë Ångström"
WORDS = ("Łódź", "東京", "Zürich", "river", "treaty", "tents", "signed", "water", "said", "nine")


def prose(seed: int, words: int = 120) -> str:
    chance = random.Random(seed)
    return " ".join(f"{chance.choice(WORDS)}{chance.randrange(400)}" for _ in range(words)) + "."


def add(case: Case, text: str, **particulars: str) -> str:
    return case.do(AddDocument(loaded(text, **particulars)), by=BY).ids[0]


def kinds(pairs):
    return {(pair.a, pair.b): str(pair.kind) for pair in pairs}


def test_a_reprint_and_a_part_are_found_and_others_are_not(case: Case):
    story = prose(1)
    first = add(case, story, title="Agency")
    reprint = add(case, "Our correspondent writes. " + story, title="Courier")
    longer = add(case, f"{prose(2)}\n\n{' '.join(story.split()[:60])}\n\n{prose(3, 400)}")
    add(case, prose(4), title="Another story")
    found = CopyFinder().sync(case)
    assert kinds(found)[(first, reprint)] == "reprint"
    assert kinds(found)[(first, longer)] in {"part", "reprint"}
    (line,) = lines_of(case, found)
    assert line.documents == (first, reprint, longer)
    (ours, theirs) = found[0].passages[0]
    assert ours.of(story) == theirs.of("Our correspondent writes. " + story)


def test_only_what_came_or_changed_is_compared_again(case: Case):
    for seed in range(5):
        add(case, prose(seed))
    finder, told = CopyFinder(), []
    finder.sync(case, lambda done, total: told.append((done, total)))
    assert told[-1] == (5, 5)
    told.clear()
    copy = add(case, prose(3), url="a:2")
    pairs = finder.sync(case, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
    assert [pair.b for pair in pairs] == [copy]
    assert CopyFinder().sync(case) == pairs
    assert known_pairs(case) in (pairs, [pairs[0].turned()])


def test_a_cancelled_search_goes_on_where_it_was(case: Case):
    for seed in (1, 1, 2):
        add(case, prose(seed), external_id=str(random.random()))

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        CopyFinder().sync(case, stop)
    assert len(CopyFinder().sync(case)) == 1


def test_a_document_that_is_removed_takes_its_pairs_along(case: Case):
    first, second = add(case, prose(1), url="a:1"), add(case, prose(1), url="a:2")
    finder = CopyFinder()
    assert len(finder.sync(case)) == 1
    case.do(DecideCopies(((first, second),), "apart", "Zwei Büros"), by=BY)
    case.do(RemoveDocument(second), by=BY)
    assert finder.sync(case) == []
    case.undo(by=BY)
    assert len(finder.sync(case)) == 1


def test_the_index_and_the_copies_share_their_file(case: Case):
    add(case, prose(1), url="a:1")
    add(case, prose(1), url="a:2")
    pairs = CopyFinder().sync(case)
    with Index(case) as index:
        index.sync()
        assert index.count() > 0
    assert known_pairs(case) == [pairs[0].turned()]
    index_path(case).write_bytes(b"not a database at all" * 100)
    assert CopyFinder().sync(case) == pairs


def test_two_that_credit_one_agency_are_one_line_though_they_share_little(case: Case):
    shared = " ".join(prose(1, 120).split()[:25])
    one = add(case, f"STOCKHOLM, November 17. /TASS/. {shared}\n\n{prose(5, 70)}")
    other = add(case, f"MOSCOW, November 18. /TASS/. {shared}\n\n{prose(6, 70)}")
    (line,) = lines_of(case, CopyFinder().sync(case))
    assert line.documents == (one, other)
    assert "credit one agency" in line.why


def test_sources_that_copy_each_other_count_once(case: Case):
    story = prose(1)
    agency, courier = add(case, story), add(case, "Heute früh. " + story)
    other = add(case, prose(2))
    claim = case.do(MarkClaim(document_id=agency, start=0, end=20), by=BY).ids[0]
    for document in (agency, courier, other):
        case.do(LinkEvidence((claim,), document, "supports", locator="p. 1"), by=BY)

    def counted() -> object:
        rows = table(case, "claims")
        return dict(zip((c.name for c in rows.columns), next(iter(rows.rows)), strict=True))[
            "independent_sources"
        ]

    assert counted() == 3
    learn_lines(case, lines_of(case, CopyFinder().sync(case)))
    assert counted() == 2
    case.do(DecideCopies(((agency, courier),), "apart", "Two reporters stood there"), by=BY)
    learn_lines(case, lines_of(case, CopyFinder().sync(case)))
    assert counted() == 3


def test_a_decision_has_a_reason_and_stands_in_the_history(case: Case):
    first, second = add(case, prose(1), title="Łódź"), add(case, prose(2), title="東京")
    with pytest.raises(FactcheckError, match="Say why"):
        case.do(DecideCopies(((first, second),), "together", " "), by=BY)
    with pytest.raises(FactcheckError, match="two documents"):
        case.do(DecideCopies(((first, first),), "together", "x"), by=BY)
    case.do(DecideCopies(((second, first),), "together", "One press release"), by=BY)
    (line,) = lines_of(case, CopyFinder().sync(case))
    assert line.why == f"{BY}: One press release"
    told = [entry.sentence for entry in case.read(history, None, 9)]
    assert any("to one line of reporting: One press release" in sentence for sentence in told)
    case.undo(by=BY)
    assert lines_of(case, CopyFinder().sync(case)) == []

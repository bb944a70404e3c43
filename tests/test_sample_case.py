"""The sample case as it is made: whole, sound, and told about on the way."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.read.claims import claims_in
from factcheck.case.read.documents import articles, documents
from factcheck.case.read.evidence import evidence
from factcheck.case.verify import verify
from factcheck.errors import FactcheckError
from factcheck.sample import make_sample

TOLD = json.loads(asset("sample", "case.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def steps() -> list[tuple[int, int]]:
    return []


@pytest.fixture(scope="module")
def path(tmp_path_factory, steps) -> Path:
    made = tmp_path_factory.mktemp("sample") / "東京 probe.factcheck"
    make_sample(made, via="window", progress=lambda done, total: steps.append((done, total)))
    return made


@pytest.fixture
def case(path: Path) -> Iterator[Case]:
    with Case.open(path, read_only=True) as opened:
        yield opened


def test_all_that_is_told_is_in_the_case(case):
    # An answer may have become a note of its own.
    assert len(case.read(documents)) >= len(TOLD["documents"]) + len(TOLD["notes"])
    (article,) = case.read(articles)
    assert len(case.read(claims_in, article)) == len(TOLD["claims"])
    assert len(case.read(evidence)) == len(TOLD["evidence"])


def test_the_log_holds(path):
    report = verify(path)
    assert report.ok, report.sentences


def test_each_entry_says_that_it_was_made_here_by_a_checker(case):
    def vias(connection):
        rows = connection.exec_driver_sql("SELECT DISTINCT via, by FROM entries")
        return {(via, by) for via, by in rows}

    assert case.read(vias) == {("window", by) for by in TOLD["checkers"]}


def test_progress_goes_up_to_the_last_step(path, steps):
    total = steps[0][1]
    assert [done for done, _ in steps] == list(range(total))
    assert {of for _, of in steps} == {total}


def test_a_file_that_is_there_is_left_alone(tmp_path):
    there = tmp_path / "a.factcheck"
    there.write_bytes(b"mine")
    with pytest.raises(FactcheckError):
        make_sample(there, via="window")
    assert there.read_bytes() == b"mine"

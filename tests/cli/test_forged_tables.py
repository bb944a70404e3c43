"""A table that somebody edited in the file never leaves under the genuine fingerprint."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.case.read.tables import TABLES


@pytest.fixture
def forged(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds")
    factcheck("rate", case, "1", "--rating", "True", "--reason", "Gezählt in Łódź")
    assert factcheck("export", case, "genuine.csv").code == 0
    with closing(sqlite3.connect(case, isolation_level=None)) as raw:
        raw.execute("UPDATE verdicts SET rating = 'False'")
    return case


@pytest.mark.parametrize("rows", TABLES)
def test_no_table_is_exported_whose_case_was_edited(factcheck, forged, rows):
    done = factcheck("export", forged, "out.csv", "--rows", rows)
    assert (done.code, done.out, Path("out.csv").exists()) == (1, "", False)
    assert "is not whole. The tables do not match the log: the rating of verdict" in done.err
    assert "Nothing was exported" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ("export", "{case}", "out.csv", "--as-of", "4"),
        ("export", "{case}", "out.csv", "--mode", "spreadsheet"),
        ("grid", "{case}", "--out", "out.csv"),
        ("quotes", "{case}", "--out", "out.csv"),
        ("changes", "{case}", "art", "--out", "out.csv"),
        ("contradictions", "{case}", "--out", "out.csv"),
    ],
)
def test_no_other_way_out_is_open(factcheck, forged, words):
    done = factcheck(*(word.format(case=forged) for word in words))
    assert done.code != 0
    assert not Path("out.csv").exists()


def test_what_is_only_listed_is_said_not_to_be_whole(factcheck, forged):
    for words in (("list", forged, "verdicts"), ("show", forged, "1"), ("grid", forged)):
        done = factcheck(*words)
        assert (done.code, "is not whole" in done.err) == (0, True), done

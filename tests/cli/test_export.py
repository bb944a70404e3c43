"""Exporting from the command line."""

import csv
from pathlib import Path

import pytest

from factcheck.case.read.tables import TABLES
from factcheck.cli.arguments.records import DELIMITERS, EXPORTED
from factcheck.export import csv_file


@pytest.fixture
def rated(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds", "--wording", "=1+1 beds")
    factcheck("mark", case, "art", "--quote", "We counted")
    factcheck("rate", case, "1", "--rating", "true", "--reason", "gezählt")
    factcheck("rate", case, "1", "--rating", "false", "--reason", "東京", "--by", "Jonas")
    return case


def lines(path, delimiter=","):
    text = Path(path).read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(), delimiter=delimiter))


def test_the_options_name_what_there_is():
    assert EXPORTED == TABLES
    assert tuple(DELIMITERS.values()) == csv_file.DELIMITERS


def test_the_ledger_is_written_unless_another_table_is_named(factcheck, rated):
    done = factcheck("export", rated, "ledger.csv", "--json")
    assert (done.code, done.rows[0]["rows"]) == (0, 2)
    assert [line["rating"] for line in lines("ledger.csv")] == ["True", "False"]
    assert factcheck("export", rated, "claims.csv", "--rows", "claims").code == 0
    assert [line["wording"] for line in lines("claims.csv")] == ["=1+1 beds", "We counted"]
    assert done.rows[0]["head"] in factcheck("verify", rated).out


def test_spreadsheet_mode_guards_formulas_and_says_which(factcheck, rated):
    done = factcheck(
        "export", rated, "t.csv", "--rows", "claims", "--mode", "spreadsheet",
        "--delimiter", "semicolon",
    )  # fmt: skip
    assert lines("t.csv", ";")[0]["wording"] == "'=1+1 beds"
    assert "row 2 wording" in done.out


def test_where_chooses_rows(factcheck, rated):
    for where, ratings in (
        (["rating=False"], ["False"]),
        (["checker=Jonas", "status=current"], ["False"]),
        (["article=art"], ["True", "False"]),
        (["text=gezählt"], ["True"]),
        (["rating=Mixed"], []),
    ):
        assert factcheck("export", rated, "t.csv", "--where", *where).code == 0
        assert [line["rating"] for line in lines("t.csv")] == ratings
    assert "rating, article" in factcheck("export", rated, "t.csv", "--where", "mood=good").err
    assert factcheck("export", rated, "t.csv", "--rows", "log", "--where", "text=a").code == 2


def test_a_case_is_never_overwritten_by_a_table(factcheck, rated):
    before = Path(rated).read_bytes()
    assert factcheck("export", rated, rated).code == 2
    assert Path(rated).read_bytes() == before
    assert factcheck("export", rated, "no/such/folder/t.csv").code == 1


def test_the_ledger_is_exported_as_of_an_entry_or_a_time(factcheck, case, tmp_path):
    factcheck("mark", case, "art", "--quote", "300 beds")
    first = factcheck("rate", case, "1", "--rating", "true", "--reason", "gezählt", "--json").rows
    factcheck("rate", case, "1", "--rating", "false", "--reason", "東京")
    seq = first[0]["seq"]
    assert factcheck("export", case, "then.csv", "--as-of", str(seq)).code == 0
    rows = (tmp_path / "then.csv").read_text("utf-8-sig").splitlines()
    assert (len(rows), '"True"' in rows[1], '"current"' in rows[1]) == (2, True, True)
    none = factcheck("export", case, "none.csv", "--as-of", "2001-01-01")
    assert (none.code, "Nothing was known then" in none.err) == (1, True)
    assert not (tmp_path / "none.csv").exists()
    assert factcheck("export", case, "a.csv", "--as-of", "gestern").code == 2


def test_traces_of_a_confidential_source_are_listed_and_refused_when_strict(factcheck, rated):
    factcheck("edit", rated, "src", "who=Jitka Nováková", "confidential=yes")
    factcheck("rate", rated, "2", "--rating", "true", "--reason", "Jitka Nováková; Nováková.")
    done = factcheck("export", rated, "t.csv")
    assert done.code == 0
    assert "claim 2, reason: “Source A; Nováková.” (Source A: Nováková)" in done.err
    assert "1 place may still name a confidential source" in done.err
    assert "Jitka" not in Path("t.csv").read_text("utf-8")
    strict = factcheck("export", rated, "s.csv", "--strict")
    assert (strict.code, Path("s.csv").exists()) == (1, False)
    assert "Nováková" in strict.err
    assert "Nothing was written" in strict.err
    record = factcheck("export", rated, "t.csv", "--json").rows[0]
    assert [trace["word"] for trace in record["traces"]] == ["Nováková"]

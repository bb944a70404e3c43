"""``factcheck quotes``."""

import csv
from pathlib import Path


def test_the_quotations_of_an_article_are_looked_up(factcheck, case):
    Path("s.txt").write_text("She: we counted the many tents twice in 東京.", "utf-8")
    factcheck("add", case, "s.txt")
    ran = factcheck("quotes", case, "art", "--json")
    assert ran.code == 0
    (row,) = ran.rows
    assert (row["id"], row["quote"]) == ("1", "We counted the tents twice,")
    assert (row["state"], row["speaker"]) == ("differs", "she")
    assert row["differences"][0]["source"] == "many"
    assert row["source_text"] == "we counted the many tents twice"
    told = factcheck("quotes", case, "art", "--open")
    assert "differs" in told.out
    assert "“many” is left out" in told.out


def test_what_is_in_no_source_is_said(factcheck, case):
    told = factcheck("quotes", case, "art")
    assert "not found in any loaded source" in told.out
    assert "quotes nobody" in factcheck("quotes", case, "src").err


def test_the_quotations_are_written_as_csv(factcheck, case):
    assert factcheck("quotes", case, "art", "--out", "q.csv").code == 0
    with Path("q.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["quote"], row["state"]) for row in rows] == [
        ("We counted the tents twice,", "not found")
    ]


def test_an_unknown_document_is_told(factcheck, case):
    assert factcheck("quotes", case, "nowhere").code == 1

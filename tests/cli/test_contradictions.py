"""``factcheck contradictions``."""

import csv
import json
from pathlib import Path

import pytest

TEXT = "The bridge at Łódź was built in 1923 😀.\n\nThe bridge, built in 1932, is closed."


@pytest.fixture
def bridge(factcheck, case):
    row = {"id": "bridge", "text": TEXT, "title": "Bridge"}
    Path("bridge.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert factcheck("add", case, "bridge.jsonl", "--under-check").code == 0
    return case


def test_both_places_are_told_with_what_differs(factcheck, bridge):
    (row,) = factcheck("contradictions", bridge, "--document", "bridge", "--json").rows
    (difference,) = row["differences"]
    assert difference["kind"] == "date"
    second = row["second"]
    assert second["text"][slice(*difference["second_span"])] == "1932"
    assert TEXT[second["start"] : second["end"]] == second["text"]
    assert (row["first"]["claim"], row["first"]["place"], second["place"]) == (None, "¶ 1", "¶ 2")
    told = factcheck("contradictions", bridge, "--document", "bridge", "--out", "c.csv")
    assert "line, Bridge, ¶ 2: The bridge, built in 1932" in told.out
    assert told.err == "1 contradiction; written to c.csv.\n"
    with Path("c.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [line["first_words"] for line in csv.DictReader(file)] == ["1923"]


def test_claims_of_the_case_are_looked_through_without_a_document(factcheck, bridge):
    factcheck("mark", bridge, "bridge", "--quote", "The bridge at Łódź was built in 1923 😀.")
    assert factcheck("contradictions", bridge).err == "No contradictions.\n"
    factcheck("mark", bridge, "bridge", "--quote", "The bridge, built in 1932, is closed.")
    (row,) = factcheck("contradictions", bridge, "--json").rows
    assert (row["first"]["claim_no"], row["second"]["claim_no"]) == (1, 2)


def test_what_is_dismissed_is_not_listed_again(factcheck, bridge):
    about = ("contradictions", bridge, "--document", "bridge")
    (row,) = factcheck(*about, "--json").rows
    assert factcheck(*about, "--dismiss", "00000000").code == 1
    assert factcheck(*about, "--dismiss", row["id"][:8], "--json").rows == []
    assert factcheck(*about, "--json").rows == []

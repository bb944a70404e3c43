"""``factcheck changes``."""

import csv
import json
from pathlib import Path

from tests.cli.conftest import ARTICLE


def revise(factcheck, case):
    row = {"id": "art", "text": ARTICLE.replace("1,150", "1,510"), "title": "Tents"}
    Path("new.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert factcheck("add", case, "new.jsonl").code == 0


def test_each_changed_sentence_is_listed(factcheck, case):
    factcheck("mark", case, "art", "--quote", "sent 1,150 tents 😀")
    revise(factcheck, case)
    ran = factcheck("changes", case, "art", "--json")
    assert ran.code == 0
    assert [row["kind"] for row in ran.rows] == ["edited", "edited"]
    first = ran.rows[0]
    assert (first["before"], first["after"], first["id"]) == (1, 2, "1")
    assert [(one["was"], one["now"]) for one in first["details"]] == [("1,150", "1,510")]
    assert [one["claim_no"] for one in first["claims"]] == [1]
    told = factcheck("changes", case, "art")
    assert "figure: 1,150 → 1,510" in told.out
    assert "2 sentences changed from version 1 to 2." in told.err


def test_only_sentences_under_a_published_verdict_are_listed_on_request(factcheck, case):
    factcheck("mark", case, "art", "--quote", "sent 1,150 tents 😀")
    rating = ("--rating", "True", "--reason", "Seen.", "--explain", "Seen.")
    assert factcheck("rate", case, "1", *rating).code == 0
    assert factcheck("publish", case, "1", "--url", "https://example.org/1").code == 0
    revise(factcheck, case)
    words = ("changes", case, "art", "--from", "1", "--to", "2", "--after-verdict")
    assert factcheck(*words, "--out", "c.csv").code == 0
    with Path("c.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["after_verdict"], row["figures"]) == ("yes", "1,150 → 1,510")


def test_a_document_of_one_version_is_told(factcheck, case):
    ran = factcheck("changes", case, "src")
    assert ran.code == 1
    assert "one version only" in ran.err

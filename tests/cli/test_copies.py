import csv
import json
from pathlib import Path

STORY = " ".join(f"Łódź{n} tents{n * 7 % 13} river{n}" for n in range(60)) + "."


def made(factcheck):
    factcheck("new", "s.factcheck")
    with Path("docs.jsonl").open("w", encoding="utf-8") as file:
        for id, text in (
            ("wire", STORY),
            ("courier", "Our correspondent. " + STORY),
            ("other", "東京 " + " ".join(f"quite{n} else{n}" for n in range(90))),
        ):
            file.write(json.dumps({"id": id, "text": text, "title": f"The {id}"}) + "\n")
    factcheck("add", "s.factcheck", "docs.jsonl")


def test_pairs_come_first_then_the_lines_that_they_make(factcheck):
    made(factcheck)
    pair, line = factcheck("copies", "s.factcheck", "--json").rows
    assert (pair["a_external_id"], pair["b_external_id"], pair["kind"]) == (
        "wire", "courier", "reprint",
    )  # fmt: skip
    assert pair["containment"] == 1.0
    (passage,) = pair["passages"]
    assert passage["a"] == [0, len(STORY)]
    assert line["group"] == [pair["a"], pair["b"]]
    assert line["why"] == "share 100% of the shorter text"


def test_a_person_can_hold_apart_and_join_with_a_reason(factcheck):
    made(factcheck)
    refused = factcheck("copies", "s.factcheck", "--apart", "wire", "courier")
    assert (refused.code, "--reason" in refused.err) == (2, True)
    rows = factcheck(
        "copies", "s.factcheck", "--apart", "wire", "courier", "--reason", "Two desks", "--json"
    ).rows
    assert [row for row in rows if "group" in row] == []
    told = factcheck("copies", "s.factcheck", "--join", "wire", "other", "--reason", "One release")
    assert "one line of reporting, 2 documents: “The wire”; “The other”" in told.out


def test_an_export_counts_copies_once_and_names_their_line(factcheck):
    made(factcheck)
    factcheck("mark", "s.factcheck", "wire", "--quote", "Łódź1 tents7")
    for source in ("wire", "courier", "other"):
        factcheck("link", "s.factcheck", "1", "--to", source, "--stance", "supports",
                  "--locator", "p. 1")  # fmt: skip
    factcheck("export", "s.factcheck", "claims.csv", "--rows", "claims")
    factcheck("export", "s.factcheck", "links.csv", "--rows", "evidence")
    with Path("claims.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["independent_sources"] == "2"
    with Path("links.csv").open(encoding="utf-8-sig", newline="") as file:
        groups = [row["group"] for row in csv.DictReader(file)]
    assert groups[0] == groups[1] != ""
    assert groups[2] == ""

"""The grid on the command line: words, JSON and CSV."""

import csv
import io
from pathlib import Path

import pytest


@pytest.fixture
def linked(factcheck, case):
    quote = "東京 sent 1,150 tents 😀"
    assert factcheck("mark", case, "art", "--quote", quote, "--tag", "Zelte").code == 0
    words = ("--quote", "1,150 tents were received", "--stance", "supports")
    assert factcheck("link", case, "1", "--to", "src", *words).code == 0
    return case


def test_each_claim_is_a_record_with_its_cells(factcheck, linked):
    ran = factcheck("grid", linked, "--json")
    assert ran.code == 0
    (row,) = ran.rows
    (cell,) = row["cells"]
    assert (row["claim_no"], cell["stance"], cell["words"]) == (1, "supports", "1,150")
    assert (cell["label"], cell["differs"], row["says_nothing"]) == ("consistent", "", [])


def test_it_is_told_in_words_too(factcheck, linked):
    ran = factcheck("grid", linked, "--document", "art")
    assert "supports" in ran.out
    assert "1 claim and 1 document." in ran.err
    assert factcheck("grid", linked, "--tag", "else").out == ""


def test_it_is_written_as_a_sheet_and_as_rows(factcheck, linked):
    assert factcheck("grid", linked, "--out", "sheet.csv").code == 0
    assert factcheck("export", linked, "rows.csv", "--rows", "grid").code == 0
    sheet, rows = (
        list(csv.DictReader(io.StringIO(Path(name).read_text(encoding="utf-8-sig"))))
        for name in ("sheet.csv", "rows.csv")
    )
    assert [row["claim_no"] for row in sheet + rows] == ["1"] * 3
    quotes = {row["stance"]: row["quote"] for row in rows}
    assert quotes["supports"] == "1,150 tents were received"
    assert "stands here" in quotes

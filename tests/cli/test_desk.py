"""Requests, answers, scales, edits of each kind and sheets from the command line."""

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest


@pytest.fixture
def claims(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds")
    factcheck("mark", case, "art", "--quote", "1,150 tents 😀")
    return case


def ask(factcheck, case, *words):
    told = ("--kind", "source", "--to", "東京 office", "--text", "How many?")
    return factcheck("request", case, *told, *words)


def test_a_request_is_asked_listed_answered_and_exported(factcheck, claims):
    asked = ask(factcheck, claims, "--claim", "1", "2", "--deadline", "2020", "--json")
    (row,) = asked.rows
    assert (asked.code, row["claim_nos"], row["past_due"]) == (0, [1, 2], True)
    assert factcheck("list", claims, "requests").out == (
        f"{row['id'][:8]}  東京 office  (claim 1, 2)  past due, by 2020: How many?\n"
    )
    said = ("--outcome", "answered", "--text", "1,150 😀.", "--as-note", "--json")
    (answered,) = factcheck("answer", claims, row["id"][:8], *said).rows
    assert (answered["outcome"], answered["past_due"]) == ("answered", False)
    note = factcheck("show", claims, answered["note_id"], "--json").rows[0]
    assert (note["text"], note["who"]) == ("1,150 😀.", "東京 office")
    assert factcheck("show", claims, "2", "--json").rows[0]["requests"][0]["id"] == row["id"]
    assert factcheck("export", claims, "r.csv", "--rows", "requests").code == 0
    (written,) = csv.DictReader(io.StringIO(Path("r.csv").read_text("utf-8-sig")))
    assert (written["claim_nos"], written["outcome"]) == ("1 | 2", "answered")


def test_an_article_is_asked_about_and_nobody_answers(factcheck, case):
    (row,) = ask(factcheck, case, "--document", "art", "--json").rows
    assert row["document_title"] == "Tents for Łódź"
    done = factcheck("answer", case, row["id"], "--outcome", "no-answer")
    assert (done.code, "no answer: How many?" in done.out) == (0, True)


def test_wrong_use_of_requests_is_exit_2(factcheck, claims):
    assert ask(factcheck, claims).code == 2
    assert factcheck("request", claims, "--claim", "1", "--kind", "x").code == 2
    assert factcheck("answer", claims, "1", "--outcome", "declined").code == 2
    nothing = factcheck("answer", claims, "aaaaaaaa", "--outcome", "declined")
    assert nothing.code == 1
    assert ask(factcheck, claims, "--claim", "9").code == 1


def test_a_scale_is_added_from_a_file_and_used(factcheck, case):
    told = {"name": "Kurz", "ratings": ["Stimmt", "Falsch"]}
    Path("kurz.json").write_text(json.dumps(told), "utf-8")
    rows = factcheck("scale", case, "kurz.json", "--use", "kurz", "--json").rows
    (used,) = [row for row in rows if row["in_use"]]
    assert (used["scale"], used["version"]) == ("kurz", 1)
    told["ratings"].append("Offen")
    Path("kurz.json").write_text(json.dumps(told), "utf-8")
    assert "* kurz 2  Stimmt, Falsch, Offen" in factcheck("scale", case, "kurz.json").out
    Path("kurz.json").write_text('{"name": "Kurz", "ratings": ["a"]}', "utf-8")
    wrong = factcheck("scale", case, "kurz.json")
    assert (wrong.code, "at least two labels" in wrong.err) == (2, True)
    assert factcheck("scale", case, "gone.json").code == 1


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("claims", "party", "Grün"), ("claims", "state", "ready"), ("claims", "due", "2026-04"),
        ("claims", "assigned_to", "Bo"), ("claims", "priority", "high"),
        ("claims", "why_chosen", "spread widely"), ("documents", "archive_url", "https://a"),
        ("documents", "reliability", "official"), ("places", "should_read", "1,500 beds"),
        ("evidence", "note", "see p. 2"), ("evidence", "stance", "context"),
        ("requests", "deadline", "2026-05"), ("requests", "to_whom", "Łęcka"),
    ],
)  # fmt: skip
def test_fields_of_every_kind_are_edited(factcheck, claims, kind, field, value):
    factcheck("link", claims, "1", "--to", "src", "--stance", "supports", "--locator", "p. 2")
    ask(factcheck, claims, "--claim", "1")
    first = factcheck("list", claims, kind, "--json").rows[0]
    assert factcheck("edit", claims, first["id"], f"{field}={value}").code == 0
    again = factcheck("list", claims, kind, "--json").rows[0]
    assert again[field] == value
    wrong = factcheck("edit", claims, first["id"], "colour=red")
    assert (wrong.code, field in wrong.err) == (2, True)


def test_a_correction_is_decided(factcheck, claims):
    place = factcheck("list", claims, "places", "--json").rows[0]["id"]
    factcheck("edit", claims, place, "should_read=310 beds")
    done = factcheck("edit", claims, place, "should_read_outcome=refused", "should_read_by=Łęcka")
    assert done.code == 0
    row = factcheck("list", claims, "places", "--json").rows[0]
    assert (row["should_read_outcome"], row["should_read_by"]) == ("refused", "Łęcka")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_sheet_becomes_claims_and_what_was_not_found_is_named(factcheck, case, suffix):
    table = [
        ["Quote", "Claim", "Speaker", "Priority"],
        ["300 beds", "東京 sent 300 beds.", "Ewa", "high"],
        ["400 beds", "東京 sent 400 beds.", "", ""],
        ["300 beds", "Nothing", "", "P1"],
    ]
    if suffix == "csv":
        with Path("rows.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(table)
    else:
        book = openpyxl.Workbook()
        for row in table:
            book.active.append(row)
        book.save("rows.xlsx")
    done = factcheck("mark", case, "art", "--from", f"rows.{suffix}", "--json")
    assert done.code == 1
    assert [row.get("status") for row in done.rows] == ["placed", "without a place", None]
    assert "Row 2: “400 beds” does not stand there" in done.err
    assert "Row 3: “priority” cannot be “P1”" in done.err
    listed = factcheck("list", case, "claims", "--json").rows
    assert [(row["claim_no"], row["start"] is None) for row in listed] == [(1, False), (2, True)]


def test_a_sheet_without_quote_or_claim_is_wrong_use(factcheck, case):
    Path("rows.csv").write_text("a,b\n1,2\n", "utf-8")
    done = factcheck("mark", case, "art", "--from", "rows.csv")
    assert (done.code, "no column “quote” or “claim”" in done.err) == (2, True)


def test_what_of_a_workbook_is_not_taken_in_is_named(factcheck, case):
    book = openpyxl.Workbook()
    book.active.title = "東京"
    book.active.append(["Quote", "Claim", "Claim"])
    book.active.append(["300 beds", "=A1", "東京 sent 300 beds."])
    book.create_sheet("Łódź").append(["Quote"])
    book.save("rows.xlsx")
    done = factcheck("mark", case, "art", "--from", "rows.xlsx")
    assert "Formulas without a saved value, in 1 place" in done.err
    assert "2 columns are called “claim”" in done.err
    assert "Left out: “Łódź” (0 rows)." in done.err

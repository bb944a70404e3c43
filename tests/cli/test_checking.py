"""Marking, linking, rating, editing, listing from the command line."""

import json
from pathlib import Path

import pytest

TENTS = "東京 sent 1,150 tents"


def mark(factcheck, case, *words):
    return factcheck("mark", case, "art", *words, "--json")


def test_a_quote_that_stands_once_is_marked(factcheck, case):
    done = mark(
        factcheck, case, "--quote", "300 beds", "--wording", "東京 sent 300 beds.",
        "--speaker", "Zoë", "--made-on", "2020-11", "--checks", "attribution",
        "--tag", "beds", "--tag", "aid",
    )  # fmt: skip
    (row,) = done.rows
    assert (done.code, row["claim_no"], row["quote"]) == (0, 1, "300 beds")
    shown = factcheck("show", case, "1", "--json").rows[0]
    assert shown["id"] == row["id"]
    assert (shown["wording"], shown["speaker"]) == ("東京 sent 300 beds.", "Zoë")
    assert (shown["made_on"], shown["checks"]) == ("2020-11", "attribution")
    assert shown["tags"] == ["beds", "aid"]


def test_a_quote_that_stands_twice_is_refused_with_its_places(factcheck, case):
    done = mark(factcheck, case, "--quote", TENTS)
    assert (done.code, done.out) == (1, "")
    assert "stands in 2 places: 23–42 “" in done.err
    assert "; 100–119 “" in done.err
    assert factcheck("list", case, "claims").out == ""


def test_prefix_suffix_or_place_tell_equal_quotes_apart(factcheck, case):
    assert mark(factcheck, case, "--quote", TENTS, "--prefix", "said.").rows[0]["start"] == 100
    assert mark(factcheck, case, "--quote", TENTS, "--suffix", "😀").rows[0]["start"] == 23
    at = mark(factcheck, case, "--quote", TENTS, "--start", "100", "--end", "119")
    assert at.rows[0]["start"] == 100
    wrong = mark(factcheck, case, "--quote", TENTS, "--prefix", "nobody")
    assert "never between" in wrong.err


def test_places_nest_overlap_and_belong_to_one_claim(factcheck, case):
    mark(factcheck, case, "--start", "23", "--end", "58")
    mark(factcheck, case, "--quote", "1,150 tents 😀 and")
    again = mark(factcheck, case, "--claim", "1", "--quote", "counted the tents")
    assert again.rows[0]["claim_no"] == 1
    assert again.rows[0]["id"] == again.rows[0]["place_id"]
    places = factcheck("list", case, "places", "--json").rows
    assert [place["claim_no"] for place in places] == [1, 1, 2]


def test_a_quote_in_another_form_of_the_same_letters_is_found(factcheck, case):
    assert mark(factcheck, case, "--quote", "Zu\u0308rich, 17").rows[0]["quote"] == "Zürich, 17"


def test_many_are_marked_from_a_file_and_bad_rows_are_named(factcheck, case):
    rows = [
        {"id": "a", "quote": "300 beds", "wording": "Beds: 300", "tags": ["x", "y"]},
        {"id": "b", "quote": TENTS},
        {"id": "c", "quote": TENTS, "prefix": "said."},
        {"id": "d", "start": 0, "end": 6, "checks": "attribution", "speaker": "東京"},
        {"id": "e"},
        {"id": "f", "quote": "300", "checks": "opinion"},
        {"id": "g", "start": 0},
        {"id": "h", "quote": "300", "tags": 3},
    ]
    lines = [*map(json.dumps, rows), "no json", "[]"]
    Path("marks.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = mark(factcheck, case, "--from", "marks.jsonl")

    assert done.code == 1
    assert [row["id"] is not None for row in done.rows] == [True, False, True, True] + [False] * 6
    assert [row["from_id"] for row in done.rows[:8]] == list("abcdefgh")
    assert done.err.splitlines()[0].startswith("Row 2 (b): “東京 sent 1,150 tents” stands in 2")
    assert done.err.splitlines()[-1] == "Row 10: it is not a JSON object."
    claims = factcheck("list", case, "claims", "--json").rows
    assert [row["wording"] for row in claims] == ["Beds: 300", TENTS, "Zürich"]
    assert [row["tags"] for row in claims] == [["x", "y"], [], []]


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_file_of_marks_that_cannot_be_read_is_one_sentence(factcheck, case, content):
    if content is not None:
        Path("marks.jsonl").write_bytes(content)
    done = mark(factcheck, case, "--from", "marks.jsonl")
    assert (done.code, len(done.err.splitlines())) == (1, 1)


def test_evidence_is_linked_to_several_claims(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    mark(factcheck, case, "--quote", "We counted the tents twice")
    done = factcheck(
        "link", case, "1", "2", "--to", "src", "--quote", "1,150 tents were received", "--stance",
        "contradicts", "--note", "Only tents.", "--json",
    )  # fmt: skip
    assert [(row["claim_no"], row["stance"], row["start"]) for row in done.rows] == [
        (1, "contradicts", 15),
        (2, "contradicts", 15),
    ]
    located = factcheck(
        "link", case, "1", "--to", "src", "--locator", "p. 2", "--stance", "context"
    )
    assert located.code == 0
    assert factcheck("link", case, "1", "--to", "src", "--stance", "context").code == 1
    rows = factcheck("list", case, "evidence", "--json").rows
    assert [row["locator"] for row in rows if row["claim_no"] == 1] == ["", "p. 2"]


def test_a_new_verdict_replaces_the_old_one_and_both_stay(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    first = factcheck("rate", case, "1", "--rating", "mostly TRUE", "--json").rows[0]
    assert (first["rating"], first["checker"]) == ("Mostly true", "Zoë Ångström")
    assert len(first["warnings"]) == 1
    assert first["warnings"][0].startswith("Claim 1 was rated without a reason, although nothing")
    factcheck("rate", case, "1", "--rating", "False", "--reason", "300 Betten", "--by", "Jonas")
    rows = factcheck("list", case, "verdicts", "--json").rows
    assert [(row["claim_no"], row["rating"], row["status"]) for row in rows] == [
        (1, "Mostly true", "replaced"),
        (1, "False", "current"),
    ]


def test_a_label_that_the_scale_does_not_have_is_wrong_use_with_the_list(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    done = factcheck("rate", case, "1", "--rating", "Pants on Fire")
    assert done.code == 2
    assert "Mostly true, Mixed, Mostly false" in done.err


def test_another_scale_can_be_used(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    rows = factcheck("scale", case, "--use", "wire", "--json").rows
    assert [row["scale"] for row in rows if row["in_use"]] == ["wire"]
    assert factcheck("rate", case, "1", "--rating", "disputed", "--reason", "a").code == 0
    assert factcheck("scale", case, "--use", "stars").code == 1
    assert "* wire 1  Confirmed" in factcheck("scale", case).out


def test_fields_are_edited_by_any_name_of_the_thing(factcheck, case):
    place = mark(factcheck, case, "--quote", "300 beds").rows[0]["place_id"]
    assert factcheck("edit", case, "1", "speaker=Zoë", "state=ready", "tags=a, b").code == 0
    assert factcheck("edit", case, "src", "primary=yes", "outlet=Łódź=Press").code == 0
    assert factcheck("edit", case, place[:8], "should_read=30 beds").code == 0

    shown = factcheck("show", case, "1", "--json").rows[0]
    assert (shown["speaker"], shown["state"], shown["tags"]) == ("Zoë", "ready", ["a", "b"])
    assert factcheck("show", case, "src", "--json").rows[0]["outlet"] == "Łódź=Press"
    assert factcheck("show", case, place, "--json").rows[0]["should_read"] == "30 beds"


def test_an_unknown_field_or_value_is_wrong_use_with_the_list(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    field, value = factcheck("edit", case, "1", "mood=x"), factcheck("edit", case, "1", "state=x")
    assert (field.code, value.code) == (2, 2)
    assert "wording" in field.err
    assert "to do, checking, waiting, ready" in value.err
    verdict = factcheck("rate", case, "1", "--rating", "true", "--json").rows[0]["id"]
    assert factcheck("edit", case, verdict, "reason=x").code == 2


def test_an_id_may_be_short_and_must_be_unique(factcheck, case):
    id = mark(factcheck, case, "--quote", "300 beds").rows[0]["id"]
    assert factcheck("show", case, id[:8].upper(), "--json").rows[0]["id"] == id
    assert "at least 8" in factcheck("show", case, id[:7]).err
    factcheck("edit", case, "src", "external_id=art")
    assert "fits more than one thing" in factcheck("show", case, "art").err


def test_lists_are_lines_for_people_too(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    factcheck("link", case, "1", "--to", "src", "--locator", "p. 2", "--stance", "supports")
    factcheck("rate", case, "1", "--rating", "true", "--reason", "gezählt")
    for what, words in (
        ("documents", "source: Tents for Łódź  ("),
        ("claims", "True: 300 beds"),
        ("places", "claim 1  Tents for Łódź  "),
        ("evidence", "claim 1  supports: "),
        ("verdicts", "claim 1  True  (current, Zoë Ångström"),
    ):
        assert words in factcheck("list", case, what).out
    assert factcheck("list", case, "requests") == (0, "", "")
    shown = factcheck("show", case, "art").out
    assert "external_id: art" in shown
    assert "300 beds" in shown


def test_search_answers_with_places_and_reasons(factcheck, case):
    (answer,) = factcheck("search", case, "counted tents", "--json", "--limit", "1").rows
    assert answer["id"] == "counted tents"
    (hit,) = answer["hits"]
    assert {"id", "document", "external_id", "start", "end", "text", "score", "why"} <= set(hit)
    assert (hit["external_id"], hit["start"]) == ("art", 60)
    assert "has “counted”, “tents”" in factcheck("search", case, "counted tents").out
    nothing = factcheck("search", case, "xyzzy")
    assert (nothing.code, nothing.err) == (0, "Nothing was found.\n")
    assert factcheck("search", case, 'OR "', "--json").rows == [{"id": 'OR "', "hits": []}]


def test_history_and_verify(factcheck, case):
    mark(factcheck, case, "--quote", "300 beds")
    early = factcheck("verify", case, "--json").rows[0]["head"]
    factcheck("rate", case, "1", "--rating", "true", "--reason", "gezählt")
    rows = factcheck("history", case, "1", "--json").rows
    assert [row["action"] for row in rows] == ["mark", "rate"]
    assert all({"id", "at", "by", "sentence", "details"} <= set(row) for row in rows)
    before = factcheck("history", case, "1", "--as-of", str(rows[0]["seq"]), "--json").rows
    assert [row["action"] for row in before] == ["mark"]
    assert factcheck("history", case, "1", "--as-of", "2001-01-01", "--json").rows == []
    nothing = factcheck("history", case, "1", "--as-of", "2001-01-01")
    assert (nothing.code, "Nothing was known of this claim then" in nothing.err) == (0, True)
    assert len(factcheck("history", case, "1", "--as-of", rows[1]["at"], "--json").rows) == 2
    assert factcheck("history", case, "1", "--as-of", "yesterday").code == 2
    assert "Zoë Ångström" in factcheck("history", case, "1").out

    done = factcheck("verify", case, "--head", early)
    assert done.code == 0
    assert "Fingerprint: " in done.out
    assert factcheck("verify", case, "--head", "99-0000-0000-0000-0000-0000").code == 1
    assert factcheck("verify", case, "--head", "what").code == 1


def test_the_sample_case_is_made(factcheck):
    done = factcheck("sample", "there", "--json")
    assert done.code == 0
    path = done.rows[0]["path"]
    assert len(factcheck("list", path, "claims", "--json").rows) == 12
    assert factcheck("sample", "there").code == 1

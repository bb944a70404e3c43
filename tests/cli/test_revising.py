"""A new version from the command line: a line for everything that stands in the document."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE

EDITED = (
    "UPDATE 2\n\nZürich, 17 November. – 東京 sent 1,250 tents 😀 and 300 beds.\n\n"
    "東京 sent 1,150 tents before.\n"
)


@pytest.fixture
def marked(factcheck, case):
    """The case with an edited, a lost and a moved place, and a link that moves."""
    for quote in (
        "東京 sent 1,150 tents 😀 and 300 beds",
        "“We counted the tents twice,” she said",
        "1,150 tents before",
    ):
        assert factcheck("mark", case, "art", "--quote", quote).code == 0
    assert factcheck(
        "link", case, "1", "--to", "art", "--quote", "Zürich, 17 November", "--stance", "context"
    ).code == 0  # fmt: skip
    return case


def revise(factcheck, case, text, *options):
    Path("új.txt").write_text(text, encoding="utf-8")
    return factcheck("revise", case, "art", "új.txt", *options, "--json")


def test_each_place_and_link_has_a_line_with_where_it_is_now(factcheck, marked):
    before = {row["id"] for row in factcheck("list", marked, "places", "--json").rows}
    done = revise(factcheck, marked, EDITED, "--label", "UPDATE 2")
    assert done.code == 0
    assert [(row["kind"], row["state"]) for row in done.rows] == [
        ("place", "edited"), ("place", "lost"), ("place", "moved"), ("evidence", "moved"),
    ]  # fmt: skip
    edited, lost, moved, link = done.rows
    assert EDITED[edited["start"] : edited["end"]] == "東京 sent 1,250 tents 😀 and 300 beds"
    assert (lost["start"], lost["end"]) == (None, None)
    assert EDITED[moved["start"] : moved["end"]] == "1,150 tents before"
    assert (moved["score"], link["score"]) == (100.0, 100.0)
    assert 60 < edited["score"] < 100
    assert all(row["why"] for row in done.rows)
    assert {row["id"] for row in done.rows if row["kind"] == "place"} == before
    assert "has version 2 (UPDATE 2). 4 places, 2 to look at." in done.err


def test_the_same_text_changes_nothing_and_still_lists_every_place(factcheck, marked):
    done = revise(factcheck, marked, ARTICLE)
    assert (done.code, len(done.rows)) == (0, 4)
    assert {row["state"] for row in done.rows} == {"unchanged"}
    assert "nothing changed" in done.err
    assert factcheck("show", marked, "art", "--json").rows[0]["version_number"] == 1


def test_what_was_lost_is_listed_again_and_found_when_its_words_are_back(factcheck, marked):
    revise(factcheck, marked, EDITED)
    again = revise(factcheck, marked, EDITED + "\nMore.\n")
    assert [row["state"] for row in again.rows] == ["edited", "lost", "unchanged", "unchanged"]
    back = revise(factcheck, marked, ARTICLE)
    assert {row["state"] for row in back.rows} <= {"unchanged", "moved"}
    assert len(back.rows) == 4


def test_the_id_in_the_file_does_not_matter(factcheck, marked):
    row = {"id": "another", "url": "https://example.org/ż", "text": EDITED}
    Path("one.jsonl").write_text(json.dumps(row), encoding="utf-8")
    done = factcheck("revise", marked, "art", "one.jsonl", "--json")
    assert (done.code, len(done.rows)) == (0, 4)
    assert len(factcheck("list", marked, "documents", "--json").rows) == 2


def test_of_many_rows_the_one_with_the_documents_id_is_taken(factcheck, marked):
    rows = [{"id": "src", "text": "Something else."}, {"id": "art", "text": EDITED}]
    Path("many.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert factcheck("revise", marked, "art", "many.jsonl", "--json").rows[0]["state"] == "edited"
    Path("many.jsonl").write_text("\n".join(map(json.dumps, rows[:1] * 2)), encoding="utf-8")
    refused = factcheck("revise", marked, "art", "many.jsonl")
    assert refused.code == 1
    assert "several documents" in refused.err


def test_a_file_that_cannot_be_read_changes_nothing(factcheck, marked):
    done = factcheck("revise", marked, "art", "nobody.txt")
    assert (done.code, done.out) == (1, "")
    assert factcheck("show", marked, "art", "--json").rows[0]["version_number"] == 1


def test_text_from_stdin_is_a_version_as_well(factcheck, marked):
    done = factcheck("revise", marked, "art", "-", stdin=EDITED.encode())
    assert done.code == 0
    assert "edited" in done.out.splitlines()[0]


def test_the_case_verifies_and_an_undo_takes_the_whole_version_back(factcheck, marked):
    revise(factcheck, marked, EDITED)
    assert factcheck("verify", marked).code == 0
    history = factcheck("history", marked, "1").out
    assert "found its place edited in version 2: “東京 sent 1,150 tents" in history

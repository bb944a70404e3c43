"""Adding from the command line: files, rows, stdin, source notes."""

import hashlib
import json
import shutil
import sqlite3
from pathlib import Path

from factcheck import profile
from factcheck.case.index import Index
from factcheck.cli.commands import COMMANDS

FIELDS = [
    "id", "external_id", "title", "outlet", "published", "language", "chars", "sha256", "status",
    "error", "warnings",
]  # fmt: skip


def test_each_file_is_one_line_of_json_in_order(factcheck, case):
    Path("Zürich.txt").write_text("Ein Text über 東京 😀.", "utf-8")
    Path("b.md").write_text("# Title of its own\n\nWords.", "utf-8")
    done = factcheck("add", case, "Zürich.txt", "b.md", "--json", "--outlet", "Łódź Press")

    first, second = done.rows
    assert done.code == 0
    assert list(first)[: len(FIELDS)] == FIELDS
    assert first["sha256"] == hashlib.sha256(Path("Zürich.txt").read_bytes()).hexdigest()
    assert (first["title"], first["chars"], first["status"]) == ("Zürich.txt", 19, "added")
    assert (second["title"], second["outlet"]) == ("Title of its own", "Łódź Press")
    assert [row["error"] for row in done.rows] == [None, None]


def test_a_bad_file_is_one_sentence_and_the_others_go_in(factcheck, case):
    Path("good.txt").write_text("Good words.", "utf-8")
    Path("empty.txt").touch()
    Path("broken.pdf").write_bytes(b"%PDF-1.4 broken")
    Path("broken.csv").write_text("a,b\n1,2\n", "utf-8")
    paths = ["missing.txt", "empty.txt", "good.txt", "broken.pdf", ".", "broken.csv"]
    done = factcheck("add", case, *paths, "--json")

    assert done.code == 1
    assert [row["path"] for row in done.rows] == paths
    assert [row["status"] for row in done.rows] == ["failed"] * 2 + ["added"] + ["failed"] * 3
    assert [row["error"] for row in done.rows if row["error"]] == done.err.splitlines()
    assert all(row["id"] is None for row in done.rows if row["status"] == "failed")
    assert len(factcheck("list", case, "documents", "--json").rows) == 3


def test_a_bad_row_is_named_and_the_others_go_in(factcheck, case):
    Path("rows.csv").write_text('id,text,title\n1,"Zürich, text",One\n2,,Two\n3,東京,\n', "utf-8")
    done = factcheck("add", case, "rows.csv", "--json", "--under-check")

    assert done.code == 1
    assert [row["status"] for row in done.rows] == ["added", "failed", "added"]
    assert done.err == "“rows.csv”, row 2: its “text” is empty.\n"
    assert [row["external_id"] for row in done.rows] == ["1", "", "3"]
    assert [row["title"] for row in done.rows] == ["One", "", "東京"]


def test_seen_again_is_known_and_new_words_are_a_new_version(factcheck, case):
    def add(text):
        Path("rows.jsonl").write_text(json.dumps({"id": "x", "text": text}), "utf-8")
        return factcheck("add", case, "rows.jsonl", "--json").rows[0]

    first, again, other = add("Zürich"), add("Zürich"), add("Zürich, corrected")
    assert [row["status"] for row in (first, again, other)] == ["added", "known", "revised"]
    assert first["id"] == again["id"] == other["id"]
    assert other["chars"] == 17


def test_text_comes_from_stdin(factcheck, case):
    done = factcheck("add", case, "-", "--json", "--title", "Pasted", stdin="東京 😀".encode())
    assert (done.rows[0]["title"], done.rows[0]["chars"], done.code) == ("Pasted", 4, 0)
    assert factcheck("add", case, "-", stdin=b" \n").code == 1


def test_marks_say_what_a_document_is(factcheck, case):
    def marks(*options):
        Path("a.txt").write_text(f"Zürich {options}", "utf-8")
        id = factcheck("add", case, "a.txt", "--json", *options).rows[0]["id"]
        shown = factcheck("show", case, id, "--json").rows[0]
        return shown["under_check"], shown["source"]

    assert marks() == (0, 1)
    assert marks("--under-check") == (1, 0)
    assert marks("--source") == (0, 1)
    assert marks("--source", "--under-check") == (1, 1)


def test_what_the_user_says_goes_before_what_the_file_says(factcheck, case):
    Path("a.md").write_text("---\ntitle: Of the file\nauthor: Someone\n---\nText.", "utf-8")
    told = {
        "title": "Mine", "outlet": "Łódź Press", "published": "2026-11", "url": "https://a.example",
        "byline": "Zoë", "language": "pl", "external-id": "own-1",
    }  # fmt: skip
    options = [word for name, value in told.items() for word in (f"--{name}", value)]
    factcheck("add", case, "a.md", *options, "--label", "UPDATE 2")

    shown = factcheck("show", case, "own-1", "--json").rows[0]
    assert {name: shown[name.replace("-", "_")] for name in told} == told
    assert shown["label"] == "UPDATE 2"


def test_a_source_note_has_its_files(factcheck, case):
    Path("photo.jpg").write_bytes(b"\xff\xd8\xff picture")
    Path("scan.pdf").write_bytes(b"%PDF scan")
    done = factcheck(
        "add", case, "--note", "58 Kubikmeter, sagt sie.", "--kind", "call",
        "--title", "Pegel Zürich", "--who", "Bente", "--when", "2026-04-10T09:40+02:00",
        "--how", "phone", "--json", "--attach", "photo.jpg", "scan.pdf",
    )  # fmt: skip

    assert (done.code, done.rows[0]["status"]) == (0, "added")
    shown = factcheck("show", case, done.rows[0]["id"], "--json").rows[0]
    assert (shown["kind"], shown["who"], shown["how"]) == ("call", "Bente", "phone")
    assert shown["text"] == "58 Kubikmeter, sagt sie."
    assert [file["name"] for file in shown["attachments"]] == ["photo.jpg", "scan.pdf"]


def test_what_was_added_can_be_searched_at_once(factcheck, case):
    Path("a.txt").write_text("The accord of Zürich.", "utf-8")
    factcheck("add", case, "a.txt")
    shutil.rmtree(profile.cache_dir() / "indexes")
    assert factcheck("search", case, "accord", "--json").rows[0]["hits"]
    assert factcheck("index", case, "--json").rows[0]["written"] == 0


def test_an_index_that_cannot_be_written_fails_no_adding(factcheck, case, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Index, "_sync", refuse)
    Path("a.txt").write_text("The accord of Zürich.", "utf-8")
    done = factcheck("add", case, "a.txt")
    assert done.code == 0
    assert "factcheck index" in done.err


def test_for_people_there_is_a_line_each_and_a_sum(factcheck, case):
    Path("a.txt").write_text("Zürich.", "utf-8")
    done = factcheck("add", case, "a.txt", "missing.txt")
    assert "a.txt  (7 characters)" in done.out.splitlines()[0]
    assert done.out.splitlines()[-1] == "1 added, 1 failed"


def test_who_adds_stands_in_the_log(factcheck, case):
    Path("a.txt").write_text("Zürich.", "utf-8")
    assert COMMANDS["add"].changes
    factcheck("add", case, "a.txt", "--by", "Jonas Wülker")
    # Whoever marks is named in the claim.
    factcheck("mark", case, "art", "--quote", "300 beds", "--by", "Jonas Wülker")
    factcheck("mark", case, "art", "--quote", "300")
    rows = factcheck("list", case, "claims", "--json").rows
    assert [row["marked_by"] for row in rows] == ["Jonas Wülker", "Zoë Ångström"]


def test_a_document_that_is_shown_lists_what_is_invisible_or_mixes_scripts(factcheck, case):
    text = "Zürich 😀 zahlt \u202e000,5\u202c an Раypal in 東京."
    Path("odd.txt").write_text(text, "utf-8")
    id = factcheck("add", case, "odd.txt", "--json").rows[0]["id"]
    shown = factcheck("show", case, id, "--json").rows[0]
    assert shown["text"] == text
    assert [text[hint["start"] : hint["end"]] for hint in shown["suspicious"]] == [
        "\u202e",
        "\u202c",
        "Раypal",
    ]
    assert shown["suspicious"][0]["name"] == "right-to-left override (U+202E)"
    assert "several scripts in one word" in factcheck("show", case, id).out

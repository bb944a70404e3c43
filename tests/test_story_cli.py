"""One whole job through the command line, each step a process of its own.

Load, mark, link, rate, look back, hand over: what a newsroom's script would do.
"""

import csv
import json
import subprocess
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from factcheck.assets import asset
from factcheck.cli.arguments.records import EXPORTED
from tests.starting import start

pytestmark = pytest.mark.slow

FIRST, SECOND = "Nadia Ferreira", "Jonas Wülker"
QUOTE = (
    "Kesterland must release at least 140 cubic metres of water a second from the Harn dam from"
    " May to September"
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]


class Desk:
    """A desk with one case, in a folder of its own."""

    def __init__(self, folder):
        self.folder = folder
        self.case = str(folder / "Fluß 東京.factcheck")

    def does(self, command, *words, code=0):
        env = {"FACTCHECK_BY": FIRST, "FACTCHECK_CONFIG_DIR": str(self.folder / "settings")}
        with start(
            command, self.case, *map(str, words), env=env, cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:  # fmt: skip
            out, err = process.communicate(timeout=60)
        ran = Ran(process.returncode, out.decode(), err.decode())
        assert ran.code == code, ran.err
        return ran

    def makes(self, command, *words, code=0):
        return self.does(command, *words, "--json", code=code).rows


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


# The steps share one case and stand in the order in which a desk takes them.


def test_a_case_is_made_and_files_of_many_formats_are_added(desk):
    desk.does("new", "--scale", "general")
    article = desk.makes("add", asset("sample", "article.html"), "--under-check")
    assert article[0]["status"] == "added"
    assert article[0]["title"]

    letter = docx.Document()
    letter.add_paragraph("The gauge at Tarn Bridge showed 58 cubic metres in 1947. 😀")
    letter.save(desk.folder / "letter.docx")
    (desk.folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really")
    wires = [{"id": f"wire-{n}", "text": f"Wire {n}: talks in Zürich went on."} for n in range(20)]
    (desk.folder / "wires.jsonl").write_text("\n".join(map(json.dumps, wires)))
    sources = desk.makes(
        "add", *(asset("sample", name) for name in ("agreement.pdf", "coastal-press.txt",
                 "kester-radio.html", "ministry-statement.md")),
        "letter.docx", "broken.pdf", "wires.jsonl", code=1,
    )  # fmt: skip
    statuses = [row["status"] for row in sources]
    assert statuses == ["added"] * 5 + ["failed"] + ["added"] * 20
    assert "broken.pdf" in sources[5]["error"]

    note = desk.makes(
        "add", "--note", "The lowest daily mean was 61.4.", "--kind", "call", "--title", "Gauge",
    )  # fmt: skip
    assert note[0]["chars"] == 31
    assert len(desk.makes("list", "documents")) == 27


def test_claims_are_marked_and_nest(desk):
    article = document(desk, "under_check")
    outer = desk.makes(
        "mark", article, "--quote", QUOTE, "--speaker", "Meridian Wire", "--made-on", "2026-04-09",
        "--wording", "At least 140 m³/s are released from May to September.", "--tag", "figure",
    )[0]  # fmt: skip
    inner = desk.makes("mark", article, "--quote", "May to September, enough")[0]
    nested = desk.makes("mark", article, "--start", outer["start"] + 32, "--end", outer["end"])[0]
    assert [row["claim_no"] for row in (outer, inner, nested)] == [1, 2, 3]
    assert outer["start"] < nested["start"] < nested["end"] == outer["end"]
    assert inner["start"] < outer["end"] < inner["end"]
    refused = desk.does("mark", article, "--quote", "the", code=1)
    assert "places" in refused.err


def test_passages_of_sources_are_linked(desk):
    agreement = document(desk, "source", "Agreement")
    desk.makes(
        "link", 1, 3, "--to", agreement, "--quote", "not less than 120 cubic metres per second",
        "--stance", "contradicts", "--note", "Article 2 (1).",
    )  # fmt: skip
    call = next(row["id"] for row in desk.makes("list", "documents") if row["kind"] == "call")
    desk.makes("link", 2, "--to", call, "--locator", "second answer", "--stance", "context")
    stances = [(row["claim_no"], row["stance"]) for row in desk.makes("list", "evidence")]
    assert stances == [(1, "contradicts"), (2, "context"), (3, "contradicts")]


def test_a_verdict_is_recorded_and_replaced_by_another_checker(desk):
    desk.makes("rate", 1, "--rating", "unproven", "--reason", "To be asked.")
    desk.makes("rate", 1, "--rating", "Mostly false", "--reason", "120, not 140.", "--by", SECOND)
    wrong = desk.does("rate", 2, "--rating", "Pants on fire", code=2)
    assert "Mostly true" in wrong.err
    verdicts = [(row["rating"], row["status"]) for row in desk.makes("list", "verdicts")]
    assert verdicts == [("Unproven", "replaced"), ("Mostly false", "current")]


def test_claims_history_and_passages_are_found_again(desk):
    claims = desk.makes("list", "claims")
    assert [(row["claim_no"], row["state"]) for row in claims] == [
        (1, "rated"),
        (2, "to do"),
        (3, "to do"),
    ]
    assert claims[0]["checker"] == SECOND

    history = desk.makes("history", 1)
    assert [row["by"] for row in history] == [FIRST, FIRST, FIRST, SECOND]
    assert [row["action"] for row in history] == ["mark", "link", "rate", "rate"]
    earlier = desk.makes("history", 1, "--as-of", history[2]["seq"])
    assert len(earlier) == 3

    hits = desk.makes("search", "gauge 1947")[0]["hits"]
    assert hits[0]["title"]
    assert any("58 cubic metres" in hit["text"] for hit in hits)


@pytest.mark.parametrize("mode", ["exact", "spreadsheet"])
@pytest.mark.parametrize("rows", EXPORTED)
def test_every_table_is_exported_in_both_modes(desk, rows, mode):
    out = desk.folder / f"{rows}-{mode}.csv"
    desk.does("export", out, "--rows", rows, "--mode", mode)
    lines = table(out, ",")
    expected = {"verdicts": 2, "claims": 3, "evidence": 3}
    assert len(lines) == expected.get(rows, len(lines))
    if rows == "verdicts":
        assert {line["rating"] for line in lines} == {"Unproven", "Mostly false"}


def test_the_case_and_its_log_verify_against_a_fingerprint(desk):
    report = desk.makes("verify")[0]
    assert report["ok"]
    desk.makes("edit", 2, "state=checking")
    assert desk.makes("verify", "--head", report["head"])[0]["ok"]

    log = desk.folder / "log.csv"
    desk.does("export", log, "--rows", "log")
    exported = Desk(desk.folder)
    exported.case = str(log)
    assert exported.makes("verify", "--head", report["head"])[0]["ok"]
    forged = report["head"][:-4] + ("0000" if report["head"][-4:] != "0000" else "1111")
    assert "rewritten" in exported.does("verify", "--head", forged, code=1).err

    rows = log.read_bytes()
    log.write_bytes(rows.replace(b"120, not 140.", b"140, as said."))
    assert exported.does("verify", code=1).err.startswith("Entry")


def document(desk, mark, words=""):
    return next(
        row["id"] for row in desk.makes("list", "documents") if row[mark] and words in row["title"]
    )


def table(path: Path, delimiter: str):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") >= 1
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=delimiter))

"""The sample case keeps its own rules: see resources/sample/README.md."""

import json
import re
from datetime import UTC, datetime

import pypdfium2
import pytest
from lxml import html

from factcheck.assets import asset
from factcheck.case.case import Case
from factcheck.case.read import documents, requests
from factcheck.case.read.reading import reading
from factcheck.case.read.should_read import should_reads
from factcheck.ingest.reader import read_bytes
from factcheck.sample import make_sample
from factcheck.text.dates_given import is_over

CASE = json.loads(asset("sample", "case.json").read_text("utf-8"))
CLAIMS = {claim["key"]: claim for claim in CASE["claims"]}
SOURCES = {thing["key"]: thing for thing in CASE["documents"] + CASE["notes"]}


def text_of(key):
    """The words of a document line by line, without any reader of ours."""
    thing = SOURCES[key]
    if "said" in thing:
        return thing["said"]
    path = asset("sample", thing["file"])
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        return "\n".join(pages).replace("\r\n", "\n")
    if path.suffix == ".html":
        blocks = html.fromstring(path.read_bytes()).xpath("//body//*[self::p or self::h1]")
        return "\n".join(block.text_content() for block in blocks)
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def texts():
    return {key: text_of(key) for key in SOURCES}


def test_every_file_is_a_document_and_every_document_has_its_file():
    files = {path.name for path in asset("sample").iterdir()} - {"case.json", "README.md"}
    assert {document["file"] for document in CASE["documents"]} == files


def test_one_article_is_checked_against_five_sources():
    assert [key for key, thing in SOURCES.items() if thing["under_check"]] == ["article"]
    assert sum(thing["source"] for thing in SOURCES.values()) == 5


@pytest.mark.parametrize("claim", CASE["claims"], ids=lambda claim: claim["key"])
def test_a_claim_stands_exactly_once_in_the_article(claim, texts):
    assert texts[claim["document"]].count(claim["quote"]) == 1
    assert claim["checks"] in {"fact", "attribution"}
    assert claim["state"] in {"to do", "checking", "waiting", "ready"}
    assert claim["part_of"] is None or claim["part_of"] in CLAIMS


@pytest.mark.parametrize("link", CASE["evidence"], ids=lambda link: link["quote"][:30])
def test_a_passage_stands_exactly_once_in_its_source(link, texts):
    assert link["claim"] in CLAIMS
    assert texts[link["document"]].count(link["quote"]) == 1
    assert "\n" not in link["quote"]


def test_claims_nest_and_overlap(texts):
    article = texts["article"]
    spans = [
        (article.index(claim["quote"]), article.index(claim["quote"]) + len(claim["quote"]))
        for claim in CASE["claims"]
    ]
    pairs = [(a, b) for a in spans for b in spans if a != b]

    assert any(a[0] <= b[0] and b[1] <= a[1] for a, b in pairs)
    assert any(a[0] < b[0] < a[1] < b[1] for a, b in pairs)


def test_every_part_of_the_window_has_something_in_it():
    rated = {verdict["claim"] for verdict in CASE["verdicts"]}
    labels = {
        rating["label"]
        for rating in json.loads(asset("scales", f"{CASE['scale']}.json").read_text("utf-8"))[
            "ratings"
        ]
    }

    assert {link["stance"] for link in CASE["evidence"]} == {"supports", "contradicts", "context"}
    assert {claim["state"] for claim in CASE["claims"]} == {"to do", "checking", "waiting", "ready"}
    assert 4 <= len(rated) < len(CLAIMS)
    assert len(rated) < len(CASE["verdicts"])
    assert {verdict["rating"] for verdict in CASE["verdicts"]} <= labels
    everything = [step for kind in ("claims", "evidence", "verdicts") for step in CASE[kind]]
    assert {step["by"] for step in everything} == set(CASE["checkers"])


def test_one_source_is_a_near_copy_of_another(texts):
    def shingles(key):
        words = re.findall(r"\w+", texts[key].casefold())
        return {tuple(words[at : at + 3]) for at in range(len(words) - 2)}

    copied, agency = shingles("radio"), shingles("coastal")
    assert len(copied & agency) / len(copied) > 0.5


def test_the_desk_has_work_on_it():
    asked = CASE["requests"]
    assert [bool(request["outcome"]) for request in asked] == [False, True]
    assert is_over(asked[0]["deadline"], datetime(2026, 4, 11, tzinfo=UTC))
    assert asked[1]["as_note"]
    assert {correction["outcome"] for correction in CASE["should_read"]} == {"", "accepted"}
    for field in ("assigned_to", "due", "priority", "part_of"):
        assert any(claim[field] for claim in CASE["claims"]), field


def test_the_made_case_has_its_requests_and_corrections(tmp_path):
    make_sample(tmp_path / "a.factcheck", via="cli")
    with Case.open(tmp_path / "a.factcheck", read_only=True) as case:
        waiting, answered = case.read(requests.requests)
        note = case.read(documents.document, answered.note_id)
        corrections = case.read(should_reads)
    assert waiting.is_past_due(datetime(2026, 4, 11, tzinfo=UTC))
    assert len(waiting.attempts) == 1
    assert (note.kind, note.who) == ("call", "Ruta Halvorsen")
    assert [(row.outcome, row.by) for row in corrections] == [
        ("accepted", "Ruta Halvorsen"), ("open", "")]  # fmt: skip


def test_some_lines_need_no_check_and_some_are_unread(tmp_path):
    make_sample(tmp_path / "a.factcheck", via="cli")
    with Case.open(tmp_path / "a.factcheck", read_only=True) as case:
        article = next(row for row in case.read(documents.documents) if row.under_check)
        read = case.read(reading, article.id)
    assert sum(read.no_check.values()) == len(CASE["no_check"])
    assert set(read.no_check) == {step["why"] for step in CASE["no_check"]}
    assert read.in_claims
    assert read.unread


def test_all_addresses_belong_to_nobody():
    assert all(document["url"].split("/")[2].endswith(".example") for document in CASE["documents"])


def test_our_readers_give_texts_in_which_each_quote_stands_once():
    texts = {note["key"]: note["said"] for note in CASE["notes"]}
    for document in CASE["documents"]:
        path = asset("sample", document["file"])
        texts[document["key"]] = read_bytes(path.read_bytes(), path.name).text

    steps = [*CASE["claims"], *CASE["no_check"], *CASE["evidence"]]
    lost = [step["quote"] for step in steps if texts[step["document"]].count(step["quote"]) != 1]
    assert lost == []


def test_the_article_carries_its_own_particulars():
    article = next(document for document in CASE["documents"] if document["key"] == "article")
    path = asset("sample", article["file"])
    loaded = read_bytes(path.read_bytes(), path.name)

    for field in ("title", "byline", "outlet", "published", "language", "url"):
        assert getattr(loaded, field) == article[field]

"""Hints judged by command: put away, same or not the same, looked for in vain."""

import json
from pathlib import Path

import pytest

from factcheck.case.case import Case
from factcheck.case.read.earlier import fruitless, judged
from factcheck.case.read.history import history_of
from factcheck.case.read.naming import claim_named

CLAIM = "東京 sent 1,150 tents 😀 and 300 beds."


@pytest.fixture
def marked(factcheck, case):
    """The case with claim 1 marked in its article."""
    assert factcheck("mark", case, "art", "--quote", CLAIM).code == 0
    return case


def read(path, question):
    with Case.open(Path(path), read_only=True) as opened:
        return opened.read(question, opened.read(claim_named, "1"))


def hits(factcheck, case):
    return factcheck("evidence", case, "--claim", "1", "--lexical", "--json").rows[0]["hits"]


def test_a_hint_is_put_away_by_the_id_that_evidence_prints(factcheck, marked):
    hint = hits(factcheck, marked)[0]

    ran = factcheck("dismiss", marked, "1", hint["id"], "--by", "Noor", "--json")

    assert ran.code == 0
    (row,) = ran.rows
    assert (row["claim_no"], row["document"], row["text"]) == (1, hint["document"], hint["text"])
    assert hint["id"] not in [hit["id"] for hit in hits(factcheck, marked)]
    (kept,) = read(marked, judged)
    assert (kept.kind, kept.judgement, kept.judged_by) == ("passage", "dismissed", "Noor")
    entry = read(marked, history_of)[-1]
    assert (entry.via, entry.action) == ("cli", "dismiss hint")


def test_a_hint_may_be_named_by_its_document_as_evidence_shows_it_to_people(factcheck, marked):
    hint = hits(factcheck, marked)[0]
    assert hint["external_id"] == "src"
    for name in ("src", hint["document"][:8], hint["id"][:8]):
        ran = factcheck("dismiss", marked, "1", f"{name}:{hint['start']}–{hint['end']}")
        assert ran.code == 0
        assert ran.out.startswith("claim 1  put away: Delivery note")
    assert len(read(marked, judged)) == 1


def test_several_hints_are_put_away_together_or_none(factcheck, marked):
    ids = [hit["id"] for hit in hits(factcheck, marked)]
    assert len(ids) >= 2

    assert factcheck("dismiss", marked, "1", ids[0], "none:1-2").code == 1
    assert read(marked, judged) == []
    assert factcheck("dismiss", marked, "1", *ids).code == 0
    assert hits(factcheck, marked) == []


def test_what_is_no_hint_is_a_sentence(factcheck, marked):
    ran = factcheck("dismiss", marked, "1", "Łódź")
    assert (ran.code, ran.out) == (2, "")
    assert "evidence --json" in ran.err
    for name in ("src:900-950", "none:0-9", "src:5-5"):
        ran = factcheck("dismiss", marked, "1", name)
        assert (ran.code, len(ran.err.splitlines())) == (1, 1)
    assert factcheck("dismiss", marked, "9", "src:0-9").code == 1


def test_a_search_in_vain_is_recorded_with_its_place(factcheck, marked):
    ran = factcheck(
        "looked", marked, "1", "--for", "a bill of lading from 東京", "--where", "port archive",
        "--json",
    )  # fmt: skip

    assert ran.code == 0
    (row,) = ran.rows
    (kept,) = read(marked, fruitless)
    assert row == kept._asdict() | {
        "claim": read(marked, lambda connection, id: id), "claim_no": 1, "warnings": []
    }  # fmt: skip
    assert (kept.looked_for, kept.looked_in, kept.searched_by) == (
        "a bill of lading from 東京", "port archive", "Zoë Ångström",
    )  # fmt: skip
    shown = factcheck("looked", marked, "1", "--for", "another one").out
    assert shown == "claim 1  nothing found: another one\n"
    assert factcheck("looked", marked, "1").code == 2
    assert factcheck("looked", marked, "1", "--for", " ").code == 1


@pytest.mark.parametrize(
    ("word", "kept"),
    [("same", "same"), ("related", "related"), ("not-the-same", "not the same")],
)
def test_an_earlier_fact_check_is_judged(factcheck, marked, tmp_path, word, kept):
    (tmp_path / "checks.jsonl").write_text(
        json.dumps({"id": "v-1", "claim": "Tokio schickte 1150 Zelte.", "rating": "Falsch"}),
        "utf-8",
    )
    factcheck("import-claims", marked, "checks.jsonl")
    hit = factcheck("earlier", marked, "--text", "Zelte", "--lexical", "--json").rows[0]["hits"][0]

    for name in (hit["id"], hit["id"][:8], "v-1"):
        ran = factcheck("judge", marked, "1", name, word, "--by", "Noor", "--json")
        assert ran.code == 0
        assert (ran.rows[0]["earlier"], ran.rows[0]["judgement"]) == (hit["id"], kept)
    (row,) = read(marked, judged)
    assert (row.target, row.judgement, row.judged_by) == (hit["id"], kept, "Noor")


def test_a_claim_of_the_case_is_an_earlier_claim_too(factcheck, marked):
    factcheck("mark", marked, "art", "--quote", "東京 sent 1,150 tents before.")

    ran = factcheck("judge", marked, "1", "2", "same")

    assert ran.out == "claim 1  same: 東京 sent 1,150 tents before.\n"
    assert factcheck("judge", marked, "1", "1", "same").code == 1
    assert factcheck("judge", marked, "1", "none", "same").code == 1
    ran = factcheck("judge", marked, "1", "2", "different")
    assert ran.code == 2
    assert "same, related, not-the-same" in ran.err.replace("'", "")


def test_a_number_that_an_earlier_fact_check_has_too_is_told_apart(factcheck, marked, tmp_path):
    factcheck("mark", marked, "art", "--quote", "東京 sent 1,150 tents before.")
    (tmp_path / "checks.jsonl").write_text(json.dumps({"id": "2", "claim": "Zelte."}), "utf-8")
    factcheck("import-claims", marked, "checks.jsonl")
    ran = factcheck("judge", marked, "1", "2", "related")
    assert ran.code == 1
    assert "fits more than one earlier claim" in ran.err

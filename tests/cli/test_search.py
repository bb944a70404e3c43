"""Searching by command: among documents of a kind or of some dates, and over claims."""

import json

import pytest


@pytest.fixture
def run(factcheck, tmp_path):
    """Runs a command on one case with an article and two sources."""
    case = tmp_path / "Flüsse.factcheck"
    factcheck("new", str(case))
    for number, (words, published, mark) in enumerate(
        (
            ("Der Fluss führt 61 m³. 😀", "2026-04-09", "--under-check"),
            ("Der Fluss fiel auf 58 m³.", "2026-03", "--source"),
            ("Der Fluss stieg.", "", "--source"),
        )
    ):
        path = tmp_path / f"Łódź {number}.txt"
        path.write_text(words, "utf-8")
        factcheck(
            "add",
            str(case),
            str(path),
            mark,
            "--published",
            published,
            "--external-id",
            f"d{number}",
        )
    return lambda command, *words: factcheck(command, str(case), *map(str, words))


def hits(ran):
    assert ran.code == 0
    return [hit["external_id"] for hit in json.loads(ran.out)["hits"]]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ((), {"d0", "d1", "d2"}),
        (("--in", "articles"), {"d0"}),
        (("--in", "sources"), {"d1", "d2"}),
        (("--document", "d2"), {"d2"}),
        (("--from", "2026-04"), {"d0"}),
        (("--in", "sources", "--to", "2026-12-31"), {"d1"}),
    ],
)
def test_a_search_is_narrowed_by_kind_document_and_date(run, where, expected):
    assert set(hits(run("search", "Fluss", *where, "--json"))) == expected


def test_claims_are_searched_with_the_reasons_of_their_verdicts(run):
    run("mark", "d0", "--quote", "61 m³")
    run("rate", 1, "--rating", "False", "--reason", "Der Pegel 東京 sagt 58.")

    ran = run("search", "pegel", "--in", "claims", "--json")

    (hit,) = json.loads(ran.out)["hits"]
    assert (hit["claim_no"], hit["rating"], hit["external_id"]) == (1, "False", "d0")
    assert (hit["start"], hit["end"], hit["wording"]) == (16, 21, "61 m³")
    assert hit["text"] == "False: Der Pegel 東京 sagt 58."
    assert "Pegel" in run("search", "pegel", "--in", "claims").out


def test_a_typing_error_in_a_search_of_claims_is_told(run):
    run("mark", "d0", "--quote", "Der Fluss führt 61 m³")

    ran = run("search", "Flusss", "--in", "claims", "--json")

    assert json.loads(ran.out)["instead"] == {"Flusss": "fluss"}
    assert ran.err == "Nothing for “Flusss”, shown: “fluss”.\n"


def test_what_is_no_date_or_says_nothing_of_claims_is_wrong_use(run):
    for wrong in ("gestern", "2026-13", "2026-04-31", "2026-04-09T10:00"):
        ran = run("search", "Fluss", "--from", wrong)
        assert (ran.code, ran.err) == (
            2,
            f"“{wrong}” is no date. A date is 2026, 2026-04 or 2026-04-09.\n",
        )
    assert run("search", "Fluss", "--in", "claims", "--to", "2026").code == 2
    assert run("search", "Fluss", "--document", "nirgends").code == 1

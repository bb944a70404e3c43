"""Verdicts on the command line: reviewed, published, corrected, withdrawn, rechecked."""

import pytest


@pytest.fixture
def rated(factcheck, case):
    factcheck("mark", case, "art", "--quote", "300 beds")
    done = factcheck("rate", case, "1", "--rating", "true", "--reason", "gezählt")
    assert done.code == 0
    assert done.err.splitlines() == [
        "Claim 1 was rated although nothing is linked to it. No explanation was given."
    ]
    return case


def test_an_explained_gate_is_recorded_without_a_warning(factcheck, rated):
    done = factcheck("rate", rated, "1", "--rating", "mixed", "--reason", "東京",
                     "--explain", "Selbst gesehen", "--json")  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert done.rows[0]["gates"] == [{"gate": "no evidence", "explanation": "Selbst gesehen"}]
    assert done.rows[0]["warnings"] == []


def test_a_second_reader_approves_or_sends_back(factcheck, rated):
    own = factcheck("review", rated, "1", "--approve")
    assert (own.code, "somebody else reviews it" in own.err) == (1, True)
    assert factcheck("rules", rated, "--approvals", "1").code == 0
    done = factcheck("review", rated, "1", "--send-back", "--reason", "Wann?", "--by", "Bo")
    (answer,) = factcheck("show", rated, "1", "--json").rows[0]["reviews"]
    assert (answer["reviewer"], answer["decision"], answer["reason"]) == (
        "Bo",
        "sent back",
        "Wann?",
    )
    assert "reviewer Bo, decision sent back, reason Wann?" in factcheck("show", rated, "1").out
    assert (done.code, "sent back" in done.out) == (0, True)
    done = factcheck("review", rated, "1", "--approve", "--by", "Łucja", "--json")
    assert done.rows[0]["review"] == "sent back"
    assert factcheck("review", rated, "1", "--by", "Bo").code == 2
    assert factcheck("review", rated, "1", "--approve", "--send-back", "--by", "Bo").code == 2


def test_after_publishing_a_change_is_a_correction_that_is_exported(factcheck, rated, tmp_path):
    assert factcheck("publish", rated, "1", "--url", "https://example.org/prüfung").code == 0
    refused = factcheck("rate", rated, "1", "--rating", "false", "--reason", "nein")
    assert (refused.code, "this is a correction" in refused.err) == (1, True)
    assert factcheck("rate", rated, "1", "--rating", "false", "--reason", "nein", "--explain", "x",
                     "--what-was-wrong", "Die Zahl", "--note", "Wir irrten").code == 0  # fmt: skip
    unsaid = factcheck("withdraw", rated, "1", "--reason", "Noch ein Fehler")
    assert (unsaid.code, "write the note that the public reads" in unsaid.err) == (1, True)
    assert factcheck("withdraw", rated, "1", "--reason", "Noch ein Fehler",
                     "--note", "Zurückgezogen 😀").code == 0  # fmt: skip
    assert factcheck("export", rated, "c.csv", "--rows", "corrections").code == 0
    written = (tmp_path / "c.csv").read_text("utf-8-sig")
    assert "Wir irrten" in written
    assert "Zurückgezogen 😀" in written
    none = factcheck("withdraw", rated, "1", "--reason", "a")
    assert (none.code, none.err) == (1, "Claim 1 has no verdict that stands.\n")


def test_what_needs_a_recheck_is_listed_and_confirmed(factcheck, rated):
    factcheck("link", rated, "1", "--to", "src", "--locator", "p. 2", "--stance", "supports")
    assert factcheck("recheck", rated).out == ""
    factcheck("edit", rated, "src", "condition=retracted", "condition_note=gefälscht")
    listed = factcheck("recheck", rated, "--json").rows
    assert [(row["claim_no"], row["why"].endswith("was retracted: gefälscht.")) for row in listed] \
        == [(1, True)]  # fmt: skip
    assert factcheck("recheck", rated, "1").code == 0
    assert factcheck("recheck", rated).out == ""


def test_the_rules_of_a_case_are_shown_and_set(factcheck, case):
    shown = factcheck("rules", case, "--json").rows[0]
    assert (shown["approvals"], len(shown["gates"])) == (0, 4)
    done = factcheck("rules", case, "--approvals", "2", "--off", "too few sources", "no evidence")
    assert done.out == (
        "approvals needed: 2\nwarns of: unexplained contradiction, request past deadline\n"
    )
    assert factcheck("rules", case, "--approvals", "4").code == 2
    assert factcheck("rules", case, "--on", "no evidence", "--off", "no evidence").code == 2


def test_what_waits_is_exported_by_how_it_stands(factcheck, rated, tmp_path):
    factcheck("rules", rated, "--approvals", "1")
    for standing, rows in (("to review", 1), ("sent back", 0), ("published", 0)):
        done = factcheck("export", rated, "w.csv", "--rows", "verdicts",
                         "--where", f"status={standing}", "--json")  # fmt: skip
        assert (done.code, done.rows[0]["rows"]) == (0, rows)


def test_nothing_to_recheck_is_said(factcheck, case):
    done = factcheck("recheck", case)
    assert (done.code, done.out) == (0, "")
    assert "No verdict needs a recheck." in done.err

"""``factcheck lines``, and what is exported of lines read and sign-offs."""

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE

FINE = "“We counted the tents twice,” she said."
LAST = "東京 sent 1,150 tents before."


@pytest.fixture
def article(factcheck, case):
    assert factcheck("edit", case, "art", "under_check=1").code == 0
    return "art"


def table(factcheck, case, rows, *more):
    done = factcheck("export", case, "t.csv", "--rows", rows, *more)
    assert (done.code, done.err) == (0, "")
    return list(csv.DictReader(Path("t.csv").read_text("utf-8-sig").splitlines()))


def test_lines_are_listed_with_their_place_state_and_reason(factcheck, case, article):
    factcheck("mark", case, article, "--quote", "sent 1,150 tents 😀 and 300")
    done = factcheck(
        "lines", case, article, "--no-check", "opinion", "--word", "Gefühl", "--quote", FINE,
        "--json",
    )  # fmt: skip
    assert [row["text"] for row in done.rows] == [FINE]
    rows = factcheck("lines", case, article, "--json").rows
    assert [row["id"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    assert all(ARTICLE[row["start"] : row["end"]] == row["text"] for row in rows)
    states = {row["text"]: (row["state"], row["reason"], row["word"]) for row in rows}
    assert states[FINE] == ("no check", "opinion", "Gefühl")
    assert states[LAST] == ("unread", "", "")
    shown = factcheck("lines", case, article)
    assert "claim 1" in shown.out
    assert "no check: opinion: Gefühl" in shown.out
    assert f"2 of {len(rows)} lines read, 1 claim, 1 without verdict." in shown.err
    assert "Open: 2 lines are unread, claim 1 has no verdict." in shown.err


def test_a_line_is_unread_again(factcheck, case, article):
    factcheck("lines", case, article, "--no-check", "known", "--quote", LAST)
    done = factcheck("lines", case, article, "--unread", "--quote", "1,150 tents before", "--json")
    assert (done.code, done.rows[0]["state"]) == (0, "unread")
    again = factcheck("lines", case, article, "--unread", "--quote", "1,150 tents before")
    assert (again.code, "Nothing there" in again.err) == (1, True)


def test_a_sign_off_needs_a_reason_while_something_is_open_and_is_withdrawn(
    factcheck, case, article
):
    refused = factcheck("lines", case, article, "--sign-off")
    assert refused.code == 1
    assert "lines are unread" in refused.err
    assert "Give a reason" in refused.err
    done = factcheck("lines", case, article, "--sign-off", "--reason", "Łódź prints.", "--json")
    assert (done.code, done.rows[0]["status"], done.rows[0]["reason"]) == (
        0, "standing", "Łódź prints.",
    )  # fmt: skip
    done = factcheck("lines", case, article, "--withdraw", "--json")
    assert done.rows[0]["status"] == "withdrawn"
    assert "was withdrawn" in factcheck("lines", case, article).err


def test_an_article_that_is_read_is_signed_off_without_a_reason(factcheck, case, article):
    end = str(len(ARTICLE.rstrip()))
    factcheck("lines", case, article, "--no-check", "known", "--start", "0", "--end", end)
    done = factcheck("lines", case, article, "--sign-off")
    assert (done.code, "Signed off by Zoë Ångström" in done.out) == (0, True)


def test_a_new_version_says_which_lines_keep_the_article_from_being_checked(
    factcheck, case, article
):
    end = str(len(ARTICLE.rstrip()))
    factcheck("lines", case, article, "--no-check", "known", "--start", "0", "--end", end)
    factcheck("lines", case, article, "--sign-off")
    Path("new.txt").write_text(ARTICLE.replace("twice", "once") + "\nŁódź sent none.\n", "utf-8")
    assert factcheck("revise", case, article, "new.txt").code == 0
    rows = factcheck("lines", case, article, "--json").rows
    assert [row["text"] for row in rows if row["state"] == "unread"] == [
        FINE.replace("twice", "once"), "Łódź sent none.",
    ]  # fmt: skip
    told = factcheck("lines", case, article).err
    assert "lapsed" in told
    assert "2 lines are new or changed: “" + FINE.replace("twice", "once") in told
    (row,) = table(factcheck, case, "reading")
    assert (row["sign_off"], row["unread"]) == ("lapsed", "2")
    assert "Łódź sent none." in row["lapsed_why"]


def test_lines_are_exported_with_who_read_them_and_when(factcheck, case, article):
    factcheck("mark", case, article, "--quote", LAST)
    factcheck("mark", case, article, "--quote", LAST)
    factcheck("lines", case, article, "--no-check", "other", "--word", "=1", "--quote", FINE)
    rows = table(factcheck, case, "lines")
    assert [row["line"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
    by_text = {row["text"]: row for row in rows}
    assert [by_text[FINE][name] for name in ("state", "reason", "word", "by")] == [
        "no check", "other", "=1", "Zoë Ångström",
    ]  # fmt: skip
    assert by_text[FINE]["at"].endswith("Z")
    assert by_text[LAST]["claim_nos"] == "1 | 2"
    assert by_text[LAST]["paragraph"] == "¶ 2"
    assert {row["article_version"] for row in rows} == {"1"}
    assert table(factcheck, case, "lines", "--where", "article=src") == []
    wrong = factcheck("export", case, "t.csv", "--rows", "reading", "--where", "rating=True")
    assert (wrong.code, "article=DOCUMENT" in wrong.err) == (2, True)


def test_how_far_articles_are_read_is_exported_as_of_a_moment(factcheck, case, article):
    factcheck("lines", case, article, "--no-check", "background", "--quote", LAST)
    factcheck("lines", case, article, "--sign-off", "--reason", "東京 prints.")
    (row,) = table(factcheck, case, "reading")
    counts = [row[name] for name in ("in_claims", "opinion", "known", "background", "other")]
    assert counts == ["0", "0", "0", "1", "0"]
    assert int(row["lines"]) == int(row["read"]) + int(row["unread"])
    assert (row["sign_off"], row["signed_off_by"]) == ("standing", "Zoë Ångström")
    assert row["sign_off_reason"] == "東京 prints."
    last = len(table(factcheck, case, "log"))
    (before,) = table(factcheck, case, "reading", "--as-of", str(last - 1))
    assert (before["sign_off"], before["background"]) == ("", "1")
    (first,) = table(factcheck, case, "reading", "--as-of", str(last - 2))
    assert first["read"] == "0"


@pytest.mark.parametrize(
    "words",
    [
        ("--no-check", "boring", "--quote", LAST),
        ("--no-check", "known"),
        ("--quote", LAST),
        ("--unread", "--word", "東京", "--quote", LAST),
        ("--withdraw", "--reason", "東京"),
        ("--sign-off", "--withdraw"),
    ],
)
def test_options_that_do_not_fit_together_are_wrong_use(factcheck, case, article, words):
    assert factcheck("lines", case, article, *words).code == 2


def test_a_source_is_not_read_line_by_line(factcheck, case):
    done = factcheck("lines", case, "src")
    assert (done.code, "under_check=1" in done.err) == (1, True)

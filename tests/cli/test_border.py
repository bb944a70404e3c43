"""The border: which command, exit codes, and that what goes wrong ends in one sentence."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from factcheck.cli import cases
from factcheck.errors import FactcheckError
from tests.starting import start


def test_what_is_no_command_is_a_case_for_the_window(factcheck):
    opened = []

    def window(case, *, time_start):
        opened.append((case, time_start))
        return 0

    Path("story.factcheck").touch()
    Path("list").touch()
    assert factcheck(window=window).code == 0
    factcheck("story.factcheck", window=window)
    factcheck("./list", "--time-start", window=window)
    factcheck("--time-start", window=window)
    assert opened == [
        (None, False), ("story.factcheck", False), ("./list", True), (None, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ("--nonsense",),
        ("a.factcheck", "b.factcheck"),
        ("list",),
        ("list", "a.factcheck", "opinions"),
        ("list", "a.factcheck", "claims", "--nonsense"),
        ("mark", "a.factcheck", "art", "--quo", "abbreviated"),
        ("mark", "a.factcheck", "art"),
        ("mark", "a.factcheck", "art", "--start", "1"),
        ("mark", "a.factcheck", "art", "--start", "one", "--end", "2"),
        ("mark", "a.factcheck", "art", "--start", "1", "--end", "5", "--suffix", "a"),
        ("mark", "a.factcheck", "art", "--quote", "a", "--claim", "1", "--wording", "b"),
        ("mark", "a.factcheck", "art", "--quote", "a", "--claim", "1", "--tag", "b"),
        ("mark", "a.factcheck", "art", "--quote", "a", "--checks", "opinion"),
        ("link", "a.factcheck", "1", "--to", "src", "--stance", "likes"),
        ("link", "a.factcheck", "1", "--stance", "supports"),
        ("rate", "a.factcheck", "1"),
        ("edit", "a.factcheck", "1", "wording"),
        ("add", "a.factcheck"),
        ("add", "a.factcheck", "a.txt", "b.txt", "--title", "One"),
        ("add", "a.factcheck", "rows.jsonl", "--url", "https://a.example"),
        ("add", "a.factcheck", "a.txt", "--who", "Zoë"),
        ("add", "a.factcheck", "--note", "said", "--title", "Call", "--kind", "gossip"),
        ("add", "a.factcheck", "--note", "said", "--kind", "call"),
        ("add", "a.factcheck", "a.txt", "--note", "said", "--kind", "call", "--title", "Call"),
        ("search", "a.factcheck", "a", "--limit", "0"),
        ("new", "b.factcheck", "--scale", "stars"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_2(words, case, factcheck):
    done = factcheck(*words)
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 1
    assert "invalid" not in done.err
    assert not Path("b.factcheck").exists()


def test_a_wrong_choice_names_those_that_there_are(case, factcheck):
    told = factcheck("link", "a.factcheck", "1", "--to", "東京", "--stance", "likes").err
    assert told.startswith(
        "--stance cannot be “likes”. It can be: 'supports', 'contradicts', 'context'. See:"
    )


def test_a_mistyped_command_opens_no_window(factcheck):
    assert factcheck("lisst") == (1, "", "There is no case “lisst”, and no command of that name.\n")
    assert factcheck("lisst", "a.factcheck", "claims").code == 2


def test_what_fails_is_one_sentence_and_exit_1(factcheck, case):
    for words in (
        ("list", "nowhere.factcheck", "claims"),
        ("new", case),
        ("show", case, "ffffffff"),
        ("show", case, "ff"),
        ("rate", case, "7", "--rating", "True"),
        ("history", case, "7"),
        ("link", case, "7", "--to", "src", "--stance", "context"),
        ("mark", case, "art", "--quote", "never said"),
        ("mark", case, "art", "--start", "5", "--end", "90000"),
        ("list", "rows.jsonl", "claims"),
        ("new", "no/such/folder/a.factcheck"),
    ):
        done = factcheck(*words)
        assert (done.code, done.out) == (1, ""), words
        assert len(done.err.splitlines()) == 1, done.err


def test_a_bug_shows_where_it_happened_and_what_to_do(factcheck, monkeypatch):
    def broken(options):
        raise KeyError("東京")

    monkeypatch.setattr(cases, "new", broken)
    done = factcheck("new", "a.factcheck")
    assert done.code == 1
    assert "Traceback" in done.err
    assert "fault of Factcheck" in done.err.splitlines()[-1]


def test_an_error_and_an_interruption_end_with_1(factcheck, monkeypatch):
    for wrong, sentence in (
        (FactcheckError("The disk is full."), "The disk is full.\n"),
        (KeyboardInterrupt(), "Stopped. What was finished before is kept.\n"),
    ):

        def fails(options, wrong=wrong):
            raise wrong

        monkeypatch.setattr(cases, "new", fails)
        assert factcheck("new", "a.factcheck")[::2] == (1, sentence)


def test_a_reader_who_has_enough_is_no_error(case):
    rows = Path("many.jsonl")
    rows.write_text("".join(f'{{"id": "{n}", "text": "Zürich {n}"}}\n' for n in range(3000)))
    add = start("add", case, "many.jsonl", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert add.communicate()[1] == b""
    with start(
        "list", case, "documents", stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as listing:
        listing.stdout.readline()
        listing.stdout.close()
        assert listing.stderr.read() == b""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_while_adding_keeps_what_was_added(case, factcheck):
    rows = Path("many.jsonl")
    rows.write_text("".join(f'{{"id": "{n}", "text": "Zürich {n}"}}\n' for n in range(20000)))
    with start("add", case, "many.jsonl", stdout=subprocess.PIPE, stderr=subprocess.PIPE) as adding:
        adding.stdout.readline()
        adding.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, err = adding.communicate(timeout=20)
    assert adding.returncode == 1
    # Python itself may tell that a clean-up was interrupted; the last word is ours.
    assert err.decode().endswith("Stopped. What was finished before is kept.\n")
    assert time.monotonic() - begun < 5
    assert 2 < len(factcheck("list", case, "documents", "--json").rows) < 20002


def test_line_ends_in_a_title_make_no_rows_of_their_own(factcheck):
    Path("art.txt").write_text("東京 sent tents.")
    factcheck("new", "a.factcheck")
    factcheck("add", "a.factcheck", "art.txt", "--title", "True\n   9  00000000  verified\u2028x")
    listed = factcheck("list", "a.factcheck", "documents").out
    assert len(listed.splitlines()) == 1
    (row,) = factcheck("list", "a.factcheck", "documents", "--json").rows
    shown = factcheck("show", "a.factcheck", row["id"]).out.splitlines()
    assert not any(line.startswith("   9") for line in shown)

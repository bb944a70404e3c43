"""Help: complete, in groups, with examples, and quick."""

import argparse
import subprocess
import sys

import pytest

from factcheck.cli.commands import COMMANDS, parser_of
from factcheck.confined.child import SWITCH
from tests.starting import ENVIRONMENT

OF_THIS_ISSUE = (
    "new", "add", "list", "show", "mark", "link", "rate", "edit", "scale", "search", "history",
    "export", "verify", "index", "sample", "request", "answer", "review",
    "copies", "publish", "withdraw", "recheck", "rules", "redact", "compare",
    "quotes", "revise", "backup",
    "changes",
    "suggest", "lines", "grid",
    "evidence", "earlier", "import-claims", "dismiss", "judge", "looked",
    "contradictions",
)  # fmt: skip


def test_the_overview_lists_every_command_in_its_group(factcheck):
    shown = factcheck("--help").out
    assert set(COMMANDS) == set(OF_THIS_ISSUE)
    for command in COMMANDS.values():
        group = shown.split(f"{command.group}:\n")[1].split("\n\n")[0]
        assert f"  {command.name} " in group
    assert max(map(len, shown.splitlines())) <= 90


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_option_has_a_help_text_and_every_command_an_example(name, factcheck):
    for action in parser_of(COMMANDS[name])._actions:
        assert action.help, action.dest
        assert action.help != argparse.SUPPRESS
    shown = factcheck(name, "--help")
    assert shown.code == 0
    assert f"Example:\n  factcheck {name} " in shown.out


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_example_of_a_command_is_right_use(name):
    import shlex

    words = shlex.split(COMMANDS[name].example)
    assert words[:2] == ["factcheck", name]
    parser_of(COMMANDS[name]).parse_intermixed_args(words[2:])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_its_function(name):
    from factcheck.cli.run import _function

    assert _function(name).__doc__.startswith(f"Run ``factcheck {name}``")


def test_the_switch_of_a_child_is_the_same_in_the_entrance():
    from factcheck import __main__

    assert f'["{SWITCH}"]' in __import__("inspect").getsource(__main__)


def loaded_modules(*words):
    script = (
        "import sys; from factcheck.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('MODULES', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True,
        text=True,
        check=True,
        env=ENVIRONMENT,
    )
    return {name.split(".")[0] for name in done.stdout.split("MODULES ")[1].split()}


def test_help_loads_neither_sql_nor_qt_nor_readers():
    heavy = {"PySide6", "sqlalchemy", "sqlmodel", "pydantic", "tqdm", "lxml", "trafilatura"}
    assert not heavy & loaded_modules("--help")
    assert not heavy & loaded_modules("add", "--help")


def test_no_command_loads_qt(tmp_path):
    case, text = str(tmp_path / "a.factcheck"), tmp_path / "a.txt"
    text.write_text("Zürich 東京", "utf-8")
    for words in (
        ["new", case],
        ["add", case, str(text)],
        ["mark", case, "none", "--quote", "a"],
        ["list", case, "claims"],
        ["search", case, "a"],
        ["sample", str(tmp_path)],
    ):
        assert "PySide6" not in loaded_modules(*words)

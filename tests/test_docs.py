"""The papers tell the truth: commands exist, pictures and links are there."""

import re
import shlex
from pathlib import Path

import pytest

from factcheck.cli.commands import COMMANDS, parser_of

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
LINES = re.findall(r"^factcheck (\S+) (.*)$", MANUAL, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_stands_in_the_manual_with_an_example(name: str):
    assert name in {command for command, _ in LINES}


@pytest.mark.parametrize(("name", "words"), LINES, ids=[name for name, _ in LINES])
def test_each_example_of_the_manual_can_be_typed(name: str, words: str):
    parser_of(COMMANDS[name]).parse_intermixed_args(shlex.split(words))


@pytest.mark.parametrize("paper", ["README.md", "docs/manual.md", "docs/architecture.md"])
def test_links_and_pictures_lead_somewhere(paper: str):
    path = ROOT / paper
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).is_file(), target


def test_pictures_are_small():
    for picture in (ROOT / "docs").glob("*.png"):
        assert picture.stat().st_size < 200_000, picture.name


def test_the_readme_opens_with_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.index("dev.py run") < text.index("dev.py test") < 700

"""The papers tell the truth: commands and keys exist, pictures and links are there."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.assets import asset
from factcheck.cli.commands import COMMANDS, parser_of
from factcheck.window.commands.command import Command
from factcheck.window.commands.menu_bar import MenuBar, by_section
from factcheck.window.main_window import MainWindow
from factcheck.window.settings import Settings

ROOT = Path(__file__).parents[1]
MANUAL = (ROOT / "docs" / "manual.md").read_text(encoding="utf-8")
PAPERS = ("README.md", "SECURITY.md", "CHANGELOG.md", "docs/manual.md", "docs/architecture.md")
LINES = re.findall(r"^factcheck (\S+) (.*)$", MANUAL, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_stands_in_the_manual_with_an_example(name: str):
    assert name in {command for command, _ in LINES}


@pytest.mark.parametrize(("name", "words"), LINES, ids=[name for name, _ in LINES])
def test_each_example_of_the_manual_can_be_typed(name: str, words: str):
    parser_of(COMMANDS[name]).parse_intermixed_args(shlex.split(words))


@pytest.fixture
def wired(
    qtbot: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Command, ...]]:
    """The commands that do something in the window."""
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path))
    window = MainWindow(Settings(), restore=False)
    yield window.commands.all
    window.close()
    window.deleteLater()


def test_the_keys_of_the_manual_are_those_of_the_window(wired: tuple[Command, ...]):
    section = MANUAL.split("\n## Keys\n")[1].split("\n## ")[0]
    cells = [
        line.strip("|").split("|") for line in section.splitlines() if line[:3] in ("| `", "| |")
    ]
    told = {key for row in cells for cell in row[::2] for key in re.findall("`([^`]+)`", cell)}
    acting = {key for command in wired for key in command.keys}
    assert told <= acting, "The manual promises keys that do nothing."
    first = {command.keys[0] for command in wired if command.keys}
    # "1 – 9" stands for those between.
    assert first - told <= set("2345678"), "These keys are missing in the table of the manual."


def test_what_the_manual_names_of_the_menus_stands_there(wired: tuple[Command, ...]):
    titles = {menu.name: menu.title.replace("&", "") for menu in MenuBar().menus()}
    there = {
        (titles[section.partition("/")[0]], command.text)
        for section, members in by_section(wired).items()
        for command in members
    }
    named = set(re.findall(r"\*(\w+) ▸ ([^*]+)\*", MANUAL))
    assert named
    assert named <= there


@pytest.mark.parametrize("paper", PAPERS)
def test_links_and_pictures_lead_somewhere(paper: str):
    path = ROOT / paper
    text = path.read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif "://" not in target:
            assert (path.parent / target).is_file(), target


def test_pictures_are_small_and_shown_somewhere():
    shown = "".join((ROOT / paper).read_text(encoding="utf-8") for paper in PAPERS)
    pictures = list((ROOT / "docs").glob("*.png"))
    assert len(pictures) >= 3
    for picture in pictures:
        assert picture.stat().st_size < 200_000, picture.name
        assert f"{picture.name})" in shown, picture.name


def test_the_readme_opens_with_the_two_commands():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert text.index("dev.py run") < text.index("dev.py test") < 700


def test_the_script_that_checks_a_log_is_printed_as_it_is_shipped():
    printed = MANUAL.partition("## The script that checks a log")[2]
    code = printed.partition("```python\n")[2].partition("\n```")[0]
    assert code == asset("verify_log.py").read_text(encoding="utf-8").rstrip()

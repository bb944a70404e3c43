"""What steers a terminal is shown as signs on one, and reaches a pipe as it is."""

import ast
import json
import os
import sys
from pathlib import Path

import pytest

import factcheck
from factcheck.cli.terminal import Terminal, guard_terminals
from factcheck.text.visible import escaped, visible, visible_line
from tests.starting import start

pty = pytest.importorskip("pty", reason="terminals of POSIX")

HARM = (
    "Łódź \x1b]0;owned\x07\x1b[2J\x1b]52;c;cm0=\x07 \x9b31m \u202egpj.exe \x7f \r东京 \u2028 \x85"
)
SEEN = (
    "Łódź ␛]0;owned␇␛[2J␛]52;c;cm0=␇ ‹U+009B›31m ‹U+202E›gpj.exe ␡ ␍东京 ‹U+2028› ‹U+0085›"
)  # fmt: skip
STEERING = [*range(9), *range(11, 32), *range(127, 160), 0x61C, 0x200E, 0x200F]
STEERING += [*range(0x2028, 0x202F), *range(0x2066, 0x2070), 0xE0041]


def on_a_terminal(*words: str, env: dict[str, str]) -> str:
    """Run the command line in a process whose output is a terminal, and return what it got."""
    ours, theirs = pty.openpty()
    process = start(*words, stdout=theirs, stderr=theirs, env=env)
    os.close(theirs)
    got = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break  # Linux says so where the other end is closed.
        if not piece:
            break
        got += piece
    os.close(ours)
    process.wait()
    # A progress bar that came before has gone back to the start of its line.
    return got.decode().replace("\r\n", "\n").rpartition("\r")[2]


def test_every_steering_character_is_a_sign():
    for code in STEERING:
        assert chr(code) not in visible(f"a{chr(code)}b")
    assert visible("Zoë\tسلام\n东京 👩\u200d🚀 क\u200dष") == "Zoë\tسلام\n东京 👩\u200d🚀 क\u200dष"
    assert visible(HARM) == SEEN
    assert visible_line("a\nb\tc") == "a␊b␉c"


def test_json_with_escapes_is_the_same_json():
    line = json.dumps({"a": HARM + "\U000e0041"}, ensure_ascii=False)
    assert all(chr(code) not in escaped(line) for code in STEERING)
    assert json.loads(escaped(line)) == json.loads(line)


def test_a_terminal_shows_signs_whoever_prints(tmp_path):
    with (tmp_path / "tty").open("wb") as raw:
        door = Terminal(raw, encoding="utf-8", errors="backslashreplace")
        print(HARM, file=door)
        door.writelines([HARM, "\n"])
        door.write("\udcff\n")
        door.flush()
        assert (tmp_path / "tty").read_text() == f"{SEEN}\n{SEEN}\n\\udcff\n"
        door.detach()


def test_streams_that_are_no_terminals_stay_what_they_are(monkeypatch, tmp_path):
    with (tmp_path / "out").open("w") as out:
        monkeypatch.setattr(sys, "stdout", out)
        monkeypatch.setattr(sys, "stderr", None)
        guard_terminals()
        assert sys.stdout is out
        assert sys.stderr is None


@pytest.mark.slow
def test_titles_and_errors_reach_a_terminal_as_signs_and_a_pipe_as_they_are(
    factcheck, case, tmp_path
):
    environment = {"FACTCHECK_CONFIG_DIR": str(tmp_path / "settings")}
    factcheck("edit", "a.factcheck", "art", f"title={HARM}")
    title = json.loads(factcheck("list", "a.factcheck", "documents", "--json").out.split("\n")[0])
    shown = on_a_terminal("list", "a.factcheck", "documents", env=environment)
    assert "␛]0;owned␇" in shown
    as_json = on_a_terminal("show", "a.factcheck", "art", "--json", env=environment)
    assert json.loads(as_json)["title"] == title["title"]
    failed = on_a_terminal("show", "a.factcheck", "no\x1b[2Jne\u202e", env=environment)
    wrong = on_a_terminal("rate", "a.factcheck", "\x1b[2J", env=environment)
    helped = on_a_terminal("list", "--help", env=environment)
    for told in (shown, as_json, failed, wrong, helped):
        assert told
        assert not any(chr(code) in told for code in STEERING)
    assert "\x1b[2J" in factcheck("list", "a.factcheck", "documents").out


def test_nothing_goes_around_the_door():
    package = Path(factcheck.__file__).parent
    around = [
        f"{path.relative_to(package)}:{node.lineno}"
        for path in package.rglob("*.py")
        if path.relative_to(package).as_posix() != "cli/terminal.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if _is_around(node)
    ]
    assert around == []


def _is_around(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        of = node.value
        if isinstance(of, ast.Name) and of.id == "sys" and node.attr.startswith("__std"):
            return True
        is_stream = isinstance(of, ast.Attribute) and of.attr in ("stdout", "stderr")
        return is_stream and node.attr in ("buffer", "detach")
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        of = node.func.value
        is_os = isinstance(of, ast.Name) and of.id == "os"
        first = node.args[0] if node.args else None
        return is_os and node.func.attr == "write" and isinstance(first, ast.Constant)
    return False

"""The command line run in this process: fast, with its output taken apart."""

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

import pytest

from factcheck.cli.run import run

ARTICLE = (
    "Zürich, 17 November. – 東京 sent 1,150 tents 😀 and 300 beds.\n\n"
    "“We counted the tents twice,” she said. 東京 sent 1,150 tents before.\n"
)


class Ran(NamedTuple):
    """What a command did: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def rows(self):
        return [json.loads(line) for line in self.out.splitlines()]


def _no_window(case, *, time_start):
    raise AssertionError("the window was opened")


@pytest.fixture
def factcheck(tmp_path, monkeypatch, capsys):
    """Runs a command in an empty folder; by Zoë unless another name is given."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACTCHECK_BY", "Zoë Ångström")
    monkeypatch.setenv("FACTCHECK_CONFIG_DIR", str(tmp_path / "settings"))

    def ran(*words, stdin=None, window=_no_window):
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        capsys.readouterr()
        try:
            code = run(list(words), window=window)
        except SystemExit as left:
            code = left.code
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture
def case(factcheck):
    """A case with one article, whose own id is ``art``, and a source ``src``."""
    rows = [
        {"id": "art", "text": ARTICLE, "title": "Tents for Łódź"},
        {"id": "src", "text": "Delivery note: 1,150 tents were received in Łódź.\n\np. 2"},
    ]
    Path("rows.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert factcheck("new", "a.factcheck").code == 0
    assert factcheck("add", "a.factcheck", "rows.jsonl").code == 0
    return "a.factcheck"
